"""Taking a disclosure down: the tombstone first, then everything that tells of it, so that a crash can be made good.

Each step may be done again: as long as `finished` of the tombstone is empty, `finish` goes over all of them. The rows
of the disclosure go after the files, alerts and archived responses that are found through them, exports after the
rows, and last the databases are written anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from store.database import Store
from store.errors import NotKept
from store.evidence.rewriting import without
from store.export.written import Written, written
from store.purging import burying, detaching, letters, onefile, removal, wiping
from store.purging.bars import Tombstone, tombstones
from store.purging.traces import traces

Rewrite = Callable[[Written], bool]  # writes an export anew; False when it is no longer where it was


@dataclass(frozen=True)
class Purged:
    """What taking down came to. `alerts` waited and will not be sent; `records` are archived responses.

    `shared` are files that stay, by their SHA-256, with the disclosures that have them too; `lost` the exports that
    are no longer where they were written.
    """

    tombstone: Tombstone
    alerts: int = 0
    records: int = 0
    files: tuple[str, ...] = ()
    shared: tuple[tuple[str, tuple[int, ...]], ...] = ()
    exports: tuple[Path, ...] = ()
    lost: tuple[Path, ...] = ()


def purge(store: Store, disclosure: int, reason: str, moment: str, rewrite: Rewrite) -> Purged:
    """Take a disclosure down. Hold the lock of the store, and that of deliveries: no run may go on.

    Raises NotKept, and Unfinished when something may be left: then it is to be called again.
    """
    kept = store.db.conn.execute("SELECT 1 FROM disclosures WHERE id = ?", (disclosure,)).fetchone()
    if kept is None and not tombstones(store.db.conn, "disclosure = ? AND finished = ''", disclosure):
        raise NotKept(f"the record holds no disclosure {disclosure}")
    if kept:
        burying.bury(store, disclosure, reason, moment)
    (done,) = [one for one in finish(store, moment, rewrite) if one.tombstone.disclosure == disclosure]
    return done


def purge_file(store: Store, sha256: str, reason: str, moment: str, rewrite: Rewrite) -> Purged:
    """Take a single file down, wherever it is linked. As `purge`; raises StoreError for one that is a disclosure."""
    kept = store.db.conn.execute("SELECT 1 FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    if kept is None and not tombstones(store.db.conn, "file = ? AND finished = ''", sha256):
        raise NotKept(f"the record holds no file {sha256}")
    if kept:
        onefile.bury_file(store, sha256, reason, moment)
    (done,) = [one for one in finish(store, moment, rewrite) if one.tombstone.file == sha256]
    return done


def finish(store: Store, moment: str, rewrite: Rewrite) -> list[Purged]:
    """End every purge that was begun. Raises Unfinished, StoreError."""
    begun = unfinished(store)
    done = [_removed(store, one, moment) for one in begun]
    if not begun:
        return []
    since = min(one.first_seen for one in begun)
    kept, lost = _exports(store, since, rewrite)
    wiping.remove_leavings(store)
    wiping.wipe(store)
    for one in begun:
        burying.finished(store, one, moment)
    return [Purged(one.tombstone, one.alerts, one.records, one.files, one.shared, kept, lost) for one in done]


def unfinished(store: Store) -> list[Tombstone]:
    """The tombstones of which something may be left."""
    return tombstones(store.db.conn, "finished = ''")


def _file_removed(store: Store, tombstone: Tombstone, moment: str) -> Purged:
    sha256 = tombstone.file
    having = onefile.carriers(store.db.conn, sha256)
    onefile.unquote(store, sha256, having)
    records = detaching.remove_file(store, sha256)
    wiping.remove_files(store, [sha256])
    onefile.take_out(store, sha256, having, moment)
    return Purged(tombstone, records=records, files=(sha256,))


def _removed(store: Store, tombstone: Tombstone, moment: str) -> Purged:
    if tombstone.file:
        return _file_removed(store, tombstone, moment)
    db, id = store.db.conn, tombstone.disclosure
    if not db.execute("SELECT 1 FROM disclosures WHERE id = ?", (id,)).fetchone():
        return Purged(tombstone)  # broken off behind this
    left = traces(db, id)
    alerts = letters.take_out(store, id, left, moment)
    detaching.detach(store, id)
    records = without(store, id)
    wiping.remove_files(store, left.files)
    removal.take_out(store, id, left, moment)
    return Purged(tombstone, alerts, records, tuple(sorted(left.files)), tuple(sorted(left.shared.items())))


def _exports(store: Store, since: str, rewrite: Rewrite) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write anew what was exported since it was first kept; gives those that were, and those that are not there."""
    kept, lost = list[Path](), list[Path]()
    for export in written(store):
        if export.when >= since:
            (kept if rewrite(export) else lost).append(export.path)
    return tuple(kept), tuple(lost)
