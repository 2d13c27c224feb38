"""The frame of a mail in HTML and its colours, by day and by night: styles in place, no image, no script."""

from html import escape

from alerts.faces.untrusted import flat

# Styles stand in place for the programs that drop <style>; classes are for those that know a dark mode.
_PAGE = """<!DOCTYPE html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>{title}</title><style>
:root {{ color-scheme: light dark; supported-color-schemes: light dark; }}
@media (max-width: 480px) {{ .card {{ padding: 14px 14px !important; }} body {{ padding: 12px 8px !important; }} }}
@media (prefers-color-scheme: dark) {{
{dark}
}}
</style></head>
<body class="page" style="margin:0;padding:24px 12px;{page};{font}">
{preview}<div style="max-width:640px;margin:0 auto">
{blocks}
</div></body></html>
"""
_FONT = "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;-webkit-text-size-adjust:100%"
_HIDDEN = "display:none;max-height:0;overflow:hidden;mso-hide:all"
# A class, its colours by day, its colours by night; contrast is at least 4.5 to 1 (WCAG 2.2, 1.4.3).
COLOURS = {
    "page": ("background:#f3f2ef;color:#1c1b19", "background:#161513;color:#ecebe7"),
    "card": ("background:#ffffff;border:1px solid #dcdad4", "background:#211f1d;border-color:#3b3833"),
    "small": ("color:#55534e", "color:#b5b2ab"),
    "quote": ("background:#fbf8ee;border-left:4px solid #c9a227", "background:#2b2820;border-left-color:#c9a227"),
    "mark": ("background:#ffe9a8;color:#1c1b19", "background:#6b5610;color:#fff8e0"),
    "link": ("color:#1f4e8c", "color:#8fbcf5"),
    "new": ("color:#1d6b45", "color:#7fd1a6"),
    "changed": ("color:#8a5a00", "color:#e8b75a"),
    "withdrawn": ("color:#9c2b2b", "color:#f09a94"),
    "removed": ("background:#fbe3e1;color:#8c1d1d", "background:#4a2323;color:#f5b8b3"),
    "added": ("background:#dff2e6;color:#14532d", "background:#1d3d2b;color:#a9e5c2"),
    "closing": ("border-top:1px solid #dcdad4;color:#55534e", "border-top-color:#3b3833;color:#b5b2ab"),
}
_EVENT_COLOUR = {"restored": "new", "kept": "small", "withdrawn": "withdrawn", "changed": "changed"}


def page(title: str, preview: str, blocks: list[str]) -> str:
    """The whole page. `preview` is what a list of mails shows beside the subject."""
    dark = "\n".join(f".{name} {{ {_important(night)} }}" for name, (_, night) in COLOURS.items())
    hidden = f'<div style="{_HIDDEN}">{escape(flat(preview))}</div>\n' if preview else ""
    return _PAGE.format(
        title=escape(flat(title)),
        dark=dark,
        page=COLOURS["page"][0],
        font=_FONT,
        preview=hidden,
        blocks="\n".join(blocks),
    )


def styled(name: str, more: str = "") -> str:
    """The attributes of an element in the colours of `name`, with more style in place."""
    return f'class="{name}" style="{COLOURS[name][0]}{";" if more else ""}{more}"'


def event_colour(event: str) -> str:
    """The name of the colours in which an event is told."""
    return _EVENT_COLOUR.get(event, "new")


def _important(style: str) -> str:
    return "; ".join(f"{one} !important" for one in style.split(";"))
