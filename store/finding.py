"""Finding the one disclosure that a person asked for, or saying why there is none: it may have been taken down."""

from store.database import Store
from store.errors import NotKept
from store.lookup import find
from store.purging.bars import addresses_down, tombstones


def find_kept(store: Store, text: str) -> int:
    """The number of the disclosure of that id, address or reference. Raises NotKept, with what became of it."""
    disclosure = find(store, text)
    if disclosure is not None:
        return disclosure
    asked, db = text.strip(), store.db.conn
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else -1
    down = [*tombstones(db, "disclosure = ?", number), *addresses_down(db, [asked]).values()]
    raise NotKept(down[0].said if down else f"the record holds no disclosure {text!r}")
