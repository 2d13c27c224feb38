"""The archive holds what is held back too, and is never served, whatever is asked for."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from store.database import open_store
from store.evidence.archive import Archive
from store.evidence.exchanges import Body, Exchange
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app

NOON = "2026-11-21T12:00:00+00:00"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Callable[[str], Any], str, str]]:
    folder = tmp_path_factory.mktemp("store")
    store = open_store(folder)
    archive = Archive(store, "essex", None, NOON, {})
    address = "https://essex.example/foi/1/"
    body = Body(b"quokkaname")
    with store.writing():
        came_to = keep(store, Sighting("essex", address, "Title", "Words"), seen=NOON, run=None)
        archive.write(came_to.disclosure, 1, [Exchange(address, NOON, 200, b"HTTP/1.1 200 OK\r\n\r\n", body, b"GET /")])
    archive.close()
    store.close()
    app, loop = datasette_app(folder), asyncio.new_event_loop()
    yield lambda path: loop.run_until_complete(app.client.get(path)), archive.name, body.digest.partition(":")[2]
    loop.close()


@pytest.mark.parametrize(
    "path",
    [
        "/evidence/{name}", "/foi/evidence/{name}", "/-/evidence/{name}", "/-/files/{name}/x", "/-/files/{sha256}/x",
        "/-/files/../evidence/{name}", "/-/files/%2e%2e%2fevidence%2f{name}/x", "/-/static/../evidence/{name}",
        "/static/../../evidence/{name}", "/-/static-plugins/foiwatch/..%2f..%2fevidence%2f{name}",
    ],
)  # fmt: skip
def test_no_address_leads_to_it(site: Any, path: str) -> None:
    get, name, sha256 = site
    response = get(path.format(name=name, sha256=sha256))
    if response.status_code == 302:  # to the address as Datasette writes it
        response = get(response.headers["location"])
    assert response.status_code in (400, 403, 404)
    assert "quokkaname" not in response.text


def test_its_index_is_public(site: Any) -> None:
    get, name, _ = site
    (row,) = get("/foi/captures.json?_shape=array").json()
    assert (row["file"], row["status"]) == (name, 200)
