"""Every page against the Web Content Accessibility Guidelines 2.2 A and AA, as far as axe can tell, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def test_axe_finds_nothing(wide: Page, path: str) -> None:
    wide.goto(path)
    found = Axe().run(wide, options=RULES).response
    assert len(found["passes"]) > 5
    assert [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]] == []


def test_axe_finds_what_is_wrong(wide: Page) -> None:
    wide.set_content("<main><h1>A form</h1><input><img src='x'></main>")
    assert {one["id"] for one in Axe().run(wide, options=RULES).response["violations"]} >= {"label", "image-alt"}
