"""What a date in a reply is the date of, by weights of what there is to see of it; they are in dates.toml."""

import re
from collections.abc import Iterable

from crawler.reading.facts.date_signs import DATA, text_signs, words_around
from crawler.reading.facts.dates import Found, dates_in
from crawler.reading.sentences.rows import chances, rows

ROLES = ("received", "responded", "published", "other")
_WEIGHTS = dict(rows(DATA["weights"]["rows"], len(ROLES)))
_LIKELY, _SURELY = 0.5, 0.9
_LABEL = 90  # characters
_WORDS = 6  # of a label
_DIGIT = re.compile(r"\d")


def likely(signs: Iterable[str]) -> tuple[float, ...]:
    """How likely each role is by the signs; together 1."""
    return chances(filter(None, map(_WEIGHTS.get, signs)), len(ROLES))


def role(line: str, date: Found, above: str = "") -> str:
    """ "received", "responded", "published", "other" (surely none of these), or "" when nothing tells enough."""
    if not above and not words_around(line[: date.start] + line[date.end :]):
        return ""
    dates = dates_in(line)
    odds = likely(text_signs(line, dates, dates.index(date), above))
    best = max(odds)
    name = ROLES[odds.index(best)]
    return name if best > (_SURELY if name == "other" else _LIKELY) else ""


def is_dated_label(line: str) -> bool:
    """Whether a line is a label and its date, or several, and nothing else: `Responded to: 14 April 2022`."""
    dates = dates_in(line) if len(line) < _LABEL and not line.startswith("|") else ()
    if not dates or line[dates[-1].end :].strip(" .)"):
        return False
    starts = (0, *(date.end for date in dates))
    labels = [line[start : date.start] for start, date in zip(starts, dates, strict=False)]
    return all(map(_is_brief, labels)) and all(role(line, date) in ROLES[:3] for date in dates)


def _is_brief(label: str) -> bool:
    return 0 < len(words_around(label)) <= _WORDS and not _DIGIT.search(label)
