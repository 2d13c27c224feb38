"""Where in a file words stand: the page, or the sheet and cell, told from how far into its text they are."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from sqlite3 import Connection

from store.database import Store
from store.records import AttachmentSeen
from store.withheld import file_name

# The marks of a search inside this room: characters that no published text should hold.
START, END = "\x02", "\x03"

PARTS = "SELECT place, start, length, first_cell FROM file_parts WHERE sha256 = :sha256 ORDER BY position"
# The file of a disclosure in which a passage stands, and how far into its text. instr() counts characters from 1.
FILES = """SELECT files.sha256, attachments.address, label, instr(text, :passage) - 1 AS start
    FROM attachments JOIN files ON files.sha256 = attachments.sha256
    WHERE disclosure = :disclosure AND instr(text, :passage) > 0 ORDER BY position LIMIT 1"""
BEFORE = "SELECT substr(text, :start + 1, :length) FROM files WHERE sha256 = :sha256"

_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_BREAK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class PartAt:
    """A part of a file's text: `length` characters from `start`; `first_cell` is set for a sheet."""

    place: str
    start: int
    length: int
    first_cell: str = ""


def part_at(parts: Sequence[PartAt], offset: int) -> PartAt | None:
    """The part that holds a character of the text; None where there are no parts, or it is between two."""
    index = bisect_right(parts, offset, key=lambda part: part.start) - 1
    if index < 0 or offset >= parts[index].start + parts[index].length:
        return None
    return parts[index]


def place_at(part: PartAt, before: str) -> str:
    """The page, or the sheet and cell, of what follows `before`, the text of the part up to there."""
    return ", ".join(filter(None, (part.place, cell_after(before, part.first_cell) if part.first_cell else "")))


def cell_after(before: str, first_cell: str) -> str:
    """The cell that what follows `before` stands in, where rows are lines and a tab parts cells: "B14"."""
    found = _CELL.fullmatch(first_cell)
    if found is None:
        return ""
    line = before.rpartition("\n")[2]
    column = _column_number(found[1]) + line.count("\t")
    return f"{_column_name(column)}{int(found[2]) + before.count(chr(10))}"


def in_file(address: str, label: str, place: str) -> str:
    """The whole place: "figures.xlsx, sheet 'Data', B14"; the name alone where no more is known."""
    return ", ".join(filter(None, (file_name(address, label), place)))


def parts_of(db: Connection, sha256: str) -> tuple[PartAt, ...]:
    """The parts of a file, in their order; none for one that was kept before parts were."""
    return tuple(PartAt(*row) for row in db.execute(PARTS, {"sha256": sha256}))


def places_in(store: Store, file: AttachmentSeen) -> Callable[[int], str]:
    """What tells the place in a kept file from an offset into its text: "sheet 'Data', B14". Parts are had late."""
    parts = cache(lambda: parts_of(store.db.conn, file.sha256))

    def place(offset: int) -> str:
        part = part_at(parts(), offset)
        return place_at(part, file.text[part.start : offset]) if part else ""

    return place


def passage_in(snippet: str) -> tuple[str, int]:
    """Of a snippet with marks: the piece that holds the first word found, without marks, and where it is in that.

    Empty when nothing is marked. The piece ends at an empty line, beyond which another page or file may begin.
    """
    at = snippet.find(START)
    if at < 0:
        return "", 0
    first = max((gap.end() for gap in _BREAK.finditer(snippet, 0, at)), default=0)
    gap = _BREAK.search(snippet, at)
    piece = snippet[first : gap.start() if gap else len(snippet)]
    before, _, after = piece.partition(START)
    # The signs of what was left out are no words of the text.
    return bare(before.removeprefix("…") + after.removesuffix("…")), len(bare(before.removeprefix("…")))


def bare(marked: str) -> str:
    """A marked text without the marks."""
    return marked.replace(START, "").replace(END, "")


def place_of(db: Connection, disclosure: int, snippet: str) -> str:
    """The place of a snippet, with marks, in one of the files of a disclosure; "" when it is in none."""
    passage, into = passage_in(snippet)
    row = db.execute(FILES, {"disclosure": disclosure, "passage": passage}).fetchone() if passage else None
    if row is None:
        return ""
    sha256, address, label, start = row
    part = part_at(parts_of(db, sha256), start + into)
    if part is None:
        return in_file(address, label, "")
    span = {"sha256": sha256, "start": part.start, "length": start + into - part.start}
    return in_file(address, label, place_at(part, db.execute(BEFORE, span).fetchone()[0]))


def _column_number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _column_name(number: int) -> str:
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
