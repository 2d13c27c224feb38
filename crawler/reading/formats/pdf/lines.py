"""Letters of a page put together to words and lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from crawler.reading.formats.pdf.letters import Letter

# Wider than the space between words, in heights of a capital: that is 0.4, and twice as much in a justified line.
GAP = 1.0
RAISED = 0.3  # of a letter's height: less is the same line


@dataclass(frozen=True)
class Word:
    """Letters that touch; `size` is about the height of a capital, `base` the line it stands on."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


@dataclass(frozen=True)
class Line:
    """Words side by side, from the left."""

    words: tuple[Word, ...]

    def __str__(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def base(self) -> float:
        """The line that its first word stands on."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """About the height of a capital."""
        return median(word.size for word in self.words)


@dataclass(frozen=True)
class Stretch:
    """Words of a line that stand close together."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return self.words[-1].x1


def stretches(line: Line) -> list[Stretch]:
    """A line in pieces, parted by gaps wider than GAP."""
    groups: list[list[Word]] = [[line.words[0]]]
    for last, word in pairwise(line.words):
        if word.x0 - last.x1 > GAP * line.size:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [Stretch(tuple(group)) for group in groups]


def words(letters: Iterable[Letter]) -> list[Word]:
    """The words in reading order: parted by spaces, a new line, or a gap wider than a letter is high."""
    runs: list[list[Letter]] = []
    for letter in letters:
        if runs and _touches(runs[-1][-1], letter):
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return [_word(run) for run in runs]


def lines(letters: Iterable[Letter]) -> list[Line]:
    """The lines from the top, each from the left, whatever order the file writes them in."""
    rows: list[list[Word]] = []
    for word in sorted(words(letters), key=lambda word: word.base):
        if rows and word.base - rows[-1][0].base <= RAISED * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.x0))) for row in rows]


def _touches(last: Letter, letter: Letter) -> bool:
    height = max(last.bottom - last.top, letter.bottom - letter.top, 1.0)
    return not letter.apart and abs(letter.base - last.base) < height and letter.x0 - last.x1 < height


def _word(run: list[Letter]) -> Word:
    size = max(letter.bottom - letter.top for letter in run)
    text = "".join(letter.char for letter in run)
    return Word(text, min(one.x0 for one in run), max(one.x1 for one in run), run[0].base, size)
