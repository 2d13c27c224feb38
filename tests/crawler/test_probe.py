"""What is understood of a page, tried on the saved pages of the sources."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.fetch import Fetched
from crawler.probe import understand
from crawler.workers import FileReader

SITES = Path(__file__).parents[1] / "sites"
TYPES = {".html": "text/html", ".json": "application/json", ".xml": "application/rss+xml"}


def saved(case: str) -> Fetched:
    page = next((SITES / case).glob("page.*"))
    url = json.loads((SITES / case / "case.json").read_text())["url"]
    return Fetched(url, page.read_bytes(), TYPES[page.suffix], "utf-8")


@pytest.fixture
def files() -> Iterator[FileReader]:
    with FileReader() as reader:
        yield reader


@pytest.mark.parametrize(
    ("case", "platform"),
    [
        ("met/listing", "Single Online Home"),
        ("herts/listing", "Single Online Home"),
        ("west_midlands/listing-rest", "WordPress"),
        ("west_midlands/listing-feed", "WordPress"),
        ("west_midlands/listing-archive", "WordPress"),
    ],
)
def test_a_listing(case: str, platform: str, files: FileReader) -> None:
    found = understand(saved(case), files)
    facts = dict(found.facts)
    assert facts["platform"] == platform
    assert len(found.entries) >= 10
    assert all(entry.title and entry.published for entry in found.entries)


@pytest.mark.parametrize("case", ["met/disclosure", "west_midlands/disclosure"])
def test_a_disclosure(case: str, files: FileReader) -> None:
    found = understand(saved(case), files)
    facts = dict(found.facts)
    assert facts["kind"] == "disclosure"
    assert facts["title"]
    assert facts["reference"]
    assert not found.entries


def test_nothing_is_understood_of_nothing(files: FileReader) -> None:
    found = understand(Fetched("https://x.example/a.pdf", b"", "application/pdf", ""), files)
    assert not found.understood
    assert dict(found.facts)["not read"] == "empty file"
