"""The index of the archive: where each response is, by disclosure, by address and time, and by digest."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from sqlite3 import Connection
from typing import Any


@dataclass(frozen=True)
class Capture:
    """A response as archived; table `captures` says what its columns are. `refers_to` is another capture's id."""

    id: int
    run: int | None
    disclosure: int
    version: int
    role: str
    kind: str
    address: str
    entry: str
    seen: str
    status: int
    media_type: str
    digest: str
    content: str
    file: str
    offset: int
    length: int
    request: int
    record: str
    refers_to: int | None

    @property
    def end(self) -> int:
        """Where in the file the next record begins."""
        return self.offset + self.length + self.request


COLUMNS = ", ".join(field.name for field in fields(Capture))
_INSERT = f"""INSERT INTO captures ({COLUMNS.removeprefix("id, ")})
    VALUES ({", ".join("?" * (len(fields(Capture)) - 1))})"""
_SELECT = f"SELECT {COLUMNS} FROM captures"


def add(db: Connection, capture: Capture) -> int:
    """Index a capture; its own id is not looked at. Gives the id."""
    return int(db.execute(_INSERT, astuple(capture)[1:]).lastrowid or 0)


def move(db: Connection, disclosure: int, other: int, entries: Collection[str], versions: Mapping[int, int]) -> None:
    """Let what was archived of the pages at `entries` be of another disclosure, by the number of each version there.

    What is of none of the versions, such as the answer that a page is gone, goes with the last.
    """
    last = max(versions.values())
    for one in of_disclosure(db, disclosure):
        if (one.entry or one.address) in entries:
            version = versions.get(one.version, last)
            db.execute("UPDATE captures SET disclosure = ?, version = ? WHERE id = ?", (other, version, one.id))


def capture(db: Connection, id: int) -> Capture:
    """One capture that is known to be there."""
    return _all(db, "WHERE id = ?", id)[0]


def of_disclosure(db: Connection, disclosure: int) -> list[Capture]:
    """All captures of a disclosure, in the order in which they were archived."""
    return _all(db, "WHERE disclosure = ? ORDER BY id", disclosure)


def of_file(db: Connection, file: str) -> list[Capture]:
    """All captures in one WARC file, as they stand in it."""
    return _all(db, "WHERE file = ? ORDER BY offset", file)


def originals(db: Connection, captures: Iterable[Capture]) -> list[Capture]:
    """The captures that the revisits among these refer to, and that are not among them."""
    had = {one.id for one in captures}
    wanted = {one.refers_to for one in captures if one.refers_to} - had
    return [capture(db, id) for id in sorted(wanted)]


def page_of(db: Connection, disclosure: int, version: int) -> Capture | None:
    """The page, or the file brought by hand, that led to a version; the latest when there are several."""
    found = _all(
        db, "WHERE disclosure = ? AND version = ? AND role = 'page' ORDER BY id DESC LIMIT 1", disclosure, version
    )
    return found[0] if found else None


def same_payload(db: Connection, digest: str) -> Capture | None:
    """The first response that was archived with this very payload."""
    found = _all(db, "WHERE digest = ? AND kind <> 'revisit' ORDER BY id LIMIT 1", digest)
    return found[0] if found else None


def same_content(db: Connection, content: str, address: str) -> Capture | None:
    """The response that brought this file, from this address when there is a choice."""
    order = "ORDER BY address <> ?, id LIMIT 1"
    found = _all(db, f"WHERE content = ? AND kind <> 'revisit' {order}", content, address) if content else []
    return found[0] if found else None


def _all(db: Connection, rest: str, *values: Any) -> list[Capture]:
    return [Capture(*row) for row in db.execute(f"{_SELECT} {rest}", values)]
