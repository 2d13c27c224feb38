"""Matches are replaced whole, and what is not matched yet holds back what comes after it."""

import pytest

from store.keeping import keep
from store.lookup import disclosure
from store.matches import (
    Wanted,
    changed_fields,
    count_wanted,
    ready_changes,
    save_matches,
    unmatched,
    wanted_among,
)  # fmt: skip
from store.records import Match
from store.search import passage

NOW = "2026-11-21T10:00:00+00:00"
FOUND = Match("misconduct", 0.9, ({"words": "dismissed", "quote": "q", "where": "title", "rule": "r"},))


@pytest.fixture
def three(store, sighting) -> list[int]:
    return [keep(store, sighting(number), seen=NOW, run=None).disclosure for number in (1, 2, 3)]


def test_matches_are_replaced(store, three) -> None:
    save_matches(store, "a", [(three[0], 1, [FOUND, Match("vetting", 0.5, FOUND.evidence)])])
    save_matches(store, "a", [(three[0], 1, [FOUND])])
    assert disclosure(store, three[0]).matches == (FOUND,)


def test_what_is_unmatched(store, three) -> None:
    assert unmatched(store, "a", 2) == three[:2]
    save_matches(store, "a", [(id, 1, []) for id in three])
    assert unmatched(store, "a", 9) == []
    assert unmatched(store, "b", 9) == three


def test_changes_wait_for_the_first_that_is_not_matched(store, three) -> None:
    save_matches(store, "a", [(three[0], 1, []), (three[2], 1, [])])
    assert [change.disclosure for change in ready_changes(store, 0, 9)] == [three[0]]
    save_matches(store, "a", [(three[1], 1, [])])
    assert [change.disclosure for change in ready_changes(store, 1, 9)] == three[1:]
    assert [change.baseline for change in ready_changes(store, 0, 1)] == [False]


def test_a_crash_leaves_the_matches_as_they_were(store, three) -> None:
    save_matches(store, "a", [(three[0], 1, [FOUND])])

    def broken():
        yield three[0], 1, []
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_matches(store, "b", broken())
    assert disclosure(store, three[0]).matches == (FOUND,)


def test_quarantine_is_never_wanted(store, three) -> None:
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (three[0],))
    assert wanted_among(store, Wanted(), three) == set(three[1:])
    assert count_wanted(store, Wanted())[0].kept == 2


def test_what_is_counted(store, three) -> None:
    save_matches(store, "a", [(three[1], 1, [FOUND])])
    (count,) = count_wanted(store, Wanted(topics=("misconduct",), forces=("Essex Police",)))
    assert (count.source, count.full_name, count.kept, count.wanted) == ("essex", "Essex Police", 3, 1)
    assert (count.complete, count.crawled) == (False, False)
    assert count_wanted(store, Wanted(forces=("met",))) == []


def test_the_passage_that_a_search_finds(store, three) -> None:
    words, place = passage(store, "spreadsheetword2", three[1])
    assert "spreadsheetword2" in words
    assert place == "2.pdf"
    assert passage(store, "spreadsheetword2", three[0]) == ("", "")


def test_the_fields_that_changed(store, sighting, three) -> None:
    keep(store, sighting(1, title="Another title"), seen=NOW, run=None)
    assert "title" in changed_fields(store, three[0], 2)
    assert changed_fields(store, three[0], 9) == ()
