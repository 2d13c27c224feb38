"""The page of a disclosure: each version beside the one before, and each look at the force's site."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.records import AttachmentSeen, Sighting
from store.runs import begin_run
from store.site.app import datasette_app
from store.site.differences import COMPARED, LONG, SHOWN
from store.walks import register_sources
from store.withdrawals import Gone, take

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]
ADDRESS = "https://essex.example/foi/1/"
EVIL = "<script>alert(1)</script>"
FILE = AttachmentSeen("https://essex.example/t.csv", "Table", "a" * 64)


def seen(answer: str, *files: AttachmentSeen) -> Sighting:
    return Sighting("essex", ADDRESS, "Dismissals", answer, response_text=answer, attachments=files)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    opened = new_store(tmp_path)
    register_sources(opened, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    yield opened
    opened.close()


def shown(store: Store, query: str = "") -> str:
    loop = asyncio.new_event_loop()
    page = loop.run_until_complete(datasette_app(store.folder).client.get(f"/foi/disclosures/1{query}"))
    loop.close()
    assert page.status_code == 200
    return page.text


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_words_of_each_version_are_marked_and_nothing_of_them_is_markup(store: Store) -> None:
    for day, answer in enumerate(("Seven.", f"Eight {EVIL}.", "Nine.")):
        keep(store, seen(answer, FILE), seen=DAYS[day], run=None)
    html = shown(store)
    assert html.count("<summary>What changed</summary>") == 2
    assert "<del>Seven</del><ins>Eight &lt;script&gt;alert(1)&lt;/script&gt;</ins>" in html
    assert EVIL not in html


def test_long_words_are_cut_and_old_versions_listed(store: Store) -> None:
    keep(store, seen("x"), seen=DAYS[0], run=None)
    keep(store, seen("word " * SHOWN), seen=DAYS[1], run=None)
    assert "more characters)" in shown(store)
    for number in range(COMPARED + 3):
        keep(store, seen(f"Answer {number}."), seen=DAYS[2], run=None)
    html = shown(store)
    assert html.count("<summary>What changed</summary>") == COMPARED
    assert 'href="/foi/disclosures/1?compare=2#version-2">What changed in version 2<' in html
    asked = shown(store, "?compare=2")
    assert asked.count("<summary>What changed</summary>") == COMPARED + 1
    assert "?compare=2#" not in asked and "more characters)" in asked


def test_what_is_too_long_to_compare_is_left_to_the_command(store: Store) -> None:
    for day, answer in enumerate(("word " * LONG, "other " * LONG)):
        keep(store, seen(answer), seen=DAYS[day], run=None)
    assert "foiwatch versions 1 --diff 1 2" in words(shown(store))


def test_a_completed_disclosure_is_not_said_to_have_changed(store: Store) -> None:
    keep(
        store,
        seen("Seven.", AttachmentSeen(FILE.address, "Table", problem="no answer in time")),
        seen=DAYS[0],
        run=None,
    )
    keep(store, seen("Seven.", FILE), seen=DAYS[1], run=None)
    said = words(shown(store))
    assert "Changed. This is version" not in said
    assert "Table: kept since" in said and "The force changed nothing: the record was completed." in said


def test_each_look_at_what_was_withdrawn_stays_readable(store: Store) -> None:
    keep(store, seen("Seven."), seen=DAYS[0], run=None)
    for day in (3, 6, 9):
        run = begin_run(store, "essex", "poll", DAYS[day])
        gone = Gone(ADDRESS, "redirected to the log", 200, "https://essex.example/log/")
        take(store, "essex", [gone], now=DAYS[day], run=run, days=5)
        store.db.conn.execute("UPDATE runs SET whole = 1 WHERE id = ?", (run,))
    said = words(shown(store))
    assert "found gone on 10 November 2026, and first missing on 4 November 2026 (redirected to the log)" in said
    assert "last seen, on 1 November 2026" in said and "Seven." in said
    assert "Not found , 4 November 2026, 12:00 UTC: redirected to the log, led to https://essex.example/log/" in said
    assert "Counted as withdrawn , 10 November 2026, 12:00 UTC" in said
