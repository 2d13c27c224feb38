"""`foiwatch merge`: lists, shows, undoes, makes and finds, and refuses in one line what cannot be."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from store.database import Store
from store.errors import NotKept
from store.keeping import keep
from store.merging.undoing import NotMerged
from store.records import Sighting

NOW = "2026-11-21T09:00:00+00:00"
COPY = "https://essex.example/copy/"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    opened = new_store(tmp_path / "data")
    page = Sighting("essex", "https://essex.example/1/", "Bicycles", "How many bicycles? 12.", ref="FOI 12345/24")
    shortlink = ("https://essex.example/?p=1", "shortlink")
    for address, aliases in ((page.address, (shortlink,)), (COPY, ())):
        keep(
            opened,
            Sighting("essex", address, page.title, page.words, ref=page.ref, aliases=aliases),
            seen=NOW,
            run=None,
        )
    keep(opened, Sighting("essex", "https://essex.example/2/", "Horses", "How many horses? 8."), seen=NOW, run=None)
    yield opened
    opened.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["merge", *arguments], catch_exceptions=False)


def test_the_list_says_what_was_taken_as_one_and_why(store: Store) -> None:
    done = run("list")
    assert done.stdout.split() == [
        *("1", "2026-11-21", "address:", "1", "=", f"{COPY}:"),
        *["the", "same", "words,", "reference", "and", "files", "in", "the", "same", "log", "[Bicycles]"],
    ]
    assert "1 merges; 1 further addresses" in done.stderr
    assert json.loads(run("list", "--json").stdout)[0]["address"] == COPY
    assert run("list", "--addresses").stdout == "1  https://essex.example/?p=1  [shortlink]\n"


def test_one_is_shown_with_its_evidence(store: Store) -> None:
    said = run("show", "1").stdout
    assert "1 (essex) Bicycles https://essex.example/1/" in said and f"    {COPY}\n" in said and "before" in said
    assert json.loads(run("show", "1", "--json").stdout)["evidence"]["before"]["status"] == "present"
    with pytest.raises(NotKept):
        run("show", "9")


def test_one_is_undone_once_and_stays_listed_as_undone(store: Store) -> None:
    assert run("undo", "1").exit_code == 2
    assert run("undo", "1", "--reason", "two sheds").stdout == "undone: 1 and 3 are two disclosures\n"
    assert run("list").stdout == ""
    assert "UNDONE 2026-11-21: two sheds" in run("list", "--undone").stdout
    with pytest.raises(NotMerged, match="two sheds"):
        run("undo", "1", "--reason", "again")


def test_two_are_joined_by_hand(store: Store) -> None:
    assert run("make", "2", "1", "--reason", "I know").stdout == "merge 2: 1 and 2 are one\n"
    assert "by hand: 1 = 2: I know" in run("list").stdout


def test_what_an_older_record_holds_is_looked_through(store: Store) -> None:
    store.db.execute("DELETE FROM wordings")
    assert run("find").stdout == "looked at 2; merges made: 0\n"
