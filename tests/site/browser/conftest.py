"""The site on a port of this machine, and a browser that looks at it and may look at nothing else.

Of a module and no longer: the loop of a browser that is open is in the way of other tests.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from store.database import open_store
from store.figures.filling import refresh
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app

# Chromium asks its maker for this and that; here it may not.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


PAGES = (
    "/", "/search", "/search?q=gross+misconduct", "/search?q=figures&attachment=no&order=oldest&page=2",
    "/foi/disclosures/{first}?compare=2", "/foi/disclosures/{held}", "/foi/disclosures/{first}",
    "/foi/disclosures/{hostile}",
    "/foi/disclosures/{gone}", "/sources", "/foi", "/foi/disclosures", "/foi/runs", "/foi/search", "/nothing",
    "/forces", "/forces/Northshire~20Police", "/exemptions", "/exemptions/s40~282~29", "/dossiers", "/dossiers/1",
    "/about", "/feeds",
)  # fmt: skip


@pytest.fixture(params=PAGES)
def path(known: dict[str, Any], request: pytest.FixtureRequest) -> str:
    """Every page that there is, one after the other."""
    return str(request.param).format(**known)


DRONES = "1. How many drones does the force own?\n2. How often were drones flown in 2021, 2022 and 2023?"


def _asked(number: int, force: str) -> Sighting:
    """One of several that were asked the same."""
    rows = [["Year", "Flights"], ["2021", str(number)], ["2022", str(number * 7)], ["2023", str(number * 9)]]
    extra = {
        "questions": [{"number": line[0], "text": line[3:], "parent": None} for line in DRONES.splitlines()],
        "answers": [
            {"number": "1", "text": f"We own {number * 11} drones."},
            {"number": "2", "text": "See the table."},
        ],
        "outcome_parts": {"1": "disclosed", "2": "disclosed"},
        "tables": [{"rows": rows, "where": "page"}],
    }
    address = f"https://{number}.example/drones/"
    return Sighting(
        "northshire", address, "Use of drones", DRONES + force, forces=(force,), request_text=DRONES, extra=extra,
        received=f"2024-03-0{number}", responded="2024-03-30", outcome="disclosed",
    )  # fmt: skip


@pytest.fixture(scope="session")
def shown(folder: Path, known: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented collection, and a dossier in it."""
    own = Path(shutil.copytree(folder, tmp_path_factory.mktemp("shown") / "store"))
    store = open_store(own)
    for number, force in enumerate(("Northshire Police", "Eastmere Constabulary", "Southmoor Police"), 1):
        keep(store, _asked(number, force), seen="2026-11-12T09:00:00+00:00", run=None)
    refresh(store, "2026-11-13T09:00:00+00:00")
    store.close()
    return own


@pytest.fixture(scope="module")
def address(shown: Path) -> Iterator[str]:
    """The site on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(datasette_app(shown).app(), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("these tests need Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module", params=[True, False], ids=["with script", "without script"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from _watched(browser, address, java_script_enabled=request.param)


@pytest.fixture(scope="module")
def wide(browser: Browser, address: str) -> Iterator[Page]:
    yield from _watched(browser, address)


@pytest.fixture(scope="module")
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    yield from _watched(browser, address, viewport={"width": 320, "height": 800}, color_scheme="dark")


@pytest.fixture(scope="module")
def huge(browser: Browser, address: str) -> Iterator[Page]:
    yield from _watched(browser, address, viewport={"width": 3840, "height": 2160})


def _watched(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page that fails its tests when anything is said on the console or asked of another host.

    One page for all tests of a module: a context has a process of its own, which costs more than most tests do in it.
    """
    context = browser.new_context(base_url=address, **options)
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    said: list[tuple[str, str]] = []

    def say(words: str) -> None:
        said.append((opened.url, words))

    opened.on("console", lambda message: say(message.text) if "404" not in message.text else None)
    opened.on("pageerror", lambda error: say(str(error)))
    opened.on("dialog", lambda dialog: say(dialog.message))
    opened.on("request", lambda asked: say(asked.url) if urlsplit(asked.url).port != _port(address) else None)
    yield opened
    context.close()
    assert said == []


def _port(address: str) -> int | None:
    return urlsplit(address).port
