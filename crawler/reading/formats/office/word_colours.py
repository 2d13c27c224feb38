"""Words of a Word document in the very colour of what they stand on: blacked out, and still there."""

from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.office.word_runs import PARAGRAPH, RUN
from crawler.reading.formats.office.word_styles import Styles, value
from crawler.reading.formats.ooxml import W

# ISO 29500-1, 17.18.40 ST_HighlightColor
HIGHLIGHTS = {
    "black": "000000", "blue": "0000ff", "cyan": "00ffff", "green": "00ff00", "magenta": "ff00ff", "red": "ff0000",
    "yellow": "ffff00", "white": "ffffff", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "c0c0c0",
}  # fmt: skip
UNSAID = ("", "auto")


def blended(paragraph: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    """The runs of a paragraph, not of one within it, whose colour is that of a highlight or a shading behind them."""
    shades = [paragraph.find(f"{W}pPr/{W}shd")]
    cell = next(paragraph.iterancestors(W + "tc"), None)
    shades += [cell.find(f"{W}tcPr/{W}shd")] if cell is not None else []
    for run in paragraph.iter(RUN):
        properties = run.find(W + "rPr")
        if properties is None or next(run.iterancestors(PARAGRAPH)) is not paragraph:
            continue
        colour = value(properties, "color").lower()
        highlight = HIGHLIGHTS.get(value(properties, "highlight"), "")
        if highlight and colour in UNSAID and not _is_coloured(run, paragraph, styles):
            colour = "000000"  # on a dark shading Word makes such words white; on a highlight it does not
        behind = highlight or next(filter(None, map(_shade, [properties.find(W + "shd"), *shades])), "")
        if behind and colour == behind:
            yield run


def _shade(element: etree._Element | None) -> str:
    """The colour of a shading; none for a pattern of two colours, or where it is left to Word."""
    if element is None:
        return ""
    kind = element.get(W + "val", "clear")
    colour = {"clear": element.get(W + "fill", ""), "solid": element.get(W + "color", "")}.get(kind, "").lower()
    return "" if colour in UNSAID else colour


def _is_coloured(run: etree._Element, paragraph: etree._Element, styles: Styles) -> bool:
    """Whether a style gives the run a colour."""
    own = run.find(f"{W}rPr/{W}rStyle")
    names = (styles.of(paragraph), "" if own is None else own.get(W + "val", ""))
    said = (each.find(f"{W}rPr") for name in names for each in styles.chain(name))
    return any(value(each, "color") not in UNSAID for each in said if each is not None)
