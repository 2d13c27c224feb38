"""The tables of what files hold (parts, tables), of what is held back, and of news that reports a disclosure."""

CONTENTS = (
    # start and length count the characters of files.text; first_cell is set for a sheet.
    """CREATE TABLE file_parts (
        sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        place TEXT NOT NULL,
        start INTEGER NOT NULL,
        length INTEGER NOT NULL,
        first_cell TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (sha256, position)
    ) WITHOUT ROWID""",
    # Not WITHOUT ROWID: a row can be megabytes.
    """CREATE TABLE file_tables (
        sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        place TEXT NOT NULL,
        height INTEGER NOT NULL,
        width INTEGER NOT NULL,
        rows TEXT NOT NULL,
        suppressed TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (sha256, position)
    )""",
    # Kinds and counts alone: the names of hidden sheets, and all else that was found, are in private.db.
    """CREATE TABLE quarantined (
        sha256 TEXT PRIMARY KEY REFERENCES files (sha256) ON DELETE CASCADE,
        kinds TEXT NOT NULL,
        since TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    """CREATE TABLE news_links (
        news INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        score REAL NOT NULL,
        reasons TEXT NOT NULL,
        PRIMARY KEY (news, disclosure)
    ) WITHOUT ROWID""",
    "CREATE INDEX news_links_disclosure ON news_links (disclosure)",
    # Whether there is any news at all is asked of every disclosure that is kept.
    "CREATE INDEX disclosures_news ON disclosures (id) WHERE kind = 'news'",
)
