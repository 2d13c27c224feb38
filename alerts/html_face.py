"""A message as HTML for mail: styles in place, no image, no script, every address also to be read."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from alerts import wording
from alerts.text_face import flat

if TYPE_CHECKING:
    from alerts.compose import Content

_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:24px 12px;background:#f3f2ef;color:#1c1b19;{font}">
<div style="max-width:640px;margin:0 auto">{blocks}</div></body></html>"""
_FONT = "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_CARD = "background:#ffffff;border:1px solid #dcdad4;border-radius:8px;padding:18px 20px;margin:0 0 16px"
_COLOURS = {
    "new": "#1d6b45",
    "changed": "#8a5a00",
    "withdrawn": "#9c2b2b",
    "restored": "#1d6b45",
    "kept": "#55534e",
}
_SMALL = "font-size:14px;color:#55534e"
_QUOTE = "margin:12px 0 4px;padding:8px 14px;border-left:4px solid #c9a227;background:#fbf8ee"


def render(subject: str, content: "Content") -> str:
    """The whole message."""
    heading = escape(flat(subject.removeprefix("foiwatch: ")))
    blocks = [f'<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">{heading}</h1>']
    if content.test:
        blocks.append(_paragraph(wording.TEST))
    blocks += [_item(one) for one in content.items]
    if content.more:
        blocks.append(_paragraph(f"And {content.more:,} more. {wording.HOW_TO_SEE}"))
    blocks += [_summary(one) for one in content.summaries]
    blocks.append(f'<p style="{_SMALL};margin:20px 0 0">{escape(wording.FOOT.format(content.subscription))}</p>')
    return _PAGE.format(font=_FONT, blocks="\n".join(blocks))


def _item(item: Mapping[str, Any]) -> str:
    event = f"font-size:14px;font-weight:600;color:{_COLOURS[item['event']]}"
    title, address = _linked(wording.title(item), item["address"]), _linked(item["address"], item["address"])
    lines = [
        f'<div style="{_CARD}">',
        f'<div style="{event}">{escape(flat(wording.happened(item)))}</div>',
        f'<h2 style="font-size:18px;line-height:1.35;margin:4px 0">{title}</h2>',
        f'<div style="{_SMALL}">{escape(flat(" · ".join(wording.facts(item))))}</div>',
        _quote(item),
        f'<p style="margin:10px 0 0;font-size:13px;word-break:break-all">{address}</p>',
        _attachments(item),
        "</div>",
    ]
    return "\n".join(line for line in lines if line)


def _quote(item: Mapping[str, Any]) -> str:
    if not item["quote"]:
        return ""
    text, words = flat(item["quote"]), flat(item["words"])
    before, found, after = text.partition(words) if words else (text, "", "")
    marked = f'<mark style="background:#ffe9a8;color:#1c1b19">{escape(found)}</mark>' if found else ""
    where = escape(wording.where(item))
    return (
        f'<blockquote style="{_QUOTE}">{escape(before)}{marked}{escape(after)}</blockquote>'
        f'<div style="{_SMALL}">{where}</div>'
    )


def _attachments(item: Mapping[str, Any]) -> str:
    files = [_attachment(label, address) for label, address in wording.attached(item)]
    return f'<ul style="margin:10px 0 0;padding-left:20px;font-size:14px">{"".join(files)}</ul>' if files else ""


def _attachment(label: str, address: str) -> str:
    """Its address is spelled out too: mail programs make the plain part of this, where a link is lost."""
    spelled = f'<br><span style="font-size:12px;color:#55534e;word-break:break-all">{escape(address)}</span>'
    return f"<li>{_linked(label, address)}{spelled}</li>"


def _summary(summary: Mapping[str, Any]) -> str:
    sources = "".join(f"<li>{escape(flat(wording.source_line(one)))}</li>" for one in summary["sources"])
    opening = _paragraph(wording.opening(summary))
    card = f'<div style="{_CARD}">{opening}<ul>{sources}</ul></div>'
    if summary["examples"]:
        card += _paragraph(wording.LATEST)
    return "\n".join([card, *(_item(one) for one in summary["examples"])])


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 16px">{escape(text)}</p>'


def _linked(text: str, address: str) -> str:
    """A link, where the address is the web's; else the text alone."""
    if not address.startswith(("http://", "https://")):
        return escape(flat(text))
    return f'<a href="{escape(address)}" style="color:#1f4e8c">{escape(flat(text))}</a>'
