"""The table of what became of each disclosure: present, suspect, withdrawn, restored or moved, with dates."""

# What an older record knows: when it was first kept, missing, withdrawn and back; not what the server answered.
_KNOWN = """INSERT INTO states (disclosure, state, seen, run, reason)
    SELECT disclosure, state, seen, run, reason FROM (
        SELECT id AS disclosure, 'present' AS state, first_seen AS seen, run, 'first seen' AS reason, 0 AS rank
        FROM disclosures LEFT JOIN versions ON disclosure = id AND versions.version = 1
        UNION ALL SELECT disclosure, 'suspect', missing_since, NULL, 'gone', 1
        FROM sightings JOIN disclosures ON id = disclosure
        WHERE missing_since <> '' AND status IN ('suspect', 'withdrawn')
        UNION ALL SELECT disclosure, verb, seen, NULL, CASE verb WHEN 'restored' THEN 'came back' ELSE 'gone' END, 2
        FROM changes WHERE verb IN ('withdrawn', 'restored'))
    ORDER BY disclosure, seen, rank"""

STATES: tuple[str, ...] = (
    """CREATE TABLE states (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('present', 'suspect', 'withdrawn', 'restored', 'moved')),
        seen TEXT NOT NULL,
        run INTEGER REFERENCES runs (id),
        reason TEXT NOT NULL DEFAULT '',
        evidence TEXT NOT NULL DEFAULT '{}'
    )""",
    "CREATE INDEX states_disclosure ON states (disclosure, id)",
    _KNOWN,
    """CREATE TRIGGER states_stay BEFORE UPDATE ON states BEGIN
        SELECT raise(ABORT, 'the ledger of states is append-only');
    END""",
    # They go with their disclosure, when that is taken out of the record, and not before.
    """CREATE TRIGGER states_remain BEFORE DELETE ON states
    WHEN EXISTS (SELECT 1 FROM disclosures WHERE id = OLD.disclosure) BEGIN
        SELECT raise(ABORT, 'the ledger of states is append-only');
    END""",
    # A file that could not be had at first and was had later is a version, but no change that the force made.
    "ALTER TABLE versions ADD COLUMN completed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE changes ADD COLUMN completed INTEGER NOT NULL DEFAULT 0",
    "DROP VIEW latest_changes",
    """CREATE VIEW latest_changes AS SELECT
        changes.id, changes.seen, changes.verb, changes.version, changes.disclosure, changes.source,
        disclosures.title, disclosures.ref, disclosures.published, disclosures.address, disclosures.status,
        (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = disclosures.id) AS forces,
        (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = disclosures.id) AS topics,
        coalesce(versions.changed, '[]') AS changed,
        coalesce(versions.diff, '') AS diff
    FROM changes
        JOIN disclosures ON disclosures.id = changes.disclosure
        LEFT JOIN versions ON versions.disclosure = changes.disclosure AND versions.version = changes.version
            AND changes.verb IN ('changed', 'restored')
    WHERE changes.baseline = 0 AND changes.completed = 0
    ORDER BY changes.id DESC""",
)
