"""Answers in the cells of a table: beside their questions, or beside the numbers of these."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crawler.reading.letters.dialogue import heads
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.answer_labels import LABEL, numbers_of
from crawler.reading.questions.questions import Numbered, words_of

# Beside the heads of questions and answers: what a column of their numbers is called, and one of results.
_NUMBER_HEAD = re.compile(r"(?:(?:your )?(?:questions?|requests?|q) )?(?:no\.?|number|point|item)", re.I)
_RESULT_HEAD = re.compile(r"(?:our )?results?", re.I)
_ROW = re.compile(r"(?:q(?:uestion)?\s?)?[(\[]?(?P<n>\d{1,2}[a-h]?|[a-h]|[ivx]{1,4})[).:\]]*(?=\s|$)", re.I)
_SMALL = 3  # letters of a word that tells nothing of a question


def in_rows(lines: Sequence[str], asked: Sequence[Numbered]) -> Iterator[Numbered]:
    """The answers of a table with a column of questions, by number or in full, and a column of answers."""
    if not any(map(split_row, lines)):
        return
    named = {words_of(question["text"] or ""): question["number"] for question in asked}
    numbers = {question["number"] for question in asked if question["number"]}
    ask = give = -1
    for line in lines:
        cells = split_row(line)
        if len(cells) > 1 and cells[-1] and (name := named.get(words_of(cells[-2]))):
            yield {"number": name, "text": cells[-1]}
        elif len(cells) < 2 or max(ask, give) >= len(cells):
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

    Bare numbers, and those before a title, are those of questions only where they are of all of them, in order.
    """
    texts = {number: question["text"] or "" for question in asked if (number := question["number"])}
    cells = [row for line in lines if len(row := split_row(line)) == 2 and all(row)]
    labels = [(LABEL.match(first.rstrip(".:") + "."), first, text) for first, text in cells]
    named = [(numbers_of(label)[0], first, first[label.end() :], text) for label, first, text in labels if label]
    said = [(name, text) for name, first, title, text in named if name in texts and not (title or first[0].isdigit())]
    if len(said) < 2:
        whole = len(named) > 1 and [name for name, *_ in named] == list(texts)
        titled = whole and are_titles([(name, title) for name, _, title, _ in named], texts)
        said = [(name, text) for name, *_, text in named] if titled else []
    kept: dict[str, str | None] = dict(reversed(said))
    return [{"number": number, "text": text} for number, text in kept.items()][::-1]


def row_names(line: str) -> list[str]:
    """The numbers of questions with which a row of a table opens: `1a` of `| 1a Retired | 5 |`."""
    first = split_row(line)[0] if line[:1] == "|" else ""
    number = _ROW.match(first)
    return [number["n"].lower()] if number else []


def are_titles(named: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> bool:
    """Whether words behind numbers are titles of the questions of these numbers, and not answers, or kinds of a thing.

    They are where half of them at least have a word of their question.
    """
    shares = [not _words(title).isdisjoint(_words(texts.get(number, ""))) for number, title in named if title]
    return 2 * sum(shares) >= len(shares)


def _words(text: str) -> set[str]:
    return {word for word in words_of(text).split() if len(word) > _SMALL}
