"""Which styles of an XLSX show nothing of a cell's value: its background's colour, or by their number format."""

from dataclasses import dataclass

from lxml import etree

from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.figures import telling
from crawler.reading.formats.workbook.number_formats import hides, may_hide
from crawler.reading.formats.workbook.sheet_xml import whole

WHITE, BLACK = "ffffff", "000000"
# 18.8.27: indexed colours, of which 64 is that of the window's text. Theme colours 0 and 1 are paper and ink in every
# theme that Excel brings along.
INDEXED = {"0": BLACK, "8": BLACK, "64": BLACK, "1": WHITE, "9": WHITE, "65": WHITE}
THEME = {"0": WHITE, "1": BLACK}
BY_COLOUR = "in the colour of its background"


@dataclass(frozen=True)
class Unseen:
    """Why a style does not show a value: by its number format, which is told, or by its colour."""

    number_format: str = ""

    @property
    def why(self) -> str:
        """The reason, in words for an operator."""
        return f"number format {self.number_format}" if self.number_format else BY_COLOUR

    def hides(self, value: float | str) -> bool:
        """Whether it keeps a value to itself, which may be a number or anything else."""
        return hides(self.number_format, value) if self.number_format else True


def by_format(number_format: str) -> Unseen | None:
    """The reason, when a number format hides some values."""
    return Unseen(number_format) if may_hide(number_format) else None


def unseen_styles(package: Package, member: str) -> dict[str, Unseen]:
    """The numbers of the styles that show nothing, and why. Raises Unreadable."""
    root = package.xml(member)
    fonts = [_colour(each.find("{*}color"), BLACK) for each in root.iterfind("{*}fonts/{*}font")]
    fills = [_background(each.find("{*}patternFill"), each) for each in root.iterfind("{*}fills/{*}fill")]
    formats = {
        each.get("numFmtId"): by_format(each.get("formatCode", "")) for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    found = {}
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        colour = _at(fonts, style.get("fontId"))
        is_blended = colour and colour == _at(fills, style.get("fillId"))
        unseen = Unseen() if is_blended else formats.get(style.get("numFmtId"))
        if unseen:
            found[str(number)] = unseen
    return found


def figure_styles(package: Package, member: str) -> dict[int, str]:
    """The number formats that say other words than the number, by the number of the style. Raises Unreadable."""
    root = package.xml(member)
    formats = {
        whole(each.get("numFmtId"), 0): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    return telling(formats, [whole(each.get("numFmtId"), 0) for each in root.iterfind("{*}cellXfs/{*}xf")])


def hiding_conditions(package: Package, member: str) -> dict[str, str]:
    """The number formats that may hide a value among the styles of conditions, by their number. Raises Unreadable."""
    styles = enumerate(package.xml(member).iterfind("{*}dxfs/{*}dxf"))
    codes = {str(number): each.find("{*}numFmt") for number, each in styles}
    told = {number: each.get("formatCode", "") for number, each in codes.items() if each is not None}
    return {number: code for number, code in told.items() if may_hide(code)}


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
