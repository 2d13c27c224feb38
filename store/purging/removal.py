"""Takes a disclosure out of foi.db: one transaction, after which no row and no term of the index tells of it."""

from collections.abc import Iterable
from sqlite3 import Connection

from store import news
from store.database import Store
from store.dossiers.membership import regroup
from store.figures.filling import recount
from store.purging import mentions
from store.purging.traces import Traces

# What hangs from a disclosure or a file by a foreign key goes with it, what WITH_ITS_DISCLOSURE names by a trigger.
# BY_HAND are those that are taken out here and beside here, public and private, NOTHING those that hold nothing of a
# disclosure: so a test can ask of every table what becomes of it.
WITH_ITS_DISCLOSURE = frozenset(("wording_keys", "dossiers", "dossier_keys", "number_estimates"))
BY_HAND = frozenset(
    (
        "disclosures", "files", "entries", "validators", "problems", "forces", "states", "merges", "runs", "sources",
        "captures", "archives", "alerts", "deliveries", "quarantine", "exports", "figures_months", "figures_outcomes",
        "figures_exemptions", "figures_days", "figures_forces", "figures_topics", "figures_sources",
        "figures_facets", "figures_totals", "figures_dossiers", "figures_counted",
    )
)  # fmt: skip
NOTHING = frozenset(
    (
        "tombstones",
        "tombstone_digests",
        "subscriptions",
        "baselines",
        "parcels",
        "hindrances",
        "marks",
        "troubles",
        "estimates_outdated",
        "reworded",
    )
)


_ARTICLES = "SELECT news FROM news_links WHERE disclosure = ?"
_BESIDE = """SELECT high FROM dossier_links WHERE low = :id UNION SELECT low FROM dossier_links WHERE high = :id
    UNION SELECT disclosure FROM dossier_members WHERE disclosure <> :id
        AND dossier = (SELECT dossier FROM dossier_members WHERE disclosure = :id)"""


def take_out(store: Store, disclosure: int, left: Traces, moment: str) -> None:
    """Delete the rows of a disclosure, and of the files, entries and problems that are its alone.

    What was drawn with its help, dossiers and the links of articles, is drawn anew without it.
    """
    db = store.db.conn
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is written over, also in the pages of the index
    with store.writing():
        _entries(db, disclosure, left.addresses)
        _problems(db, left.addresses)
        articles = [id for (id,) in db.execute(_ARTICLES, (disclosure,))]
        beside = [id for (id,) in db.execute(_BESIDE, {"id": disclosure})]
        db.execute("DELETE FROM disclosures WHERE id = ?", (disclosure,))
        if beside:
            regroup(db, beside, moment)
        for article in articles:
            news.link(db, article)
        mentions.forget(db, left.addresses)
        db.executemany("DELETE FROM files WHERE sha256 = ?", [(one,) for one in left.files])
        # A name that stood nowhere else may have been read from its words.
        db.execute(
            """DELETE FROM forces WHERE website = ''
            AND NOT EXISTS (SELECT 1 FROM disclosure_forces WHERE force = forces.name)"""
        )
        db.execute("INSERT INTO disclosures_fts (disclosures_fts) VALUES ('optimize')")
        recount(db, moment)


def _entries(db: Connection, disclosure: int, addresses: Iterable[str]) -> None:
    db.execute("DELETE FROM entries WHERE disclosure = ?", (disclosure,))
    for address in addresses:
        db.execute("DELETE FROM entries WHERE address = ?", (address,))
        db.execute("DELETE FROM validators WHERE address = ?", (address,))


def _problems(db: Connection, addresses: Iterable[str]) -> None:
    """A problem quotes an answer or a page: it goes as a whole."""
    found = mentions.pattern(addresses)
    rows = db.execute("SELECT id, address, reason, detail FROM problems").fetchall() if found else ()
    told = [(id,) for id, *texts in rows if found and any(found.search(text) for text in texts)]
    db.executemany("DELETE FROM problems WHERE id = ?", told)
