"""The numbers that a word processor shows before the items of an OpenDocument's lists (ODF 1.3 Part 3, 16.30)."""

from lxml import etree

from crawler.reading.formats.office.numerals import numeral
from crawler.reading.formats.office.odf import STYLE, TEXT, Opened

FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
BULLET = "- "
ID = "{http://www.w3.org/XML/1998/namespace}id"
Counts = dict[int, int]


class Lists:
    """Counts the items of one document in the order in which they are met."""

    def __init__(self, document: Opened) -> None:
        self._styles = document.named(TEXT + "list-style")
        self._counts: dict[str, Counts] = {}
        self._begun: dict[str, Counts] = {}  # of lists by their ids, which a later one may go on with
        outline = None if document.styles is None else next(document.styles.iter(TEXT + "outline-style"), None)
        self._outline = outline
        self._headings: Counts = {}

    def begin(self, element: etree._Element, style: str, within: Counts | None) -> tuple[str, Counts]:
        """The style and the counters of a list; one `within` an item of another counts as a level of that."""
        style = element.get(TEXT + "style-name", style)
        if within is not None:
            return style, within
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        earlier = self._begun.get(element.get(TEXT + "continue-list")) or (self._counts.get(style) if goes_on else None)
        counts: Counts = {} if earlier is None else earlier
        self._counts[style] = counts
        if name := element.get(ID):
            self._begun[name] = counts
        return style, counts

    def mark(self, item: etree._Element, style: str, counts: Counts, depth: int) -> str:
        """What is shown before an item, with a space: "1.a ", "- " for a bullet, or nothing."""
        listed = self._styles.get(item.get(TEXT + "style-override", style))
        level = None if listed is None else _level(listed, depth)
        said = item.get(TEXT + "start-value", "")
        counts[depth] = int(said) if said.isdecimal() else counts[depth] + 1 if depth in counts else _start(level)
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level is None or listed is None:
            return ""
        return BULLET if level.tag != TEXT + "list-level-style-number" else _shown(listed, level, counts, depth)

    def heading(self, element: etree._Element) -> str:
        """The number of a heading, where the outline has any."""
        said = element.get(TEXT + "outline-level", "1")
        depth = int(said) if said.isdecimal() else 1
        level = None if self._outline is None else _level(self._outline, depth)
        if self._outline is None or level is None or not level.get(STYLE + "num-format"):
            return ""
        counts = self._headings
        counts[depth] = counts[depth] + 1 if depth in counts else _start(level)
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _shown(self._outline, level, counts, depth)


def _shown(listed: etree._Element, level: etree._Element, counts: Counts, depth: int) -> str:
    levels = level.get(TEXT + "display-levels", "1")
    shown = min(depth, int(levels)) if levels.isdecimal() else 1
    numbers = []
    for at in range(depth - shown + 1, depth + 1):
        each = _level(listed, at)
        form = "" if each is None else each.get(STYLE + "num-format", "")
        if form:
            numbers.append(numeral(counts.get(at, _start(each)), FORMS.get(form, "decimal")))
    text = level.get(STYLE + "num-prefix", "") + ".".join(numbers) + level.get(STYLE + "num-suffix", "")
    return f"{text.strip()} " if numbers else ""


def _level(listed: etree._Element, depth: int) -> etree._Element | None:
    return next((each for each in listed if each.get(TEXT + "level") == str(depth)), None)


def _start(level: etree._Element | None) -> int:
    said = "" if level is None else level.get(TEXT + "start-value", "")
    return int(said) if said.isdecimal() else 1
