"""Answers that stand apart from any number: in the column of a table, or after the words of their question."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.pages.tables import split_row
from crawler.reading.questions.answer_labels import LABEL, numbers_of
from crawler.reading.questions.list_numbers import BULLETS
from crawler.reading.questions.questions import Numbered

_WORDED = re.compile(rf"(?:[{BULLETS}]\s+)?(?P<label>[A-Z][^:?–—|\t]{{2,120}}?)\s?(?::|\s[–—-])\s+(?=\S)")
_ANY_WORD = re.compile(r"\w+")
_ASKS_HEAD = re.compile(r"(?:your )?(?:questions?|requests?|q|no\.?|number|point|item)(?: (?:no\.?|number))?", re.I)
_GIVES_HEAD = re.compile(
    r"(?:our )?(?:answers?|responses?|repl(?:y|ies)|results?|information (?:provided"
    r"|disclosed))",
    re.I,
)


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
            ask = next((n for n, cell in enumerate(cells) if _ASKS_HEAD.fullmatch(cell)), -1)
            give = next((n for n, cell in enumerate(cells) if _GIVES_HEAD.fullmatch(cell)), -1)
        elif cells[give]:
            label = LABEL.match(cells[ask] + ".") if cells[ask] else None
            number = numbers_of(label)[0] if label else ""
            name = number if number in numbers else named.get(words_of(cells[ask]))
            if name:
                yield {"number": name, "text": cells[give]}


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


def words_of(text: str) -> str:
    """The words alone, in lower case, by which a repeated question is known."""
    return " ".join(_ANY_WORD.findall(text.lower()))
