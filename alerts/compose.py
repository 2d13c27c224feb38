"""One message for the alerts of one subscription and target: the same facts in each of its faces."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from alerts.faces import html_face, json_face, markdown_face, slack_face, text_face
from alerts.faces.content import Body, Content
from alerts.faces.untrusted import clean, flat, shortened
from alerts.faces.wording import counted as counted
from alerts.faces.wording import title

SPELLED_OUT = 20
SUBJECT = 180
# Gmail hides what is more than 102 kB of a mail.
HTML_MOST = 95_000
DIFF_MOST = 12  # places of one disclosure that changed more than once

_KINDS = {"dossier": "one more answer to the same request", "news": "a report"}
_FACES: Mapping[str, Callable[[Content], str]] = {
    "html": html_face.render,
    "text": text_face.render,
    "markdown": markdown_face.render,
}


@dataclass(frozen=True)
class Message:
    """A message ready to send. `key` is the same whenever the same alerts are sent to the same target.

    `headers` are those that a mail must bear, `slack` is what is posted to Slack, {} when there is but text.
    """

    subject: str
    html: str
    text: str
    markdown: str
    payload: dict[str, Any]
    key: str
    headers: Mapping[str, str] = field(default_factory=dict)
    slack: Mapping[str, Any] = field(default_factory=dict)
    content: Content | None = None

    def within(self, face: str, most: int) -> str:
        """The face ("html", "text" or "markdown") in at most so many characters, whole items; the rest is counted."""
        whole: str = getattr(self, face)
        if len(whole) <= most:
            return whole
        if self.content is not None:
            return within(self.content, face, most)
        # HTML is not to be cut through.
        return whole if face == "html" else shortened(whole, most)

    def mail_headers(self, sender: str) -> dict[str, str]:
        """The headers of a mail; who wants no more of them writes to the sender (RFC 2369, 3.2)."""
        name = quote(self.content.subscription if self.content else "foiwatch", safe="")
        unsubscribe = f"<mailto:{quote(sender, safe='@')}?subject=unsubscribe%20{name}>"
        return {**self.headers, "List-Unsubscribe": unsubscribe}


def compose(
    subscription: str,
    bodies: Sequence[Body],
    *,
    key: str = "",
    test: bool = False,
    made: str = "",
    closing: Mapping[str, Any] | None = None,
) -> Message:
    """Make one message of what `alerts.subscribing.items` froze. `key` names the alerts and the target.

    `made` (ISO 8601) is when the message was made, `closing` what a digest ends with (`alerts.faces.closing`), both
    frozen too: the same arguments give the same message, to the letter.
    """
    items = _once(clean([body for body in bodies if body["kind"] == "item" and "taken_down" not in body]))
    summaries = _joined(clean([body for body in bodies if body["kind"] == "summary"]))
    most = max((int(one["most"]) for one in items if one.get("most")), default=SPELLED_OUT)
    subject = _subject(items, summaries, test)
    content = Content(flat(subscription), subject, tuple(items), most, summaries, test, made, clean(closing or {}))
    return Message(
        subject,
        within(content, "html", HTML_MOST),
        text_face.render(content),
        markdown_face.render(content),
        json_face.render(content),
        hashlib.sha256(f"{subscription}\n{key}".encode()).hexdigest(),
        _headers(content.subscription),
        slack_face.render(content),
        content,
    )


def within(content: Content, face: str, most: int) -> str:
    """The face with as many whole items as fit; where none does, what it is about and the first address."""
    number = content.most_that(lambda fewer: len(_FACES[face](fewer)) <= most)
    return text_face.brief(content, most) if number is None else _FACES[face](content.shorter(number))


def _headers(subscription: str) -> dict[str, str]:
    """What lets programs sort such mail, and not answer it: RFC 2919 and RFC 3834."""
    name = re.sub(r"[^a-z0-9]+", "-", subscription.lower()).strip("-")[:60] or "alerts"
    return {"List-Id": f"<{name}.foiwatch.invalid>", "Auto-Submitted": "auto-generated"}


def _once(bodies: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each disclosure once, as it was last; what was new and then changed is still new to the reader."""
    latest: dict[int, dict[str, Any]] = {}
    for body in bodies:
        before = latest.pop(body["id"], None)
        latest[body["id"]] = _after(before, body) if before else body
    return list(latest.values())


def _after(before: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    """Two alerts of one disclosure as one: the later event, but what is new stays so, and nothing of either is lost."""
    asked = list(dict.fromkeys([*before.get("asked", ()), *body.get("asked", ())]))
    beside: dict[str, Any] = {key: one[key] for one in (before, body) for key in ("others", "reports") if key in one}
    if body["event"] in _KINDS and before["event"] not in _KINDS:
        return {**before, **beside, "asked": asked}
    both = {**body, **beside, "asked": asked}
    if body["event"] != "changed":
        return both
    if before["event"] == "new":
        return {**both, "event": "new", "changed": [], "diff": []}
    changed = list(dict.fromkeys([*before.get("changed", ()), *body.get("changed", ())]))
    # One after the other, as they came about; the same alert twice changed once.
    again = before["version"] == body["version"]
    diffs = body.get("diff", []) if again else [*before.get("diff", ()), *body.get("diff", ())]
    return {**both, "changed": changed, "diff": diffs[:DIFF_MOST]}


def _joined(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """Summaries of several sources are one, and each source is in it once, as last counted."""
    if len(bodies) < 2:
        return tuple(bodies)
    sources = {one["source"]: one for body in bodies for one in body["sources"]}
    examples = {one["id"]: one for body in bodies for one in body["examples"]}
    whole = "subscription" if any(body["why"] == "subscription" for body in bodies) else "source"
    return (
        {
            **bodies[-1],
            "why": whole,
            "sources": list(sources.values()),
            "examples": sorted(examples.values(), key=lambda one: one["date"] or one["seen"], reverse=True)[:5],
        },
    )


def _subject(items: Sequence[Body], summaries: Sequence[Body], test: bool) -> str:
    if len(items) == 1:
        one = items[0]
        forces = " and ".join(one["forces"])
        said = (
            f"{forces}: {_KINDS.get(one['event'], '{} disclosure').format(one['event'])}{_about([one])}: {title(one)}"
        )
    elif items:
        said = f"{len(items)} disclosures{_about(items)}"
    else:
        kept = sum(one["kept"] for body in summaries for one in body["sources"])
        matching = sum(one["matching"] for body in summaries for one in body["sources"])
        said = f"watching {counted(kept, 'disclosure')}, {matching} of them as you asked"
    return shortened(flat(f"foiwatch: {'TEST: ' if test else ''}{said}"), SUBJECT)


def _about(items: Sequence[Body]) -> str:
    """The narrowest topic that all of them share."""
    shared = [topic for topic in items[0]["topics"] if all(topic in one["topics"] for one in items)]
    return f" about {topic_name(shared[0])}" if shared else ""


def topic_name(topic: str) -> str:
    """A topic as it is said in a sentence."""
    return topic.replace("_", " ")
