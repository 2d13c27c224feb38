"""Counts what the record holds, by force, month, outcome and exemption: reads narrow indexes, not the wide rows."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Any

Rows = list[Sequence[Any]]

_DAY = "coalesce(nullif(published, ''), nullif(responded, ''), received)"
# What is held back is not counted. What was withdrawn was published, and is.
_CLEARED = ("DROP TABLE IF EXISTS temp.counted", "DROP TABLE IF EXISTS temp.relied_on")
_PREPARED = (
    *_CLEARED,
    f"""CREATE TEMP TABLE counted AS SELECT id, kind, status, outcome, received, responded,
            CASE WHEN {_DAY} GLOB '[12][0-9][0-9][0-9]*' THEN {_DAY} ELSE '' END AS day
        FROM disclosures INDEXED BY disclosures_facets WHERE status <> 'quarantined'""",
    "CREATE UNIQUE INDEX temp.counted_id ON counted (id, kind, day, outcome, status)",
    """CREATE TEMP TABLE relied_on AS SELECT DISTINCT disclosure AS cited, section
        FROM citations INDEXED BY citations_section WHERE relied_on = 1 AND section <> ''""",
)
_MONTH = "CASE WHEN day GLOB '[12][0-9][0-9][0-9]-[01][0-9]*' THEN substr(day, 1, 7) ELSE substr(day, 1, 4) END"
_KNOWN = f"CASE WHEN length({_MONTH}) = 7 AND day <= :today THEN {_MONTH} END"
# A disclosure that has moved goes on as another, which is counted.
_PUBLISHED = "kind = 'disclosure' AND status <> 'moved'"
_BY_FORCE = f"FROM counted JOIN disclosure_forces ON disclosure = id WHERE {_PUBLISHED}"

# By table, what fills it, its columns in their order.
_COUNTS = {
    "figures_months": f"SELECT force, {_MONTH}, count(*) {_BY_FORCE} GROUP BY 1, 2",
    "figures_forces": f"""SELECT force, count(*),
            sum(id IN (SELECT disclosure FROM attachments WHERE sha256 IS NOT NULL)), sum(status = 'withdrawn'),
            coalesce(min({_KNOWN}), ''), coalesce(max({_KNOWN}), '') {_BY_FORCE} GROUP BY 1""",
    "figures_outcomes": f"SELECT force, substr(day, 1, 4), outcome, count(*) {_BY_FORCE} GROUP BY 1, 2, 3",
    "figures_exemptions": f"""SELECT section, force, substr(day, 1, 4), count(*)
        FROM relied_on JOIN counted ON id = cited JOIN disclosure_forces ON disclosure = id
        WHERE {_PUBLISHED} GROUP BY 1, 2, 3""",
    "figures_topics": f"""SELECT force, topic, count(*)
        FROM matches INDEXED BY matches_topic JOIN counted ON id = matches.disclosure
        JOIN disclosure_forces ON disclosure_forces.disclosure = id WHERE {_PUBLISHED} GROUP BY 1, 2""",
    "figures_sources": f"""WITH held AS MATERIALIZED (SELECT id, source FROM disclosures INDEXED BY disclosures_source
            WHERE id IN (SELECT id FROM counted WHERE {_PUBLISHED}))
        SELECT force, source, count(*) FROM held JOIN disclosure_forces ON disclosure = id GROUP BY 1, 2
        UNION ALL SELECT '', source, count(*) FROM held GROUP BY 2""",
    "figures_totals": """SELECT 'disclosures', count(*) FROM counted
        UNION ALL SELECT 'withdrawn', count(*) FROM counted WHERE status = 'withdrawn'
        UNION ALL SELECT 'forces', count(DISTINCT force) FROM disclosure_forces
        UNION ALL SELECT 'files', count(DISTINCT sha256) FROM attachments
        UNION ALL SELECT 'dossiers', count(DISTINCT dossier) FROM dossier_members""",
    "figures_facets": """SELECT 'outcome', outcome, count(*) FROM counted GROUP BY 2
        UNION ALL SELECT 'kind', kind, count(*) FROM counted GROUP BY 2
        UNION ALL SELECT 'status', status, count(*) FROM counted GROUP BY 2
        UNION ALL SELECT 'year', substr(day, 1, 4), count(*) FROM counted GROUP BY 2
        UNION ALL SELECT 'force', force, count(*) FROM disclosure_forces JOIN counted ON id = disclosure GROUP BY 2
        UNION ALL SELECT 'topic', topic, count(*) FROM matches JOIN counted ON id = disclosure GROUP BY 2
        UNION ALL SELECT 'exemption', section, count(*) FROM relied_on JOIN counted ON id = cited GROUP BY 2""",
}


def prepare(db: Connection) -> None:
    """Lay out what all counts are drawn from, in tables of this connection alone."""
    for statement in _PREPARED:
        db.execute(statement)


def clear(db: Connection) -> None:
    """Leave nothing of what `prepare` laid out."""
    for statement in _CLEARED:
        db.execute(statement)


def counts(db: Connection, today: str) -> dict[str, Rows]:
    """The rows of each table that is a count. Wants `prepare` first."""
    return {table: db.execute(sql, {"today": today}).fetchall() for table, sql in _COUNTS.items()}
