"""Answers that stand apart from any number: in the column of a table, or after the words of their question."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.letters.dialogue import heads
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.answer_labels import LABEL, numbers_of
from crawler.reading.questions.list_numbers import BULLETS
from crawler.reading.questions.questions import Numbered, is_question

_WORDED = re.compile(rf"(?:[{BULLETS}]\s+)?(?P<label>[A-Z][^:?–—|\t]{{2,120}}?)\s?(?::|\s[–—-])\s+(?=\S)")
_ITEM = re.compile(rf"(?:[{BULLETS}]|(?P<n>\d{{1,2}})\s?[.):])\s+(?=\S)")
_CITES = re.compile(r"\W*(?:\d+[.)] )?(?:under )?(?:s(?:ections?|ec)?\.? ?\d|reg(?:ulation)? ?\d)", re.I)
_WHOLE = re.compile(r"[.!]\W*$|\d")
_ANY_WORD = re.compile(r"\w+")
# Beside the heads of questions and answers: what a column of their numbers is called, and one of results.
_NUMBER_HEAD = re.compile(r"(?:(?:your )?(?:questions?|requests?|q) )?(?:no\.?|number|point|item)", re.I)
_RESULT_HEAD = re.compile(r"(?:our )?results?", re.I)


def in_rows(lines: Sequence[str], asked: Sequence[Numbered]) -> Iterator[Numbered]:
    """The answers of a table with a column of questions, by number or in full, and a column of answers."""
    named = {words_of(question["text"] or ""): question["number"] for question in asked}
    numbers = {question["number"] for question in asked if question["number"]}
    ask = give = -1
    for line in lines:
        cells = split_row(line)
        if len(cells) < 2 or max(ask, give) >= len(cells):
            ask = give = -1
        elif ask < 0 or give < 0:
            ask, give = _columns(cells)
        elif cells[give]:
            label = LABEL.match(cells[ask] + ".") if cells[ask] else None
            number = numbers_of(label)[0] if label else ""
            name = number if number in numbers else named.get(words_of(cells[ask]))
            if name:
                yield {"number": name, "text": cells[give]}


def _columns(row: Sequence[str]) -> tuple[int, int]:
    """The columns of the questions, or of their numbers, and of the answers; -1 for none."""
    ask, give = heads(tuple(row))
    numbers = (n for n, cell in enumerate(row) if _NUMBER_HEAD.fullmatch(cell))
    results = (n for n, cell in enumerate(row) if _RESULT_HEAD.fullmatch(cell))
    return ask if ask >= 0 else next(numbers, -1), give if give >= 0 else next(results, -1)


def in_numbered_rows(lines: Sequence[str], asked: Sequence[Numbered]) -> list[Numbered]:
    """The answers of a table without heads: a number of a question in the first cell, the answer in the second.

    Bare numbers are those of questions only where they are of all of them, in order.
    """
    known = [number for question in asked if (number := question["number"])]
    rows = [cells for line in lines if len(cells := split_row(line)) == 2 and all(cells)]
    named = [
        (numbers_of(label)[0], *cells) for cells in rows if (label := LABEL.fullmatch(cells[0].rstrip(".:") + "."))
    ]
    said = [(number, text) for number, label, text in named if number in known and not label[0].isdigit()]
    if len(said) < 2:
        bare = [(number, text) for number, _, text in named]
        said = bare if len(bare) > 1 and [number for number, _ in bare] == known else []
    kept: dict[str, str | None] = dict(reversed(said))
    return [{"number": number, "text": text} for number, text in kept.items()][::-1]


def by_words(lines: Sequence[str], asked: Sequence[Numbered]) -> Iterator[Numbered]:
    """The answers to questions without numbers, by their place: a line opens with it, or words of it alone."""
    texts = [set(words_of(question["text"] or "").split()) for question in asked]
    taken: set[int] = set()
    for line in lines if texts and not any(question["number"] for question in asked) else ():
        label = _WORDED.match(line)
        words = set(words_of(label["label"]).split()) if label else set()
        places = [place for place, text in enumerate(texts, 1) if words and words <= text]
        if label and len(places) == 1 and places[0] not in taken:
            taken.add(places[0])
            is_whole = len(words) * 5 >= len(texts[places[0] - 1]) * 4
            text = line[label.end() :] if is_whole else line[label.start("label") :]
            yield {"number": str(places[0]), "text": text}


def by_place(lines: Sequence[str], asked: Sequence[Numbered]) -> list[Numbered]:
    """The answers to questions without numbers by a list of as many items, one for each, in their order.

    A list that a colon leads up to is of something else, such as exemptions.
    """
    if len(asked) < 2 or any(question["number"] for question in asked):
        return []
    found = [run for run in _runs(lines) if len(run) == len(asked) and _answer(lines, run)]
    if len(found) != 1:
        return []
    texts = [_ITEM.sub("", lines[at], count=1) for at in found[0]]
    return [{"number": str(place), "text": text} for place, text in enumerate(texts, 1)]


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """The lists among the lines, each by the places of its items, which stand below one another."""
    found: list[list[int]] = []
    for at, line in enumerate(lines):
        if _ITEM.match(line) and found and found[-1][-1] == at - 1:
            found[-1].append(at)
        elif _ITEM.match(line):
            found.append([at])
    return found


def _answer(lines: Sequence[str], run: Sequence[int]) -> bool:
    above = lines[run[0] - 1] if run[0] else ""
    texts = [lines[at] for at in run]
    marks = [_ITEM.match(text) for text in texts]
    numbers = [mark["n"] for mark in marks if mark]
    counts = not any(numbers) or numbers == [str(place) for place in range(1, len(run) + 1)]
    other = any(is_question(text) or _CITES.match(text) or not _WHOLE.search(text) for text in texts)
    return counts and not other and not above.rstrip().endswith(":")


def words_of(text: str) -> str:
    """The words alone, in lower case, by which a repeated question is known."""
    return " ".join(_ANY_WORD.findall(text.lower()))
