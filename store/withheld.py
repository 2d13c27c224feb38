"""What the record may say of a disclosure whose file is held back: never a word of that file."""

from dataclasses import replace
from sqlite3 import Connection
from typing import Any
from urllib.parse import unquote

from store.digest import digest_of
from store.fileread import QUARANTINED
from store.quarantine import held_among
from store.records import ADDED, AttachmentSeen, Sighting
from store.versions import as_json, record_of, sighting_from

# What is read from the words of a document that is itself a file. Dates and forces say nothing of persons.
_NOTHING_READ: dict[str, Any] = {"ref": "", "request_text": "", "response_text": "", "outcome": "unknown", "extra": {}}
_READ = ("title", "words", "ref", "request_text", "response_text", "outcome")


def file_name(address: str, label: str = "") -> str:
    """What people call a file: the end of its address, or the words of its link."""
    name = unquote(address.rpartition("?")[0] or address).rstrip("/").rpartition("/")[2]
    return name if "." in name else label or name


def withheld(db: Connection, sighting: Sighting, seen: str) -> Sighting:
    """The sighting without the words of held files; `seen` is since when they are held, where that is not known."""
    held = held_among(db, (a.sha256 for a in sighting.attachments))
    if not held:
        return sighting
    db.executemany("UPDATE quarantined SET since = ? WHERE sha256 = ? AND since = ''", [(seen, one) for one in held])
    return without_words(sighting, held)


def without_words(sighting: Sighting, held: set[str]) -> Sighting:
    """The sighting without what comes from the `held` files; one that is itself such a file has but a name."""
    files = tuple(replace(a, text="", problem="") if a.sha256 in held else a for a in sighting.attachments)
    bare = replace(sighting, attachments=files)
    own = next((a for a in files if a.sha256 in held and a.address == sighting.address), None)
    # The words of a file in a log are its title there, which no file told.
    if own is None or (sighting.source != ADDED and sighting.words == sighting.title):
        return bare
    title = own.label or file_name(own.address)
    return replace(bare, title=title, words=title, **_NOTHING_READ)


def says_less(bare: Sighting, whole: Sighting) -> bool:
    """Whether the disclosure itself, and not only a file of it, is held back."""
    return bare.extra != whole.extra or any(getattr(bare, name) != getattr(whole, name) for name in _READ)


def is_held(attachment: AttachmentSeen) -> bool:
    """Whether the file of an attachment is in quarantine."""
    return attachment.problem.startswith(QUARANTINED)


def texts_of(db: Connection, disclosure: int) -> str:
    """The text of all files of a disclosure, as it is searched."""
    query = """SELECT text FROM attachments JOIN files ON files.sha256 = attachments.sha256
        WHERE disclosure = ? AND text <> '' ORDER BY position"""
    return "\n\n".join(text for (text,) in db.execute(query, (disclosure,)))


def strip(db: Connection, disclosure: int, held: set[str]) -> None:
    """Take the words of the `held` files from a disclosure that has them: from search, topics and all versions."""
    text = texts_of(db, disclosure)
    db.execute("UPDATE disclosures SET attachments_text = ? WHERE id = ?", (text, disclosure))
    for table in ("matches", "matched"):
        # Matched again without the file; evidence quotes it.
        db.execute(f"DELETE FROM {table} WHERE disclosure = ?", (disclosure,))
    db.execute("DELETE FROM news_links WHERE ? IN (news, disclosure)", (disclosure,))
    rows = db.execute("SELECT version, record FROM versions WHERE disclosure = ? ORDER BY version", (disclosure,))
    for version, record in rows.fetchall():
        whole = sighting_from(record)
        bare = without_words(whole, held)
        if says_less(bare, whole):
            _strip_version(db, disclosure, version, bare)


def _strip_version(db: Connection, disclosure: int, version: int, bare: Sighting) -> None:
    """A disclosure that is itself the file is held back as a whole."""
    digest = digest_of(bare)
    db.execute(
        "UPDATE versions SET record = ?, digest = ?, diff = '' WHERE disclosure = ? AND version = ?",
        (record_of(bare), digest, disclosure, version),
    )
    # The lines that the next version took away are of this one.
    db.execute("UPDATE versions SET diff = '' WHERE disclosure = ? AND version = ?", (disclosure, version + 1))
    values = [getattr(bare, name) for name in _READ]
    db.execute(
        f"""UPDATE disclosures SET {", ".join(f"{name} = ?" for name in _READ)}, extra = ?, digest = ?,
            status = 'quarantined' WHERE id = ? AND version = ?""",
        (*values, as_json(bare.extra), digest, disclosure, version),
    )
    db.execute("UPDATE addresses SET digest = '' WHERE disclosure = ?", (disclosure,))
    db.execute("DELETE FROM citations WHERE disclosure = ?", (disclosure,))
