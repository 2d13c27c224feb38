"""The charts of the site: each is drawn from a canned query, and stands with the table behind it."""

import asyncio
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound, Response

from store.site import shapes
from store.site.drawing import LOOK, drawn
from store.site.figures import table
from store.site.shapes import Shape
from store.site.sheet import sheet

_LONGEST = 500  # characters of a name in an address
# An image of its own: it may have the style that is in it, and nothing else.
_STYLE = b64encode(sha256(LOOK.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE}'; base-uri 'none'; frame-ancestors 'none'; sandbox"


@dataclass(frozen=True)
class Chart:
    """What a chart is drawn from and what it says; `of` is the parameter of its query, or ""."""

    query: str
    title: str
    description: str
    shape: Callable[[Sequence[Any]], Shape]
    of: str = ""


CHARTS = {
    "months": Chart(
        "disclosures_by_month",
        "Disclosures a month, by force",
        "What the logs hold, by the month of publication, else of the answer or the request, over the last three years."
        " A disclosure of two forces counts for each.",
        shapes.by_month,
    ),
    "months-of": Chart(
        "disclosures_by_month_of_a_force",
        "Disclosures a month: {of}",
        "By the month of publication, else of the answer or the request, over the last five years.",
        shapes.by_month,
        "force",
    ),
    "outcomes": Chart(
        "outcomes_by_force",
        "What the answers came to, by force",
        "Shares of each force’s published answers; n is how many. Outcomes are read by rules from the letters.",
        shapes.outcomes,
    ),
    "outcomes-of": Chart(
        "outcomes_compared",
        "What the answers came to: {of}, and all other forces",
        "Shares of the published answers; n is how many these are. Outcomes are read by rules from the letters.",
        shapes.outcomes,
        "force",
    ),
    "outcomes-by-year": Chart(
        "outcomes_by_year",
        "What the answers came to, year by year: {of}",
        "Shares of the answers published in each year; n is how many these are.",
        shapes.outcomes,
        "force",
    ),
    "days": Chart(
        "days_to_answer",
        "Days from request to answer, by force",
        "Calendar days where both dates are known to the day: half of the answers took from the lower to the upper"
        " quartile, and half longer than the median. Forces with fewer than five such answers are in the table only.",
        shapes.days,
    ),
    "days-of": Chart(
        "days_to_answer_by_year",
        "Days from request to answer, by the year of the answer: {of}",
        "Calendar days where both dates are known to the day: half of the answers took from the lower to the upper"
        " quartile, and half longer than the median. Years with fewer than five such answers are in the table only.",
        shapes.days,
        "force",
    ),
    "exemptions": Chart(
        "exemptions_by_section",
        "The exemptions relied on most",
        "In how many published answers each section is relied on. One answer can rely on several.",
        shapes.by_section,
    ),
    "exemptions-of": Chart(
        "exemptions_compared",
        "Exemptions relied on: {of}, and all other forces",
        "In what share of the published answers each section is relied on. One answer can rely on several.",
        shapes.compared,
        "force",
    ),
    "exemption-by-year": Chart(
        "exemption_by_force_and_year",
        "Answers that rely on {of}, by year and force",
        "By the year of publication, else of the answer or the request.",
        shapes.by_year,
        "section",
    ),
    "exemption-by-force": Chart(
        "exemption_by_force_and_year",
        "In what share of its answers each force relies on {of}",
        "All years together; n is how many answers of the force are published here.",
        shapes.by_force,
        "section",
    ),
}


async def chart(datasette: Any, name: str, actor: Any, of: str = "") -> dict[str, Any]:
    """A chart for a template: its words, its addresses, and the rows of its table, and that as HTML ("": none)."""
    one = CHARTS[name]
    shape = await _shape(datasette, one, actor, of)
    values = {one.of: of} if one.of else {}
    return {
        "name": name,
        "title": one.title.format(of=of),
        "description": one.description,
        "alt": f"Chart: {one.title.format(of=of)}. Its figures are in the table that follows.",
        "drawn": bool(shape.labels),
        "wide": _address(f"/charts/{name}.svg", values),
        "narrow": _address(f"/charts/{name}.svg", values | {"narrow": "1"}),
        "rows": shape.rows,
        "figures": table(shape.head, shape.rows) if shape.rows else "",
        "csv": _address(f"/charts/{name}.csv", values),
        "json": _address(f"/foi/{one.query}.json", values | {"_shape": "objects"}),
        "query": _address(f"/foi/{one.query}", values),
    }


async def chart_file(datasette: Any, request: Any) -> Response:
    """The chart as SVG, or the table behind it as CSV. Raises NotFound."""
    name = request.url_vars["name"]
    one = CHARTS.get(name)
    if one is None:
        raise NotFound("There is no such chart")
    of = (request.args.get(one.of) or "")[:_LONGEST] if one.of else ""
    shape = await _shape(datasette, one, request.actor, of)
    if request.url_vars["ending"] == "csv":
        return sheet(f"{name}.csv", (shape.head, *shape.rows))
    title, narrow = one.title.format(of=of), bool(request.args.get("narrow"))
    # In a thread: what is drawn for the first time takes some tens of milliseconds.
    told = (shape.kind, title, one.description, shape.labels, shape.series, narrow)
    return svg(await asyncio.to_thread(drawn, *told))


def svg(body: bytes) -> Response:
    """An answer with a chart, which may neither run nor load anything."""
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "private, max-age=300"}
    return Response(body, headers=headers, content_type="image/svg+xml; charset=utf-8")


async def _shape(datasette: Any, one: Chart, actor: Any, of: str) -> Shape:
    query = await datasette.get_canned_query("foi", one.query, actor)
    rows = await datasette.get_database("foi").execute(query["sql"], {one.of: of} if one.of else {})
    return one.shape([tuple(row) for row in rows])


def _address(path: str, values: dict[str, str]) -> str:
    return f"{path}?{urlencode(values)}" if values else path
