"""The page of a disclosure that was taken down: that it was, when, and why."""

import re
from typing import Any

from datasette import NotFound, Response

from store.site.rows import one

_PAGE = re.compile(r"/foi/disclosures/([1-9]\d{0,17})(?P<json>\.json)?\Z")
_TOMBSTONE = "SELECT seen, reason FROM tombstones WHERE disclosure = :id AND file = '' LIMIT 1"


async def taken_down(datasette: Any, request: Any, exception: Exception) -> Response | None:
    """410 (Gone, RFC 9110 section 15.5.11) for what was taken down; None where the exception is of anything else."""
    page = _PAGE.search(request.path) if isinstance(exception, NotFound) else None
    found = await one(datasette.get_database("foi"), _TOMBSTONE, id=int(page[1])) if page else {}
    if not page or not found:
        return None
    said = f"Disclosure {page[1]} was taken down on {found['seen'][:10]}: {found['reason']}"
    context = {"ok": False, "status": 410, "title": "Taken down", "error": said}
    if page["json"]:
        return Response.json(context, status=410)
    return Response.html(await datasette.render_template("error.html", context, request=request), status=410)
