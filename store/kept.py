"""What is kept at an address: asked at every visit, before a page is read again."""

from dataclasses import dataclass

from store.database import Store
from store.lookup import ATTACHMENT
from store.records import AttachmentSeen

_SEEN = f"SELECT {ATTACHMENT}"


@dataclass(frozen=True)
class KeptAt:
    """The disclosure of an address and its status."""

    disclosure: int
    status: str


def kept_at(store: Store, address: str) -> KeptAt | None:
    """What is kept at an address, or None."""
    query = """SELECT disclosures.id, status FROM addresses
        JOIN disclosures ON disclosures.id = addresses.disclosure WHERE addresses.address = ?"""
    row = store.db.conn.execute(query, (address,)).fetchone()
    return KeptAt(*row) if row else None


def attachments_of(store: Store, disclosure: int) -> list[AttachmentSeen]:
    """The attachments of a disclosure as last kept, in their order."""
    rows = store.db.conn.execute(f"{_SEEN} WHERE disclosure = ? ORDER BY position", (disclosure,))
    return [AttachmentSeen(*row) for row in rows]


def attachment_from(store: Store, address: str) -> AttachmentSeen | None:
    """The file last kept from an address, whichever disclosure it belongs to."""
    query = f"{_SEEN} WHERE attachments.address = ? AND files.sha256 IS NOT NULL LIMIT 1"
    row = store.db.conn.execute(query, (address,)).fetchone()
    return AttachmentSeen(*row) if row else None


def seen_again(store: Store, disclosure: int, moment: str) -> None:
    """Note that a disclosure was found as it was kept."""
    store.db.conn.execute(
        """UPDATE sightings SET last_seen = max(last_seen, ?), missing_since = '', missing_runs = 0
        WHERE disclosure = ?""",
        (moment, disclosure),
    )
