"""A message as CommonMark, for services that understand it; scraped text cannot become markup."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alerts.faces import wording
from alerts.faces.closing import sentences
from alerts.faces.pieces import Difference, Kind, differences, inline, quoted
from alerts.faces.untrusted import flat, web

if TYPE_CHECKING:
    from alerts.faces.content import Content

# A backslash stays visible in services that are not quite CommonMark: look-alikes stand for these.
_LOOKALIKES = str.maketrans({"*": "∗", "`": "ˋ", "~": "∼", "\\": "＼", "|": "¦"})
_SPECIAL = re.compile(r"([<>\[\]#]|&(?=#?\w+;))")
_CALL = re.compile(r"@(?=\w)")
# Within a word, as in a file's name, it marks nothing.
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
_OPENING = re.compile(r"^([-+=]|\d+[.)](?= ))")
_MARKS: Mapping[Kind, str] = {"plain": "", "marked": "**", "removed": "~~", "added": "**"}


def render(content: "Content") -> str:
    """The whole message; the subject travels as its title."""
    blocks = [f"*{wording.TEST}*"] if content.test else []
    blocks += [_item(one, content.made) for one in content.items]
    if content.more:
        blocks.append(_more(content))
    blocks += [_summary(one, content.made) for one in content.summaries]
    blocks += [literal(one) for one in sentences(content.closing, content.told, content.made)]
    blocks.append(f"*{literal(content.foot)}*")
    return "\n\n".join(blocks)


def _item(item: Mapping[str, Any], made: str) -> str:
    lines = [
        f"**{_linked(wording.title(item), item['address'])}**",
        f"{literal(wording.happened(item))} · {literal(' · '.join(wording.facts(item, made)))}",
    ]
    if found := wording.asked(item):
        lines.append(literal(found))
    if pieces := quoted(item):
        lines += [f"> {inline(pieces, _MARKS, _escaped)}", "", f"*{literal(wording.where(item) or 'quoted')}*"]
    lines += [_difference(one, item["address"]) for one in differences(item)]
    why, others = wording.related(item)
    if others:
        lines.append(f"{why}: {'; '.join(_linked(said, address) for said, address in others)}")
    files = [_linked(label, address) for label, address in wording.attached(item)]
    if more := wording.unlisted(item):
        files.append(f"{more:,} more")
    if files:
        lines.append(f"Attachments: {', '.join(files)}")
    return "\n".join(lines)


def _difference(one: Difference, address: str) -> str:
    cut = f" *{wording.CUT}* {_linked(wording.READ_ON, address)}" if one.cut else ""
    return f"\n*{literal(one.place)}:* {inline(one.pieces, _MARKS, _escaped)}{cut}"


def _more(content: "Content") -> str:
    following = content.following
    said = f"**And {content.more:,} more.** {wording.HOW_TO_SEE}"
    return f"{said} The next: {_linked(wording.title(following), following['address'])}" if following else said


def _summary(summary: Mapping[str, Any], made: str) -> str:
    lines = [
        wording.opening(summary),
        *(f"- {literal(wording.source_line(one))}" for one in summary["sources"]),
    ]
    return "\n\n".join(["\n".join(lines), *(_item(one, made) for one in summary["examples"])])


def _linked(text: str, address: str) -> str:
    """A link, where the address is the web's; else the text alone."""
    return f"[{literal(text)}](<{link(address)}>)" if link(address) else literal(text)


def literal(text: str) -> str:
    """Text that stays text: no markup, no link, and no call of a channel or a person."""
    return _escaped(flat(text))


def _escaped(flat_text: str) -> str:
    calm = _CALL.sub("@\u2060", _UNDERSCORE.sub("ˍ", flat_text.translate(_LOOKALIKES)))
    calm = calm.replace("://", ":\u2060//")  # what looks like an address is made a link by some services
    return _OPENING.sub(lambda found: f"\u2060{found[0]}", _SPECIAL.sub(r"\\\1", calm))


def link(address: str) -> str:
    """An address that cannot close the link it stands in; only the web's."""
    return web(address)
