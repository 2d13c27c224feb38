"""What would be taken down: for the operator to look at before it is done."""

from dataclasses import dataclass
from pathlib import Path

from store.database import Store
from store.errors import NotKept
from store.export.written import written
from store.purging import letters
from store.purging.traces import traces


@dataclass(frozen=True)
class File:
    """A file of the disclosure; it stays when `others`, disclosures by their numbers, have it too."""

    sha256: str
    bytes: int
    label: str
    others: tuple[int, ...]


@dataclass(frozen=True)
class Going:
    """A disclosure and all that would go with it. `joined` are others that were found to be the same: they stay."""

    id: int
    title: str
    source: str
    address: str
    versions: int
    files: tuple[File, ...]
    responses: int
    exports: tuple[Path, ...]
    alerts: int
    joined: tuple[tuple[int, str], ...]


def going(store: Store, disclosure: int) -> Going:
    """What a purge of the disclosure would take. Raises NotKept."""
    db = store.db.conn
    row = db.execute(
        "SELECT id, title, source, address, version, first_seen FROM disclosures WHERE id = ?", (disclosure,)
    ).fetchone()
    if row is None:
        raise NotKept(f"the record holds no disclosure {disclosure}")
    id, title, source, address, versions, first_seen = row
    left = traces(db, disclosure)
    labels = {a.sha256: a.label or a.address for seen in left.sightings for a in seen.attachments}
    files = [
        File(sha256, _size(store, sha256), labels.get(sha256, ""), left.shared.get(sha256, ()))
        for sha256 in sorted(left.files | left.shared.keys())
    ]
    responses = db.execute("SELECT count(*) FROM captures WHERE disclosure = ?", (disclosure,)).fetchone()[0]
    joined = db.execute("SELECT same, kind FROM same_as WHERE disclosure = ? ORDER BY same", (disclosure,)).fetchall()
    exports = tuple(one.path for one in written(store) if one.when >= first_seen)
    alerts = letters.waiting(store, disclosure)
    return Going(
        id, title, source, address, versions, tuple(files), responses, exports, alerts, tuple(joined)
    )  # fmt: skip


def _size(store: Store, sha256: str) -> int:
    row = store.db.conn.execute("SELECT bytes FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    return int(row[0]) if row else 0
