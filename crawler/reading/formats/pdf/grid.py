"""A table found on a page of a PDF: its rows, and where it stands."""

from dataclasses import dataclass

from crawler.reading.formats.pdf.letters import Letter

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Grid:
    """Rows of equal length, the left sides of the columns, and the box as shown (points, y downwards).

    `ends` are the right sides of the words in each column, where no lines tell how far it goes.
    """

    rows: Rows
    columns: tuple[float, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    ends: tuple[float, ...] = ()

    def holds(self, letter: Letter) -> bool:
        """Whether the middle of a letter lies in the table."""
        x, y = middle(letter)
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def is_table(self) -> bool:
        """Whether there are rows and columns enough to be one; a lone row may be the end of another page's table."""
        return len(self.rows) > 1 and len(self.columns) > 1


def middle(letter: Letter) -> tuple[float, float]:
    """The middle of a letter's box."""
    return (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
