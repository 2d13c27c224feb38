"""Searching: in titles, answers and files, with filters, and a bad query refused with its reason."""

import pytest

from store.database import Store
from store.errors import BadQuery
from store.keeping import keep
from store.search import check_query, search

NOON = "2026-11-21T12:00:00+00:00"


@pytest.fixture
def filled(store: Store, sighting) -> Store:
    keep(store, sighting(1, title="Body worn video misuse", published="2024-05"), seen=NOON, run=None)
    other = {"source": "kent", "forces": ("Kent Police",), "published": "2025", "title": "Vetting"}
    keep(store, sighting(2, response_text="Video was not misused.", **other), seen=NOON, run=None)
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("video", [1, 2]), ("spreadsheetword2", [2]), ('"body worn" NOT vetting', [1]),
        ("dismissals", [1, 2]),
        ("NEAR(body video, 3)", [1]), ("title: vetting", [2]), ("ref: 1", [1]), ("zebra", []),
    ],
)  # fmt: skip
def test_words_are_found_wherever_they_stand(filled: Store, query: str, found: list[int]) -> None:
    assert sorted(hit.disclosure for hit in search(filled, query)) == found


def test_a_word_in_the_title_counts_more(filled: Store) -> None:
    hits = search(filled, "video")
    assert [hit.disclosure for hit in hits] == [1, 2]
    assert hits[0].rank < hits[1].rank
    assert search(filled, "video", 1) == hits[:1]


def test_the_snippet_shows_why(filled: Store) -> None:
    assert search(filled, "misused", source="kent")[0].snippet == "Video was not [misused]."
    marked = search(filled, "misused", source="kent", marks=("<", ">"))
    assert marked[0].snippet == "Video was not <misused>."


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"source": "kent"}, [2]),
        ({"force": "Essex Police"}, [1]),
        ({"since": "2025"}, [2]),
        ({"since": "2026"}, []),
    ],
)
def test_filters_narrow(filled: Store, filters: dict[str, str], found: list[int]) -> None:
    assert [hit.disclosure for hit in search(filled, "video", **filters)] == found


def test_what_is_held_back_is_not_found(filled: Store) -> None:
    filled.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 1")
    assert [hit.disclosure for hit in search(filled, "video")] == [2]


def test_a_version_no_longer_shown_is_no_longer_found(filled: Store, sighting) -> None:
    keep(filled, sighting(1, title="Renamed", words="x", attachments=()), seen=NOON, run=None)
    assert search(filled, "worn OR spreadsheetword1") == []


@pytest.mark.parametrize("query", ["misconduct", '"body worn" NEAR misuse', "gross AND misconduct", "title: vetting*"])
def test_a_good_query_has_no_reason_against_it(query: str) -> None:
    assert check_query(query) == ""


@pytest.mark.parametrize("query", ["", "  ", '"open', "stop-and-search", "(a OR", "nowhere: a", "a\0b", "*", "\ud800"])
def test_a_bad_query_is_refused_with_its_reason(store: Store, query: str) -> None:
    assert check_query(query)
    with pytest.raises(BadQuery, match="cannot search"):
        search(store, query)
