"""One message for the alerts of one subscription and target: the same facts in each of its faces."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alerts import html_face, markdown_face, text_face

SPELLED_OUT = 20
SUBJECT = 180
_EVENTS = {
    "new": "new",
    "changed": "changed",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "kept": "kept",
}

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Content:
    """What a message tells: items spelled out, how many more there are, and summaries, each at most once."""

    subscription: str
    items: tuple[Body, ...]
    more: int
    summaries: tuple[Body, ...]
    test: bool = False


@dataclass(frozen=True)
class Message:
    """A message ready to send. `key` is the same whenever the same alerts are sent to the same target."""

    subject: str
    html: str
    text: str
    markdown: str
    payload: dict[str, Any]
    key: str


def compose(subscription: str, bodies: Sequence[Body], *, key: str = "", test: bool = False) -> Message:
    """Make one message of what `alerts.items` froze. `key` names the alerts and the target."""
    items = _once(body for body in bodies if body["kind"] == "item")
    summaries = _joined([body for body in bodies if body["kind"] == "summary"])
    content = Content(subscription, tuple(items[:SPELLED_OUT]), max(0, len(items) - SPELLED_OUT), summaries, test)
    subject = _subject(items, summaries, test)
    return Message(
        subject,
        html_face.render(subject, content),
        text_face.render(subject, content),
        markdown_face.render(content),
        _payload(subject, content, items),
        hashlib.sha256(f"{subscription}\n{key}".encode()).hexdigest(),
    )


def _once(bodies: Any) -> list[Body]:
    """Each disclosure once, as it was last; what was new and then changed is still new to the reader."""
    latest: dict[int, Body] = {}
    for body in bodies:
        before = latest.pop(body["id"], None)
        still_new = before is not None and before["event"] == "new" and body["event"] == "changed"
        latest[body["id"]] = {**body, "event": "new", "changed": []} if still_new else body
    return list(latest.values())


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
        title = " ".join((one["title"] or one["ref"] or one["address"]).split())
        said = f"{' and '.join(one['forces'])}: {_EVENTS[one['event']]} disclosure{_about([one])}: {title}"
    elif items:
        said = f"{len(items)} disclosures{_about(items)}"
    else:
        kept = sum(one["kept"] for body in summaries for one in body["sources"])
        matching = sum(one["matching"] for body in summaries for one in body["sources"])
        said = f"watching {counted(kept, 'disclosure')}, {matching} of them as you asked"
    subject = f"foiwatch: {'TEST: ' if test else ''}{said}"
    return subject if len(subject) <= SUBJECT else subject[: SUBJECT - 1].rstrip() + "…"


def _about(items: Sequence[Body]) -> str:
    """The narrowest topic that all of them share."""
    shared = [topic for topic in items[0]["topics"] if all(topic in one["topics"] for one in items)]
    return f" about {topic_name(shared[0])}" if shared else ""


def _payload(subject: str, content: Content, items: Sequence[Body]) -> dict[str, Any]:
    """For programs: everything, and not only what is spelled out."""
    return {
        "subject": subject,
        "subscription": content.subscription,
        "test": content.test,
        "items": [dict(one) for one in items],
        "summaries": [dict(one) for one in content.summaries],
    }


def topic_name(topic: str) -> str:
    """A topic as it is said in a sentence."""
    return topic.replace("_", " ")


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 disclosure, 2 disclosures."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
