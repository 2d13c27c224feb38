"""Whether the logs of a force are read whole: what must be known before its silence means anything."""

import asyncio
from collections import defaultdict
from typing import Any

from datasette.database import Database

from store.site.rows import rows

# Without the columns of the view that count disclosures.
_HEALTH = """SELECT name, full_name, platform, site, status, last_run, last_whole, failing_since, problem
    FROM source_health ORDER BY full_name, name"""
_HOLDS = "SELECT force, source, disclosures FROM figures_sources ORDER BY disclosures DESC"
ILL = ("not whole", "interrupted", "never run")


async def sources_at_a_glance(db: Database) -> list[dict[str, Any]]:
    """Each source with its state and how many disclosures of which forces it held when the figures were counted."""
    found, holds = await asyncio.gather(rows(db, _HEALTH), rows(db, _HOLDS))
    held: dict[str, dict[str, int]] = defaultdict(dict)
    for row in holds:
        held[row["source"]][row["force"]] = row["disclosures"]
    return [
        {**source, "held": held[source["name"]], "kept": held[source["name"]].get("", 0), "ill": _ill(source)}
        for source in found
    ]


def of_force(sources: list[dict[str, Any]], force: str) -> list[dict[str, Any]]:
    """The sources in which a force publishes: the log that is its own, and others that hold disclosures of it."""
    return [one for one in sources if one["full_name"] == force or force in one["held"]]


def _ill(source: dict[str, Any]) -> bool:
    return source["status"] in ILL
