"""What there is to see of a date in its line: the words before, behind and above it by class and stem, and its form."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations

from crawler.reading.facts.dates import Found, dates_in

DATA = tomllib.loads(files(__package__).joinpath("dates.toml").read_text("utf-8"))
_CLASSES = {word: name for name, words in DATA["words"].items() for word in words.split()}
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\w/.-]*|[.?!](?=\s|$)|[:|,;()•·–-]")
_DAYS = "mon tue tues wed wednes thu thurs fri sat satur sun"
_WEEKDAYS = frozenset((*_DAYS.split(), *(f"{day}day" for day in _DAYS.split()), "dydd"))
_STEM = 7  # letters by which a word is known
_STOPS = frozenset(".?!")
_BOUNDS = frozenset("@|;•·")
_FILLERS = frozenset(("was", "this", "which", "date", "not"))
_SKIPPED = _WEEKDAYS | {"the", "y"}
_BEFORE, _BEHIND = 240, 160  # characters of a line that are looked at around a date
_NEAR = 6  # words
_LABEL = 8  # words of a label above its date, at the most


def text_signs(line: str, dates: Sequence[Found], at: int, above: str = "") -> list[str]:
    """The signs of one of the dates of a line, by its words and its form; `above` is the line before."""
    date = dates[at]
    left = _lead(_tokens(line, dates[:at], max(0, date.start - _BEFORE), date.start))
    right = _tokens(line, dates[at + 1 :], date.end, date.end + _BEHIND)
    sentence = _last(left, _STOPS)
    clause = _last(sentence[: len(sentence) - (line.startswith("|") and sentence[-1:] == ["|"])], _BOUNDS)
    behind = right[: next((at for at, token in enumerate(right) if token in _STOPS or token in _BOUNDS), len(right))]
    found = ["always"]
    words = _alphabetic(clause)
    if not words:
        label = _label(line, date, above) if line.startswith("|") or not left else []
        if label:
            found.append("under")
            clause, words = label, _alphabetic(label)
    opening = len(left) < 2 and len(words) < 2
    found += _of_clause(clause, words, behind if opening else ())
    if len(clause) < len(sentence) and not line.startswith("|"):
        found += [f"<< {name}" for name in _classes(sentence[: len(sentence) - len(clause)])]
        found.append("second" if "@" in sentence else "bounded")
    return [*found, *_of_right(right, behind), *_of_form(line, date, right)]


def words_around(text: str) -> list[str]:
    """The words of a text but those that belong to a day: `Friday the`."""
    return [token for token in _alphabetic(_words(text)) if token not in _SKIPPED]


def _lead(left: list[str]) -> list[str]:
    """The words before a date without those that belong to it: `on Friday, the`."""
    while left and (left[-1] in _SKIPPED or (left[-1] == "," and len(left) > 1 and left[-2] in _WEEKDAYS)):
        left.pop()
    return left


def _tokens(line: str, dates: Sequence[Found], start: int, end: int) -> list[str]:
    """The words and marks of that part of a line; `@` for a date."""
    found: list[str] = []
    for date in dates:
        if start <= date.start < end:
            found += [*_words(line[start : date.start]), "@"]
            start = date.end
    return found + _words(line[start:end])


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().replace("’", "'"))


def _alphabetic(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token[0].isalpha()]


def _known(tokens: Sequence[str]) -> str:
    """Words by their stems, a number by its being one."""
    return " ".join(["#" if token[0].isdigit() else token[:_STEM] for token in tokens])


def _classes(tokens: Sequence[str]) -> list[str]:
    """The class of each word that has one."""
    return [name for token in tokens if (name := _CLASSES.get(token.removesuffix("'s")))]


def _told(classes: Sequence[str]) -> list[str]:
    return [name for name in classes if name not in _FILLERS]


def _last(tokens: Sequence[str], marks: frozenset[str]) -> Sequence[str]:
    """The tokens behind the last of the marks."""
    if marks.isdisjoint(tokens):
        return tokens
    return tokens[next(at for at in range(len(tokens), 0, -1) if tokens[at - 1] in marks) :]


def _of_clause(clause: Sequence[str], words: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    """The signs of what leads up to a date and its words, or, where nothing does, of what goes on `behind` it."""
    words = [*words, *_alphabetic(behind)]
    classes = _classes(clause)
    told = _told(classes)
    yield f"last {_known(clause[-1:])}"
    yield f"last2 {_known(clause[-2:])}"
    yield from [f"<{word[:_STEM]}" for word in dict.fromkeys(words)]
    yield from [f"< {name}" for name in dict.fromkeys((*classes, *_classes(behind)))]
    yield from [f"<& {one} {other}" for one, other in combinations(sorted(set(told)), 2)]
    for many in (1, 2, 3):
        yield f"<{many} {' '.join(told[-many:])}"
    if len(words) <= 3:
        yield f"label {' '.join(classes)}"


def _of_right(right: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    classes = _classes(behind)
    told = _told(classes)
    yield f"next {_known(right[:1])}"
    yield from [f"> {name}" for name in dict.fromkeys(classes)]
    yield from [f">{word[:_STEM]}" for word in dict.fromkeys(_alphabetic(behind)[:_NEAR])]
    for many in (1, 2):
        yield f">{many} {' '.join(told[:many])}"
    if "?" in right:
        yield "asks"


def _label(line: str, date: Found, above: str) -> list[str]:
    """The words of the label above a date: the line, or the cell of the row of headings in the column of the date."""
    if line.startswith("|"):
        cells = above.strip(" |").split("|") if above.startswith("|") else []
        column = line[: date.start].count("|") - 1
        above = cells[column] if 0 <= column < len(cells) else ""
    found = _words(above) if len(above) < _BEFORE and not dates_in(above) else []
    return found if len(_alphabetic(found)) <= _LABEL else []


def _of_form(line: str, date: Found, right: Sequence[str]) -> Iterator[str]:
    yield "day" if date.day else "month"
    if not date.year:
        yield "no year"
    if line[date.start].isalpha():
        yield "month first"
    if line.startswith("|"):
        yield "row"
    if not any(token[0].isalnum() for token in right):
        yield "ends"
