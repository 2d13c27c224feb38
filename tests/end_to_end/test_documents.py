"""read, add and probe, as a user calls them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LETTER = """Our Ref: FOI2026/00042

3rd March 2026

I note you seek access to the following information:

1. How many officers were dismissed for gross misconduct in 2025?

Response: Hertfordshire Constabulary holds this. 4 officers.
"""


@pytest.fixture
def here(desk: Callable[..., Any]) -> Any:
    made = desk({"met": 6, "west_midlands": 6})
    (made.folder / "letter.txt").write_text(LETTER)
    return made


def test_read_a_file_as_json(here: Any) -> None:
    done = here.run("read", "letter.txt", "--json")
    said = json.loads(done.stdout)
    assert said["ref"] == "FOI2026/00042"
    assert said["forces"] == ["Hertfordshire Constabulary"]
    assert said["dates"]["responded"] == "2026-03-03"
    assert "gross misconduct" in said["request_text"]
    assert {topic["topic"] for topic in said["topics"]} >= {"misconduct"}
    assert all(topic["evidence"] for topic in said["topics"])


def test_read_an_address_and_a_pdf(here: Any) -> None:
    here.crawl()
    address, file = here.ask("SELECT address, sha256 FROM attachments WHERE address LIKE '%.pdf' LIMIT 1")[0]
    copy = here.folder / "copy.pdf"
    copy.write_bytes((here.folder / "data" / "files" / file[:2] / file).read_bytes())
    for where in (address, "copy.pdf"):
        done = here.run("read", where)
        assert done.returncode == 0, done.stderr
        assert "title" in done.stdout


@pytest.mark.parametrize("where", ["nowhere.txt", ".", "http://127.0.0.1:1/x"])
def test_read_says_why_it_cannot(here: Any, where: str) -> None:
    done = here.run("read", where)
    assert done.returncode == 1
    assert done.stderr.startswith("foiwatch: ")
    assert "Traceback" not in done.stderr


def test_add_keeps_a_letter_with_its_file(here: Any) -> None:
    assert here.run("add", "letter.txt").stdout.startswith("new")
    assert here.run("add", "letter.txt").stdout.startswith("unchanged")
    (row,) = here.export()
    assert row["source"] == "added"
    assert row["attachments"][0]["label"] == "letter.txt"
    kept = here.folder / "data" / "files" / row["attachments"][0]["sha256"][:2] / row["attachments"][0]["sha256"]
    assert kept.read_text() == LETTER


def test_add_names_the_force_and_refuses_an_unknown_one(here: Any) -> None:
    assert here.run("add", "letter.txt", "--force", "beds").returncode == 0
    assert here.export()[0]["forces"] == ["Bedfordshire Police"]
    refused = here.run("add", "letter.txt", "--force", "Trumpton Constabulary")
    assert refused.returncode == 2
    assert "Trumpton" in refused.stderr


def test_one_bad_document_does_not_keep_out_the_others(here: Any) -> None:
    (here.folder / "empty.pdf").write_bytes(b"")
    done = here.run("add", "empty.pdf", "letter.txt")
    assert done.returncode == 1
    assert "empty.pdf: empty file" in done.stderr
    assert len(here.export()) == 1


def test_probe_a_listing_and_a_page(here: Any) -> None:
    site = here.replica.sites["met"]
    listing = here.run("probe", f"{site}/foi-ai/af/accessing-information/published-items/?q=")
    assert listing.returncode == 0, listing.stderr
    assert "Single Online Home" in listing.stdout
    assert listing.stdout.count(site + "/foi-ai/metropolitan-police/") >= 4
    posts = here.run("probe", here.replica.sites["west_midlands"] + "/wp-json/wp/v2/posts?per_page=3")
    assert "WordPress" in posts.stdout
    assert here.kept() == 0 if (here.folder / "data" / "foi.db").exists() else not Path("data").exists()
