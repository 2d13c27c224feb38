"""What a file gives: words with the place they stand in, or the reason why there are none."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


Cell = str | int | float | bool
HIDDEN_KINDS = (
    "hidden sheet",
    "very hidden sheet",
    "hidden rows",
    "hidden columns",
    "filtered-out rows",
    "pivot cache",
    "external link",
    "comment",
    "revision history",
    "hidden text",
    "embedded file",
    "text under a redaction",
    "not checked",  # the format, or this file, does not let itself be looked through
)


class Unreadable(Exception):
    """A file that gives no words; the message is the reason, in words for an operator."""


@dataclass(frozen=True)
class Limits:
    """How much of a file is read. Over `bytes`, `unpacked`, `seconds` or `memory` it is refused; else cut."""

    bytes: int = 64 << 20
    pages: int = 2_000
    rows: int = 50_000  # of a sheet
    cells: int = 4_000_000  # of a workbook, and the area that a sheet may span in memory
    characters: int = 5_000_000
    unpacked: int = 512 << 20  # bytes of all members of a zip, and so of a workbook or Word file
    members: int = 10_000  # files of a zip, of an e-mail, and of those within
    depth: int = 3  # archives and messages within one another
    tables: int = 500
    scanned: int = 20  # pages without words that are read by optical character recognition
    seconds: float = 120.0
    memory: int = 2 << 30  # bytes that reading one file may take


@dataclass(frozen=True)
class Part:
    """A page, sheet or member: `where` is "page 3", "sheet 'Data'", ""; rows are tab-separated lines.

    `first_cell` ("A1", "B4") is set for a sheet alone, whose lines are then its rows from there on, none left out:
    so the cell of every word can be told by counting lines and tabs.
    """

    where: str
    text: str
    first_cell: str = ""


@dataclass(frozen=True)
class Table:
    """A table of a file: `where` is "sheet 'Data', A1:D20", "page 3, table 1"; `rows` are of equal length.

    Cells keep the type that the file gives them; dates and times are ISO 8601 texts; what is merged over several
    cells stands in each of them; an empty cell is an empty text.
    """

    where: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Hidden:
    """Something in a file that one who opens it is not shown.

    `kind` is one of HIDDEN_KINDS; `where` tells the place ("sheet 'Names'", "page 2"); `detail` says more, for the
    operator alone: it may name what was hidden.
    """

    kind: str
    where: str = ""
    detail: str = ""


@dataclass(frozen=True)
class FileText:
    """The words of a file. `problem` names what was not read: beside words, the rest was.

    `text` is `"\\n\\n".join(part.text for part in parts if part.text)`, always: the place of every word in it is
    told by counting. A file with anything `hidden` is for quarantine: its words are for the operator until released.
    """

    media_type: str
    text: str = ""
    problem: str = ""
    parts: tuple[Part, ...] = ()
    tables: tuple[Table, ...] = ()
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True)
class Contents:
    """What a format's reader hands back: its parts, notes on what was left out, and its tables."""

    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


T = TypeVar("T")


def first(items: "Iterable[T]", limit: int, what: str, notes: list[str]) -> "Iterator[T]":
    """The first `limit` items; a note when there are more ("rows after 50,000 not read")."""
    rest = iter(items)
    yield from islice(rest, limit)
    if next(rest, None) is not None:
        notes.append(f"{what} after {limit:,} not read")
