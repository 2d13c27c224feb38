"""Which styles of an XLSX show nothing of a cell's value: its background's colour, or a number format without parts."""

import re

from lxml import etree

from crawler.reading.formats.ooxml import Package

# ISO 29500-1, 18.8.31: up to four parts, for positive, negative, zero and text; what is quoted or a colour is left.
NOTHING = re.compile(r"(?:\[[^\]]*\]|\s)*(?:;(?:\[[^\]]*\]|\s)*){3}")
NO_NUMBER = re.compile(r"(?:\[[^\]]*\]|\s)*(?:;(?:\[[^\]]*\]|\s)*){2}")
WHITE, BLACK = "ffffff", "000000"
# 18.8.27: indexed colours, of which 64 is that of the window's text. Theme colours 0 and 1 are paper and ink in every
# theme that Excel brings along.
INDEXED = {"0": BLACK, "8": BLACK, "64": BLACK, "1": WHITE, "9": WHITE, "65": WHITE}
THEME = {"0": WHITE, "1": BLACK}
BY_COLOUR, BY_FORMAT, NUMBERS_BY_FORMAT = "in the colour of its background", "number format ;;;", "number format ;;"


def hides(number_format: str) -> str:
    """Whether a number format shows nothing of anything, or of numbers: one of the reasons above, or ""."""
    if NOTHING.fullmatch(number_format):
        return BY_FORMAT
    return NUMBERS_BY_FORMAT if NO_NUMBER.fullmatch(number_format) else ""


def unseen_styles(package: Package, member: str) -> dict[str, str]:
    """The numbers of the styles that show nothing, and why. Raises Unreadable."""
    root = package.xml(member)
    fonts = [_colour(each.find("{*}color"), BLACK) for each in root.iterfind("{*}fonts/{*}font")]
    fills = [_background(each.find("{*}patternFill"), each) for each in root.iterfind("{*}fills/{*}fill")]
    formats = {
        each.get("numFmtId"): hides(each.get("formatCode", "")) for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    found = {}
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        colour = _at(fonts, style.get("fontId"))
        why = (
            BY_COLOUR
            if colour and colour == _at(fills, style.get("fillId"))
            else formats.get(style.get("numFmtId"), "")
        )
        if why:
            found[str(number)] = why
    return found


def _at(known: list[str], index: str | None) -> str:
    return known[int(index)] if index and index.isdigit() and int(index) < len(known) else ""


def _colour(element: etree._Element | None, otherwise: str) -> str:
    """Six digits, or a name of its own for a colour of a theme or a palette; `otherwise` where none is said."""
    if element is None or not (said := dict(element.attrib)) or "auto" in said:
        return otherwise
    tint = float(said.pop("tint", None) or 0)
    if "rgb" in said:
        name = said["rgb"].lower()[-6:]
    elif "theme" in said:
        name = THEME.get(said["theme"], f"theme {said['theme']}")
    else:
        name = INDEXED.get(said.get("indexed", ""), f"indexed {said.get('indexed', '')}")
    return f"{name} {tint}" if tint else name


def _background(pattern: etree._Element | None, fill: etree._Element) -> str:
    """The colour behind a value; "" for a gradient or a pattern."""
    if pattern is None:
        return "" if len(fill) else WHITE
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    return _colour(pattern.find("{*}fgColor"), "") if kind == "solid" else ""
