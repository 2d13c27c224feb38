"""The latest disclosures of each topic and of each force, by the force's own date."""

from sqlite3 import Connection

from store.figures.counting import Rows

SHOWN = 8
# A date after the day on which the figures are counted is read wrongly, or a slip of the force: not the latest.
_LATEST = f"""SELECT facet, value, place, id FROM (
    SELECT facet, value, id, row_number() OVER (PARTITION BY facet, value ORDER BY day DESC, id DESC) AS place
    FROM (SELECT 'topic' AS facet, topic AS value, disclosure FROM matches INDEXED BY matches_topic
        UNION ALL SELECT 'force', force, disclosure FROM disclosure_forces
        UNION ALL SELECT '', '', id FROM counted) JOIN counted ON id = disclosure
    WHERE status <> 'moved' AND kind = 'disclosure' AND day <= :today)
    WHERE place <= {SHOWN}"""


def latest(db: Connection, today: str) -> Rows:
    """The rows of figures_latest; of facet "" are all disclosures. Wants `counting.prepare` first."""
    return db.execute(_LATEST, {"today": today}).fetchall()
