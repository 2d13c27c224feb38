"""Every page against the Web Content Accessibility Guidelines 2.2 A and AA, as far as axe can tell, light and dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is in order need not be described; what is not is described in full.
RULES = {"runOnly": TAGS, "resultTypes": ["violations"]}
JUDGED = "rules => axe.run(rules).then(found => ({passes: found.passes.length, wrong: found.violations}))"
WRONG = "<main><h1>A form</h1><input><img src='x'><font color='#7f7f7f'>Faint</font></main>"


def _judged(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(JUDGED, RULES)
    return found


def test_axe_finds_nothing(wide: Page, path: str) -> None:
    wide.goto(path)
    wide.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        wide.emulate_media(color_scheme=scheme)
        assert wide.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")
        found = _judged(wide)
        assert found["passes"] > 5
        assert [f"{scheme}, {one['id']}: {node['html']}" for one in found["wrong"] for node in one["nodes"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_what_is_wrong(wide: Page, scheme: str) -> None:
    wide.set_content(WRONG)
    wide.emulate_media(color_scheme=scheme)
    wide.evaluate(Axe().axe_script)
    assert {one["id"] for one in _judged(wide)["wrong"]} >= {"label", "image-alt", "color-contrast"}
