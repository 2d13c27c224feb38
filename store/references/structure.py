"""Takes a reference of unknown form apart by its structure alone; where two readings fit, it takes none."""

import re
from collections.abc import Iterator

from store.references.taken import Numbered, financial_year, full_year

# Letters before the number must say that it is of a request: case codes, contracts and tribunals have others.
_PREFIX = r"(?P<prefix>[A-Z][A-Z ./_-]{0,20})?"
_OF_A_REQUEST = re.compile(r"FOI|RFI|EIR|\bIM\b")
_LONGEST = 40
_NUMBER, _LETTER, _YEAR = r"(?P<number>\d{1,7})", r"(?P<letter>[A-Z])?", r"(?P<year>20[0-4]\d)"
_SHAPES = (
    (rf"{_YEAR}/(?P<end>\d\d)[-/.]{_NUMBER}", "Y/N"),
    (rf"{_NUMBER}[./ ]{_YEAR}[/-](?P<end>\d\d)", "N/Y"),
    (rf"{_YEAR}[/_.-]{_NUMBER}{_LETTER}", "Y/N"),
    (rf"{_NUMBER}{_LETTER}[/_.-]{_YEAR}", "N/Y"),
    (rf"{_NUMBER}{_LETTER}[/_.-](?P<year>\d\d)", "N/Y"),
    (r"(?P<year>\d\d)[/_.-](?P<number>\d{3,7})(?P<letter>[A-Z])?", "Y/N"),
    (r"(?P<number>\d{3,8})", "N"),
)
_PATTERNS = tuple((re.compile(_PREFIX + shape, re.I), order) for shape, order in _SHAPES)
_ONLY_SAYS_WHAT = re.compile(r"FOI[AR]?|RFI|\W|_")


def by_structure(ref: str, years: tuple[int, int] | None) -> Numbered | None:
    """The number of a tidied reference; `years` are those that its document's dates leave possible, first and last.

    A year out of these is none: `incident 08/144`, `contract 14-0032`. Nor is a pair of years, `2023/24`.
    """
    found = [one for one in _readings(ref) if _fits(one, years)]
    return found[0] if found and len({(one.number, one.year) for one in found}) == 1 else None


def _readings(ref: str) -> Iterator[Numbered]:
    if len(ref) > _LONGEST or _is_years(ref):
        return
    for pattern, order in _PATTERNS:
        hit = pattern.fullmatch(ref)
        if hit and _OF_A_REQUEST.search((hit["prefix"] or "FOI").upper()):
            yield from _numbered(hit.groupdict(), order)


def _numbered(groups: dict[str, str | None], order: str) -> Iterator[Numbered]:
    prefix = _ONLY_SAYS_WHAT.sub("", (groups["prefix"] or "").upper())
    year = full_year(groups["year"] or "") if groups.get("year") else ""
    if groups.get("end"):
        if not _is_years(f"{year}/{groups['end']}"):
            return
        year = financial_year(year)
    series = f"{prefix} {order}".strip()
    yield Numbered(series, year, int(groups["number"] or 0), (groups.get("letter") or "").upper())


def _is_years(ref: str) -> bool:
    years = re.fullmatch(r"((?:19|20)\d\d)[/-](?:20)?(\d\d)", ref)
    return bool(years) and (int(years[1]) + 1) % 100 == int(years[2]) if years else False


def _fits(one: Numbered, years: tuple[int, int] | None) -> bool:
    if not one.year or years is None:
        return True
    return years[0] <= int(one.year[:4]) <= years[1]
