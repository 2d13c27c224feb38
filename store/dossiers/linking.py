"""Puts what was kept into its dossier: candidates from the index, each compared in full, the links, and the groups."""

from collections.abc import Iterator
from sqlite3 import Connection

from store.dossiers.index import candidates, write_keys
from store.dossiers.judging import judge
from store.dossiers.membership import regroup
from store.dossiers.sides import Side, side, sides


def link(db: Connection, disclosure: int, seen: str) -> None:
    """Link a disclosure that is new, or whose request may have changed. Part of the transaction that is open."""
    own = side(db, disclosure)
    if own is None:
        _forget(db, disclosure, seen)
        return
    row = db.execute("SELECT digest FROM dossier_requests WHERE disclosure = ?", (disclosure,)).fetchone()
    if row is not None and row[0] == own.digest:
        return
    before = _neighbours(db, disclosure) if row is not None else []
    write_links(db, own)
    after = _neighbours(db, disclosure)
    if before or after:
        regroup(db, [disclosure, *before, *after], seen)


def write_links(db: Connection, own: Side) -> None:
    """Index a request and write its links anew, without drawing dossiers from them."""
    db.execute("DELETE FROM dossier_links WHERE low = ? OR high = ?", (own.id, own.id))
    write_keys(db, own.id, own.digest, own.request, own.asked)
    db.executemany("INSERT INTO dossier_links (low, high, score) VALUES (?, ?, ?)", list(_links(db, own)))


def _links(db: Connection, own: Side) -> Iterator[tuple[int, int, float]]:
    near = candidates(db, own.id, own.request, own.asked)
    for other in sides(db, near).values() if near else ():
        # The lower number is always on the left, so that a link does not depend on which end came last.
        left, right = sorted((own, other), key=lambda one: one.id)
        judged = judge(left, right)
        if judged.linked:
            yield left.id, right.id, judged.score


def _neighbours(db: Connection, disclosure: int) -> list[int]:
    query = "SELECT high FROM dossier_links WHERE low = ? UNION SELECT low FROM dossier_links WHERE high = ? ORDER BY 1"
    return [other for (other,) in db.execute(query, (disclosure, disclosure))]


def _forget(db: Connection, disclosure: int, seen: str) -> None:
    """What is kept from view, or has turned out to be an article, is in no dossier."""
    before = _neighbours(db, disclosure)
    db.execute("DELETE FROM dossier_requests WHERE disclosure = ?", (disclosure,))
    db.execute("DELETE FROM dossier_links WHERE low = ? OR high = ?", (disclosure, disclosure))
    if before:
        db.execute("DELETE FROM dossier_members WHERE disclosure = ?", (disclosure,))
        regroup(db, before, seen)
