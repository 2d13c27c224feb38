"""The pages of the forces: what each publishes, how it answers, and what its log does not hold."""

import asyncio
from sqlite3 import OperationalError
from typing import Any

from datasette import NotFound, Response
from datasette.utils import tilde_decode

from store.references.estimating import Estimate
from store.references.noted import noted
from store.site.asked import DATE
from store.site.charts import chart
from store.site.feeds import of_page
from store.site.health import of_force, sources_at_a_glance
from store.site.record import of_record
from store.site.rendering import rendered
from store.site.rows import one, rows

_FORCES = """SELECT named.force, coalesce(disclosures, 0) AS disclosures, coalesce(latest, '') AS latest,
        answers, median
    FROM (SELECT force FROM figures_forces UNION SELECT full_name FROM sources) AS named
        LEFT JOIN figures_forces AS f ON f.force = named.force
        LEFT JOIN figures_days AS d ON d.force = named.force AND d.year = ''
    ORDER BY named.force"""
_COUNTED = "SELECT moment FROM figures_counted"
_SUMMARY = "SELECT * FROM figures_forces WHERE force = :force"
_TOPICS = "SELECT topic, disclosures FROM figures_topics WHERE force = :force ORDER BY 2 DESC, 1"
_LATEST = f"""SELECT d.id, d.title, d.ref, d.status, d.outcome, {DATE} AS day
    FROM figures_latest JOIN disclosures d ON d.id = disclosure
    WHERE facet = 'force' AND value = :force AND d.status NOT IN ('quarantined', 'moved') ORDER BY position"""
_WEBSITE = "SELECT website FROM forces WHERE name = :force"
CHARTS = ("months-of", "outcomes-of", "outcomes-by-year", "exemptions-of", "days-of")


async def forces_page(datasette: Any, request: Any) -> Response:
    """All forces, with the state of their sources beside their numbers."""
    db = datasette.get_database("foi")
    found, health, counted, *charts = await asyncio.gather(
        rows(db, _FORCES),
        sources_at_a_glance(db),
        one(db, _COUNTED),
        *(chart(datasette, name, request.actor) for name in ("outcomes", "days")),
    )
    for force in found:
        force["sources"] = of_force(health, force["force"])
    context = {"forces": found, "counted": counted.get("moment", ""), "charts": charts}
    return await rendered(datasette, request, "forces.html", context)


async def force_page(datasette: Any, request: Any) -> Response:
    """One force. Raises NotFound for one that neither has a source nor published anything kept."""
    db = datasette.get_database("foi")
    name = tilde_decode(request.url_vars["name"])
    health = await sources_at_a_glance(db)
    summary, topics, website, counted = await asyncio.gather(
        one(db, _SUMMARY, force=name), rows(db, _TOPICS, force=name), one(db, _WEBSITE, force=name), one(db, _COUNTED)
    )
    sources = of_force(health, name)
    if not sources and not website:
        raise NotFound("There is no such force here")
    latest, followed, holes, *charts = await asyncio.gather(
        rows(db, _LATEST, force=name),
        of_page(datasette, force=name),
        _holes(datasette, name),
        *(chart(datasette, one, request.actor, name) for one in CHARTS),
    )
    context = {
        "force": name,
        "website": website.get("website", ""),
        "summary": summary,
        "counted": counted.get("moment", ""),
        "sources": sources,
        "topics": topics,
        "latest": latest,
        "holes": holes,
        "feeds": followed,
        "charts": dict(zip(CHARTS, charts, strict=True)),
    }
    return await rendered(datasette, request, "force.html", context)


async def _holes(datasette: Any, force: str) -> dict[str, Any] | None:
    """The estimates of a force, the newest year first, with what is said of them all; None where it takes too long."""
    try:
        found = await of_record(datasette, lambda store: noted(store, [force]))
    except OperationalError as error:
        if str(error) != "interrupted":
            raise
        return None
    ordered = sorted(found.estimates, key=lambda estimate: (estimate.year, estimate.series), reverse=True)
    estimated = [estimate for estimate in ordered if estimate.numbered and estimate.share]
    return {
        "noted": found.moment,
        "outdated": found.outdated,
        "estimated": estimated,
        "refused": _refused([estimate for estimate in ordered if not (estimate.numbered and estimate.share)]),
        "methods": list(dict.fromkeys(estimate.method for estimate in estimated)),
        "limits": _limits(estimated),
        "aside": [estimate for estimate in estimated if estimate.aside],
    }


def _refused(estimates: list[Estimate]) -> list[dict[str, Any]]:
    """By reason, the sequences and years without an estimate."""
    found: dict[tuple[str, str], list[str]] = {}
    for estimate in estimates:
        found.setdefault((estimate.reason, estimate.series), []).append(estimate.year)
    return [{"reason": r, "series": s, "years": sorted(filter(None, years))} for (r, s), years in found.items()]


def _limits(estimates: list[Estimate]) -> list[tuple[str, list[str]]]:
    """Each limit, with the years of which it is said; without years where it is said of all."""
    found: dict[str, list[str]] = {}
    for estimate in estimates:
        for limit in estimate.limits:
            found.setdefault(limit, []).append(estimate.year)
    return [(limit, [] if len(years) == len(estimates) else sorted(set(years))) for limit, years in found.items()]
