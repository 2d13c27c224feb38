"""The tables of what was taken down: that it was, when and why, and digests by which it is known again."""

TOMBSTONES: tuple[str, ...] = (
    # `disclosure` is its number, which is never given to another; 0 where this record never had it. `finished` is
    # empty until no byte of it is left. `file` is set where one file was taken down and its disclosures stay.
    """CREATE TABLE tombstones (
        id INTEGER PRIMARY KEY,
        disclosure INTEGER NOT NULL DEFAULT 0,
        file TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        first_seen TEXT NOT NULL DEFAULT '',
        seen TEXT NOT NULL,
        reason TEXT NOT NULL,
        salt TEXT NOT NULL,
        finished TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX tombstones_disclosure ON tombstones (disclosure)",
    "CREATE INDEX tombstones_salt ON tombstones (salt)",
    # SHA-256 over the salt, the kind and an address, a text or the SHA-256 of a file.
    """CREATE TABLE tombstone_digests (
        digest TEXT NOT NULL,
        tombstone INTEGER NOT NULL REFERENCES tombstones (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('address', 'words', 'file')),
        PRIMARY KEY (digest, tombstone)
    ) WITHOUT ROWID""",
    "CREATE INDEX tombstone_digests_tombstone ON tombstone_digests (tombstone)",
    # A number that is given again would bring another disclosure under the tombstone, and among old alerts.
    """CREATE TRIGGER tombstones_keep_their_number AFTER INSERT ON disclosures
    WHEN EXISTS (SELECT 1 FROM tombstones WHERE disclosure = new.id) BEGIN
        SELECT raise(ABORT, 'that number belongs to a disclosure that was taken down');
    END""",
)
