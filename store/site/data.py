"""The page of all tables; Datasette's own looks at every table three hundred times before it answers."""

from sqlite3 import Connection
from typing import Any

from datasette import Response
from datasette.views.database import DatabaseView

from store.site.rendering import rendered

MANY = 10_000  # rows are counted so far and no further

_NAMES = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM [{}] LIMIT {})"


async def data_page(datasette: Any, request: Any) -> Response:
    """The tables with what they hold, the canned queries, and a place to ask one's own."""
    if request.args.get("sql") or request.args.get("_show_hidden"):
        request.url_vars["format"] = None
        return await DatabaseView(datasette).get(request)
    about = datasette.metadata("databases")["foi"]
    told = {name: one for name, one in about["tables"].items() if not one.get("hidden")}
    tables, views, hidden = await datasette.get_database("foi").execute_fn(lambda db: _listed(db, set(told)))
    context = {
        "database": "foi",
        "metadata": about,
        "tables": tables,
        "views": views,
        "hidden_count": hidden,
        "queries": (await datasette.get_canned_queries("foi", request.actor)).values(),
        "allow_execute_sql": await datasette.permission_allowed(request.actor, "execute-sql", "foi", default=True),
    }
    return await rendered(datasette, request, "database.html", context)


def _listed(db: Connection, told: set[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """The tables that the metadata tells of, the views, and how many other tables there are."""
    names = db.execute(_NAMES).fetchall()
    own = [name for kind, name in names if kind == "table"]
    shown = [{"name": name, "count": _count(db, name), "columns": ()} for name in own if name in told]
    return shown, [{"name": name} for kind, name in names if kind == "view"], len(own) - len(shown)


def _count(db: Connection, table: str) -> int | None:
    rows = int(db.execute(_COUNT.format(table, MANY + 1)).fetchone()[0])
    return rows if rows <= MANY else None
