"""Which styles of an XLSX show nothing of a cell's value: white on white, or a number format without any part."""

import re

from lxml import etree

from crawler.reading.formats.ooxml import Package

# ISO 29500-1, 18.8.31: up to four parts, for positive, negative, zero and text; what is quoted or a colour is left.
NOTHING = re.compile(r"(?:\[[^\]]*\]|\s)*(?:;(?:\[[^\]]*\]|\s)*){3}")
NO_NUMBER = re.compile(r"(?:\[[^\]]*\]|\s)*(?:;(?:\[[^\]]*\]|\s)*){2}")
WHITE = ("ffffffff", "00ffffff", "ffffff")
WHITE_INDEX = ("1", "9")  # 18.8.27, indexed colours
BY_COLOUR, BY_FORMAT, NUMBERS_BY_FORMAT = "white on white", "number format ;;;", "number format ;;"


def hides(number_format: str) -> str:
    """Whether a number format shows nothing of anything, or of numbers: one of the reasons above, or ""."""
    if NOTHING.fullmatch(number_format):
        return BY_FORMAT
    return NUMBERS_BY_FORMAT if NO_NUMBER.fullmatch(number_format) else ""


def unseen_styles(package: Package, member: str) -> dict[str, str]:
    """The numbers of the styles that show nothing, and why. Raises Unreadable."""
    root = package.xml(member)
    fonts = [_is_white(each.find("{*}color")) for each in root.iterfind("{*}fonts/{*}font")]
    fills = [_is_bare(each.find("{*}patternFill"), each) for each in root.iterfind("{*}fills/{*}fill")]
    formats = {
        each.get("numFmtId"): hides(each.get("formatCode", "")) for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    found = {}
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        white = _at(fonts, style.get("fontId")) and _at(fills, style.get("fillId"))
        why = BY_COLOUR if white else formats.get(style.get("numFmtId"), "")
        if why:
            found[str(number)] = why
    return found


def _at(known: list[bool], index: str | None) -> bool:
    return bool(index and index.isdigit() and int(index) < len(known) and known[int(index)])


def _is_white(colour: etree._Element | None) -> bool:
    if colour is None or float(colour.get("tint") or 0) != 0:
        return False
    # Theme colour 0 is the paper of the window: white in every theme that Excel brings along.
    rgb = colour.get("rgb", "").lower()
    return rgb in WHITE or colour.get("indexed") in WHITE_INDEX or colour.get("theme") == "0"


def _is_bare(pattern: etree._Element | None, fill: etree._Element) -> bool:
    if pattern is None:
        return len(fill) == 0  # else a gradient
    kind = pattern.get("patternType", "none")
    return kind == "none" or (kind == "solid" and _is_white(pattern.find("{*}fgColor")))
