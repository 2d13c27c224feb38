"""Looks for duplicates among what was kept before the record looked for them."""

from store.database import Store
from store.merging.joining import join

_BATCH = 200
_LACKING = """SELECT id FROM disclosures WHERE id > ? AND kind <> 'news'
    AND NOT EXISTS (SELECT 1 FROM wordings WHERE disclosure = id) ORDER BY id LIMIT ?"""


def fill(store: Store, now: str) -> tuple[int, int]:
    """Put what the index lacks into it and join what is the same; gives how many were looked at and joined.

    What is stopped midway goes on where it was.
    """
    looked = made = last = 0
    while ids := [id for (id,) in store.db.conn.execute(_LACKING, (last, _BATCH))]:
        with store.writing():
            made += sum(len(join(store.db.conn, id, now)) for id in ids)
        looked, last = looked + len(ids), ids[-1]
    return looked, made
