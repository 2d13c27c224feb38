"""What words find is remembered: the searches asked last, and never more than so many."""

from pathlib import Path

import pytest

from store.database import open_store
from store.keeping import keep
from store.records import Sighting
from store.site.asked import Asked
from store.site.finding import holding, worded
from store.site.finding.bits import Bits
from store.site.finding.worded import Worded
from store.site.search import found

SEEN = "2026-11-01T09:00:00+00:00"


def test_what_was_found_is_not_looked_for_again() -> None:
    asked: list[str] = []

    def find() -> Bits:
        asked.append("dogs")
        return Bits([3, 1])

    known = Worded()
    assert known.get("dogs", "", find) == known.get("dogs", "", find) == Bits([1, 3])
    assert asked == ["dogs"]
    known.get("dogs", "a file that is held back since", find)
    assert asked == ["dogs", "dogs"]


def test_those_asked_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worded, "MOST", 2)
    known, asked = Worded(), []
    for word in ("one", "two", "one", "three", "one", "two"):
        known.get(word, "", lambda word=word: (asked.append(word), Bits())[1])
    assert asked == ["one", "two", "three", "two"]


def test_what_is_kept_meanwhile_is_found_by_words_that_are_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "QUICK", 0.0)
    monkeypatch.setattr(holding, "RARELY", 1e9)
    store = open_store(tmp_path / "data")
    dogs = Asked(q="dogs")

    def put(number: int) -> None:
        page = Sighting("essex", f"https://x.example/{number}/", "Police dogs", f"dogs {number}", forces=("Essex",))
        keep(store, page, seen=SEEN, run=None)

    put(1)
    assert set(found(store, dogs)[2]) == {1}
    put(2)
    assert set(found(store, dogs)[2]) == set(found(store, dogs)[1]) == {1, 2}
