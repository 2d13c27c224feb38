"""What an article and a disclosure share: figures, each worth as much as chance would seldom bring it, and words."""

import math
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 60_000  # characters of a text that are looked at: beyond, a workbook shares any number with anybody
MOST_WORDS = 80  # of an article: its opening says what it is about
ENOUGH_FIGURES, ENOUGH_WORDS, ENOUGH = 2.5, 2.0, 5.0
NAMED = 6.0  # what a reference that the article spells out is worth
WINDOW = timedelta(days=180)

_FIGURE = re.compile(r"(?<![\w.,/:-])£?(\d{1,3}(?:,\d{3})+|\d{2,9})(?![\w/:-]|[.,]\d)(?:\s+(\w+))?")
# Numbers that count nothing: days and spans of time, ages, sections of an Act.
_NO_COUNT = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec|minutes?|hours?|days?|weeks?|months?|years?|working|am|pm|per)\b",
    re.I,
)
_BEFORE = re.compile(r"(?<!['’])\b(?:sections?|s|article|aged?|page|regulation|no|ref|reference)\W*\Z", re.I)
_AGE = re.compile(r"\b(?:under|over)\W*\Z", re.I)  # of two digits; "over 1,200" is a count
_ISO = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?", re.A)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PLURAL = re.compile(r"(?:ies|es|s|ed|ing)\Z")
# Words that any article on any answer holds.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
    about according act action after also among analysis and answer area article asked authority been before
    being between campaigner case chief claim constable constabulary contact could council county data dealt
    department detail disclosed disclosure document during each email england every figure following force
    freedom from have held highest incident including information into investigation last least local made
    many more most much must news newspaper north number obtained officer only other over people period person
    please police previous provided public publish question record recorded regard relat relate rele release
    report reporter request required response reveal said same section seen service shared should show showed
    since some south spokesman spokesperson spokeswoman staff such that their them then there these they this
    those three through time total under until were what when where which while whose will with without would
    year your
        """,
    )
)


@dataclass(frozen=True)
class Document:
    """An article or a disclosure, as far as one is compared with the other. `words` are stems."""

    figures: frozenset[str]
    words: frozenset[str]
    ref: str = ""
    text: str = ""


@dataclass(frozen=True)
class Shared:
    """What an article and a disclosure share, and what each kind of it is worth in powers of ten."""

    figures: tuple[str, ...]
    words: tuple[str, ...]
    named: bool
    of_figures: float
    of_words: float

    @property
    def worth(self) -> float:
        return self.of_figures + 0.6 * self.of_words + (NAMED if self.named else 0.0)

    @property
    def enough(self) -> bool:
        if self.named:
            return True
        return self.of_figures >= ENOUGH_FIGURES and self.of_words >= ENOUGH_WORDS and self.worth >= ENOUGH


def figures(text: str) -> frozenset[str]:
    """The counts in a text, of two digits or more, without the commas: no years, dates, spans of time or sections."""
    found = set()
    for hit in _FIGURE.finditer(text[:LONGEST]):
        number = hit[1].replace(",", "")
        year = "," not in hit[1] and len(number) == 4 and number[:2] in ("19", "20")
        after, before = hit[2] or "", text[max(0, hit.start() - 12) : hit.start()]
        aged = len(number) == 2 and _AGE.search(before)
        if not (year or aged or number[0] == "0" or _NO_COUNT.fullmatch(after) or _BEFORE.search(before)):
            found.add(number)
    return frozenset(found)


def stems(text: str) -> dict[str, str]:
    """The words of a text that may tell its subject, by what is left of each without its ending, in order."""
    found: dict[str, str] = {}
    for hit in _WORD.finditer(text[:LONGEST].lower()):
        stem = _PLURAL.sub("", hit[0])
        if len(stem) > 2 and hit[0] not in _COMMON and stem not in _COMMON:
            found.setdefault(stem, hit[0])
    return found


def shared(article: Document, disclosure: Document, rarity: Mapping[str, float]) -> Shared:
    """What the two share; `rarity` of a stem is the power of ten to which it is rare in the record."""
    numbers = sorted(article.figures & disclosure.figures, key=lambda number: (-len(number), number))
    words = sorted(article.words & disclosure.words, key=lambda stem: (-rarity.get(stem, 0.0), stem))
    lengths = Counter(map(len, disclosure.figures))
    return Shared(
        tuple(numbers),
        tuple(words[:8]),
        _names(article.text, disclosure.ref),
        sum(_worth(number, lengths[len(number)]) for number in numbers),
        sum(rarity.get(stem, 0.0) for stem in words[:8]),
    )


def _worth(number: str, others: int) -> float:
    """How seldom a disclosure with `others` figures of that length holds this one by chance; round ones are usual."""
    by_chance = others / (9 * 10 ** (len(number) - 1))
    worth = min(3.0, max(0.0, -math.log10(by_chance)))
    return worth / 2 if not number[1:].strip("0") else worth


def _names(text: str, ref: str) -> bool:
    """Whether the article spells the reference out; a bare short number is none that could be told from others."""
    if len(ref) < 5 or not any(map(str.isdigit, ref)):
        return False
    return re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", text, re.I) is not None


def within(article: str, dates: Iterable[str]) -> int | None:
    """The days from the nearest of a disclosure's dates to the article, when one is within the window; else None.

    Dates are ISO, as precise as known: what may fit, fits. 0 days where either has no date that can be read.
    """
    told = _span(article)
    spans = [span for day in dates if (span := _span(day))]
    if told is None or not spans:
        return 0
    fit = [max((told[0] - last).days, 0) for first, last in spans if first <= told[1] and told[0] - last <= WINDOW]
    return min(fit, default=None)


def window(dates: Iterable[str]) -> tuple[str, str]:
    """The first and the last day of an article that may be `within` reach of a disclosure; all days without dates."""
    spans = [span for day in dates if (span := _span(day))]
    if not spans:
        return "", "~"
    return min(first for first, _ in spans).isoformat(), (max(last for _, last in spans) + WINDOW).isoformat()


def _span(iso: str) -> tuple[date, date] | None:
    """The first and the last day that an ISO date, month or year may mean; None for any other words."""
    if not _ISO.fullmatch(iso):
        return None
    year, month, day = int(iso[:4]), iso[5:7], iso[8:10]
    try:
        first = date(year, int(month or 1), int(day or 1))
        last = date(year, int(month or 12), int(day or monthrange(year, int(month or 12))[1]))
    except ValueError:
        return None
    return first, last
