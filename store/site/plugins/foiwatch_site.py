"""The project's own Datasette plugin: its pages, what their templates may say, and its headers."""

from collections.abc import Callable
from typing import Any

import datasette.handle_exception as datasette_errors
from datasette import NotFound, Response
from pluggy import HookimplMarker

from store.feeds.feed import KINDS, MOST
from store.site import feeds, pages, text, words
from store.site.differences import file_name, shown
from store.site.files import download_name, send_kept_file
from store.site.guessing import Guesses, slowed
from store.site.headers import with_headers
from store.site.locked import lock
from store.site.login import readable
from store.site.query import fts_query
from store.site.rendering import links, rendered, section
from store.site.sheet import guard_datasette
from store.site.taken_down import taken_down

hookimpl = HookimplMarker("datasette")

_FILTERS: tuple[Callable[..., Any], ...] = (
    text.formatted, text.prose, text.marked, text.highlighted, text.diff_lines, shown, file_name,
    words.named, words.answered, words.state, words.capital, words.field, words.day, words.moment, words.size,
    words.number, words.web, words.host, words.kind_of_file, download_name,
)  # fmt: skip
# Pages of Datasette and of the plugin for a login that tell of the machine, debug it, or have no use here.
_CLOSED = r"/-/(databases|threads|patterns|messages|allow-debug|permissions|login|password-tool)(\.json)?$"


@hookimpl
def startup() -> None:
    # With rich installed Datasette prints every wrong address as a page of local variables.
    datasette_errors.rich = None
    guard_datasette()


@hookimpl(trylast=True)  # and so around what the other plugins answer
def asgi_wrapper(datasette: Any) -> Any:
    return lambda app: with_headers(slowed(readable(app), Guesses()))


@hookimpl(trylast=True)  # and so over what Datasette makes of what is typed
def prepare_connection(conn: Any, database: str) -> None:
    if database == "foi":
        lock(conn)
    # Under the second name Datasette's own tables ask for it: what is typed there is read as on the page of the search.
    for name in ("fts_query", "escape_fts"):
        conn.create_function(name, 1, lambda typed: fts_query(str(typed or ""))[0], deterministic=True)


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    env.filters.update({function.__name__: function for function in _FILTERS} | pages.FILTERS)


@hookimpl
def extra_template_vars(datasette: Any, request: Any) -> Any:
    async def menu() -> dict[str, Any]:
        return {"links": await links(datasette, request), "here": section(datasette, request)}

    return menu


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [
        (r"/feeds$", feeds_page),
        (feeds.ROUTE, feed_page),
        (r"/-/files/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]*)$", file_page),
        (_CLOSED, closed),
        *pages.ROUTES,
    ]


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    return lambda: taken_down(datasette, request, exception)


async def feeds_page(datasette: Any, request: Any) -> Response:
    """The list of feeds."""
    await _allowed(datasette, request)
    headings = zip(KINDS, ("By topic", "By force", "By subscription"), strict=True)
    context = {"feeds": await feeds.listed(datasette), "kinds": list(headings), "most": MOST}
    return await rendered(datasette, request, "feeds.html", context)


async def feed_page(datasette: Any, request: Any) -> Response:
    """A feed, as Atom or JSON Feed."""
    await _allowed(datasette, request)
    return await feeds.feed(datasette, request)


async def file_page(datasette: Any, request: Any, send: Any) -> None:
    """A kept file, to be saved."""
    await _allowed(datasette, request)
    await send_kept_file(datasette, request, send)


async def closed() -> Response:
    raise NotFound("There is no such page")


async def _allowed(datasette: Any, request: Any) -> None:
    # A plugin that asks for a login guards the project's own pages as it does Datasette's.
    await datasette.ensure_permissions(request.actor, ["view-instance", ("view-database", "foi")])
