"""A message as Slack shows it best: Block Kit with mrkdwn, within Slack's limits; scraped text cannot become markup."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from alerts.faces import wording
from alerts.faces.closing import sentences
from alerts.faces.pieces import Difference, Kind, differences, inline, quoted
from alerts.faces.untrusted import flat, shortened, web

if TYPE_CHECKING:
    from alerts.faces.content import Content

# docs.slack.dev, reference/block-kit/blocks: blocks a message, characters of a header, of a text in a section.
BLOCKS, HEADER, SECTION = 50, 150, 3_000
# The limit of all blocks together (msg_blocks_too_long) is not published: 9,597 characters of text in 15,561 of JSON
# were taken, 11,341 in 17,694 refused (github.com/slackapi/bolt-js, issue 2867).
ALL, JSON = 9_000, 15_000
# What the parts of an item may take, as posted: there "&" is five characters. The address is the rest.
SUBJECT, TITLE, FACTS, LINE, ADDRESS = 600, 500, 700, 300, 1_000
# mrkdwn knows no escape for its own marks: look-alikes stand for them.
_LOOKALIKES = str.maketrans({"*": "∗", "`": "ˋ", "~": "∼", "&": "&amp;", "<": "&lt;", ">": "&gt;"})
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
_EMOJI = re.compile(r":(?=[a-z0-9_+'-]*[a-z_+-][a-z0-9_+'-]*:)", re.IGNORECASE)
_CALL = re.compile(r"@(?=\w)")
_MARKS: Mapping[Kind, str] = {"plain": "", "marked": "*", "removed": "~", "added": "*"}


def render(content: "Content") -> dict[str, Any]:
    """What is posted: `text` for notifications and screen readers, and the blocks, as many items as fit."""
    number = content.most_that(lambda fewer: _fits(_blocks(fewer)))
    blocks = _blocks(content.shorter(number or 0))
    return {
        "text": _fitted(content.subject, SUBJECT),
        "blocks": blocks,
        # Slack would fetch each linked page and show it below.
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _blocks(content: "Content") -> list[dict[str, Any]]:
    heading = _fitted(content.heading, HEADER)
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": heading or "foiwatch", "emoji": False}}
    ]
    if content.test:
        blocks.append(_context(literal(wording.TEST)))
    for item in content.items:
        blocks += _item(item, content.made)
    if content.more:
        blocks.append(_section(_more(content)))
    for summary in content.summaries:
        blocks.append(_section(_summary(summary)))
        for item in summary["examples"]:
            blocks += _item(item, content.made)
    blocks.append({"type": "divider"})
    said = [*sentences(content.closing, content.told, content.made), content.foot]
    closing = [_fitted(one, 2_000) for one in said]
    joined = "\n".join(closing)
    return [*blocks, _context(*([joined] if len(joined) <= SECTION else closing))]


def _item(item: Mapping[str, Any], made: str) -> list[dict[str, Any]]:
    """A section that says what and why, and a line below it. What is too long is cut while it is words, not marks."""
    facts = _fitted(" · ".join(wording.facts(item, made)), FACTS)
    told = "\n".join(
        [
            f"*{_linked(wording.title(item), item['address'], TITLE)}*",
            f"*{_fitted(wording.happened(item), LINE)}* · {facts}",
        ]
    )
    left = SECTION - len(told) - ADDRESS - LINE if item.get("diff") else SECTION - len(told) - 10
    told += _quote(item, left)
    for one in differences(item):
        said = f"\n{_difference(one, item['address'])}"
        if len(told) + len(said) > SECTION - ADDRESS - LINE:
            told += f"\n_{wording.CUT}_ {_linked(wording.READ_ON, item['address'], LINE)}"
            break
        told += said
    below = " · ".join(_below(item))
    return [_section(told), _context(below)] if below else [_section(told)]


def _quote(item: Mapping[str, Any], left: int) -> str:
    for most in (600, 300, 150, 70):
        said = f"\n> {inline(quoted(item, most), _MARKS, _escaped)}"
        if len(said) <= min(left, 1_500):
            return said if item["quote"] else ""
    return ""


def _below(item: Mapping[str, Any]) -> Iterator[str]:
    """Where the quote stands, which searches found it, and the files, as many as fit whole."""
    said = (wording.where(item) if item["quote"] else "", wording.asked(item))
    yield from (_fitted(one, LINE) for one in said if one)
    why, others = wording.related(item)
    left = 1_500
    for text, address in others:
        left -= len(link := _linked(text, address, LINE))
        if left > 0:
            yield f"{why} {link}"
    for number, (label, address) in enumerate(files := wording.attached(item)):
        link = _linked(label, address, LINE)
        left -= len(link)
        if left < 0:
            yield f"{len(item['attachments']) - number:,} more files"
            return
        yield link
    if len(item["attachments"]) > len(files):
        yield f"{wording.unlisted(item):,} more files"


def _difference(one: Difference, address: str) -> str:
    cut = f" _{wording.CUT}_ {_linked(wording.READ_ON, address, LINE)}" if one.cut else ""
    return f"_{_fitted(one.place, LINE)}:_ {inline(one.pieces, _MARKS, _escaped)}{cut}"


def _more(content: "Content") -> str:
    following = content.following
    said = f"*And {content.more:,} more.* {wording.HOW_TO_SEE}"
    if not following:
        return said
    return f"{said} The next: {_linked(wording.title(following), following['address'], TITLE)}"


def _summary(summary: Mapping[str, Any]) -> str:
    lines = [f"• {_fitted(wording.source_line(one), LINE)}" for one in summary["sources"]]
    kept, left = [literal(wording.opening(summary))], SECTION - 300
    for number, line in enumerate(lines):
        left -= len(line) + 1
        if left < 0:
            return "\n".join([*kept, f"• and {len(lines) - number:,} more"])
        kept.append(line)
    return "\n".join(kept)


def _section(mrkdwn: str) -> dict[str, Any]:
    return {"type": "section", "text": _text(mrkdwn)}


def _context(*mrkdwn: str) -> dict[str, Any]:
    return {"type": "context", "elements": [_text(one) for one in mrkdwn]}


def _text(mrkdwn: str) -> dict[str, Any]:
    # verbatim: Slack makes links and calls only of what is marked as such.
    return {"type": "mrkdwn", "text": mrkdwn, "verbatim": True}


def _fits(blocks: list[dict[str, Any]]) -> bool:
    texts = [one for block in blocks for one in (block.get("text"), *block.get("elements", ())) if one]
    told = sum(len(one["text"]) for one in texts)
    return len(blocks) <= BLOCKS and told <= ALL and len(json.dumps(blocks, ensure_ascii=False)) <= JSON


def _linked(text: str, address: str, most: int) -> str:
    """A link, where the address is the web's; else the text alone. A bar would end the address."""
    to, said = web(address).replace("&", "&amp;"), _fitted(text, most).replace("|", "¦")
    return f"<{to}|{said}>" if to and len(to) <= ADDRESS else said


def _fitted(text: str, most: int) -> str:
    """`literal`, in at most so many characters as posted: cut as words, so that no entity is torn."""
    flat_text, cut = flat(text), most
    while len(said := _escaped(shortened(flat_text, cut))) > most:
        cut -= max(1, (len(said) - most) // 5)
    return said


def literal(text: str) -> str:
    """Text that stays text: no markup, no link, no picture, and no call of a channel or a person."""
    return _escaped(flat(text))


def _escaped(calm: str) -> str:
    # In the text for notifications Slack makes a link of what looks like one.
    calm = calm.replace("://", ":\u2060//")
    plain = _UNDERSCORE.sub("ˍ", _CALL.sub("@\u2060", _EMOJI.sub(":\u2060", calm)))
    return plain.translate(_LOOKALIKES)
