"""The colours of words in an RTF file, and whether these can be told from what the words stand on."""

import re
from dataclasses import dataclass, replace

TABLE = re.compile(r"\{\\colortbl([^{}]*)\}")
PART = re.compile(r"\\(red|green|blue)(\d{1,3})")
# Something lies behind the text, which may be dark: then white words may be seen.
BEHIND = re.compile(r"\\shpfblwtxt1|\\\*\\background")
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
Colour = tuple[int, ...] | None  # none where it is left to the program
INKED = frozenset(("cf", "highlight", "chcbpat", "cb", "cbpat", "plain", "pard"))


@dataclass(frozen=True)
class Ink:
    """The numbers of the colours of words, of a highlight, and of the shading of words and of their paragraph."""

    letters: int = 0
    marker: int = 0
    shade: int = 0
    paragraph: int = 0

    def after(self, word: str, number: int) -> "Ink":
        """The ink after one of INKED."""
        if word == "plain":
            return replace(PLAIN, paragraph=self.paragraph)
        if word == "pard":
            return replace(self, paragraph=0)
        name = {"cf": "letters", "highlight": "marker", "cbpat": "paragraph"}.get(word, "shade")
        return replace(self, **{name: number})


PLAIN = Ink()


class Palette:
    """The table of colours of a file."""

    def __init__(self, source: str) -> None:
        found = TABLE.search(source)
        self._colours = [_colour(entry) for entry in found[1].split(";")] if found else []
        self._covered = BEHIND.search(source) is not None

    def blends(self, ink: Ink, *, bare: bool) -> bool:
        """Whether words cannot be seen; `bare`: they stand neither in a table nor in a box or margin."""
        letters, marker = self._get(ink.letters), self._get(ink.marker) if ink.marker else None
        if marker is not None:
            # On a dark shading programs make words white that have no colour of their own; on a highlight not.
            return (letters or BLACK) == marker
        shade = next((colour for each in (ink.shade, ink.paragraph) if (colour := self._get(each))), None)
        if shade is not None:
            return letters == shade
        return bare and letters == WHITE and not self._covered

    def _get(self, number: int) -> Colour:
        return self._colours[number] if 0 <= number < len(self._colours) else None


def _colour(entry: str) -> Colour:
    parts = {name: int(number) for name, number in PART.findall(entry)}
    return tuple(parts.get(name, 0) for name in ("red", "green", "blue")) if parts else None
