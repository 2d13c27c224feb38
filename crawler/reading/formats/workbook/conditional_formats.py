"""Numbers of an XLSX in whose place a conditional format shows nothing, or a mark such as "<5"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook.cells import named
from crawler.reading.formats.workbook.grid import Area, Place
from crawler.reading.formats.workbook.hidden_cells import cells_at, counted
from crawler.reading.formats.workbook.number_formats import hides, meets
from crawler.reading.formats.workbook.sheet_members import SheetMember
from crawler.reading.formats.workbook.sheet_xml import areas, elements, numbered, valued

# ISO 29500-1, 18.18.15: what a rule says of the value of a cell, by one number or, of "between", by two.
OPERATORS = {
    "lessThan": ("<",), "lessThanOrEqual": ("<=",), "greaterThan": (">",), "greaterThanOrEqual": (">=",),
    "equal": ("=",), "notEqual": ("<>",), "between": (">=", "<="),
}  # fmt: skip
NUMBER = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*")
SAYS = re.compile(r"\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*(<=|>=|<>|<|>|=)" + NUMBER.pattern)
ALL_OF = re.compile(r"\s*AND\((.*)\)\s*", re.I)
MOST = 1_000  # rules, and cells that are told


@dataclass(frozen=True)
class Rule:
    """In some areas, a number format for the numbers that pass all tests: a sign and what they are held against."""

    areas: tuple[Area, ...]
    code: str
    tests: tuple[tuple[str, float], ...]

    def hides(self, place: Place, value: float) -> bool:
        """Whether nothing is shown of a number, by this rule."""
        row, column = place
        is_there = any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in self.areas)
        return is_there and all(meets(value, *test) for test in self.tests) and hides(self.code, value)


def under_conditions(package: Package, sheet: SheetMember, codes: Mapping[str, str]) -> Iterator[Hidden]:
    """One finding for all of them; `codes` are the formats that may hide, by the number of the style of a rule."""
    if not codes:
        return
    with package.archive.open(sheet.member) as stream:
        found = (rule for element in elements(stream, "conditionalFormatting") for rule in _rules(element, codes))
        rules = list(islice(found, MOST))
    if not rules:
        return
    with package.archive.open(sheet.member) as stream:
        hidden = dict(islice(_hidden(numbered(elements(stream, "row")), rules), MOST))
    if hidden:
        what = f"{counted(len(hidden), 'value')}, by a conditional format"
        yield cells_at("hidden text", sheet.name, hidden, hidden.values(), what)


def _hidden(rows: Iterator[tuple[int, etree._Element]], rules: list[Rule]) -> Iterator[tuple[Place, str]]:
    for number, row in rows:
        for cell in valued(row):
            place = number, cell.column
            known = NUMBER.fullmatch(cell.value) if cell.kind == "n" else None
            if known and any(rule.hides(place, float(known[1])) for rule in rules):
                yield place, cell.value


def _rules(element: etree._Element, codes: Mapping[str, str]) -> Iterator[Rule]:
    where = tuple(areas(element.get("sqref", "")))
    for rule in element.iterfind("{*}cfRule"):
        code = codes.get(rule.get("dxfId", ""), "")
        formulas = [each.text or "" for each in rule.iterfind("{*}formula")]
        tests = _of_value(rule, formulas) if rule.get("type") == "cellIs" else _of_formula(formulas, where)
        if code and tests:
            yield Rule(where, code, tests)


def _of_value(rule: etree._Element, formulas: list[str]) -> tuple[tuple[str, float], ...]:
    signs = OPERATORS.get(rule.get("operator", ""), ())
    limits = [NUMBER.fullmatch(each) for each in formulas]
    told = tuple((sign, float(limit[1])) for sign, limit in zip(signs, limits, strict=False) if limit)
    return told if len(told) == len(signs) else ()


def _of_formula(formulas: list[str], where: tuple[Area, ...]) -> tuple[tuple[str, float], ...]:
    """The tests of "A2<5" or "AND(A2>0,A2<5)", where A2 is the first cell; no other formula is followed."""
    if len(formulas) != 1 or not where:
        return ()
    both = ALL_OF.fullmatch(formulas[0])
    said = [SAYS.fullmatch(each) for each in (both[1].split(",") if both else formulas)]
    first = named(*where[0][:2])
    told = tuple((each[3], float(each[4])) for each in said if each and each[1] + each[2] == first)
    return told if len(told) == len(said) else ()
