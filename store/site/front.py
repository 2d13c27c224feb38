"""Gathers what the front page shows; all but what changed last was counted when a run ended."""

import asyncio
from collections import defaultdict
from typing import Any

from datasette import Response
from datasette.database import Database

from store.site.asked import DATE
from store.site.charts import chart
from store.site.feeds import of_page
from store.site.health import sources_at_a_glance
from store.site.rendering import rendered
from store.site.rows import one, rows

TOPICS, OF_A_TOPIC, CHANGES = 6, 3, 8
FIRST = "misconduct"

_TOTALS = "SELECT name, number FROM figures_totals"
_FRESH = """SELECT EXISTS (SELECT 1 FROM disclosures) AS any,
    coalesce((SELECT moment FROM figures_counted), '') AS counted,
    coalesce((SELECT max(ended) FROM runs), '') AS last_run,
    coalesce((SELECT max(ended) FROM runs WHERE whole), '') AS last_whole_run"""
_TOPICS = "SELECT value AS topic, disclosures FROM figures_facets WHERE facet = 'topic' ORDER BY 2 DESC, 1"
_SHOWN = f"""d.id, d.title, d.ref, d.status, d.outcome, {DATE} AS day,
    (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = d.id) AS forces"""
_LATEST = f"""SELECT value AS topic, {_SHOWN} FROM figures_latest JOIN disclosures d ON d.id = disclosure
    WHERE facet = 'topic' AND d.status NOT IN ('quarantined', 'moved') ORDER BY value, position"""
# What the first walk of a log brings is not news; and of each disclosure only what happened last.
_CHANGES = f"""SELECT c.verb, c.seen, {_SHOWN},
        (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = d.id) AS topics
    FROM changes c JOIN disclosures d ON d.id = c.disclosure
    WHERE c.baseline = 0 AND c.completed = 0 AND d.status <> 'quarantined'
        AND NOT EXISTS (SELECT 1 FROM changes later WHERE later.disclosure = d.id AND later.id > c.id
            AND later.completed = 0)
    ORDER BY c.id DESC LIMIT {CHANGES}"""


async def front_page(datasette: Any, request: Any) -> Response:
    """The front page. Datasette's own would count the rows of every table."""
    shown, followed = await asyncio.gather(front(datasette, request.actor), of_page(datasette, topic=FIRST))
    context = {"front": shown, "feeds": followed}
    return await rendered(datasette, request, "index.html", context)


async def front(datasette: Any, actor: Any) -> dict[str, Any]:
    """Totals, the latest by topic, what changed last, the chart of months, and how fresh and whole it all is."""
    db = datasette.get_database("foi")
    totals, fresh, topics, changes, sources, months = await asyncio.gather(
        rows(db, _TOTALS),
        freshness(db),
        _by_topic(db),
        rows(db, _CHANGES),
        sources_at_a_glance(db),
        chart(datasette, "months", actor),
    )
    return {
        "totals": (counted := {row["name"]: row["number"] for row in totals}),
        "uncounted": bool(fresh["any"]) and not counted.get("disclosures"),
        "topics": topics,
        "changes": changes,
        "sources": sources,
        "ill": [source for source in sources if source["ill"]],
        "chart": months,
        **fresh,
    }


async def freshness(db: Database) -> dict[str, Any]:
    """When the figures were counted, and when the logs were visited last, and last as a whole; "" for never."""
    return await one(db, _FRESH)


async def _by_topic(db: Database) -> list[dict[str, Any]]:
    """The most frequent topics with their latest disclosures; what the collection is for comes first."""
    counted, latest = await asyncio.gather(rows(db, _TOPICS), rows(db, _LATEST))
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in latest:
        found[row["topic"]].append(row)
    ordered = sorted(counted, key=lambda row: row["topic"] != FIRST)
    shown = [row for row in ordered if found[row["topic"]]][:TOPICS]
    return [{**row, "latest": found[row["topic"]][:OF_A_TOPIC]} for row in shown]
