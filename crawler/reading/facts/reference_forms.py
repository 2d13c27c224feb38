"""What may be a reference by its shape: tokens of digits, marks and letters that are no date, year or sum of money."""

import re
from collections.abc import Iterator
from functools import cache

# Behind a mark with spaces only a number goes on: `412 / 25`, but `412/25 - Dogs`.
_JOIN = r"(?:\s?[/_-]\s?(?=\d)|[/_-]|\.)"
_TOKEN = re.compile(
    r"(?:[A-Z]{1,6}[./-]){0,4}[A-Z]{0,5}\d[\dA-Z]*"
    rf"(?:{_JOIN}(?:[A-Z]{{1,4}}{_JOIN})?(?:\d[\dA-Z]*|[A-Z]{{1,3}}\d*(?![A-Z]))){{0,4}}",
    re.I,
)
# What opens none: the rest of a word, of a sum of money, of an address or a longer number.
_SPAN = re.compile(rf"(?<![\w£$€@#])(?<![^\s(\[|][./,:@-]){_TOKEN.pattern}(?![\w@%])(?!,\d{{3}})", re.I)
# The letters that may stand apart before a number: `FOI 412/25`, `DC/FOI 412/25`, `DJ 2025-1904`.
_APART = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,4}[/.-])*[A-Z]{2,4} $")
_LETTERS = 14  # characters
_LONG = 30  # characters before the first digit
_BY_MARK = re.compile(r" (?:(?=[/_.-])|(?<=[/_.-] ))")
# Three digits of one number, unless it is a year alone, as most are; the digit comes first so that re leaps to it.
_YEAR = r"(?<=\s2)0\d\d(?!\w|\.\w|\s?[/_-])"
_NEXT = r"[^\s\d]*(?:\s?[/_-]\s?)?\d"
_THREE = re.compile(rf"\d(?<!\d\d)(?!{_YEAR})(?:{_NEXT}){{2}}")
_DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d|(?:19|20)\d\d)|(?:19|20)\d\d(?:[./-](?:0?[1-9]|1[0-2]))?|(?:0?[1-9]|1[0-2])[./-]20\d\d"
    r"|\d{1,2}[./-](?i:[ivx]{1,4})[./-](?:19|20)\d\d"
)
# Years that a count is of, from the first to a later one: 2019-2024, FY 2024/25.
_YEARS = re.compile(r"(?:[A-Z]+ ?)?((?:19|20)\d\d)\s?[/-]\s?(?:20)?(\d\d)", re.I)
_MOST_YEARS = 15
_FEWEST, _MANY = 3, 16  # digits


def normal(ref: str) -> str:
    """A reference without the spaces that typing left in it: `412 -25` is `412-25`, `FOI 225/22` stays."""
    ref = _BY_MARK.sub("", " ".join(ref.split()))
    return ref.strip(" .,;:()[]-–/_")


def token(text: str, form: re.Pattern[str] | None) -> str:
    """The candidate that a text opens with; "" where none does."""
    return next((normal(text[:end]) for start, end in sorted(spans(text, form)) if not start), "")


@cache
def pattern(form: str) -> re.Pattern[str] | None:
    """The form of a force's references where they stand apart from other words."""
    return re.compile(rf"(?<![\w/.-])(?:{form})(?![\w/-])", re.I) if form else None


def spans(line: str, form: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Where each candidate stands; one with letters apart before it both with and without them."""
    three = _THREE.search(line)
    if not three:
        return []
    begin = max(0, three.start() - _LONG)
    hits = form.finditer(line, begin) if form else ()
    found = {hit.span(): None for hit in hits if is_shaped(hit.group())}
    for start, end in _tokens(line, three):
        found[start, end] = None
        while apart := _APART.search(line, max(0, start - _LETTERS), start):
            start = apart.start()
            if is_shaped(line[start:end]):
                found[start, end] = None
    return list(found)


def _tokens(line: str, three: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """From one number with three digits to the next: where none stands nothing is looked for."""
    end = 0
    while three:
        first = three.start()
        hit = _SPAN.search(line, max(end, line.rfind(" ", 0, first) + 1, first - _LONG))
        if not hit:
            return
        end = hit.end()
        if is_shaped(hit.group()):
            yield hit.span()
        three = _THREE.search(line, end)


def is_shaped(text: str) -> bool:
    """Whether a token may be a reference: three digits, four where it has nothing else, and no date or years."""
    digits = sum(map(str.isdigit, text))
    if not _FEWEST <= digits <= _MANY:
        return False  # as most: the number of a list, a day, a section
    ref = normal(text)
    return len(ref) > _FEWEST and not _DATE_LIKE.fullmatch(ref) and not _is_years(ref)


def _is_years(ref: str) -> bool:
    found = _YEARS.fullmatch(ref)
    return bool(found) and 0 <= int(found[2]) - int(found[1]) % 100 <= _MOST_YEARS if found else False
