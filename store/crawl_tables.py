"""The tables of the crawl: sources, the entries of their logs, runs, and what went wrong in them."""

CRAWL = (
    """CREATE TABLE sources (
        name TEXT PRIMARY KEY,
        full_name TEXT NOT NULL,
        platform TEXT NOT NULL,
        site TEXT NOT NULL,
        listing TEXT NOT NULL DEFAULT '',
        complete INTEGER NOT NULL DEFAULT 0,
        frontier TEXT NOT NULL DEFAULT '',
        walked TEXT NOT NULL DEFAULT '',
        walked_fully TEXT NOT NULL DEFAULT '',
        since TEXT NOT NULL DEFAULT '',
        modified_to TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    """CREATE TABLE entries (
        source TEXT NOT NULL REFERENCES sources (name),
        address TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT 'page',
        number TEXT NOT NULL DEFAULT '',
        href TEXT NOT NULL DEFAULT '',
        disclosure INTEGER REFERENCES disclosures (id) ON DELETE SET NULL,
        listed_first TEXT NOT NULL,
        listed_last TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        checked TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'waiting'
            CHECK (state IN ('waiting', 'kept', 'skipped', 'failed', 'gone')),
        reason TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (source, address)
    ) WITHOUT ROWID""",
    "CREATE INDEX entries_state ON entries (source, state)",
    "CREATE INDEX entries_checked ON entries (source, checked)",
    "CREATE INDEX entries_disclosure ON entries (disclosure)",
    """CREATE TABLE validators (
        address TEXT PRIMARY KEY,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        seen TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        started TEXT NOT NULL,
        ended TEXT NOT NULL DEFAULT '',
        pid INTEGER NOT NULL DEFAULT 0,
        mode TEXT NOT NULL DEFAULT 'poll' CHECK (mode IN ('poll', 'first', 'full', 'add')),
        whole INTEGER NOT NULL DEFAULT 0,
        problem TEXT NOT NULL DEFAULT '',
        listed INTEGER NOT NULL DEFAULT 0,
        new INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        withdrawn INTEGER NOT NULL DEFAULT 0,
        requests INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX runs_source ON runs (source, id)",
    """CREATE TABLE problems (
        id INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
        address TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('failed', 'skipped', 'gone', 'noted')),
        reason TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX problems_run ON problems (run)",
)
