"""Whether what comes with a reply is data, and not its reasons."""

import re
from collections.abc import Sequence

from crawler.reading.fields import Citation
from crawler.reading.outcome.decision import NOT_HELD, says
from crawler.reading.sentences.signals import signals

_WORK_TABLE = re.compile(r"\b(?:hours?|minutes?|mins?|time|estimat\w*|steps?|tasks?)\b", re.I)
# A name says that a file is data by its format or in so many words; `FOI 1234.pdf` may be the letter that refuses.
_NAMES_DATA = re.compile(
    r"(?:xls[xmb]?|csv|tsv|ods)\b|(?<![a-z])(?:excel|spreadsheets?|workbook|data(?:set)?|tables?|figures|statistics"
    r"|attachment|appendix|annex)(?![a-z])",
    re.I,
)
_TEST = signals(r"public interest test|prejudice test|harm test|(?:^|[\W_])pit(?:$|[\W_])")


def of_the_test(text: str) -> bool:
    """Whether words speak of the public interest test, which a refusal carries and which is no data."""
    return _TEST.search(text)


def files_give(names: Sequence[str], *, alone: bool) -> bool:
    """Whether files, by their names, give something; `alone`: where no words tell, any may be the letter itself."""
    given = [name for name in names if not of_the_test(name)]
    return any(map(_NAMES_DATA.search, given)) if alone else bool(given)


def holds_data(tables: Sequence[Sequence[Sequence[str]]], citations: Sequence[Citation]) -> bool:
    """Whether any table answers: one of minutes and hours beside section 12 only reckons the cost, and one that finds
    nothing held in any place tells where it was looked for.
    """
    dear = any(c.relied_on and c.section.startswith("s12") for c in citations)
    return any(not ((dear and _WORK_TABLE.search(" ".join(rows[0]))) or _finds_none(rows)) for rows in tables if rows)


def _finds_none(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all cells but those of the first row and column say that nothing is held."""
    cells = [cell for row in rows[1:] for cell in row[1:] if any(map(str.isalnum, cell))]
    return bool(cells) and all(NOT_HELD in says(cell) for cell in cells)
