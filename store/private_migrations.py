"""The private database, step by step: subscriptions, the outbox and its deliveries. Never served."""

from sqlite_utils import Database, Migrations

private = Migrations("foiwatch-private")


@private()
def m001_the_outbox(db: Database) -> None:
    """A subscription's cursor, its alerts, and one delivery for each alert and target."""
    for statement in _STATEMENTS:
        db.execute(statement)


@private()
def m002_the_quarantine(db: Database) -> None:
    """What was found in each file that is or was held back, and whether the operator released it and was told."""
    db.execute(
        """CREATE TABLE quarantine (
            sha256 TEXT PRIMARY KEY,
            name TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '',
            found TEXT NOT NULL DEFAULT '[]',
            released TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            told TEXT NOT NULL DEFAULT ''
        ) WITHOUT ROWID"""
    )


_STATEMENTS = (
    """CREATE TABLE subscriptions (
        name TEXT PRIMARY KEY,
        read_to INTEGER NOT NULL,
        since TEXT NOT NULL
    ) WITHOUT ROWID""",
    # The sources whose first crawl a subscription has been told of, in a summary.
    """CREATE TABLE baselines (
        subscription TEXT NOT NULL REFERENCES subscriptions (name) ON DELETE CASCADE,
        source TEXT NOT NULL,
        PRIMARY KEY (subscription, source)
    ) WITHOUT ROWID""",
    # disclosure 0 and version 0 stand for a summary about the source in `about`. An alert exists once.
    """CREATE TABLE alerts (
        id INTEGER PRIMARY KEY,
        subscription TEXT NOT NULL,
        disclosure INTEGER NOT NULL,
        event TEXT NOT NULL,
        version INTEGER NOT NULL,
        about TEXT NOT NULL DEFAULT '',
        queued TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (subscription, disclosure, event, version, about)
    )""",
    # target is a digest of the Apprise address: the address itself stays in the configuration.
    """CREATE TABLE deliveries (
        alert INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt TEXT NOT NULL,
        last_error TEXT NOT NULL DEFAULT '',
        settled TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (alert, target)
    ) WITHOUT ROWID""",
    "CREATE INDEX deliveries_state ON deliveries (state, next_attempt)",
)
