"""Draws all dossiers anew, for a record that was made before there were any, or by an earlier comparison."""

from collections.abc import Iterator
from sqlite3 import Connection

from store.database import Store
from store.dossiers.linking import write_links
from store.dossiers.membership import regroup
from store.dossiers.sides import sides

_CHUNK = 200


def rebuild(store: Store, seen: str) -> int:
    """Compare every disclosure again; gives how many dossiers there are. Numbers stay, and so do corrections."""
    db = store.db.conn
    with store.writing():
        db.execute("DELETE FROM dossier_links")
        db.execute("DELETE FROM dossier_requests")
        for ids in _all(db):
            for own in sides(db, ids).values():
                write_links(db, own)
        linked = {id for pair in db.execute("SELECT low, high FROM dossier_links") for id in pair}
        left = linked | {id for (id,) in db.execute("SELECT disclosure FROM dossier_members")}
        while left:
            left -= regroup(db, [min(left)], seen)
        return int(db.execute("SELECT count(DISTINCT dossier) FROM dossier_members").fetchone()[0])


def _all(db: Connection) -> Iterator[list[int]]:
    last = 0
    while ids := [
        id for (id,) in db.execute("SELECT id FROM disclosures WHERE id > ? ORDER BY id LIMIT ?", (last, _CHUNK))
    ]:
        yield ids
        last = ids[-1]
