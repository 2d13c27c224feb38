"""The page of a search, and the same search as a file: where their time limit and their words for it are."""

from sqlite3 import OperationalError
from typing import Any
from urllib.parse import quote_plus

from datasette import Response

from store.site import feeds, taking
from store.site.asked import ORDERS, REACH, Asked, asked
from store.site.finding.facets import Facet
from store.site.record import of_record
from store.site.rendering import rendered
from store.site.search import Answer, search
from store.site.subscribing import subscription
from store.site.words import capital, named, number

_TOO_LONG = "This search took longer than the site allows. A rarer word, or one more filter, will help."


async def search_page(datasette: Any, request: Any) -> Response:
    """The search, its facets and its hits; 503 with words when it took longer than the site allows."""
    wanted = asked(request.args)
    try:
        answer = await of_record(datasette, lambda store: search(store, wanted))
    except OperationalError as error:
        _refuse_other(error)
        answer = None
    chosen = {name: value for name, value in wanted.chosen if name in ("topic", "force")}
    context = {
        "asked": wanted,
        "answer": answer,
        "facets": _facets(datasette, wanted, answer) if answer else [],
        "orders": ORDERS,
        "feeds": await feeds.of_page(datasette, **chosen) if chosen else [],
        "permanent": datasette.absolute_url(request, str(datasette.urls.path(wanted.url()))),
        "subscription": subscription(wanted),
        "search_title": taking.title(wanted),
        "reach": REACH,
        "too_long": _TOO_LONG,
    }
    return await rendered(datasette, request, "search.html", context, status=200 if answer else 503)


def _facets(datasette: Any, wanted: Asked, answer: Answer) -> list[dict[str, Any]]:
    """What the page says of each facet; made here, for a template takes its time over a hundred links."""
    return [
        {
            "label": facet.label,
            "chosen": _said(facet, chosen),
            "open": facet.open or bool(chosen),
            "without": str(datasette.urls.path(wanted.url(**{facet.name: ""}))),
            "values": [
                (_said(facet, value), f"{start}{quote_plus(value)}", number(count), value == chosen)
                for start in [_start(datasette, wanted, facet)]
                for value, count in counted
            ],
        }
        for facet, chosen, counted in answer.facets
        if chosen or len(counted) > 1
    ]


def _start(datasette: Any, wanted: Asked, facet: Facet) -> str:
    """The address of the search with a value of the facet, but for the value."""
    without = str(datasette.urls.path(wanted.url(**{facet.name: ""})))
    return f"{without}{'&' if '?' in without else '?'}{facet.name}="


def _said(facet: Facet, value: str) -> str:
    return value if facet.name == "exemption" else capital(named(value))


async def search_file(datasette: Any, request: Any) -> Response:
    """The search as CSV, JSON or Atom; 503 with words when it took longer than the site allows."""
    try:
        return await taking.take(datasette, request, asked(request.args))
    except OperationalError as error:
        _refuse_other(error)
    return Response.text(_TOO_LONG, status=503, headers={"Retry-After": "600"})


def _refuse_other(error: OperationalError) -> None:
    if str(error) != "interrupted":
        raise error
