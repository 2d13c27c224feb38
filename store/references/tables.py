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

# The estimates of forces with a common counter, as they were when a crawl ended. What they were made from is watched.
_OUT = "DELETE FROM number_estimates WHERE instr(forces, json_quote({force}))"
ESTIMATES: tuple[str, ...] = (
    """CREATE TABLE number_estimates (
        forces TEXT PRIMARY KEY,
        noted TEXT NOT NULL,
        estimates TEXT NOT NULL
    )""",
    *(
        f"""CREATE TRIGGER reference_numbers_{name} AFTER {event} ON reference_numbers BEGIN
            {"; ".join(_OUT.format(force=f"{row}.force") for row in rows)};
        END"""
        for name, event, rows in (
            ("noted_ai", "INSERT", ("new",)), ("noted_au", "UPDATE", ("old", "new")), ("noted_ad", "DELETE", ("old",)),
        )
    ),
    *(
        f"""CREATE TRIGGER merges_noted_{name} AFTER {event} ON merges BEGIN
            {_OUT.format(force=f"(SELECT force FROM reference_numbers WHERE disclosure = {row}.kept)")};
        END"""
        for name, event, row in (("ai", "INSERT", "new"), ("au", "UPDATE", "new"), ("ad", "DELETE", "old"))
    ),
)  # fmt: skip

# Counting takes seconds where a log is long, and each disclosure that a crawl keeps would ask for it: so the estimates
# stay until the crawl ends, and it is noted that they are of before. What is taken out takes them with it as ever.
_BEFORE = """INSERT OR IGNORE INTO estimates_outdated (forces)
    SELECT forces FROM number_estimates WHERE instr(forces, json_quote({force}))"""
_MERGED = "(SELECT force FROM reference_numbers WHERE disclosure = new.kept)"
OUTDATED: tuple[str, ...] = (
    """CREATE TABLE estimates_outdated (
        forces TEXT PRIMARY KEY REFERENCES number_estimates (forces) ON DELETE CASCADE
    )""",
    "DROP TRIGGER reference_numbers_noted_ai",
    "DROP TRIGGER reference_numbers_noted_au",
    "DROP TRIGGER merges_noted_ai",
    "DROP TRIGGER merges_noted_au",
    f"""CREATE TRIGGER reference_numbers_noted_ai AFTER INSERT ON reference_numbers BEGIN
        {_BEFORE.format(force="new.force")};
    END""",
    f"""CREATE TRIGGER reference_numbers_noted_au AFTER UPDATE ON reference_numbers BEGIN
        {_BEFORE.format(force="old.force")};
        {_BEFORE.format(force="new.force")};
    END""",
    f"CREATE TRIGGER merges_noted_ai AFTER INSERT ON merges BEGIN {_BEFORE.format(force=_MERGED)}; END",
    f"CREATE TRIGGER merges_noted_au AFTER UPDATE ON merges BEGIN {_BEFORE.format(force=_MERGED)}; END",
)
