"""Small numbers that a force kept back: the marker it wrote in their place, and where."""

import re
from collections.abc import Collection, Sequence

from crawler.reading.facts.masked import Standing, masked
from crawler.reading.facts.scales import Scales
from crawler.reading.pages.tables import Rows, split_row
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals

_COUNT = r"(?:\d{1,2}|two|three|four|five|six|ten|twenty)"
_LOW = r"(?:[2-9]|10|two|three|four|five|six|ten)"  # an age is higher: `Under 18` heads a column
_MARKER = re.compile(
    rf"(?:(?:fewer|less|lower) than|up to|at most) {_COUNT}\b|(?:below|under) {_LOW}\b|[<≤]\s?\d{{1,2}}\b"
    rf"|\b{_COUNT} or (?:fewer|less)\b",
    re.I,
)
_FEW = r"(?:[3-9]|10|three|four|five|six|seven|eight|nine|ten)"
# In a sentence only what forces write in place of a number; `under ten minutes` is none.
_SO_LOW = rf"(?:fewer|less) than {_FEW}\b|\b(?:below|under) {_FEW}\b|[<≤]\s?(?:[3-9]|10)\b|\b{_FEW} or (?:fewer|less)\b"
_SAID, _SAYS = re.compile(_SO_LOW, re.I), signals(_SO_LOW)
# A mark among figures that stand behind names or numbers: `Race 39, sex 12, disability *`, `(i) 31 (ii) *`.
_FIGURE = re.compile(r"\b[\w’'-]+:? \d[\d,]*[,;:] ")
_LISTED = re.compile(r"(?<=[\w):] )(?P<mark>\*{1,3}|x{2,3}|\[[cxz]\])(?=[.,;]|$)")
_COUNTED_OFF = re.compile(r"(?<=[\w]\) )(?P<mark>\*{1,3})(?=[.,;]|$| \(\w+\) )")
_MARKS = re.compile(r" (?:\*|xx|\[[cxz]\])")
_UNIT = re.compile(
    r"\s*(?:%|per ?cent|times?\b|(?:in|out of) (?:\d{1,3}|three|four|five|ten|twenty)\b"
    r"|hours?|minutes?|days?|weeks?|months?|years?|miles?|pounds|working)\b",
    re.I,
)
# The sentence that says what a mark stands for, or why small numbers are kept back, keeps back none itself.
_EXPLAINS = signals(
    r"^\*|\b(?:shown|given|displayed|represented|recorded|expressed|replaced|marked|masked|denoted|signified"
    r"|indicated) (?:as|by|with)\b"
    r"|\b(?:denote[sd]?|stands? for|represents?|indicates?|signif(?:y|ies)|means?)\b"
    r"|\b(?:where|when|whenever|wherever|if|any|all|any of the|such|these|those|of|for|the|low|small) "
    r"(?:\w+ ){0,3}(?:value|figure|number|count|cell|total|result|amount|entr(?:y|ie)|statistic|figure|data)s?\b"
    r"|\b(?:values?|figures?|numbers?|counts?|cells?|totals?|results?|entries|data)(?: \w+){0,3} "
    r"(?:fewer|less|lower|below|under|of|smaller)\b"
    r"|\b(?:not (?:been )?(?:shown|given)|(?:have|has|are|is|were|been) (?:suppressed|redacted|replaced|withheld"
    r"|masked|rounded))\b"
)
# Of one figure, and of no figures in general: `The number that ended in a warning was fewer than 3`.
_OF_ONE = re.compile(r"\b(?:number|figure|total|count|answer) (?:(?!\b(?:is|was)\b)[\w’'-]+ ){0,12}(?:is|was) $", re.I)
# `2022: fewer than 5 2023: 7`, and `Norfolk 6; Suffolk fewer than 5`.
_IN_LIST = re.compile(
    r"\b(?:19|20)\d\d(?:[/–-]\d{2,4})? ?[:=–-] ?$"
    r"|(?:\d,|^;) (?:and )?(?!Numbers|Figures|Values|Counts)(?:[A-Z][\w’-]+ ){1,4}$"
)
_CLAUSE = re.compile(r"(?=; )")
_NEAR = 240  # characters before a marker that say what it is of
_GENERAL = re.compile(r"\b(?:where|when\w*|if|any|all|each|every|such|these|those(?! who\b)|shown|given)\b", re.I)
_CELL = re.compile(
    r"\*{1,3}|x{1,3}|[<≤]\s?\d{1,2}|(?:data )?(?:redacted|suppressed|masked|withheld)|-?\[?c\]?|\[(?:low|x|z|u|redacted"
    r"|withheld|suppressed)\]"
    r"|s(?:ection)?\.? ?(?:38|40|44)\s?(?:\(\w+\))+(?: applies| exempt(?:ion)?)?|(?:exempt )?s(?:ection)?\.? ?40",
    re.I,
)
# A marker in brackets, or with the mark of a foot-note: `(<5)`, `<5*`, `fewer than 5 [1]`.
_NOTED = re.compile(r"\(?([^()*†‡\[\]]{2,24}?)\)? ?(?:[*†‡¹²³]{0,3}|\[\w{1,2}\])")
_LONGEST = 31  # characters that it matches
_DASH = re.compile(r"[-–—]|\.\.|#|~")
_NUMBER = re.compile(r"[£$]?\d[\d,.]*%?")
_DASH_MEANS = signals(
    r"(?:[\"“'‘](?P<mark>[-–—#~]|\.\.)[\"”'’]|\b(?:a )?(?:dash|hyphen)|\bhash).{0,40}"
    r"(?:denot|indicat|represent|stand|signif|show|mean|suppress|fewer|less|below|low|redact|withh)"
)
_RANGE = re.compile(r"(?:[0-2]|one|zero) ?(?:[-–—]|to) ?(?:[3-9]|10|three|four|five|nine|ten)", re.I)
_RANGE_SAID = signals(
    r"\b(?:ranges?|bands?|banded|one to (?:three|four|five|nine|ten))\b|\b[0-2] ?(?:[-–—]|to) ?(?:[3-9]|10)\b"
)
# A word of the force's own in place of a number, quoted where the reply says what it is: `“low” is one to four`.
_QUOTED = re.compile(r"[\"“‘](?!(?:nil|none|zero|no|yes)\b)([^\W\d]{1,12})[\"”’]", re.I)
# Why it is no exact number: bands of ages and of years of service have no such reason.
_RANGE_WHY = signals(
    r"\b(?:withh\w+|suppress\w*|exempt\w*|protect\w*|identif\w+|small|low|exact|precise|anonym\w+"
    r"|(?:fewer|less) than|below)\b"
)


def suppressed(tables: Sequence[Rows], lines: Sequence[str], keys: Sequence[str] = ()) -> tuple[dict[str, str], ...]:
    """Each as {"marker", "where"}: a cell by table, row and column (from 1), or the sentence.

    `keys` are lines that may say what a mark stands for, and in which no figure is looked for. A dash is a marker only
    where the reply says so; `**` at the end of words is a foot-note's mark and never one.
    """
    found = []
    cells = {cell.strip() for rows in tables for row in rows for cell in row}
    said = _told(cells, [*lines, *keys])
    for number, rows in enumerate(tables, 1):
        columns, scales = _numeric(rows), Scales(rows)
        for down, row in enumerate(rows, 1):
            for across, cell in enumerate(row, 1):
                numeric = across in columns or (across > 1 and any(map(_is_number, row[1:])))
                is_marker = _is_marker(cell.strip(), numeric, said if down > 1 else ())
                if is_marker and not scales.begins(down - 1, across - 1):
                    found.append({"marker": cell.strip(), "where": f"table {number}, row {down}, column {across}"})
    signs = masked(lines)
    for line in lines:
        # What stands beside a question in a table is an answer, and no data that is told by its cell.
        for words in split_row(line) or [line]:
            if words.strip() not in cells:
                standing = signs.get(line, ()) if words == line else ()
                found += [{"marker": marker, "where": line} for marker in _in_words(words, standing)]
    return tuple(found)


def _in_words(words: str, standing: Sequence[Standing]) -> list[str]:
    if _is_marker(words.strip(), False, ()):
        return [words.strip()]
    return [*_said(words), *dict(sorted({*_listed(words), *standing})).values()]


def _told(cells: Collection[str], lines: Sequence[str]) -> Collection[str]:
    """The cells that stand for a number kept back only because the reply says so: dashes, small ranges, a word."""
    dashes, ranges = (set(filter(pattern.fullmatch, cells)) for pattern in (_DASH, _RANGE))
    if dashes and not any(map(_DASH_MEANS.search, lines)):
        dashes = set()
    if ranges and not any(_RANGE_SAID.search(line) and _RANGE_WHY.search(line) for line in lines):
        ranges = set()
    return dashes | ranges | _words(cells, lines)


def _words(cells: Collection[str], lines: Sequence[str]) -> set[str]:
    """The cells that the reply quotes in a line that gives, beside them, a reason why numbers are kept back."""
    quoting = ((line, hits) for line in lines if (hits := _QUOTED.findall(line)))
    reasoned = (hits for line, hits in quoting if _RANGE_WHY.search(_QUOTED.sub("", line)))
    return {mark for hits in reasoned for mark in hits}.intersection(cells) if cells else set()


def _is_marker(cell: str, among_numbers: bool, said: Collection[str]) -> bool:
    if _MARKER.fullmatch(_bare(cell)):
        return True
    # A section or a word names a column or an outcome as well; it stands for a number only among numbers.
    if _CELL.fullmatch(cell):
        return among_numbers or not cell[0].isalpha() or cell.lower() in ("xx", "xxx")  # one x may be a tick
    return among_numbers and cell in said


def _bare(cell: str) -> str:
    noted = _NOTED.fullmatch(cell) if len(cell) <= _LONGEST else None
    return noted[1] if noted else cell


def _numeric(rows: Rows) -> Collection[int]:
    """The columns, from 1, in which a cell at least is a number."""
    return {across for row in rows for across, cell in enumerate(row, 1) if _is_number(cell)}


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))


def _listed(line: str) -> list[Standing]:
    """The marks that stand in a line for one figure among others, each behind its name."""
    if not _MARKS.search(line):
        return []
    figure = _FIGURE.search(line)
    behind = _LISTED.finditer(line, figure.end() - 1) if figure else iter(())
    return [(hit.start("mark"), hit["mark"]) for hits in (behind, _COUNTED_OFF.finditer(line)) for hit in hits]


def _states(sentence: str, at: int) -> bool:
    """Whether the words up to a marker say that one number is so low."""
    start = max(0, at - _NEAR)
    if _IN_LIST.search(sentence, start, at):
        return True
    return bool(_OF_ONE.search(sentence, start, at)) and not _GENERAL.search(sentence, start, at)


def _said(line: str) -> list[str]:
    """The markers of a line in the sentences that give a number, and in none that explains."""
    if not _SAYS.search(line):
        return []
    clauses = (clause for whole in sentences(line) for clause in _CLAUSE.split(whole))
    return [marker for clause in clauses for marker in _in_clause(clause)]


def _in_clause(clause: str) -> list[str]:
    hits = [hit for hit in _SAID.finditer(clause) if not _UNIT.match(clause, hit.end())]
    explains = bool(hits) and _EXPLAINS.search(clause)
    return [hit.group() for hit in hits if not explains or _states(clause, hit.start())]
