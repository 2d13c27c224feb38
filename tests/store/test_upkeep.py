"""The history of a source is counted from the record: what came when, how much was listed, what was empty."""

from typing import Any

import pytest

from store import upkeep
from store.database import Store
from store.keeping import keep
from store.records import AttachmentSeen, Sighting
from store.upkeep import Arrival, History
from store.walks import save_walk

FIRST, LATER = "2026-11-02T09:00:00+00:00", "2026-11-20T09:00:00+00:00"


def kept(store: Store, number: int, seen: str = FIRST, **other: Any) -> int:
    usual: dict[str, Any] = {
        "source": "essex", "address": f"https://essex.example/foi/{number}/", "title": f"Dogs {number}",
        "words": f"Dogs {number}", "ref": f"FOI {number}/26", "published": "2026-10-30", "responded": "2026-10-29",
        "request_text": "How many?", "response_text": f"{number}.",
        "attachments": (AttachmentSeen(f"https://essex.example/{number}.pdf"),),
    }  # fmt: skip
    return keep(store, Sighting(**usual | other), seen=seen, run=None, baseline=seen == FIRST).disclosure


def test_days_of_publication_are_counted_where_they_are_known_to_the_day(store: Store) -> None:
    for number, day in enumerate(("2026-10-30", "2026-10-30", "2026-10", "", "2019-01-01", "2026-02-31")):
        kept(store, number, published=day)
    assert upkeep.history(store, "essex", "2023-11-02") == History({"2026-10-30": 2}, (), ())


def test_what_was_there_at_first_did_not_arrive(store: Store) -> None:
    kept(store, 1)
    kept(store, 2, LATER, published="2026-11-18")
    kept(store, 3, LATER, published="2026-11")
    kept(store, 1, LATER, response_text="Changed.")
    assert upkeep.history(store, "essex", "2023-11-02").arrivals == (Arrival(LATER, "2026-11-18"), Arrival(LATER, ""))
    assert upkeep.history(store, "kent", "2023-11-02").arrivals == ()


@pytest.mark.parametrize(("since", "listed"), [("", (40, 50)), ("2026-01-01", ())])
def test_walks_to_the_end_count_where_no_date_bounds_them(store: Store, since: str, listed: tuple[int, ...]) -> None:
    save_walk(store, "essex", since=since)
    runs = [("first", 50, 1), ("poll", 3, 1), ("full", 9, 0), ("full", 40, 1), ("poll", 4, 1)]
    store.db["runs"].insert_all(
        {"source": "essex", "started": FIRST, "mode": mode, "listed": number, "whole": whole}
        for mode, number, whole in runs
    )
    assert upkeep.history(store, "essex", "").listed == listed


def test_fields_are_empty_or_not_before_and_at_last(store: Store) -> None:
    kept(store, 1)
    kept(store, 2, title="", ref="")
    kept(store, 3, LATER, published="", responded="", request_text="", response_text="", attachments=())
    kept(store, 4, LATER, kind="news")
    found = upkeep.fields(store, "essex")
    names = list(upkeep.FIELDS)
    assert [[name for name, empty in zip(names, flags, strict=True) if empty] for flags in found.before] == [
        [],
        ["title", "reference"],
    ]
    assert [[name for name, empty in zip(names, flags, strict=True) if empty] for flags in found.last] == [
        ["publication date", "date of the answer", "request", "response", "attachments"]
    ]


def test_the_time_before_a_trouble_holds_nothing_of_it(store: Store) -> None:
    kept(store, 1)
    for number in range(2, 40):
        kept(store, number, LATER, ref="")
    assert len(upkeep.fields(store, "essex").before) == 39 - upkeep.LAST
    assert [flags[3] for flags in upkeep.fields(store, "essex", LATER).before] == [False]


def test_a_large_history_is_sampled_evenly(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "SAMPLE", 5)
    for number in range(17):
        kept(store, number, ref="" if number >= 12 else "x")
    assert [flags[3] for flags in upkeep.fields(store, "essex").before] == [False, False, False, True, True]
