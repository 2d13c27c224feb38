"""The tables of what is the same disclosure, and why."""

from store.merging.wording import KEYS
from store.news_tables import NEWS

_PLACES = f"[{', '.join(str(4 * n + 1) for n in range(KEYS))}]"

MERGES: tuple[str, ...] = (
    # `address` is set where an address was taken as one of `kept`; `other` where two disclosures are joined, and
    # for an address after the undoing, which makes a disclosure of it. `barred`: a person undid it.
    """CREATE TABLE merges (
        id INTEGER PRIMARY KEY,
        kept INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        other INTEGER REFERENCES disclosures (id) ON DELETE CASCADE,
        address TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL
            CHECK (kind IN ('address', 'moved', 'copy', 'amended copy', 'same reply', 'by hand')),
        reason TEXT NOT NULL,
        evidence TEXT NOT NULL DEFAULT '{}',
        seen TEXT NOT NULL,
        undone TEXT NOT NULL DEFAULT '',
        undone_reason TEXT NOT NULL DEFAULT '',
        barred INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX merges_kept ON merges (kept, other)",
    "CREATE INDEX merges_other ON merges (other) WHERE other IS NOT NULL",
    "CREATE INDEX merges_address ON merges (address) WHERE address <> ''",
    # What an older record took as one. A digest tells of a page that was looked at at this address.
    """INSERT INTO merges (kept, address, kind, reason, seen)
        SELECT disclosure, address, 'address', reason, seen FROM addresses
        WHERE reason <> 'own' AND (reason = 'same words' OR digest <> '') ORDER BY seen, address""",
    # What is joined, seen from each of its ends.
    """CREATE VIEW same_as AS
        SELECT kept AS disclosure, other AS same, kind, reason, id AS merge FROM merges
            WHERE undone = '' AND other IS NOT NULL
        UNION ALL
        SELECT other, kept, kind, reason, id FROM merges WHERE undone = '' AND other IS NOT NULL""",
    # The digest of the words without boilerplate, and keys drawn from their sequence, four bytes each.
    """CREATE TABLE wordings (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        digest BLOB NOT NULL,
        keys BLOB NOT NULL
    )""",
    "CREATE INDEX wordings_digest ON wordings (digest)",
    """CREATE TABLE wording_keys (
        key BLOB NOT NULL,
        disclosure INTEGER NOT NULL,
        PRIMARY KEY (key, disclosure)
    ) WITHOUT ROWID""",
    f"""CREATE TRIGGER wordings_ad AFTER DELETE ON wordings BEGIN
        DELETE FROM wording_keys WHERE disclosure = old.disclosure
            AND key IN (SELECT substr(old.keys, value, 4) FROM json_each('{_PLACES}'));
    END""",
    *NEWS,
)
