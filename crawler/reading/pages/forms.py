"""Tables that hold no data: the head of a reply or the whole of it, a label and a value a row; lists of questions."""

import re
from collections.abc import Collection
from string import ascii_lowercase

from crawler.reading.facts.dates import dates_in
from crawler.reading.pages.tables import FIGURE, Rows

# What stands beside these is neither a reference nor a date.
_LABEL = re.compile(
    r"(?:subject|title|category|period|(?:request )?type|status|department|directorate|keywords?"
    r"|(?:the )?(?:request|response|outcome|decision|exemptions?|summary)|from|sent|to|cc|attachments?)\s*:?",
    re.I,
)
_BARE = re.compile(r"[\W\d_]+")
_ASKS = re.compile(r"\?|\bplease\b", re.I)
_LETTERS = 2  # at least of what names a part: one is the letter of a question
_HEAD = 6  # words at most of what stands before a part of a letter
_PROSE = 12  # words from which a cell is told in sentences
_NAMES = 3  # words from which a cell names what is wished, and no figure or value
_FEW = 3  # rows at most of a head that is wider than a label and a value


def is_form(rows: Rows, own: Collection[str] = ()) -> bool:
    """Whether the table is the head of a reply, a label and a value a row or a row of addresses, or a whole letter.

    Or a list of questions.

    `own`: the reference and the dates of the reply, in ISO 8601. Whatever its labels say, a table tells the one or the
    other in its head alone.
    """
    if is_letter(rows) or listed(rows) or (len(rows) == 1 and not any(map(FIGURE.fullmatch, rows[0]))):
        return True
    wide = max(map(len, rows))
    if (wide == 2 or len(rows) <= _FEW) and any(_tells(cell, own) for row in rows for cell in row if cell):
        return True
    labels = [row[0] for row in rows if any(row)]
    return wide == 2 and sum(bool(_LABEL.fullmatch(label)) for label in labels) * 2 > len(labels)


def _tells(cell: str, own: Collection[str]) -> bool:
    """Whether a cell is one of these, or names a reference among other words."""
    if any(f" {each} " in f" {cell} " for each in own):
        return True
    return any(bool(date.day) and len(cell) == date.end - date.start and date.iso in own for date in dates_in(cell))


def is_letter(rows: Rows) -> bool:
    """Whether the table is a whole letter: words that ask, and below them others, each beside what it is called.

    Questions have numbers, or one heading: what parts of a letter are called differs.
    """
    full = [row for row in rows if any(row)]
    if len(full) < 2 or any(len(row) != 2 for row in full):
        return False
    labels = [_BARE.sub("", label).casefold() for label, _ in full]
    if min(map(len, labels)) < _LETTERS or len(set(labels)) < len(labels):
        return False
    if any("?" in label or len(label.split()) > _HEAD for label, _ in full):
        return False
    asks = next((at for at, (_, words) in enumerate(full) if _ASKS.search(words)), len(full))
    return any(is_part(words) and not _ASKS.search(words) for _, words in full[asks + 1 :])


def listed(rows: Rows) -> tuple[str, ...]:
    """The lines of a table that lists questions, each beside its number: they count from 1 or from A, and most ask.

    Or each names what is wished, in some words and not in a sentence.

    None of any other table.
    """
    full = [row for row in rows if any(row)]
    if len(full) < 2 or any(len(row) != 2 for row in full):
        return ()
    numbers = [label.strip(" .()") for label, _ in full]
    counted = (list(map(str, range(1, len(full) + 1))), [*ascii_lowercase[: len(full)]])
    asks = sum(bool(_ASKS.search(words)) for _, words in full)
    names = all(len(words.split()) >= _NAMES and words[-1:] not in ".;" for _, words in full)
    if [number.lower() for number in numbers] not in counted or (2 * asks <= len(full) and not names):
        return ()
    return tuple(f"{number}. {words}" for number, (_, words) in zip(numbers, full, strict=True))


def is_part(words: str) -> bool:
    """Whether a cell of such a table is a part of the letter and no field: it asks, or is long enough for sentences."""
    return len(words.split()) >= _PROSE or bool(_ASKS.search(words))
