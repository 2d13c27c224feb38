"""The numbers that Word shows before the paragraphs of its lists, which stand nowhere in the text.

The rules are those of ECMA-376 Part 1, 17.9 (numbering).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from crawler.reading.formats.office.numerals import numeral
from crawler.reading.formats.office.word_styles import Styles, value
from crawler.reading.formats.ooxml import W, is_on

BULLET = "- "
LEVELS = 9


@dataclass(frozen=True)
class Level:
    """One level of a list: `text` is "%1.%2", `restart` the level, counted from 1, whose items begin it anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = LEVELS
    plain: bool = False
    style: str = ""


class Numbers:
    """Counts the lists of one document, in the order in which its paragraphs are asked about."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else {_id(each, "num"): each for each in root.iter(W + "num")}
        self._kinds = {} if root is None else {_id(each, "abstractNum"): each for each in root.iter(W + "abstractNum")}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._starts: dict[str, Mapping[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: etree._Element) -> str:
        """What Word shows before the paragraph, with a space ("1.2 ", "(a) "); "- " for a bullet; or nothing."""
        number, depth = self._place(paragraph)
        level = self._of(number).get(depth)
        if level is None:
            return ""
        counts = self._count(number, depth)
        if level.form == "bullet":
            return BULLET
        text = re.sub(r"%([1-9])", lambda found: self._part(number, int(found[1]) - 1, level, counts), level.text)
        return f"{text.strip()} " if text.strip() else ""

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        style = self._styles.of(paragraph)
        inherited, depth = self._styles.numbering(style)
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number = (value(own, "numId") if own is not None else "") or inherited
        own_depth = value(own, "ilvl") if own is not None else ""
        if own_depth.isdecimal():
            return number, int(own_depth)
        named = {level.style: at for at, level in self._of(number).items() if level.style}
        chain = (each.get(W + "styleId", "") for each in self._styles.chain(style))
        at = next((named[name] for name in chain if name in named), None)
        return number, at if at is not None else int(depth) if depth.isdecimal() else 0

    def _count(self, number: str, depth: int) -> dict[int, int]:
        """The counters of the list after one more item at `depth`."""
        counts = self._counts.setdefault(self._kind_of(number), {})
        levels = self._of(number)
        if (number, depth) not in self._begun and depth in self._starts[number]:
            counts[depth] = self._starts[number][depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else self._start(number, depth)
        self._begun.add((number, depth))
        for deeper in [each for each in counts if each > depth]:
            if depth < levels.get(deeper, Level()).restart:
                del counts[deeper]
        return counts

    def _start(self, number: str, depth: int) -> int:
        return self._starts[number].get(depth, self._of(number).get(depth, Level()).start)

    def _part(self, number: str, depth: int, level: Level, counts: Mapping[int, int]) -> str:
        form = "decimal" if level.plain else self._of(number).get(depth, Level()).form
        return "" if form == "none" else numeral(counts.get(depth, self._start(number, depth)), form)

    def _kind_of(self, number: str) -> str:
        return value(self._lists[number], "abstractNumId") if number in self._lists else ""

    def _of(self, number: str) -> Mapping[int, Level]:
        """The levels of a list, with what it overrides of its kind; none for a list that is not there."""
        if number not in self._levels:
            listed = self._lists.get(number)
            overrides = [] if listed is None else list(listed.iter(W + "lvlOverride"))
            levels = _levels(self._definition(self._kind_of(number)))
            for each in overrides:
                levels |= _levels(each)
            self._levels[number] = levels
            starts = {_depth(each): value(each, "startOverride") for each in overrides}
            self._starts[number] = {depth: int(start) for depth, start in starts.items() if start.isdecimal()}
        return self._levels[number]

    def _definition(self, kind: str) -> etree._Element | None:
        """The definition of a kind of list; one may be kept under a style's name."""
        found = self._kinds.get(kind)
        linked = value(found, "numStyleLink") if found is not None else ""
        if not linked:
            return found
        number, _ = self._styles.numbering(linked)
        return self._kinds.get(self._kind_of(number), found)


def _levels(element: etree._Element | None) -> dict[int, Level]:
    return {} if element is None else {_depth(each): _level(each) for each in element.iterchildren(W + "lvl")}


def _level(element: etree._Element) -> Level:
    start, restart = value(element, "start"), value(element, "lvlRestart")
    return Level(
        start=int(start) if start.isdecimal() else 1,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        restart=int(restart) if restart.isdecimal() else LEVELS,
        plain=is_on(element.find(W + "isLgl")),
        style=value(element, "pStyle"),
    )


def _depth(element: etree._Element) -> int:
    depth = element.get(W + "ilvl", "0")
    return int(depth) if depth.isdecimal() else 0


def _id(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}Id", "")
