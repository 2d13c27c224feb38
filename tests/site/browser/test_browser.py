"""The site in a real browser: search, open, read, at any width, and never a request to another host."""

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


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


def test_every_page_fits_a_narrow_screen(narrow: Page, path: str) -> None:
    narrow.goto(path)
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
