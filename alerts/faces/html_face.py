"""A message as HTML for mail: readable without colours and pictures, every address also to be read."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from alerts.faces import wording
from alerts.faces.closing import sentences
from alerts.faces.html_page import event_colour, page, styled
from alerts.faces.pieces import Difference, Piece, differences, quoted
from alerts.faces.untrusted import flat, web

if TYPE_CHECKING:
    from alerts.faces.content import Content

_TAGS = {"marked": "mark", "removed": "del", "added": "ins"}
_LIST = "margin:10px 0 0;padding-left:20px;font-size:14px"
_WRAP = "overflow-wrap:anywhere;word-break:break-word"


def render(content: "Content") -> str:
    """The whole message."""
    heading = escape(content.heading)
    blocks = [f'<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px;{_WRAP}">{heading}</h1>']
    if content.test:
        blocks.append(_paragraph(wording.TEST))
    blocks += [_item(one, content.made) for one in content.items]
    if content.more:
        blocks.append(_more(content))
    blocks += [_summary(one, content.made) for one in content.summaries]
    said = [escape(flat(one)) for one in (*sentences(content.closing, content.told, content.made), content.foot)]
    blocks.append(
        f"<div {styled('closing', 'font-size:14px;margin:20px 0 0;padding:14px 0 0')}>{'<br>'.join(said)}</div>"
    )
    quote = content.every[0].get("quote", "") if content.every else ""
    return page(content.subject, quote, blocks)


def _item(item: Mapping[str, Any], made: str) -> str:
    happened, title = escape(flat(wording.happened(item))), _linked(wording.title(item), item["address"])
    files = [_attachment(label, address) for label, address in wording.attached(item)]
    if more := wording.unlisted(item):
        files.append(f"<li>{wording.counted(more, 'more attachment')}</li>")
    lines = [
        f"<div {styled('card', 'border-radius:8px;padding:18px 20px;margin:0 0 16px')}>",
        f"<div {styled(event_colour(item['event']), 'font-size:14px;font-weight:600')}>{happened}</div>",
        f'<h2 style="font-size:18px;line-height:1.35;margin:4px 0;{_WRAP}">{title}</h2>',
        _small(" · ".join(wording.facts(item, made))),
        _small(wording.asked(item)),
        _quote(item),
        *(_difference(one, item["address"]) for one in differences(item)),
        f'<p style="margin:10px 0 0;font-size:13px;{_WRAP}">{_linked(item["address"], item["address"])}</p>',
        _related(item),
        f'<ul style="{_LIST}">{"".join(files)}</ul>' if files else "",
        "</div>",
    ]
    return "\n".join(line for line in lines if line)


def _related(item: Mapping[str, Any]) -> str:
    why, others = wording.related(item)
    lines = "".join(f"<li>{_linked(said, address)}</li>" for said, address in others)
    return f'<p style="margin:10px 0 0;font-size:14px">{why}:</p><ul style="{_LIST}">{lines}</ul>' if others else ""


def _quote(item: Mapping[str, Any]) -> str:
    pieces = quoted(item)
    if not pieces:
        return ""
    style = f"margin:12px 0 4px;padding:8px 14px;{_WRAP}"
    return f"<blockquote {styled('quote', style)}>{_inline(pieces)}</blockquote>{_small(wording.where(item))}"


def _difference(one: Difference, address: str) -> str:
    cut = f" {escape(wording.CUT)} {_linked(wording.READ_ON, address)}" if one.cut else ""
    place = f'<div style="font-size:14px;font-weight:600;margin:12px 0 2px">{escape(one.place)}</div>'
    said = f"{_inline(one.pieces)}{cut}"
    return place + (f'<div style="font-size:15px;{_WRAP}">{said}</div>' if said else "")


def _inline(pieces: tuple[Piece, ...]) -> str:
    said = "".join(map(_piece, pieces)).replace("</del><ins", "</del> <ins")
    return f"<bdi>{said}</bdi>" if said else ""


def _piece(piece: Piece) -> str:
    if piece.kind == "plain":
        return escape(piece.text)
    tag, name = _TAGS[piece.kind], "mark" if piece.kind == "marked" else piece.kind
    return f"<{tag} {styled(name)}>{escape(piece.text)}</{tag}>"


def _attachment(label: str, address: str) -> str:
    """Its address is spelled out too: who forwards or prints a mail loses the link."""
    spelled = f"<br><span {styled('small', f'font-size:12px;{_WRAP}')}>{escape(web(address) or flat(address))}</span>"
    return f"<li>{_linked(label, address)}{spelled}</li>"


def _more(content: "Content") -> str:
    following = content.following
    said = escape(f"And {content.more:,} more. {wording.HOW_TO_SEE}")
    after = f" The next: {_linked(wording.title(following), following['address'])}" if following else ""
    return f'<p style="margin:0 0 16px;{_WRAP}">{said}{after}</p>'


def _summary(summary: Mapping[str, Any], made: str) -> str:
    sources = "".join(f"<li>{escape(flat(wording.source_line(one)))}</li>" for one in summary["sources"])
    style = styled("card", "border-radius:8px;padding:18px 20px;margin:0 0 16px")
    card = f'<div {style}>{_paragraph(wording.opening(summary))}<ul style="margin:0">{sources}</ul></div>'
    if summary["examples"]:
        card += _paragraph(wording.LATEST)
    return "\n".join([card, *(_item(one, made) for one in summary["examples"])])


def _small(text: str) -> str:
    return f"<div {styled('small', 'font-size:14px')}>{escape(flat(text))}</div>" if text else ""


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 16px">{escape(text)}</p>'


def _linked(text: str, address: str) -> str:
    """A link, where the address is the web's; else the text alone. Its letters cannot turn those around it."""
    said, to = f"<bdi>{escape(flat(text))}</bdi>", web(address)
    return f'<a href="{escape(to)}" {styled("link")}>{said}</a>' if to else said
