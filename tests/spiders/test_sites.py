"""Every source has saved pages, and they give what has been read and agreed on: tests/sites/<source>/<case>/.

A case holds `case.json` (the address, and whether it shows a listing or a disclosure), the page as saved, and
`expected.json`. Where the last is missing it is written and the test fails, until somebody has read and committed it.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.settings import Settings

from alerts.topics.topics import load
from crawler import settings as defaults
from crawler.crawl import sources
from crawler.reading.disclosure import read_page
from crawler.source import Source
from foiwatch.contract import as_object

SITES = Path(__file__).parents[1] / "sites"
CASES = sorted(path.parent for path in SITES.glob("*/*/case.json"))
ALL = sources(Settings({"SPIDER_MODULES": defaults.SPIDER_MODULES}))


def response(folder: Path, url: str) -> Response:
    page = next(folder.glob("page.*"))
    kind = HtmlResponse if page.suffix == ".html" else TextResponse
    return kind(url, body=page.read_bytes(), encoding="utf-8")


def source(name: str) -> Source:
    return ALL[name]()


def given(folder: Path, case: dict[str, str]) -> dict[str, Any]:
    owner = source(folder.parent.name)
    page = response(folder, case["url"])
    if case["shows"] == "listing":
        listed = owner.listing_page(page)
        entries = [[e.address, e.title, e.published, e.kind] for e in listed.entries]
        return {"entries": entries, "next": listed.next_url, "total": listed.total}
    said = as_object(read_page(page.body, case["url"], owner=owner.full_name), load())
    return {key: value for key, value in said.items() if key not in ("topics", "notes")}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_saved_page_gives_what_was_agreed(folder: Path) -> None:
    got = json.loads(json.dumps(given(folder, json.loads((folder / "case.json").read_text()))))
    expected = folder / "expected.json"
    if not expected.exists():
        expected.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n")
        pytest.fail(f"{expected} was written: read it, correct the reader or commit it")
    assert got == json.loads(expected.read_text())


@pytest.mark.parametrize("name", ALL)
def test_every_source_has_a_listing_and_a_disclosure(name: str) -> None:
    shown = [json.loads((f / "case.json").read_text())["shows"] for f in CASES if f.parent.name == name]
    assert {"listing", "disclosure"} <= set(shown)


@pytest.mark.parametrize("name", ALL)
def test_a_source_is_named_as_its_file_and_declares_what_it_must(name: str) -> None:
    declared = ALL[name]
    assert declared.__module__ == f"spiders.{name}"
    assert declared.__name__.lower() == name.replace("_", "")
    assert declared.full_name
    assert declared.site.startswith("https://")
    assert declared.platform
