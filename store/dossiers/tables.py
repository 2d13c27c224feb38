"""The tables of dossiers: the same question asked of several forces."""

from store.dossiers.keys import MOST_KEYS, WIDTH

_PLACES = f"[{', '.join(str(WIDTH * place + 1) for place in range(MOST_KEYS))}]"

DOSSIERS: tuple[str, ...] = (
    # The number of a dossier that was merged into another stays, and leads there. `core` is the member that the
    # others were compared with, and whose title is the dossier's.
    """CREATE TABLE dossiers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL DEFAULT '',
        since TEXT NOT NULL DEFAULT '',
        core INTEGER REFERENCES disclosures (id) ON DELETE SET NULL,
        merged_into INTEGER REFERENCES dossiers (id)
    )""",
    "CREATE INDEX dossiers_core ON dossiers (core)",
    """CREATE TABLE dossier_members (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        dossier INTEGER NOT NULL REFERENCES dossiers (id),
        score REAL NOT NULL,
        reasons TEXT NOT NULL,
        joined TEXT NOT NULL
    )""",
    "CREATE INDEX dossier_members_dossier ON dossier_members (dossier)",
    # Which two requests ask the same; a dossier is drawn from these, and is not all that hang together by them.
    """CREATE TABLE dossier_links (
        low INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        high INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        score REAL NOT NULL,
        PRIMARY KEY (low, high)
    ) WITHOUT ROWID""",
    "CREATE INDEX dossier_links_high ON dossier_links (high)",
    # What a person said does not belong together.
    """CREATE TABLE dossier_splits (
        disclosure INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE CASCADE,
        dossier INTEGER NOT NULL,
        reason TEXT NOT NULL,
        seen TEXT NOT NULL,
        PRIMARY KEY (disclosure, other)
    ) WITHOUT ROWID""",
    "CREATE INDEX dossier_splits_other ON dossier_splits (other)",
    # What a request was when it was compared last, and under which keys it is found.
    """CREATE TABLE dossier_requests (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        digest BLOB NOT NULL,
        day INTEGER NOT NULL,
        keys BLOB NOT NULL
    )""",
    """CREATE TABLE dossier_keys (
        key BLOB NOT NULL,
        day INTEGER NOT NULL,
        disclosure INTEGER NOT NULL,
        PRIMARY KEY (key, day, disclosure)
    ) WITHOUT ROWID""",
    f"""CREATE TRIGGER dossier_requests_ad AFTER DELETE ON dossier_requests BEGIN
        DELETE FROM dossier_keys WHERE day = old.day AND disclosure = old.disclosure
            AND key IN (SELECT substr(old.keys, value, {WIDTH}) FROM json_each('{_PLACES}'));
    END""",
    # A title is words of the disclosure that it was taken from.
    """CREATE TRIGGER dossiers_core_ad BEFORE DELETE ON disclosures BEGIN
        UPDATE dossiers SET title = '' WHERE core = old.id;
    END""",
)
