"""A search to take away: as CSV, as JSON, and as an Atom feed of what happens to what it finds."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from datasette import Response

from store.database import Store
from store.export.spreadsheet import as_cell
from store.feeds.atom import MEDIA_TYPE, atom
from store.feeds.entries import filled
from store.feeds.feed import MOST, Feed, Links
from store.feeds.newest import KEPT, Row
from store.feeds.newest import REACH as LOOKED_BACK
from store.feeds.plain import link
from store.matches import Wanted
from store.site.asked import REACH, Asked
from store.site.conditional import answer, last_modified
from store.site.finding.bits import Bits
from store.site.finding.facets import BY_NAME
from store.site.finding.sets import Sets
from store.site.record import of_record
from store.site.search import found, in_order
from store.site.words import named

ROUTE = r"/search\.(?P<ending>csv|json|atom)$"
COLUMNS = (
    "id", "title", "ref", "forces", "kind", "outcome", "status", "received", "responded", "published", "exemptions",
    "topics", "url",
)  # fmt: skip
# All rows in one: a thousand steps of SQLite are a thousand turns to wait for among eight readers.
_ROWS = """SELECT json_group_array(json_array(id, title, ref,
        json((SELECT json_group_array(force) FROM disclosure_forces WHERE disclosure = id)),
        kind, outcome, status, received, responded, published,
        json((SELECT json_group_array(DISTINCT section) FROM citations WHERE disclosure = id AND relied_on)),
        json((SELECT json_group_array(topic) FROM matches WHERE disclosure = id)), address))
    FROM (SELECT d.* FROM json_each(:ids) JOIN disclosures d ON d.id = value
        WHERE d.status <> 'quarantined' ORDER BY json_each.key)"""
_LISTS = ("forces", "exemptions", "topics")
_LEDGER = """SELECT id, disclosure, version, verb, seen FROM changes
    WHERE baseline = 0 AND completed = 0 ORDER BY id DESC LIMIT :limit"""
_FIRST = """SELECT id, disclosure, version, 'kept', seen FROM changes
    WHERE disclosure = ? AND verb = 'new' AND baseline ORDER BY id LIMIT 1"""

Address = Callable[[str], str]


async def take(datasette: Any, request: Any, wanted: Asked) -> Response:
    """The search in the format that the address ends with. Raises OperationalError when it takes too long."""
    ending = request.url_vars["ending"]

    def absolute(where: str) -> str:
        return datasette.absolute_url(request, str(datasette.urls.path(where)))

    body = await of_record(datasette, lambda store: _WRITE[ending](store, wanted, absolute))
    modified = last_modified(Path(datasette.get_database("foi").path))
    given = answer(request, body, _MEDIA[ending], modified)
    if ending == "csv":
        given.headers["Content-Disposition"] = "attachment; filename=foiwatch-search.csv"
    return given


def disclosures(store: Store, wanted: Asked) -> tuple[int, list[dict[str, Any]]]:
    """How many the search finds, and the first REACH of them with their lists as lists."""
    what = found(store, wanted)
    ids = in_order(store, wanted, what, REACH)
    rows = json.loads(store.db.conn.execute(_ROWS, {"ids": str(ids)}).fetchone()[0])
    return len(what.hits), [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def as_csv(store: Store, wanted: Asked, absolute: Address) -> bytes:
    """One row a disclosure; no cell is run as a formula by the spreadsheet that opens it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS, "page"])
    for row in disclosures(store, wanted)[1]:
        cells = ["; ".join(row[name]) if name in _LISTS else row[name] for name in COLUMNS]
        writer.writerow([*map(as_cell, cells), absolute(f"/foi/disclosures/{row['id']}")])
    return out.getvalue().encode("utf-8", "replace")


def as_json(store: Store, wanted: Asked, absolute: Address) -> bytes:
    """An object: the query, its address, how many it finds, and the disclosures, at most REACH."""
    total, rows = disclosures(store, wanted)
    told = {
        "query": {"q": wanted.q, **dict(wanted.chosen), "order": wanted.sorted_by},
        "url": absolute(wanted.url()),
        "total": total,
        "disclosures": [row | {"page": absolute(f"/foi/disclosures/{row['id']}")} for row in rows],
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def as_atom(store: Store, wanted: Asked, absolute: Address) -> bytes:
    """A feed of what is new, changed, withdrawn or back again among what the search finds."""
    what = found(store, wanted)
    chosen = dict(wanted.chosen)
    topics = (chosen["topic"],) if "topic" in chosen else ()
    feed = Feed("search", "search", title(wanted), Wanted(topics=topics, search=wanted.match))
    links = Links(
        own=link(absolute(wanted.url("/search.atom"))),
        home=link(absolute(wanted.url())),
        page=lambda disclosure: absolute(f"/foi/disclosures/{disclosure}"),
    )
    return atom(filled(store, feed, _events(store, what.sets, what.hits)), links)


def title(wanted: Asked) -> str:
    """What a reader calls the search."""
    parts = [f"“{wanted.q}”" if wanted.q else "", *(f"{BY_NAME[n].label}: {named(v)}" for n, v in wanted.chosen)]
    return "FOI disclosures: " + (", ".join(filter(None, parts)) or "all")


def _events(store: Store, sets: Sets, hits: Bits) -> list[Row]:
    """The newest of the ledger; where that tells of few, some of what the first walk of a log brought."""
    rows = (Row(*row) for row in store.db.conn.execute(_LEDGER, {"limit": LOOKED_BACK}))
    told = list(_first(MOST, (row for row in rows if row.disclosure in hits)))
    if len(told) < KEPT:
        kept = (store.db.conn.execute(_FIRST, (id,)).fetchone() for id in sets.latest(hits, KEPT))
        known = {row.disclosure for row in told}
        told += [Row(*row) for row in kept if row and row[1] not in known]
    return sorted(told, key=lambda row: (row.seen, row.id), reverse=True)[:MOST]


def _first(most: int, these: Iterable[Any]) -> Iterator[Any]:
    return (one for one, _ in zip(these, range(most), strict=False))


_WRITE: dict[str, Callable[[Store, Asked, Address], bytes]] = {"csv": as_csv, "json": as_json, "atom": as_atom}
_MEDIA = {"csv": "text/csv", "json": "application/json", "atom": MEDIA_TYPE}
