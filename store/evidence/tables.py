"""The tables of the archived responses, and which reader made each version and each file's text."""

EVIDENCE: tuple[str, ...] = (
    # `head` is the length of the warcinfo record that begins the file, `bytes` what of the file is indexed: whatever
    # lies behind that was written by a run that was killed.
    """CREATE TABLE archives (
        file TEXT PRIMARY KEY,
        run INTEGER REFERENCES runs (id),
        source TEXT NOT NULL,
        begun TEXT NOT NULL,
        head INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        closed INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    "CREATE INDEX archives_open ON archives (source) WHERE closed = 0",
    # A row for each response: `length` bytes of `file` from `offset` on are its record, the next `request` bytes that
    # of its request. `digest` is of the payload as sent, `content` of what it is without its Content-Encoding.
    """CREATE TABLE captures (
        id INTEGER PRIMARY KEY,
        run INTEGER REFERENCES runs (id),
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('page', 'attachment', 'redirect', 'gone')),
        kind TEXT NOT NULL CHECK (kind IN ('response', 'revisit', 'resource')),
        address TEXT NOT NULL,
        entry TEXT NOT NULL DEFAULT '',
        seen TEXT NOT NULL,
        status INTEGER NOT NULL,
        media_type TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT '',
        content TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL REFERENCES archives (file),
        offset INTEGER NOT NULL,
        length INTEGER NOT NULL,
        request INTEGER NOT NULL DEFAULT 0,
        record TEXT NOT NULL,
        refers_to INTEGER REFERENCES captures (id)
    )""",
    "CREATE INDEX captures_disclosure ON captures (disclosure, version)",
    "CREATE INDEX captures_address ON captures (address, seen)",
    "CREATE INDEX captures_digest ON captures (digest)",
    "CREATE INDEX captures_content ON captures (content)",
    "CREATE INDEX captures_file ON captures (file, offset)",
    "CREATE INDEX captures_refers_to ON captures (refers_to) WHERE refers_to IS NOT NULL",
    "ALTER TABLE versions ADD COLUMN reader TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE files ADD COLUMN reader TEXT NOT NULL DEFAULT ''",
)
