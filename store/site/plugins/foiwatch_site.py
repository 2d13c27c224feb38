"""The project's own Datasette plugin: its pages, what their templates may say, and its headers."""

from collections.abc import Callable
from typing import Any

import datasette.handle_exception as datasette_errors
from datasette import NotFound, Response
from datasette.database import QueryInterrupted
from pluggy import HookimplMarker

from store.site import text, words
from store.site.asked import ORDERS, asked
from store.site.differences import file_name, shown
from store.site.disclosure import disclosure
from store.site.files import download_name, send_kept_file
from store.site.headers import with_headers
from store.site.overview import front, held_back, sources
from store.site.query import fts_query
from store.site.search import search
from store.site.taken_down import taken_down

hookimpl = HookimplMarker("datasette")

_FILTERS: tuple[Callable[..., Any], ...] = (
    text.formatted, text.prose, text.marked, text.highlighted, text.diff_lines, shown, file_name,
    words.named, words.state, words.capital, words.field, words.day, words.moment, words.size, words.number,
    words.web, words.host, words.kind_of_file, download_name,
)  # fmt: skip
# Datasette's own pages that would tell a visitor about the machine, or are for debugging it.
_CLOSED = r"/-/(databases|threads|patterns|messages|allow-debug|permissions)(\.json)?$"


@hookimpl
def startup() -> None:
    # With rich installed Datasette prints every wrong address as a page of local variables.
    datasette_errors.rich = None


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return with_headers


@hookimpl
def prepare_connection(conn: Any) -> None:
    conn.create_function("fts_query", 1, lambda typed: fts_query(str(typed or ""))[0], deterministic=True)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    env.filters.update({function.__name__: function for function in _FILTERS})


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [
        (r"/search$", search_page),
        (r"/sources$", sources_page),
        (r"/-/files/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]*)$", file_page),
        (_CLOSED, closed),
    ]


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    return lambda: taken_down(datasette, request, exception)


@hookimpl
def extra_template_vars(view_name: str, database: str | None, table: str | None, request: Any, datasette: Any) -> Any:
    async def found() -> dict[str, Any]:
        if view_name == "index":
            return {"front": await front(datasette.get_database("foi"))}
        if view_name == "row" and (database, table) == ("foi", "disclosures"):
            return {"page": await disclosure(datasette.get_database("foi"), int(request.url_vars["pks"]))}
        return {}

    return found


async def search_page(datasette: Any, request: Any) -> Response:
    """The search, its facets and its hits; 503 with words when it took longer than the site allows."""
    await _allowed(datasette, request)
    wanted = asked(request.args)
    try:
        answer = await search(datasette.get_database("foi"), wanted)
    except QueryInterrupted:
        answer = None
    context = {"asked": wanted, "answer": answer, "orders": ORDERS}
    body = await datasette.render_template("search.html", context, request=request)
    return Response.html(body, status=200 if answer else 503)


async def sources_page(datasette: Any, request: Any) -> Response:
    """The health of every source."""
    await _allowed(datasette, request)
    database = datasette.get_database("foi")
    context = {"sources": await sources(database), "held": await held_back(database)}
    return Response.html(await datasette.render_template("sources.html", context, request=request))


async def file_page(datasette: Any, request: Any, send: Any) -> None:
    """A kept file, to be saved."""
    await _allowed(datasette, request)
    await send_kept_file(datasette, request, send)


async def closed() -> Response:
    raise NotFound("There is no such page")


async def _allowed(datasette: Any, request: Any) -> None:
    # A plugin that asks for a login guards the project's own pages as it does Datasette's.
    await datasette.ensure_permissions(request.actor, ["view-instance", ("view-database", "foi")])
