"""The index by which a disclosure finds those that may be the same: bounded, whatever the size of the record.

By digest of the words, by reference, and by keys drawn from the sequences of three words: two texts that share
much share some of these keys. A key that many disclosures have tells nothing, and is neither kept nor asked.
"""

from collections import Counter
from collections.abc import Iterable
from sqlite3 import Connection

from store.merging.wording import KEYS, Wording

FULL = 32  # disclosures under one key, after which it is that of a common phrase
MOST = 6  # disclosures that are compared word by word, of those with the most keys in common
FEWEST = 2  # keys in common: a single one is often chance
_BY_REF, _BY_DIGEST = 16, 8


def note(db: Connection, id: int, wording: Wording) -> None:
    """Put a disclosure into the index, in place of what it said before."""
    keys = _telling(db, wording, id)
    db.execute("DELETE FROM wordings WHERE disclosure = ?", (id,))
    db.execute("INSERT INTO wordings (disclosure, digest, keys) VALUES (?, ?, ?)", (id, wording.digest, b"".join(keys)))
    db.executemany("INSERT OR IGNORE INTO wording_keys (key, disclosure) VALUES (?, ?)", [(key, id) for key in keys])


def nearby(db: Connection, wording: Wording, ref: str, but: int = 0) -> list[int]:
    """The disclosures that may be the same as one of such words and reference, the likeliest first; without `but`."""
    found = [
        id
        for (id,) in db.execute(
            f"SELECT disclosure FROM wordings WHERE digest = ? LIMIT {_BY_DIGEST}", (wording.digest,)
        )
    ]
    if ref:
        found += [id for (id,) in db.execute(f"SELECT id FROM disclosures WHERE ref = ? LIMIT {_BY_REF}", (ref,))]
    found += _by_keys(db, wording.keys, but)
    return [id for id in dict.fromkeys(found) if id != but]


def _by_keys(db: Connection, keys: Iterable[bytes], but: int) -> list[int]:
    shared: Counter[int] = Counter()
    asked = 0
    for key in keys:
        under = _under(db, key)
        if len(under) < FULL:
            shared.update(under)
            asked += 1
        if asked == KEYS:
            break
    del shared[but]
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    return [id for id, common in ranked[:MOST] if common >= FEWEST]


def _telling(db: Connection, wording: Wording, id: int) -> list[bytes]:
    """The first keys under which there is room."""
    chosen: list[bytes] = []
    for key in wording.keys:
        under = _under(db, key)
        if len(under) < FULL or id in under:
            chosen.append(key)
        if len(chosen) == KEYS:
            break
    return chosen


def _under(db: Connection, key: bytes) -> list[int]:
    query = f"SELECT disclosure FROM wording_keys WHERE key = ? LIMIT {FULL}"
    return [id for (id,) in db.execute(query, (key,))]
