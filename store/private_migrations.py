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


@private()
def m003_the_exports(db: Database) -> None:
    """Where exports were written, with what was chosen: what is taken down is taken out of them."""
    db.execute(
        """CREATE TABLE exports (
            path TEXT PRIMARY KEY,
            shape TEXT NOT NULL,
            chosen TEXT NOT NULL,
            written TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@private()
def m004_the_parcels(db: Database) -> None:
    """What goes in one message is fixed before it is first sent; who fails is left in peace for a while."""
    # unsure: an attempt ended without an answer, by a silent service or a crash, and the message may have come.
    db.execute(
        """CREATE TABLE parcels (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            made TEXT NOT NULL,
            unsure INTEGER NOT NULL DEFAULT 0
        )"""
    )
    db.execute("ALTER TABLE deliveries ADD COLUMN parcel INTEGER REFERENCES parcels (id)")
    # who is `target ` or `host ` and a digest: neither an address nor a name of a host stands here.
    db.execute(
        """CREATE TABLE hindrances (
            who TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            since TEXT NOT NULL,
            until TEXT NOT NULL,
            error TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@private()
def m005_the_marks(db: Database) -> None:
    """Whether people find a disclosure to be about a topic. `address` is a digest: the words stay in foi.db."""
    db.execute(
        """CREATE TABLE marks (
            disclosure INTEGER NOT NULL,
            topic TEXT NOT NULL,
            wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
            address TEXT NOT NULL,
            marked TEXT NOT NULL,
            PRIMARY KEY (disclosure, topic)
        ) WITHOUT ROWID"""
    )


@private()
def m006_the_troubles(db: Database) -> None:
    """What lasts of what the operator was told, and which files in quarantine were in a message to the operator."""
    # about is a source, a topic of upkeep or the digest of an address; states are told forms of it, without addresses.
    db.execute(
        """CREATE TABLE troubles (
            kind TEXT NOT NULL,
            about TEXT NOT NULL DEFAULT '',
            states TEXT NOT NULL,
            since TEXT NOT NULL,
            PRIMARY KEY (kind, about)
        ) WITHOUT ROWID"""
    )
    db.execute("ALTER TABLE quarantine ADD COLUMN reported TEXT NOT NULL DEFAULT ''")


@private()
def m007_the_closings(db: Database) -> None:
    """What a digest ends with is fixed with it: what was checked, what was not and since when."""
    db.execute("ALTER TABLE parcels ADD COLUMN closing TEXT NOT NULL DEFAULT '{}'")


@private()
def m008_the_serving(db: Database) -> None:
    """When messages were last sent out for a subscription: a digest whose time has passed since then is due."""
    db.execute("ALTER TABLE subscriptions ADD COLUMN served TEXT NOT NULL DEFAULT ''")


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
