"""Finding phrases in words: a phrase is words, `word*`, `{list}` and `...` (up to four words between)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

Hit = tuple[int, int]  # the numbers of the first word and of the one after the last

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# A line that goes on in lower case is a wrapped one: PDFs and letters are full of them.
_BOUNDARY = re.compile(r"[.?!;•|](?:[\s\"'”’)\]]|$)|\n\s*\n|\n(?=\W*[^\Wa-z])")
_PIECE = re.compile(r"\{(?P<list>[\w ]+)\}|(?P<gap>\.\.\.)|(?P<word>[^\W_]+(?:['’][^\W_]+)?)(?P<rest>\*?)")
LIST = re.compile(r"\{([\w ]+)\}")
PREFIX = 2
GAP = 4

Place = Callable[[int], str]  # where in a part the text from an offset on stands: "page 2"


def nowhere(offset: int) -> str:
    """The place within a part that has none."""
    return ""


@dataclass(frozen=True)
class Piece:
    """One step of a phrase. `kind` is word, prefix, caps, list or gap."""

    kind: str
    text: str = ""


Phrase = tuple[Piece, ...]


def phrase(text: str) -> Phrase:
    """Understand one phrase as written in a topics file. Raises ValueError when it says nothing."""
    pieces = tuple(_piece(found) for found in _PIECE.finditer(text))
    if not pieces or pieces[0].kind == "gap" or pieces[-1].kind == "gap":
        raise ValueError(f"{text!r} must begin and end with a word or a {{list}}")
    if any(piece.kind == "prefix" and len(piece.text) < PREFIX for piece in pieces):
        raise ValueError(f"{text!r}: at least {PREFIX} letters must stand before *")
    return pieces


def _piece(found: re.Match[str]) -> Piece:
    if found["list"]:
        return Piece("list", found["list"])
    if found["gap"]:
        return Piece("gap")
    word = found["word"].replace("’", "'")
    if found["rest"]:
        return Piece("prefix", word.lower())
    if len(word) > 1 and word.isupper() and word.isalpha():
        return Piece("caps", word)
    return Piece("word", word.lower())


@dataclass(frozen=True)
class Words:
    """One part of a disclosure cut into words, each with its span and the number of its sentence."""

    where: str
    text: str
    spans: tuple[tuple[int, int], ...]
    raw: list[str]
    low: list[str]
    sentence: tuple[int, ...]
    place: Place = nowhere

    def slice(self, hit: Hit) -> str:
        """The text of a hit, white space made single."""
        return " ".join(self.text[self.spans[hit[0]][0] : self.spans[hit[1] - 1][1]].split())

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends in the text."""
        first, after = bisect_left(self.sentence, number), bisect_right(self.sentence, number)
        return self.spans[first][0], self.spans[after - 1][1]


def words(where: str, text: str, place: Place = nowhere) -> Words:
    """Cut a text into words and sentences."""
    spans, raw, sentence = [], [], []
    number, end = 0, 0
    for found in _WORD.finditer(text):
        start = found.start()
        # Most words are parted by one space: only the rest needs a closer look.
        if (start - end > 1 or text[end:start] == "\n") and _BOUNDARY.search(text, end, start + 1):
            number += 1
        end = found.end()
        spans.append((start, end))
        raw.append(found.group())
        sentence.append(number)
    low = [word.lower().replace("’", "'") for word in raw]
    return Words(where, text, tuple(spans), raw, low, tuple(sentence), place)
