"""Taking down a single file: the disclosures that link to it stay, with its label and without a word of it."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection
from typing import Any

from store import news
from store.database import Store
from store.digest import digest_of
from store.errors import StoreError
from store.merging.joining import join
from store.purging.bars import FILE_ALONE, Tombstone, salts, tombstones
from store.purging.burying import write_digests
from store.purging.digests import FILE, salted
from store.purging.traces import others_with
from store.records import AttachmentSeen, Sighting
from store.versions import record_of, sighting_from
from store.withheld import texts_of


def bury_file(store: Store, sha256: str, reason: str, moment: str) -> Tombstone:
    """The tombstone of a file that is kept; the one that stands already, where a purge broke off.

    Raises StoreError for a file that is itself the disclosure: with it nothing would be left of that.
    """
    db = store.db.conn
    with store.writing():
        standing = tombstones(db, "file = ?", sha256)
        if standing:
            return standing[0]
        own = [id for id in carriers(db, sha256) if any(_is_it(seen, sha256) for _, seen in _versions(db, id))]
        if own:
            raise StoreError(f"disclosure {own[0]} is this file itself: `foiwatch purge {own[0]}`")
        salt = next(iter(salts(db)), "") or secrets.token_hex(16)
        row = db.execute(
            "INSERT INTO tombstones (file, seen, reason, salt) VALUES (?, ?, ?, ?)", (sha256, moment, reason, salt)
        )
        write_digests(db, [(salted(salt, FILE, sha256), int(row.lastrowid or 0), FILE)])
    return tombstones(db, "file = ?", sha256)[0]


def carriers(db: Connection, sha256: str) -> tuple[int, ...]:
    """The disclosures that have the file, or had it in an earlier version."""
    return others_with(db, [sha256], 0).get(sha256, ())


def unquote(store: Store, sha256: str, disclosures: Iterable[int]) -> None:
    """Let no alert, sent or not, quote one of the disclosures or link to its files."""
    db, ids = store.private.conn, set(disclosures)
    db.execute("PRAGMA secure_delete = ON")
    with store.writing_privately():
        for alert, text in db.execute("SELECT id, body FROM alerts").fetchall():
            body: dict[str, Any] = json.loads(text)
            items = [item for item in (body, *body.get("examples", ())) if item.get("id") in ids]
            for item in items:
                item.update(quote="", words="", where="", attachments=[], diff=[])
            if items:
                db.execute("UPDATE alerts SET body = ? WHERE id = ?", (json.dumps(body, ensure_ascii=False), alert))
        db.execute("DELETE FROM quarantine WHERE sha256 = ?", (sha256,))


def take_out(store: Store, sha256: str, disclosures: Iterable[int], moment: str) -> None:
    """Delete the rows of the file, and all that was computed from its words in the disclosures that have it."""
    db = store.db.conn
    db.execute("PRAGMA secure_delete = ON")
    with store.writing():
        addresses = {address for id in disclosures for address in _strip_versions(db, id, sha256)}
        for address in addresses:
            # Else its server might say "not modified" of what is no longer had.
            db.execute("DELETE FROM validators WHERE address = ?", (address,))
            db.execute("DELETE FROM problems WHERE address = ?", (address,))
        db.execute("UPDATE attachments SET sha256 = NULL, problem = ? WHERE sha256 = ?", (FILE_ALONE, sha256))
        db.execute("DELETE FROM files WHERE sha256 = ?", (sha256,))
        for id in disclosures:
            _compute_again(db, id, moment)
        db.execute("INSERT INTO disclosures_fts (disclosures_fts) VALUES ('optimize')")


def _strip_versions(db: Connection, id: int, sha256: str) -> set[str]:
    """Take the file from every version's record; gives the addresses that it had."""
    addresses = set()
    for version, seen in _versions(db, id):
        addresses |= {one.address for one in seen.attachments if one.sha256 == sha256}
        files = tuple(_bare(one) if one.sha256 == sha256 else one for one in seen.attachments)
        if files == seen.attachments:
            continue
        bare = replace(seen, attachments=files)
        old, new = digest_of(seen), digest_of(bare)
        db.execute(
            "UPDATE versions SET record = ?, digest = ? WHERE disclosure = ? AND version = ?",
            (record_of(bare), new, id, version),
        )
        for table, key in (("disclosures", "id"), ("addresses", "disclosure")):
            db.execute(f"UPDATE {table} SET digest = ? WHERE {key} = ? AND digest = ?", (new, id, old))
    return addresses


def _compute_again(db: Connection, id: int, moment: str) -> None:
    db.execute("UPDATE disclosures SET attachments_text = ? WHERE id = ?", (texts_of(db, id), id))
    for table in ("matches", "matched"):
        db.execute(f"DELETE FROM {table} WHERE disclosure = ?", (id,))  # matched again without the file
    db.execute("DELETE FROM news_links WHERE ? IN (news, disclosure)", (id,))
    news.link(db, id)
    # What two had in common may have stood in the file.
    db.execute(
        "UPDATE merges SET evidence = '{}' WHERE other IS NOT NULL AND address = '' AND ? IN (kept, other)", (id,)
    )
    join(db, id, moment)


def _versions(db: Connection, id: int) -> list[tuple[int, Sighting]]:
    rows = db.execute("SELECT version, record FROM versions WHERE disclosure = ?", (id,)).fetchall()
    return [(version, sighting_from(record)) for version, record in rows]


def _is_it(seen: Sighting, sha256: str) -> bool:
    return any(one.sha256 == sha256 and one.address == seen.address for one in seen.attachments)


def _bare(attachment: AttachmentSeen) -> AttachmentSeen:
    return AttachmentSeen(attachment.address, attachment.label, problem=FILE_ALONE)
