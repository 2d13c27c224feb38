"""A message as plain text, addresses bare."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alerts.faces import wording
from alerts.faces.closing import sentences
from alerts.faces.pieces import Difference, Piece, differences, quoted
from alerts.faces.untrusted import flat as flat
from alerts.faces.untrusted import shortened, web

if TYPE_CHECKING:
    from alerts.faces.content import Content

# As wdiff writes it: a reader without colours sees what went and what came.
_MARKS = {"plain": ("", ""), "marked": ("*", "*"), "removed": ("[-", "-]"), "added": ("{+", "+}")}


def render(content: "Content") -> str:
    """The whole message."""
    blocks = [wording.TEST] if content.test else []
    blocks += [_item(one, content.made) for one in content.items]
    if content.more:
        blocks.append(_more(content))
    blocks += [_summary(one, content.made) for one in content.summaries]
    blocks.append("\n".join([*sentences(content.closing, content.told, content.made), content.foot]))
    return "\n\n".join([content.subject, *blocks]) + "\n"


def brief(content: "Content", most: int) -> str:
    """As much as fits where little does: what it is about, and where to read it."""
    address = content.first_address
    left = most - len(address) - 1
    if left < 20:
        return shortened(content.subject, most)
    return f"{shortened(content.subject, left)}\n{address}".strip()


def _item(item: Mapping[str, Any], made: str) -> str:
    said = (wording.title(item), wording.happened(item), " · ".join(wording.facts(item, made)), wording.asked(item))
    lines = [flat(one) for one in said if one]
    if quote := _inline(quoted(item)):
        lines.append(f"  “{quote}” ({wording.where(item) or 'quoted'})")
    lines += [_difference(one) for one in differences(item)]
    lines.append(_bare(item["address"]))
    why, others = wording.related(item)
    lines += [f"  {why}: {flat(said)}: {_bare(address)}" for said, address in others]
    lines += [f"  + {label}: {_bare(address)}" for label, address in wording.attached(item)]
    if more := wording.unlisted(item):
        lines.append(f"  + {wording.counted(more, 'more attachment')}")
    return "\n".join(lines)


def _difference(one: Difference) -> str:
    cut = f" ({wording.CUT})" if one.cut else ""
    return f"  {one.place}: {_inline(one.pieces)}{cut}".rstrip(": ")


def _inline(pieces: tuple[Piece, ...]) -> str:
    return flat("".join(f"{_MARKS[one.kind][0]}{one.text}{_MARKS[one.kind][1]}" for one in pieces))


def _bare(address: str) -> str:
    return web(address) or flat(address)


def _more(content: "Content") -> str:
    following = content.following
    said = f"And {content.more:,} more. {wording.HOW_TO_SEE}"
    return f"{said} The next: {wording.title(following)}\n{_bare(following['address'])}" if following else said


def _summary(summary: Mapping[str, Any], made: str) -> str:
    lines = [wording.opening(summary), *(f"  {flat(wording.source_line(one))}" for one in summary["sources"])]
    if summary["examples"]:
        lines += ["", wording.LATEST, "", "\n\n".join(_item(one, made) for one in summary["examples"])]
    return "\n".join(lines)
