"""Whether something was taken down here: asked of each entry, page and file before anything of it is kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from sqlite3 import Connection

from store.purging.digests import ADDRESS, FILE, WORDS, forms, salted
from store.purging.errors import TakenDown
from store.records import AttachmentSeen, Sighting

REASON = "taken down here"
FILE_ALONE = "this file was taken down here"
_REFUSED = re.compile(rf"{REASON} \(tombstone (\d+)\)\Z")


@dataclass(frozen=True)
class Tombstone:
    """Something that was taken down, without its content; table `tombstones` says what its columns are."""

    id: int
    disclosure: int
    file: str
    source: str
    first_seen: str
    seen: str
    reason: str
    salt: str
    finished: str

    @property
    def said(self) -> str:
        """What is said of it in a sentence."""
        what = f"disclosure {self.disclosure}" if self.disclosure else "a file" if self.file else "a disclosure"
        return f"{what} was taken down on {self.seen[:10]}: {self.reason}"


_TOMBSTONE = "SELECT id, disclosure, file, source, first_seen, seen, reason, salt, finished FROM tombstones"


def tombstones(db: Connection, where: str = "1", *values: object) -> list[Tombstone]:
    """The tombstones, the first first."""
    return [Tombstone(*row) for row in db.execute(f"{_TOMBSTONE} WHERE {where} ORDER BY id", values)]


def salts(db: Connection) -> list[str]:
    """The salts in use: one, or none, but where a record was put in the place of another."""
    return [salt for (salt,) in db.execute("SELECT DISTINCT salt FROM tombstones")]


def down(db: Connection, kind: str, texts: Iterable[str]) -> dict[str, Tombstone]:
    """Those of the texts that belong to something taken down, each with its tombstone."""
    found = {}
    used = salts(db)
    for text in texts if used else ():
        digests = [salted(salt, kind, text) for salt in used]
        row = db.execute(
            f"SELECT tombstone FROM tombstone_digests WHERE digest IN ({', '.join('?' * len(digests))}) LIMIT 1",
            digests,
        ).fetchone()
        if row:
            found[text] = tombstones(db, "id = ?", row[0])[0]
    return found


def addresses_down(db: Connection, addresses: Iterable[str]) -> dict[str, Tombstone]:
    """Those of the addresses that were taken down."""
    return down(db, ADDRESS, (address for address in addresses if address))


def file_down(db: Connection, sha256: str) -> Tombstone | None:
    """The tombstone of a file, if it was taken down."""
    return down(db, FILE, [sha256]).get(sha256)


def sighting_down(db: Connection, sighting: Sighting) -> Tombstone | None:
    """The tombstone of a sighting: by one of its addresses, by its words, or because all its files were taken down.

    What is kept already, and says the same, was left in the record by whoever took the other down.
    """
    if not salts(db):
        return None
    named = [sighting.address, *(alias for alias, _ in sighting.aliases)]
    by_address = next(iter(addresses_down(db, named).values()), None)
    if by_address or _kept(db, named):
        return by_address
    return next(iter(down(db, WORDS, forms(sighting)).values()), None) or _by_files(db, sighting)


def _kept(db: Connection, addresses: Iterable[str]) -> bool:
    return any(db.execute("SELECT 1 FROM addresses WHERE address = ?", (one,)).fetchone() for one in addresses)


def _by_files(db: Connection, sighting: Sighting) -> Tombstone | None:
    marks = [_of_file(db, one) for one in sighting.attachments if one.sha256 or _REFUSED.match(one.problem)]
    return marks[0] if marks and all(mark and not mark.file for mark in marks) else None


def is_down(attachment: AttachmentSeen) -> bool:
    """Whether the bytes of an attachment were refused because they were taken down here."""
    return attachment.problem == FILE_ALONE or _REFUSED.match(attachment.problem) is not None


def refuse(db: Connection, sighting: Sighting) -> None:
    """Raises TakenDown for what was taken down here."""
    found = sighting_down(db, sighting)
    if found:
        raise refusal(found)


def refuse_addresses(db: Connection, addresses: Iterable[str]) -> None:
    """Raises TakenDown when any of the addresses is one of something that was taken down here."""
    for found in addresses_down(db, addresses).values():
        raise refusal(found)


def refuse_file(db: Connection, sha256: str) -> None:
    """Raises TakenDown when the file was taken down here, alone or with its disclosure."""
    found = file_down(db, sha256)
    if found:
        raise refusal(found)


def refusal(found: Tombstone) -> TakenDown:
    """What is said of something that belongs to a tombstone."""
    return TakenDown(f"{REASON}: {found.said}", found.id)


def without_files(db: Connection, sighting: Sighting) -> Sighting:
    """The sighting without the files that were taken down: their labels stay."""
    if not salts(db):
        return sighting
    files = tuple(_bare(db, one) for one in sighting.attachments)
    return sighting if files == sighting.attachments else replace(sighting, attachments=files)


def in_place_of(db: Connection, sha256: str, address: str, label: str) -> AttachmentSeen | None:
    """What an attachment is when its file was taken down; None when it was not."""
    found = file_down(db, sha256)
    if found is None:
        return None
    return AttachmentSeen(address, label, problem=FILE_ALONE if found.file else f"{REASON} (tombstone {found.id})")


def _bare(db: Connection, attachment: AttachmentSeen) -> AttachmentSeen:
    if not attachment.sha256:
        return attachment
    return in_place_of(db, attachment.sha256, attachment.address, attachment.label) or attachment


def _of_file(db: Connection, attachment: AttachmentSeen) -> Tombstone | None:
    """The tombstone of an attachment; one whose bytes were refused already has no digest any more."""
    refused = _REFUSED.match(attachment.problem)
    if refused is None:
        return file_down(db, attachment.sha256)
    return next(iter(tombstones(db, "id = ?", int(refused[1]))), None)
