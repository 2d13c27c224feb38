"""What a file gives: words with the place they stand in, or the reason why there are none."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Unreadable(Exception):
    """A file that gives no words; the message is the reason, in words for an operator."""


@dataclass(frozen=True)
class Limits:
    """How much of a file is read. Over `bytes`, `unpacked` or `members` it is refused; else cut."""

    bytes: int = 64 << 20
    pages: int = 2_000
    rows: int = 50_000  # of a sheet
    cells: int = 4_000_000  # of a workbook, and the area that a sheet may span in memory
    characters: int = 5_000_000
    unpacked: int = 512 << 20  # bytes of all members of a zip, and so of a workbook or Word file
    members: int = 10_000


@dataclass(frozen=True)
class Part:
    """A page, sheet or member: `where` is "page 3", "sheet 'Data'", ""; rows are tab-separated lines."""

    where: str
    text: str


@dataclass(frozen=True)
class FileText:
    """The words of a file. `problem` names what was not read: beside words, the rest was."""

    media_type: str
    text: str = ""
    problem: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Contents:
    """What a format's reader hands back: its parts, and notes on what was left out."""

    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()


T = TypeVar("T")


def first(items: "Iterable[T]", limit: int, what: str, notes: list[str]) -> "Iterator[T]":
    """The first `limit` items; a note when there are more ("rows after 50,000 not read")."""
    rest = iter(items)
    yield from islice(rest, limit)
    if next(rest, None) is not None:
        notes.append(f"{what} after {limit:,} not read")
