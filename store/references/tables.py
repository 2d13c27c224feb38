"""The tables of reference numbers in their sequences."""

REFERENCES: tuple[str, ...] = (
    # One row for each disclosure that a log published, narrow: holes are counted without the wide rows.
    # `number` is NULL where there is none to count, and `left_out` says why.
    """CREATE TABLE reference_numbers (
        disclosure INTEGER PRIMARY KEY REFERENCES disclosures (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        force TEXT NOT NULL DEFAULT '',
        series TEXT NOT NULL DEFAULT '',
        year TEXT NOT NULL DEFAULT '',
        month TEXT NOT NULL DEFAULT '',
        number INTEGER,
        letter TEXT NOT NULL DEFAULT '',
        received TEXT NOT NULL DEFAULT '',
        responded TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        left_out TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX reference_numbers_force ON reference_numbers (force, series, year, number)",
    # What a person brought belongs to a log as soon as the crawl meets it there.
    """CREATE TRIGGER reference_numbers_source AFTER UPDATE OF source ON disclosures BEGIN
        UPDATE reference_numbers SET source = new.source WHERE disclosure = new.id;
    END""",
)
