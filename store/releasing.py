"""Releasing a file from quarantine: its words become public, and the disclosures that carry it change by them."""

from collections.abc import Sequence
from sqlite3 import Connection

from store import news, quarantine
from store.contents import clean, keep_contents
from store.database import Store
from store.fileread import QUARANTINED, FileRead
from store.files import file_path, held_path, write_once
from store.holding import read_bytes
from store.keeping import keep
from store.ledger import write_change, write_version
from store.quarantine import Held
from store.records import Sighting
from store.states import LAST_STATUS
from store.withheld import texts_of

_LAST = """SELECT disclosures.version, versions.digest, record FROM disclosures JOIN versions
    ON versions.disclosure = id AND versions.version = disclosures.version WHERE id = ?"""


def held_bytes(store: Store, sha256: str) -> bytes:
    """The bytes of a file that is held back. Raises StoreError when they are not there."""
    return read_bytes(held_path(store, sha256))


def release(
    store: Store, file: Held, read: FileRead, moment: str, reason: str = "", instead: Sequence[Sighting] = ()
) -> list[int]:
    """Make a held file public, with the words that `read` has now; gives the disclosures that changed by it.

    `instead` are the full sightings of disclosures that are the file itself and so were held back whole. Bytes
    are in the public folder, and private.db knows of the release, before the one transaction that makes it true;
    a crash before that leaves the file in quarantine, one after it released. Raises StoreError.
    """
    sha256, db = file.sha256, store.db.conn
    write_once(file_path(store, sha256), held_bytes(store, sha256))
    quarantine.set_released(store, sha256, moment, reason)
    with store.writing():
        _publish(db, sha256, read)
        changed = [keep(store, sighting, seen=moment, run=None).disclosure for sighting in instead]
        for disclosure in (carrier.id for carrier in file.carriers if carrier.id not in changed):
            _change(db, disclosure, file, moment)
            changed.append(disclosure)
        marks = ", ".join("?" * len(changed))
        # What was held back whole is so no longer, unless it is another file that is.
        db.execute(
            f"""UPDATE disclosures SET status = {LAST_STATUS} WHERE id IN ({marks}) AND status = 'quarantined'
            AND NOT EXISTS (SELECT 1 FROM attachments JOIN quarantined USING (sha256)
                WHERE attachments.disclosure = disclosures.id AND attachments.address = disclosures.address)""",
            changed,
        )
    held_path(store, sha256).unlink(missing_ok=True)
    return changed


def _publish(db: Connection, sha256: str, read: FileRead) -> None:
    db.execute("DELETE FROM quarantined WHERE sha256 = ?", (sha256,))
    text = clean(read.text)
    db.execute(
        "UPDATE files SET media_type = ?, text = ?, problem = ? WHERE sha256 = ?",
        (read.media_type, text, clean(read.problem), sha256),
    )
    keep_contents(db, sha256, text, read.parts, read.tables)
    db.execute("UPDATE attachments SET problem = '' WHERE sha256 = ? AND problem LIKE ? || '%'", (sha256, QUARANTINED))


def _change(db: Connection, disclosure: int, file: Held, moment: str) -> None:
    """A new version in which nothing but the words of the file is new."""
    version, digest, record = db.execute(_LAST, (disclosure,)).fetchone()
    db.execute(
        "UPDATE disclosures SET version = ?, attachments_text = ? WHERE id = ?",
        (version + 1, texts_of(db, disclosure), disclosure),
    )
    names = f"--- version {version}\n+++ version {version + 1}"
    diff = f"{names}\n@@\n-[attachment] {file.name} (in quarantine)\n+[attachment] {file.name} {file.sha256[:12]}"
    write_version(
        db, disclosure, version + 1, seen=moment, run=None, digest=digest, record=record,
        changed=("attachments",), diff=diff,
    )  # fmt: skip
    write_change(db, disclosure, "changed", seen=moment)
    news.link(db, disclosure)
