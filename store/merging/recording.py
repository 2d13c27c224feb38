"""Records what keeping a sighting came to, as far as it makes one of what were two: called by `store.keeping.keep`."""

from sqlite3 import Connection
from typing import TYPE_CHECKING

from store.merging import addresses
from store.merging.joining import join
from store.records import Kept

if TYPE_CHECKING:
    from store.identity import Identity


def record_merges(db: Connection, identity: "Identity", kept: Kept, seen: str) -> None:
    """Write the merges of a sighting that was kept, in the transaction that keeps it."""
    if identity.merge:
        addresses.note(db, identity.sighting.address, identity.merge, seen)
    if identity.released:
        addresses.part(db, identity.released, kept.disclosure, seen)
    if kept.verb == "new" or kept.changed:
        join(db, kept.disclosure, seen, identity.around)
