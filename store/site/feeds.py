"""Serves the feeds, a list of them, and the links by which a reader's program finds them."""

from pathlib import Path
from sqlite3 import OperationalError
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound, Response

from store.database import Store
from store.feeds.entries import filled
from store.feeds.feed import FORCE, TOPIC, Feed, Links, Offer
from store.feeds.formats import BY_ENDING, FORMATS
from store.feeds.offered import feeds
from store.feeds.plain import link
from store.feeds.wording import feed_title
from store.site.conditional import answer, last_modified
from store.site.record import of_record

ROUTE = r"/feeds/(?P<kind>topic|force|subscription)/(?P<slug>[a-z0-9_-]{1,80})\.(?P<ending>atom|json)$"
_SOURCE = "SELECT full_name FROM sources WHERE name = ?"


def offer(datasette: Any, what: Offer) -> None:
    """Say what the configuration adds to the feeds. It is not in Datasette's own settings: those are shown to all."""
    datasette.foiwatch_offer = what


async def feed(datasette: Any, request: Any) -> Response:
    """A feed, or 304 for who has it. Raises NotFound; 503 when it took longer than the site allows."""
    kind, slug, ending = (request.url_vars[name] for name in ("kind", "slug", "ending"))
    modified = last_modified(Path(datasette.get_database("foi").path))
    form = BY_ENDING[ending]

    def written(store: Store) -> bytes | None:
        one = _named(store, _offer(datasette), kind, slug)
        return form.write(filled(store, one), _links(datasette, request, one, ending)) if one else None

    try:
        body = await of_record(datasette, written)
    except OperationalError as error:
        if str(error) != "interrupted":
            raise
        return Response.text("This feed took longer than the site allows.", status=503, headers={"Retry-After": "600"})
    if body is None:
        raise NotFound("There is no such feed")
    return answer(request, body, form.media_type, modified)


async def listed(datasette: Any) -> list[dict[str, Any]]:
    """All feeds, for the page of them."""
    return [_shown(one) for one in await of_record(datasette, lambda store: feeds(store, _offer(datasette)))]


async def of_page(datasette: Any, *, topic: str = "", force: str = "") -> list[dict[str, Any]]:
    """The feeds that tell of what a page shows: of its topic and its force."""
    named = {(TOPIC, topic), (FORCE, force)}
    return [one for one in await listed(datasette) if (one["kind"], one["name"]) in named]


def _shown(one: Feed) -> dict[str, Any]:
    links = [{"label": f.name, "type": f.media_type, "path": path(one, f.ending)} for f in FORMATS]
    return {"kind": one.kind, "name": one.name, "title": feed_title(one), "links": links}


def path(one: Feed, ending: str) -> str:
    """Where a feed is, from the root of the site."""
    return f"/feeds/{one.kind}/{one.slug}.{ending}"


def _offer(datasette: Any) -> Offer:
    return getattr(datasette, "foiwatch_offer", Offer())


def _named(store: Store, what: Offer, kind: str, slug: str) -> Feed | None:
    """The feed of that address; that of a force goes by the short name of its source too."""
    known = [one for one in feeds(store, what) if one.kind == kind]
    row = store.db.conn.execute(_SOURCE, (slug,)).fetchone() if kind == FORCE else None
    return next((one for one in known if one.slug == slug or (row and one.name == row[0])), None)


def _links(datasette: Any, request: Any, one: Feed, ending: str) -> Links:
    def absolute(where: str) -> str:
        return link(datasette.absolute_url(request, str(datasette.urls.path(where))))

    search = {TOPIC: "topic", FORCE: "force"}.get(one.kind)
    home = f"/search?{urlencode({search: one.name, 'order': 'newest'})}" if search else "/"
    return Links(
        own=absolute(path(one, ending)),
        home=absolute(home),
        page=lambda disclosure: absolute(f"/foi/disclosures/{disclosure}"),
    )
