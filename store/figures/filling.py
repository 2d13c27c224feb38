"""Counts the figures anew when the record has moved on, and writes them in one short transaction."""

from sqlite3 import Connection

from store.database import Store
from store.figures import counting
from store.figures.counting import Rows
from store.figures.days import days_to_answer
from store.figures.dossiers import summaries
from store.figures.latest import latest
from store.figures.tables import TABLES

# Whatever changes what is counted moves one of these.
_MARK = """SELECT coalesce((SELECT group_concat(name || seq) FROM
        (SELECT name, seq FROM sqlite_sequence WHERE name IN ('changes', 'states') ORDER BY name)), '')
    || '/' || (SELECT count(*) FROM disclosures) || '/' || (SELECT count(*) FROM attachments)
    || '/' || (SELECT count(*) FROM disclosures WHERE status = 'quarantined')
    || '/' || (SELECT total(length(topic)) FROM matches) || '/' || (SELECT total(dossier) FROM dossier_members)"""


def refresh(store: Store, moment: str) -> bool:
    """Count the figures anew where the record has moved on since they were; gives whether it had.

    `moment` is now, ISO 8601 in UTC. Readers go on meanwhile, and see the figures of before until all are there.
    """
    db = store.db.conn
    mark = str(db.execute(_MARK).fetchone()[0])
    if db.execute("SELECT mark FROM figures_counted").fetchone() == (mark,):
        return False
    found = figures(db, moment)
    with store.writing():
        _write(db, found | {"figures_counted": [(moment, mark)]})
    return True


def figures(db: Connection, moment: str) -> dict[str, Rows]:
    """The rows of each table of figures, as the record is now."""
    counting.prepare(db)
    found = counting.counts(db, moment[:10]) | {
        "figures_days": days_to_answer(db),
        "figures_latest": latest(db, moment[:10]),
        "figures_dossiers": summaries(db),
    }
    counting.clear(db)
    return found


def recount(db: Connection, moment: str) -> None:
    """Count the figures anew within the caller's transaction: something that they tell of has been taken down."""
    _write(db, figures(db, moment))


def _write(db: Connection, found: dict[str, Rows]) -> None:
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")
        rows = found.get(table, [])
        if rows:
            db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
