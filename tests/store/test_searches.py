"""A few disclosures and many searches: what each finds, and what a subscription can ask of them besides."""

import pytest

from store import searches
from store.keeping import keep
from store.matches import save_matches
from store.records import Match
from store.search import search
from store.searches import described, found

NOW = "2026-11-21T10:00:00+00:00"
FOUND = Match("misconduct", 0.9, ({"words": "dismissed", "quote": "q", "where": "title", "rule": "r"},))


@pytest.fixture
def three(store, sighting) -> list[int]:
    titles = ("Dogs and horses", "Officers dismissed", "Dogs of officers")
    return [
        keep(store, sighting(number, title=title), seen=NOW, run=None).disclosure
        for number, title in enumerate(titles, 1)
    ]


@pytest.mark.parametrize(
    "query", ["dog", "title : dog*", '"dogs and"', "officer NOT dogs", "NEAR(dogs officers, 2)", "cats"]
)
def test_a_search_finds_what_it_finds_in_the_record(store, three, query) -> None:
    expected = {hit.disclosure for hit in search(store, query)}
    assert found(store, [query], three).get(query, set()) == expected


def test_only_those_asked_of_are_found(store, three) -> None:
    assert found(store, ["dogs", "officers", "cats"], three[1:]) == {"dogs": {three[2]}, "officers": set(three[1:])}
    assert found(store, [], three) == {}


def test_more_than_fit_at_a_time_are_all_looked_at(store, three, monkeypatch) -> None:
    monkeypatch.setattr(searches, "AT_A_TIME", 1)
    assert found(store, ["dogs"], three) == {"dogs": {three[0], three[2]}}


def test_what_is_asked_of_a_disclosure_besides_its_words(store, sighting) -> None:
    cited = [{"section": "s40(2)(a)", "relied_on": True}, {"section": "s31(1)", "relied_on": False}]
    kept = keep(store, sighting(1, outcome="refused", extra={"citations": cited}), seen=NOW, run=None).disclosure
    save_matches(store, "a", [(kept, 1, [FOUND])])
    (one,) = described(store, [kept, 99])
    assert (one.id, one.outcome, one.topics) == (kept, "refused", {"misconduct"})
    assert one.sections == {"s40(2)(a)", "s40(2)", "s40"}
    assert sighting(1).source in one.places
    assert set(sighting(1).forces) <= one.places
