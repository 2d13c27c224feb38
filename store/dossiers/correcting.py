"""A person's word on a dossier: what does not belong to it is taken out, and never put back by itself."""

from store.database import Store
from store.dossiers.membership import regroup, resolved
from store.errors import NotKept


def split(store: Store, dossier: int, disclosure: int, reason: str, seen: str) -> int:
    """Take a disclosure out of a dossier and remember it, apart from each that is in it now; gives how many are left.

    Raises NotKept where there is no such dossier, or the disclosure is not in it.
    """
    db = store.db.conn
    with store.writing():
        number = resolved(db, dossier)
        rows = db.execute("SELECT disclosure FROM dossier_members WHERE dossier = ? ORDER BY 1", (number,))
        members = [member for (member,) in rows]
        if disclosure not in members:
            raise NotKept(f"disclosure {disclosure} is not in dossier {dossier}")
        others = [member for member in members if member != disclosure]
        db.executemany(
            """INSERT INTO dossier_splits (disclosure, other, dossier, reason, seen) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (disclosure, other) DO UPDATE SET reason = excluded.reason, seen = excluded.seen""",
            [(disclosure, other, number, reason, seen) for other in others],
        )
        db.executemany(
            "DELETE FROM dossier_links WHERE low = ? AND high = ?",
            [(min(disclosure, other), max(disclosure, other)) for other in others],
        )
        db.execute("DELETE FROM dossier_members WHERE disclosure = ?", (disclosure,))
        regroup(db, others, seen)
        regroup(db, [disclosure], seen)
        query = "SELECT count(*) FROM dossier_members WHERE dossier = ?"
        return int(db.execute(query, (number,)).fetchone()[0])
