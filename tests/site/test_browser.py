"""The site in a real browser: search, open, read, at any width, and never a request to another host."""

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

from store.site.app import datasette_app

pytestmark = pytest.mark.browser

# Chromium asks its maker for this and that; here it may not.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PAGES = (
    "/", "/search", "/search?q=gross+misconduct", "/foi/disclosures/{first}", "/foi/disclosures/{hostile}",
    "/foi/disclosures/{gone}", "/sources", "/foi", "/foi/disclosures", "/foi/runs", "/foi/search", "/nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(folder: Path, known: dict[str, Any]) -> Iterator[str]:
    """The site on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(datasette_app(folder).app(), port=0, log_level="warning"))
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


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from _watched(browser, address, java_script_enabled=request.param)


@pytest.fixture(scope="module")
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    yield from _watched(browser, address, viewport={"width": 320, "height": 800}, color_scheme="dark")


def _watched(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page that fails its test when anything is said on the console or asked of another host."""
    context = browser.new_context(base_url=address, **options)
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if "404" not in message.text else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    opened.on(
        "request",
        lambda asked: said.append(asked.url) if urlsplit(asked.url).port != _port(address) else None,
    )
    yield opened
    context.close()
    assert said == []


def _port(address: str) -> int | None:
    return urlsplit(address).port


def test_from_the_front_by_search_to_a_disclosure(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search requests, answers and attachments").fill("gross misconduct")
    page.get_by_role("button", name="Search").click()
    assert page.locator("#count").inner_text() == "One disclosure"
    page.get_by_role("link", name="Northshire Police", exact=True).click()
    assert "Force: Northshire Police" in page.get_by_role("list", name="Narrowed to").inner_text()
    page.get_by_role("link", name="Gross misconduct of officers 2023 and 2024").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Gross misconduct of officers 2023 and 2024"
    assert page.get_by_role("cell", name="61", exact=True).is_visible()
    page.get_by_role("link", name="What changed").click()
    assert (page.locator("del").inner_text(), page.locator("ins").inner_text()) == ("57", "61")


def test_the_kept_file_is_saved(page: Page, known: dict[str, Any]) -> None:
    page.goto(f"/foi/disclosures/{known['first']}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the kept file").click()
    assert download.value.suggested_filename == "allegations-2024.xlsx"
    assert download.value.path().read_bytes() == b"PK invented"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_a_narrow_screen(narrow: Page, known: dict[str, Any], path: str) -> None:
    narrow.goto(path.format(**known))
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    assert narrow.locator("h1").count() == 1
    assert narrow.locator("main").count() == 1
    unnamed = (
        "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
        ".filter(field => !field.labels.length && !field.ariaLabel).length"
    )
    assert narrow.evaluate(unnamed) == 0


def test_the_keyboard_skips_to_the_content(narrow: Page) -> None:
    narrow.goto("/sources")
    narrow.keyboard.press("Tab")
    assert narrow.evaluate("document.activeElement.className") == "skip"
    narrow.keyboard.press("Enter")
    assert narrow.url.endswith("#main")
