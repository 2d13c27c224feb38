"""The project's own pages are what Datasette would have made of their templates, and have its menu."""

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asking import asking
from datasette.plugins import pm
from pluggy import HookimplMarker

from store.site import rendering
from store.site.app import datasette_app

Get = Callable[[str], Any]
hookimpl = HookimplMarker("datasette")


class Offering:
    """Another plugin, which has something in the menu."""

    @hookimpl
    def menu_links(self, datasette: Any) -> list[dict[str, str]]:
        """A page of its own, one elsewhere, and a form to log in."""
        return [
            {"href": datasette.urls.path("/-/graph"), "label": "Graphs & <more>"},
            {"href": "https://elsewhere.example/", "label": "Elsewhere"},
            {"href": datasette.urls.path("/-/login"), "label": "Log in here"},
        ]


class Awaited:
    """Another plugin, which has to wait for what it has in the menu."""

    @hookimpl
    def menu_links(self) -> Any:
        """A page of its own, later."""

        async def later() -> list[dict[str, str]]:
            await asyncio.sleep(0)
            return [{"href": "/-/late", "label": "Late"}]

        return later


@pytest.fixture(params=[Offering, Awaited])
def offering(request: pytest.FixtureRequest) -> Iterator[type]:
    plugin = request.param()
    pm.register(plugin)
    yield request.param
    pm.unregister(plugin)


@pytest.mark.parametrize("path", ["/about", "/", "/foi/disclosures", "/foi/disclosures/1"])
def test_what_another_plugin_has_in_the_menu_is_on_every_page(get: Get, offering: type, path: str) -> None:
    page = get(path).text
    label = "Graphs &amp; &lt;more&gt;" if offering is Offering else "Late"
    assert f">{label}</a>" in page
    assert "Elsewhere" not in page and "Log in here" not in page


HERE = re.compile(r'<a href="([^"]+)" aria-current="true">')


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ("/", []),
        ("/about", ["/about"]),
        ("/search?q=a", ["/search"]),
        ("/forces/Northshire~20Police", ["/forces"]),
        ("/foi", ["/foi"]),
        ("/foi/disclosures", ["/foi"]),
        ("/foi/disclosures/46", []),
    ],
)
def test_the_menu_says_where_one_is(get: Get, folder: Path, known: dict[str, Any], path: str, here: list[str]) -> None:
    assert HERE.findall(get(path).text) == here
    with asking(datasette_app(folder, base="/public/foi/")) as below:
        assert HERE.findall(below(path).text) == ["/public/foi" + one for one in here]


PAGES = (
    "/", "/about", "/search?q=hostile", "/search?q=gross+misconduct", "/dossiers", "/exemptions", "/sources", "/feeds",
    "/exemptions/s40~282~29", "/foi", "/foi/disclosures/{first}?compare=2", "/foi/disclosures/{hostile}",
)  # fmt: skip


def test_a_page_is_the_same_as_one_that_was_waited_for(
    folder: Path, known: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [path.format(**known) for path in PAGES]
    with asking(datasette_app(folder)) as get:
        at_once = {path: get(path).text for path in paths}
        monkeypatch.setattr(rendering, "_at_once", lambda environment: environment)
        waited_for = {path: get(path).text for path in paths}
    assert at_once == waited_for and all(len(page) > 2000 for page in at_once.values())
