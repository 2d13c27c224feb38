"""The pages of dossiers: the same question across forces, the answers side by side, and their tables in one."""

import asyncio
import re
from sqlite3 import OperationalError
from typing import Any

from datasette import NotFound, Response

from store.dossiers import reading
from store.dossiers.shape import Dossier
from store.errors import NotKept
from store.site.charts import svg
from store.site.drawing import drawn
from store.site.record import of_record
from store.site.rendering import rendered
from store.site.rows import one, rows, unpacked
from store.site.sheet import sheet
from store.site.stacks import stack

PAGE = 50
ROWS = 200  # of a stacked table on its page; all of them are in its CSV
ORDERS = {"newest": "Asked last", "forces": "Most forces"}
_ORDER = {"newest": "f.since DESC, f.dossier DESC", "forces": "f.forces DESC, f.dossier DESC"}
_LISTED = """SELECT f.dossier AS id, f.since, f.disclosures, f.forces, f.answers, core.title
    FROM figures_dossiers f JOIN dossiers ON dossiers.id = f.dossier
        LEFT JOIN disclosures core ON core.id = dossiers.core AND core.status <> 'quarantined'
    ORDER BY {order} LIMIT :limit OFFSET :offset"""
_COUNT = "SELECT count(*) AS count FROM figures_dossiers"


async def dossiers_page(datasette: Any, request: Any) -> Response:
    """All dossiers, those asked last first, or those of most forces."""
    db = datasette.get_database("foi")
    order = request.args.get("order") if request.args.get("order") in ORDERS else "newest"
    total = (await one(db, _COUNT))["count"]
    pages = max(1, -(-total // PAGE))
    page = min(_number(request.args.get("page")), pages)
    listed = _LISTED.format(order=_ORDER[order])
    found = await rows(db, listed, limit=PAGE, offset=(page - 1) * PAGE)
    for dossier in found:
        dossier["answers"] = unpacked(dossier["answers"], {})
    context = {"dossiers": found, "total": total, "page": page, "pages": pages, "order": order, "orders": ORDERS}
    return await rendered(datasette, request, "dossiers.html", context)


async def dossier_page(datasette: Any, request: Any) -> Response:
    """One dossier; what was merged into another leads there. Raises NotFound; 503 when it takes too long."""
    id = int(request.url_vars["id"])
    found = await _dossier(datasette, id)
    if found is None:
        words = {"title": "Too much to set side by side", "error": "This dossier took longer than the site allows."}
        return await rendered(datasette, request, "error.html", words, status=503)
    if found.id != id:
        return Response.redirect(str(datasette.urls.path(f"/dossiers/{found.id}")))
    tables = [_shown(found, number) for number in range(1, len(found.tables) + 1)]
    context = {"dossier": found, "members": {one.disclosure: one for one in found.members}, "tables": tables}
    context |= {"asked": [_matrix(found, place) for place in range(len(found.questions))]}
    return await rendered(datasette, request, "dossier.html", context)


async def dossier_table(datasette: Any, request: Any) -> Response:
    """A stacked table, as CSV or as a chart. Raises NotFound."""
    found = await _dossier(datasette, int(request.url_vars["id"]))
    number, ending = int(request.url_vars["number"]), request.url_vars["ending"]
    if found is None:
        return Response.text("This dossier took longer than the site allows.", status=503)
    if not 0 < number <= len(found.tables):
        raise NotFound("This dossier has no such table")
    if ending == "csv":
        table = found.tables[number - 1]
        return sheet(f"dossier-{found.id}-table-{number}.csv", (table.columns, *table.rows))
    drawing = stack(found.tables[number - 1], request.args.get("column") or "")
    if drawing is None:
        raise NotFound("This table has nothing to draw")
    told = (drawing.kind, drawing.title, drawing.description, drawing.labels, drawing.series)
    return svg(await asyncio.to_thread(drawn, *told, bool(request.args.get("narrow"))))


async def _dossier(datasette: Any, id: int) -> Dossier | None:
    try:
        return await of_record(datasette, lambda store: reading.dossier(store, id))
    except NotKept as error:
        raise NotFound(str(error).capitalize()) from None
    except OperationalError as error:
        if str(error) != "interrupted":
            raise
        return None


def _matrix(found: Dossier, place: int) -> dict[str, Any]:
    """A question with what each member says to it; a member that did not ask it has no entry."""
    question = found.questions[place]
    return {"question": question, "said": {reply.disclosure: reply for reply in question.replies}}


def _shown(found: Dossier, number: int) -> dict[str, Any]:
    table = found.tables[number - 1]
    drawing = stack(table, "")
    return {
        "number": number,
        "columns": table.columns,
        "rows": table.rows[:ROWS],
        "total": len(table.rows),
        "disclosures": len(table.disclosures),
        "chart": drawing,
        "path": f"/dossiers/{found.id}/table-{number}",
    }


def _number(typed: str | None) -> int:
    return max(1, int(typed)) if typed and re.fullmatch(r"[0-9]{1,6}", typed) else 1
