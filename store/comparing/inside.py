"""What changed inside a file that was put in another's place: words with their page, cells with their sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from sqlite3 import Connection

from store.comparing.hunks import hunks
from store.comparing.sheets import sheet_changes
from store.comparing.wordruns import Piece, Run, word_runs
from store.places import PartAt, part_at, parts_of

MOST = 400  # pieces of a file: beyond it is another file rather than a changed one


@dataclass(frozen=True)
class _Text:
    """The text of a kept file and its parts."""

    text: str
    parts: tuple[PartAt, ...]

    @property
    def is_workbook(self) -> bool:
        return bool(self.parts) and all(part.first_cell for part in self.parts)

    def of(self, part: PartAt) -> str:
        return self.text[part.start : part.start + part.length]


def inside(db: Connection, before: str, after: str) -> tuple[Piece, ...]:
    """What is different in the words of two kept files, by their SHA-256; nothing for one without words.

    A workbook is compared row by row and cell by cell, anything else as one text: where it breaks into pages may
    change without a word changing. At most `MOST` pieces.
    """
    old, new = _text(db, before), _text(db, after)
    if not old.text or not new.text or old.text == new.text:
        return ()
    pieces = _workbook(old, new) if old.is_workbook and new.is_workbook else _prose(old, new)
    return tuple(islice(pieces, MOST))


def _text(db: Connection, sha256: str) -> _Text:
    row = db.execute("SELECT text FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    return _Text(row[0] if row else "", parts_of(db, sha256))


def _prose(old: _Text, new: _Text) -> Iterator[Piece]:
    runs = word_runs(old.text, new.text)
    for hunk in hunks(runs):
        at = next(run.at for run in hunk if run.kind != "equal")
        part = part_at(new.parts, at)
        yield Piece(part.place if part else "", hunk)


def _workbook(old: _Text, new: _Text) -> Iterator[Piece]:
    before = {part.place: part for part in old.parts}
    for part in new.parts:
        was = before.pop(part.place, None)
        if was is None:
            yield Piece(part.place, (Run("added", new.of(part)),))
        else:
            yield from sheet_changes(part.place, old.of(was), was.first_cell, new.of(part), part.first_cell)
    for part in before.values():
        yield Piece(part.place, (Run("removed", old.of(part)),))
