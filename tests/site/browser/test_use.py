"""What a person does here: with the keyboard alone, on a wall of a screen, on paper, with charts and dossiers."""

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect()
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, '
        + 'summary, [tabindex="0"]')]
    return {
        place: all.indexOf(at), name: (at.innerText || at.value || at.ariaLabel || at.id || '').trim(),
        seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
        within: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        body: at === document.body,
    }
}"""
# Lines of running text with more than a hundred and ten characters: the eye loses the next one.
LONG_LINES = """() => [...document.querySelectorAll('p, li, dd, blockquote')].filter(part => {
    const lines = document.createRange()
    lines.selectNodeContents(part)
    const boxes = [...lines.getClientRects()].filter(box => box.width > 0)
    const tops = new Set(boxes.map(box => Math.round(box.top / 6)))
    const wide = Math.max(0, ...boxes.map(box => box.width)), all = boxes.reduce((sum, box) => sum + box.width, 0)
    return part.offsetParent && !part.querySelector('p, li, div, table') && tops.size > 2
        && wide / (all / part.innerText.length) > 110
}).map(part => part.innerText.slice(0, 80))"""
WALKED = (
    "/",
    "/search?q=figures",
    "/foi/disclosures/{first}",
    "/forces/Northshire~20Police",
    "/dossiers/1",
    "/sources",
)


@pytest.mark.parametrize("path", WALKED)
def test_the_tab_key_goes_through_the_page_in_its_order_and_is_seen(
    narrow: Page, known: dict[str, Any], path: str
) -> None:
    narrow.goto(path.format(**known))
    places = []
    for _ in range(200):
        narrow.keyboard.press("Tab")
        focused = narrow.evaluate(FOCUSED)
        if focused["body"] or (places and focused["place"] == 0):
            break
        assert focused["seen"] and focused["within"], focused
        places.append(focused["place"])
    assert len(places) > 12 and places == sorted(set(places))


def test_all_by_keyboard_from_the_front_to_what_changed(page: Page) -> None:
    page.goto("/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("gross misconduct")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=gross+misconduct")
    for name in ("Gross misconduct of officers 2023 and 2024", "What changed"):
        page.get_by_role("link", name=name).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    assert page.url.endswith("#versions")


def test_every_page_can_be_read_on_a_wall(huge: Page, path: str) -> None:
    huge.goto(path)
    assert huge.evaluate("document.documentElement.scrollWidth") <= 3840
    assert huge.evaluate(LONG_LINES) == []


def test_on_paper_is_the_content_in_black_on_white(browser: Any, address: str, known: dict[str, Any]) -> None:
    with browser.new_context(base_url=address, color_scheme="dark") as context:
        paper = context.new_page()
        paper.emulate_media(media="print")
        for path in ("/foi/disclosures/{first}", "/forces/Northshire~20Police", "/dossiers/1", "/search?q=figures"):
            paper.goto(path.format(**known))
            assert paper.locator("h1").is_visible()
            assert not any(part.is_visible() for part in paper.locator("header.top nav, form, .skip").all())
            assert paper.evaluate("getComputedStyle(document.body).backgroundColor") in (
                "rgb(255, 255, 255)",
                "rgba(0, 0, 0, 0)",
            )
            assert paper.evaluate("getComputedStyle(document.querySelector('h1')).color") < "rgb(6"


def test_nothing_is_cut_off_on_paper(browser: Any, address: str, known: dict[str, Any]) -> None:
    cut = "[...document.querySelectorAll('main *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1)"
    with browser.new_context(base_url=address, viewport={"width": 680, "height": 960}) as context:
        paper = context.new_page()
        paper.emulate_media(media="print")
        for path in ("/forces/Northshire~20Police", "/foi/disclosures/{first}", "/dossiers/1", "/sources", "/forces"):
            paper.goto(path.format(**known))
            assert paper.evaluate(f"{cut}.map(part => part.outerHTML.slice(0, 90))") == []


BLOCKS = """() => [...document.querySelectorAll('table.stacked')].map(table => {
    const hidden = [...table.querySelectorAll('td')].filter(cell => {
        const box = cell.getBoundingClientRect()
        return !cell.classList.contains('empty') && (box.width === 0 || box.right > innerWidth)
    })
    return { tall: table.offsetHeight / table.tBodies[0].rows.length, hidden: hidden.length }
})"""


@pytest.mark.parametrize(("path", "rows"), [("/dossiers/1", 3), ("/forces", 2), ("/about", 5), ("/exemptions", 1)])
def test_on_a_telephone_a_row_is_a_block_that_needs_no_sideways_scrolling(narrow: Page, path: str, rows: int) -> None:
    narrow.goto(path)
    (shown,) = narrow.evaluate(BLOCKS)
    assert shown["hidden"] == 0 and shown["tall"] < 200
    # Set as blocks, they are a table nevertheless to who does not see them.
    table = narrow.locator("table.stacked")
    assert table.get_by_role("rowheader").count() >= rows and table.get_by_role("columnheader").count() >= 3


@pytest.mark.parametrize(
    ("path", "table"),
    [
        ("/", "figure"),
        ("/forces", "figure"),
        ("/forces/Northshire~20Police", "figure"),
        ("/exemptions/s40~282~29", "figure"),
        ("/dossiers/1", "section"),
    ],
)
def test_a_chart_is_there_and_its_figures_with_it(page: Page, path: str, table: str) -> None:
    page.goto(path)
    chart = page.locator("figure.chart:has(img)").first
    chart.scroll_into_view_if_needed()
    drawn = chart.locator("img")
    assert drawn.evaluate("img => img.decode().then(() => img.naturalWidth)") > 100
    assert len(drawn.get_attribute("alt") or "") > 20
    about = page.locator(f"{table}:has(img)").last
    about.locator("summary").click()
    assert about.locator("tbody tr").first.is_visible()


def test_a_dossier_is_found_and_its_table_taken_home(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Dossiers").click()
    page.get_by_role("link", name="Use of drones").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Use of drones"
    for force in ("Northshire Police", "Eastmere Constabulary", "Southmoor Police"):
        assert page.get_by_role("link", name=force).first.is_visible()
    assert page.get_by_text("We own 22 drones.").first.is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    assert b"2022,14" in download.value.path().read_bytes().replace(b'"', b"")


def test_a_facet_narrows_and_is_taken_away_again(page: Page) -> None:
    page.goto("/search?q=figures")
    before = page.locator("#count").inner_text()
    page.locator("#narrow").get_by_role("link", name="Not held").first.click()
    assert page.locator("#count").inner_text() != before
    page.get_by_role("link", name="Remove the filter").click()
    assert page.locator("#count").inner_text() == before
