"""The pages of the exemptions: how often each section is relied on, by whom, and in which words."""

import asyncio
import re
from typing import Any

from datasette import NotFound, Response
from datasette.utils import tilde_decode

from store.site.asked import DATE
from store.site.charts import chart
from store.site.rendering import rendered
from store.site.rows import one, rows
from store.site.sections import about, in_order
from store.site.sheet import sheet

SENTENCES, MOST = 25, 5000  # on a page; in a file
_TALLY = "SELECT force, year, disclosures FROM figures_exemptions WHERE section = :section ORDER BY force, year"
_BASE = "SELECT force, year, sum(disclosures) AS answers FROM figures_outcomes GROUP BY force, year"
# The last to be kept: a walk of the index from its end, however many there are.
_SENTENCES = f"""SELECT c.disclosure AS id, c.quote, d.title, d.ref, d.outcome, d.status, {DATE} AS day,
        (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = d.id) AS forces
    FROM (SELECT disclosure, position, quote FROM citations INDEXED BY citations_section
        WHERE section = :section AND relied_on = 1 AND disclosure < :before
        ORDER BY disclosure DESC, position LIMIT :limit) AS c
    JOIN disclosures d ON d.id = c.disclosure
    WHERE d.status <> 'quarantined' ORDER BY c.disclosure DESC, c.position"""
_MENTIONED = "SELECT count(*) AS count FROM (SELECT 1 FROM citations WHERE section = :section LIMIT 1)"


async def exemptions_page(datasette: Any, request: Any) -> Response:
    """All sections that are relied on."""
    found = await chart(datasette, "exemptions", request.actor)
    sections = [
        {"section": section, "about": about(section), "disclosures": count, "share": share, "forces": forces}
        for section, count, share, forces in sorted(found["rows"], key=lambda row: in_order(row[0]))
    ]
    context = {"sections": sections, "chart": found}
    return await rendered(datasette, request, "exemptions.html", context)


async def exemption_page(datasette: Any, request: Any) -> Response:
    """One section. Raises NotFound for one that no answer cites."""
    db = datasette.get_database("foi")
    section = tilde_decode(request.url_vars["section"])
    before = _number(request.args.get("before"))
    tally, base, cited, sentences, *charts = await asyncio.gather(
        rows(db, _TALLY, section=section),
        rows(db, _BASE),
        one(db, _MENTIONED, section=section),
        rows(db, _SENTENCES, section=section, before=before, limit=SENTENCES),
        *(chart(datasette, name, request.actor, section) for name in ("exemption-by-year", "exemption-by-force")),
    )
    if not cited["count"]:
        raise NotFound("No answer that is kept here cites that section")
    context = {
        "section": section,
        "about": about(section),
        "total": sum(row["disclosures"] for row in tally),
        "table": _crossed(tally, base),
        "charts": charts,
        "scottish": any(re.search(r"\bScot(land|tish)\b", row["force"]) for row in tally),
        "sentences": sentences,
        "before": sentences[-1]["id"] if len(sentences) == SENTENCES else 0,
        "first": before == _number(None),
    }
    return await rendered(datasette, request, "exemption.html", context)


async def sentences_file(datasette: Any, request: Any) -> Response:
    """The sentences by which a section is relied on, the last kept first, as CSV."""
    section = tilde_decode(request.url_vars["section"])
    values = {"section": section, "before": _number(request.args.get("before")), "limit": MOST}
    found = await rows(datasette.get_database("foi"), _SENTENCES, **values)
    columns = ("id", "forces", "ref", "day", "outcome", "status", "title", "quote")
    return sheet("sentences.csv", (columns, *([row[column] for column in columns] for row in found)))


def _number(typed: str | None) -> int:
    """A disclosure before which to go on; what is no number is no bound."""
    return int(typed) if typed and typed.isascii() and typed.isdecimal() and len(typed) < 18 else 10**18


def _crossed(tally: list[dict[str, Any]], base: list[dict[str, Any]]) -> dict[str, Any]:
    """Force by year: in how many answers it is relied on, of how many. Only forces and years in which it is at all."""
    counts = {(row["force"], row["year"]): row["disclosures"] for row in tally}
    bases = {(row["force"], row["year"]): row["answers"] for row in base}
    years = sorted({year for _, year in counts})
    forces = sorted({force for force, _ in counts})
    return {
        "years": years,
        "rows": [
            (force, [(year, counts.get((force, year), 0), bases.get((force, year), 0)) for year in years])
            for force in forces
        ],
    }
