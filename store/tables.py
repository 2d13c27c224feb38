"""The tables of the record: disclosures and all that belongs to them, their versions and the ledger."""

RECORD = (
    """CREATE TABLE forces (
        name TEXT PRIMARY KEY,
        website TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    """CREATE TABLE disclosures (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT 'disclosure' CHECK (kind IN ('disclosure', 'correspondence', 'news')),
        address TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL DEFAULT '',
        ref TEXT NOT NULL DEFAULT '',
        received TEXT NOT NULL DEFAULT '',
        responded TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT 'unknown',
        status TEXT NOT NULL DEFAULT 'present'
            CHECK (status IN ('present', 'suspect', 'withdrawn', 'moved', 'quarantined')),
        version INTEGER NOT NULL DEFAULT 1,
        first_seen TEXT NOT NULL,
        digest TEXT NOT NULL,
        request_text TEXT NOT NULL DEFAULT '',
        response_text TEXT NOT NULL DEFAULT '',
        attachments_text TEXT NOT NULL DEFAULT '',
        words TEXT NOT NULL DEFAULT '',
        extra TEXT NOT NULL DEFAULT '{}'
    )""",
    "CREATE INDEX disclosures_published ON disclosures (published)",
    "CREATE INDEX disclosures_source ON disclosures (source, published)",
    "CREATE INDEX disclosures_digest ON disclosures (digest)",
    "CREATE INDEX disclosures_ref ON disclosures (ref)",
    # What the site counts by: these columns alone, so that counting does not read the wide rows.
    "CREATE INDEX disclosures_facets ON disclosures (status, outcome, kind, published, responded, received)",
    # What changes with every look lives apart: a wide row and its index stay untouched.
    """CREATE TABLE sightings (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        last_seen TEXT NOT NULL,
        missing_since TEXT NOT NULL DEFAULT '',
        missing_runs INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE disclosure_forces (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        force TEXT NOT NULL REFERENCES forces (name),
        PRIMARY KEY (disclosure, force)
    ) WITHOUT ROWID""",
    "CREATE INDEX disclosure_forces_force ON disclosure_forces (force, disclosure)",
    """CREATE TABLE addresses (
        address TEXT PRIMARY KEY,
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        seen TEXT NOT NULL,
        digest TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    "CREATE INDEX addresses_disclosure ON addresses (disclosure)",
    """CREATE TABLE files (
        sha256 TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        text TEXT NOT NULL DEFAULT '',
        problem TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    """CREATE TABLE attachments (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        address TEXT NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        sha256 TEXT REFERENCES files (sha256),
        problem TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (disclosure, position)
    ) WITHOUT ROWID""",
    "CREATE INDEX attachments_sha256 ON attachments (sha256)",
    "CREATE INDEX attachments_address ON attachments (address)",
    """CREATE TABLE citations (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        section TEXT NOT NULL,
        relied_on INTEGER NOT NULL,
        quote TEXT NOT NULL,
        PRIMARY KEY (disclosure, position)
    ) WITHOUT ROWID""",
    "CREATE INDEX citations_section ON citations (section, relied_on)",
    """CREATE TABLE versions (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        seen TEXT NOT NULL,
        run INTEGER REFERENCES runs (id),
        digest TEXT NOT NULL,
        changed TEXT NOT NULL DEFAULT '[]',
        diff TEXT NOT NULL DEFAULT '',
        record TEXT NOT NULL,
        PRIMARY KEY (disclosure, version)
    ) WITHOUT ROWID""",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        verb TEXT NOT NULL CHECK (verb IN ('new', 'changed', 'withdrawn', 'restored')),
        seen TEXT NOT NULL,
        source TEXT NOT NULL,
        baseline INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN
        SELECT raise(ABORT, 'the ledger is append-only');
    END""",
    "CREATE INDEX changes_disclosure ON changes (disclosure)",
    "CREATE INDEX changes_source ON changes (source, id)",
    """CREATE TABLE matches (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        topic TEXT NOT NULL,
        version INTEGER NOT NULL,
        score REAL NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (disclosure, topic)
    ) WITHOUT ROWID""",
    "CREATE INDEX matches_topic ON matches (topic, disclosure)",
    """CREATE TABLE matched (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        topics TEXT NOT NULL
    )""",
)
