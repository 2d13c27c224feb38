"""What the crawl tells the store of a file: its words with their places, its tables, and what it hides."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | int | float | bool

QUARANTINED = "quarantined: "  # how the problem of a file begins whose words are held back
BY_HAND = "held by hand"

# What can be counted; of the rest ("hidden rows", "hidden text") there are places.
_COUNTED = {"hidden sheet", "very hidden sheet", "pivot cache", "external link", "comment", "embedded file"}
_SAID = {"not checked": "could not be looked through for hidden data", BY_HAND: BY_HAND}


@dataclass(frozen=True)
class FilePart:
    """A page or sheet of a file: `place` is "page 3", "sheet 'Data'". `first_cell` is set for a sheet alone.

    The lines of a sheet are its rows from that cell on, their fields parted by tabs, none left out.
    """

    place: str
    text: str
    first_cell: str = ""


@dataclass(frozen=True)
class FileTable:
    """A table of a file, its rows of equal length; `suppressed` are {"marker", "where"} of figures kept back."""

    place: str
    rows: tuple[tuple[Cell, ...], ...]
    suppressed: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Concealed:
    """Something that one who opens the file is not shown; `place` and `detail` are for the operator alone."""

    kind: str
    place: str = ""
    detail: str = ""


@dataclass(frozen=True)
class FileRead:
    """A file as read. `text` is the parts' texts, those that hold any, with an empty line between.

    `reader` is the fingerprint of what read it.
    """

    media_type: str
    text: str = ""
    problem: str = ""
    parts: tuple[FilePart, ...] = ()
    tables: tuple[FileTable, ...] = ()
    hidden: tuple[Concealed, ...] = ()
    reader: str = ""


def kinds_of(hidden: Iterable[Concealed]) -> dict[str, int]:
    """How often each kind of hidden thing was found, in the order found: all that the public may know."""
    return dict(Counter(one.kind for one in hidden))


def in_words(kinds: dict[str, int]) -> str:
    """The kinds in words: "2 hidden sheets, a comment, hidden rows in 3 places"."""
    return ", ".join(_one(kind, count) for kind, count in kinds.items())


def _one(kind: str, count: int) -> str:
    if kind in _SAID:
        return _SAID[kind]
    if kind not in _COUNTED:
        return kind if count == 1 else f"{kind} in {count:,} places"
    if count > 1:
        return f"{count:,} {kind}s"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
