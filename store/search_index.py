"""The full-text index of the record, and the triggers that keep it in step."""

# It covers words only, so that touching a status or an address does not index the text again.
INDEXED = "title, ref, request_text, response_text, attachments_text"
_NEW = ", ".join(f"new.{c}" for c in INDEXED.split(", "))
_OLD = ", ".join(f"old.{c}" for c in INDEXED.split(", "))

SEARCH = (
    f"""CREATE VIRTUAL TABLE disclosures_fts USING fts5 (
        {INDEXED}, content='disclosures', content_rowid='id', tokenize='porter unicode61')""",
    f"""CREATE TRIGGER disclosures_ai AFTER INSERT ON disclosures BEGIN
        INSERT INTO disclosures_fts (rowid, {INDEXED}) VALUES (new.id, {_NEW});
    END""",
    f"""CREATE TRIGGER disclosures_ad AFTER DELETE ON disclosures BEGIN
        INSERT INTO disclosures_fts (disclosures_fts, rowid, {INDEXED}) VALUES ('delete', old.id, {_OLD});
    END""",
    f"""CREATE TRIGGER disclosures_au AFTER UPDATE OF {INDEXED} ON disclosures BEGIN
        INSERT INTO disclosures_fts (disclosures_fts, rowid, {INDEXED}) VALUES ('delete', old.id, {_OLD});
        INSERT INTO disclosures_fts (rowid, {INDEXED}) VALUES (new.id, {_NEW});
    END""",
)

# Which disclosures have a table in their page: read without the wide rows.
WITH_TABLES = "CREATE INDEX disclosures_tables ON disclosures (id) WHERE json_array_length(extra, '$.tables') > 0"

# Whose words are no longer those it was kept with, in the order of the changes; numbers and nothing else.
REWORDED = (
    "CREATE TABLE reworded (id INTEGER PRIMARY KEY AUTOINCREMENT, disclosure INTEGER NOT NULL)",
    f"""CREATE TRIGGER reworded_au AFTER UPDATE OF {INDEXED} ON disclosures BEGIN
        INSERT INTO reworded (disclosure) VALUES (new.id);
    END""",
    """CREATE TRIGGER reworded_ad AFTER DELETE ON disclosures BEGIN
        INSERT INTO reworded (disclosure) VALUES (old.id);
    END""",
)
