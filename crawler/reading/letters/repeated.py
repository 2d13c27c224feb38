"""Questions that a reply repeats word for word before it answers each: the second time they only number the answer."""

import re
from collections.abc import Sequence

from crawler.reading.questions.items import item_of
from crawler.reading.questions.questions import is_question, questions

_LEAST = 12  # letters: `How many?` may be the force's own
_LONGEST = 600  # characters of a line that can be a question
_NUMBER = re.compile(r"\d{1,2}[a-z]?")
_LETTERS = re.compile(r"\w+")
# By bytes: of a text in ASCII, as most are, the letters are had in a tenth of the time.
_SIGNS = bytes(code for code in range(128) if not _LETTERS.match(chr(code)))


def numbered_repeats(lines: Sequence[str]) -> list[str]:
    """The lines, those that repeat a question above as its number, `Question 2`, or left out where it bears none.

    Two questions at least must come again: a single one may be the subject of the letter, or its title.
    """
    if not _end_alike(lines):
        return list(lines)  # as in most letters
    first: dict[str, int] = {}
    again: dict[int, int] = {}
    for at, line in enumerate(lines):
        letters = _letters(line) if line[:1] != "|" and len(line) < _LONGEST else ""
        if len(letters) >= _LEAST:
            place = first.setdefault(letters, at)
            if place < at and (item_of(lines[place]) or is_question(line)):
                again[at] = place
    if len(set(again.values())) < 2:
        return list(lines)
    asked = questions([lines[place] for place in range(min(again.values()), max(again.values()) + 1)])
    numbers = {_letters(one["text"] or ""): one["number"] or "" for one in asked}
    if not any(numbers.values()) and len(numbers) == len(set(again.values())):
        numbers = {text: str(place) for place, text in enumerate(numbers, 1)}
    found = []
    for at, line in enumerate(lines):
        number = numbers.get(_letters(line), "") if at in again else ""
        if at not in again or _NUMBER.fullmatch(number):
            found.append(f"Question {number}" if number else line)
    return found


def _end_alike(lines: Sequence[str]) -> bool:
    """Whether two lines end with the same letters, as do those that repeat a question, whatever stands before it."""
    ends = [_bare(line)[-_LEAST:] for line in lines if line[:1] != "|" and len(line) < _LONGEST]
    told = [end for end in ends if len(end) == _LEAST]
    return len(set(told)) < len(told)


def end_of_asked(lines: Sequence[str], asked: Sequence[str]) -> int:
    """The place below the last line that asks one of the questions, where each stands in a line; else 0."""
    known = list(map(_letters, lines))
    places = [_place(known, _letters(question)) for question in asked]
    return max(places) + 1 if len(places) > 1 and min(places) >= 0 else 0


def _place(known: Sequence[str], letters: str) -> int:
    """The first line with the letters within it; a line may ask several questions. -1 for none, or for too few."""
    return next((at for at, line in enumerate(known) if len(letters) >= _LEAST and letters in line), -1)


def _letters(line: str) -> str:
    item = item_of(line)
    return _bare(line[item.end() :] if item else line)


def _bare(text: str) -> str:
    if text.isascii():
        return text.encode().translate(None, _SIGNS).decode().lower()
    return "".join(_LETTERS.findall(text)).lower()
