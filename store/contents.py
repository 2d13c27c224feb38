"""The parts and tables of a file, in the public database: written once, with the text that they divide."""

import json
from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import Any

import msgspec

from store.fileread import Cell, FilePart, FileTable

BETWEEN = "\n\n"


def keep_contents(
    db: Connection, sha256: str, text: str, parts: Sequence[FilePart], tables: Sequence[FileTable]
) -> None:
    """Keep parts and tables of a file whose kept text is `text`; what it has already, and other words, stay."""
    row = db.execute("SELECT text FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None or row[0] != text:
        return
    if not _has(db, "file_parts", sha256):
        db.executemany("INSERT INTO file_parts VALUES (?, ?, ?, ?, ?, ?)", _part_rows(sha256, text, parts))
    if not _has(db, "file_tables", sha256):
        db.executemany("INSERT INTO file_tables VALUES (?, ?, ?, ?, ?, ?, ?)", _table_rows(sha256, tables))


def forget_contents(db: Connection, sha256: str) -> None:
    """Take parts and tables away, as must be before a file is held back."""
    for table in ("file_parts", "file_tables"):
        db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))


def tables_of(db: Connection, sha256: str) -> Iterator[FileTable]:
    """The tables of a file, in their order."""
    query = "SELECT place, rows, suppressed FROM file_tables WHERE sha256 = ? ORDER BY position"
    for place, rows, suppressed in db.execute(query, (sha256,)):
        cells: list[list[Cell]] = msgspec.json.decode(rows)
        yield FileTable(place, tuple(map(tuple, cells)), tuple(msgspec.json.decode(suppressed)))


def clean_json(value: Any) -> str:
    """JSON that UTF-8 can hold: a broken file yields lone surrogates, a sheet numbers that JSON does not know."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        # Python's JSON goes through what msgspec's does not, and back.
        text = json.dumps(value, ensure_ascii=False, default=msgspec.to_builtins)
        return msgspec.json.encode(json.loads(clean(text))).decode()


def clean(text: str) -> str:
    """The text with what UTF-8 cannot hold replaced, each by one character, so that places stay."""
    return text.encode("utf-8", "replace").decode()


def _has(db: Connection, table: str, sha256: str) -> bool:
    return db.execute(f"SELECT 1 FROM {table} WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone() is not None


def _part_rows(sha256: str, text: str, parts: Sequence[FilePart]) -> list[tuple[Any, ...]]:
    rows, start = [], 0
    for position, part in enumerate((part for part in parts if part.text), 1):
        words = clean(part.text)
        if not text.startswith(words, start):
            return []  # no place is better than a wrong one
        rows.append((sha256, position, clean(part.place), start, len(words), part.first_cell))
        start += len(words) + len(BETWEEN)
    return rows


def _table_rows(sha256: str, tables: Sequence[FileTable]) -> Iterator[tuple[Any, ...]]:
    for position, table in enumerate(tables, 1):
        size = len(table.rows), max(map(len, table.rows), default=0)
        yield (
            sha256, position, clean(table.place), *size, clean_json(table.rows), clean_json(table.suppressed),
        )  # fmt: skip
