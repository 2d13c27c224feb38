"""One way to read rows for a page, and to read the JSON that some of them hold."""

import json
from typing import Any

from datasette.database import Database


async def rows(db: Database, sql: str, **arguments: Any) -> list[dict[str, Any]]:
    """All rows of a query, as dicts. Raises QueryInterrupted when it takes longer than the site allows."""
    return [dict(row) for row in await db.execute(sql, arguments)]


async def one(db: Database, sql: str, **arguments: Any) -> dict[str, Any]:
    """The first row of a query, empty when there is none."""
    found = await rows(db, sql, **arguments)
    return found[0] if found else {}


def unpacked(value: str, empty: Any) -> Any:
    """A JSON column's value; `empty` when it holds another kind of thing, or no JSON at all."""
    try:
        found = json.loads(value)
    except (ValueError, TypeError):
        return empty
    return found if isinstance(found, type(empty)) else empty
