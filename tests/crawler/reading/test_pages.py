"""Golden pages: invented ones in many layouts, and the pages and letters that lie beside the project when they do."""

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.fields import Reading

PAGES = sorted((Path(__file__).parent / "layouts").glob("*.json"))
SHARED = sorted((Path(__file__).parents[3].parent / "shared" / "examples").glob("*.json"))


def _read(gold: Path) -> tuple[Reading, dict[str, Any]]:
    want = json.loads(gold.read_text("utf-8"))
    return read_page(gold.with_suffix(".html").read_bytes(), want.get("url") or ""), want


def _files(reading: Reading) -> list[str]:
    return [link.href.split("?")[0].rsplit("/", 1)[-1] or link.text for link in reading.attachments]


@pytest.mark.parametrize("gold", PAGES, ids=lambda path: path.stem)
def test_fields(gold: Path) -> None:
    reading, want = _read(gold)
    assert reading.kind == want["kind"]
    assert reading.title == want["title"]
    assert reading.ref == want["ref"]
    assert list(reading.forces) == want["forces"]
    assert _files(reading) == want["attachments"]
    for name, value in want["dates"].items():
        assert getattr(reading.dates, name) == value, name
    for name in ("outcome", "canonical", "shortlink"):
        assert getattr(reading, name) == want.get(name, getattr(reading, name)), name
    for name in ("alt_refs", "exemptions"):
        assert list(getattr(reading, name)) == want.get(name, list(getattr(reading, name))), name


@pytest.mark.parametrize("gold", PAGES, ids=lambda path: path.stem)
def test_words(gold: Path) -> None:
    reading, want = _read(gold)
    for text in want.get("has", []):
        assert text in reading.words
    for text in ("cookie preferences", "Is this page useful", "Privacy", "Skip to content", *want.get("lacks", [])):
        assert text not in reading.words
    for text in want.get("request_has", []):
        assert text in reading.request_text
        assert text not in reading.response_text
    for text in want.get("response_has", []):
        assert text in reading.response_text
    for text in want.get("neither", []):
        assert text not in reading.request_text + reading.response_text


@pytest.mark.parametrize("gold", PAGES, ids=lambda path: path.stem)
def test_numbers_and_tables(gold: Path) -> None:
    reading, want = _read(gold)
    tables = [[list(row) for row in table["rows"]] for table in reading.tables]  # type: ignore[attr-defined]
    assert tables == want.get("tables", tables)
    assert [q["number"] for q in reading.questions] == want.get("questions", [q["number"] for q in reading.questions])
    assert [a["text"] for a in reading.answers] == want.get("answers", [a["text"] for a in reading.answers])
    assert any(want.get("notes", [""])[0] in note for note in [*reading.notes, ""])


def test_there_are_pages_of_many_layouts() -> None:
    assert len(PAGES) >= 15


@pytest.mark.parametrize("gold", SHARED, ids=lambda path: path.stem)
def test_shared_examples(gold: Path) -> None:
    reading, want = _read(gold)
    assert reading.title == want["title"]
    assert reading.ref == (want["ref"] or "")
    assert list(reading.forces) == want["forces"]
    names = [(item.get("href") or item["text"]).rsplit("/", 1)[-1] for item in want["attachments"]]
    assert _files(reading) == names
    assert "cookie" not in reading.words.lower()
