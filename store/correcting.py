"""What a person says of a kept disclosure against what was read from it: kept as a version of its own."""

from dataclasses import replace

from store import news
from store.database import Store
from store.dossiers import linking as dossiers
from store.keeping import rewrite
from store.ledger import came_by_baseline, write_change, write_version
from store.merging.joining import join
from store.records import Kept
from store.versions import record_of, sighting_from

_LAST = """SELECT versions.version, versions.digest, record, reader FROM disclosures JOIN versions
    ON versions.disclosure = id AND versions.version = disclosures.version WHERE id = ?"""


def say_forces(store: Store, disclosure: int, forces: tuple[str, ...], *, seen: str) -> Kept:
    """Let a disclosure be of these forces, by their full names; unchanged when it is already.

    Nobody is told of it as a change of the disclosure, for the force changed nothing; who follows that force and
    has not heard of it yet hears of it as new.
    """
    db = store.db.conn
    with store.writing():
        version, digest, record, reader = db.execute(_LAST, (disclosure,)).fetchone()
        before = sighting_from(record)
        if set(before.forces) == set(forces):
            return Kept(disclosure, version, "unchanged")
        now = replace(before, forces=forces)
        rewrite(db, disclosure, version + 1, now, digest)
        write_version(
            db, disclosure, version + 1, seen=seen, run=None, digest=digest, record=record_of(now),
            changed=("forces",), reader=reader, completed=True,
        )  # fmt: skip
        baseline = came_by_baseline(db, disclosure)
        write_change(db, disclosure, "changed", seen=seen, baseline=baseline, completed=True)
        news.link(db, disclosure)
        join(db, disclosure, seen)
        dossiers.link(db, disclosure, seen)
        return Kept(disclosure, version + 1, "changed", ("forces",))
