"""The styles of an OpenDocument sheet by which something is not shown."""

from dataclasses import dataclass, field

from lxml import etree

from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.ods_xml import STYLE, TABLE
from crawler.reading.formats.workbook.sheet_xml import elements

FORMATS = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
WHITE = "#ffffff"
BARE = ("", "transparent", WHITE)
LOW = 0.035  # centimetres, about a point: what is lower or narrower cannot be read
UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}


@dataclass
class Styles:
    """Names of styles: of hidden sheets, of rows and columns too small to be seen, of text on its own colour."""

    hidden: set[str] = field(default_factory=set)
    flat: set[str] = field(default_factory=set)
    white: set[str] = field(default_factory=set)


def read_styles(package: Package) -> Styles:
    """The styles of content.xml and styles.xml. Raises Unreadable."""
    styles = Styles()
    colours: dict[str, tuple[str, str, str]] = {}
    for name in ("styles.xml", "content.xml"):
        if name not in package.names:
            continue
        with package.archive.open(name) as stream:
            for style in elements(stream, "style", "table-row"):
                if style.tag == TABLE + "table-row":
                    break  # all styles stand before the first row
                _take(styles, colours, style)
    styles.white = {name for name in colours if _is_blended(colours, name)}
    return styles


def _take(styles: Styles, colours: dict[str, tuple[str, str, str]], style: etree._Element) -> None:
    name = style.get(STYLE + "name", "")
    for properties in style:
        if properties.get(TABLE + "display") == "false":
            styles.hidden.add(name)
        size = properties.get(STYLE + "row-height", properties.get(STYLE + "column-width"))
        if size is not None and _length(size) < LOW:
            styles.flat.add(name)
    if style.get(STYLE + "family") == "table-cell" and style.find(STYLE + "map") is None:
        colour = "".join(each.get(FORMATS + "color", "") for each in style)
        back = "".join(each.get(FORMATS + "background-color", "") for each in style)
        colours[name] = (colour.lower(), back.lower(), style.get(STYLE + "parent-style-name", ""))


def _is_blended(colours: dict[str, tuple[str, str, str]], name: str) -> bool:
    colour, back = "", ""
    for _ in range(10):
        if name not in colours:
            break
        own_colour, own_back, name = colours[name]
        colour, back = colour or own_colour, back or own_back
    # A text without a colour of its own is black or white, whichever its background is not.
    return bool(colour) and colour == (WHITE if back in BARE else back)


def _length(size: str) -> float:
    try:
        return float(size[:-2]) * UNITS.get(size[-2:], 1.0)
    except ValueError:
        return 1.0
