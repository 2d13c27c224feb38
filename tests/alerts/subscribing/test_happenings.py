"""A dossier that grew and news are told once, to who wants either side; and not beside the new disclosure itself."""

import pytest

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox

NOW = "2026-11-21T10:00:00+00:00"
TO = ("json://127.0.0.1:1/a",)
QUESTIONS = (
    "How many drones does the force own?",
    "How many times were drones deployed in 2021, 2022 and 2023?",
    "What was the total cost of maintaining drones in each of those years?",
)


@pytest.fixture
def drones(keeper):
    """`drones(1, "kent")` keeps the answer of a force to the same request."""

    def kept(number: int, source: str = "essex", **other) -> int:
        lines = [f"{place}. {question}" for place, question in enumerate(QUESTIONS, 1)]
        numbered = [{"number": str(n), "text": question, "parent": None} for n, question in enumerate(QUESTIONS, 1)]
        usual = {
            "source": source, "title": "Use of drones", "request_text": "\n".join(lines), "words": f"{number}: drones",
            "received": "2026-03-04", "response_text": f"Answer {number}.", "extra": {"questions": numbered},
        }  # fmt: skip
        return keeper(number, **usual | other)

    return kept


def told(store, one: Subscription) -> list[tuple[int, str]]:
    queue(store, [one], NOW)
    return [(alert.disclosure, alert.event) for alert in outbox.deliveries(store, "waiting")]


def test_who_wants_one_member_is_told_that_another_has_answered(store, drones) -> None:
    desk = Subscription("desk", forces=("Essex Police",), events=("dossier",), to=TO)
    assert told(store, desk) == []
    drones(1)
    assert told(store, desk) == []
    second = drones(2, "kent")
    assert told(store, desk) == [(second, "dossier")]
    (alert,) = outbox.deliveries(store, "waiting")
    assert alert.body["others"] == [
        {
            "id": 1,
            "title": "Use of drones",
            "forces": ["Essex Police"],
            "address": "https://essex.example/foi/1/?a=1&b=2",
        }
    ]
    assert alert.body["forces"] == ["Kent Police"]
    assert told(store, desk) == [(second, "dossier")]


def test_of_two_that_come_together_only_the_second_grew_the_dossier(store, drones) -> None:
    desk = Subscription("desk", search="drones", events=("dossier",), to=TO)
    told(store, desk)
    first, second = drones(1), drones(2, "kent")
    assert first < second
    assert told(store, desk) == [(second, "dossier")]


def test_an_answer_that_only_changes_does_not_grow_it(store, drones) -> None:
    desk = Subscription("desk", events=("dossier",), to=TO)
    told(store, desk)
    drones(1)
    drones(2, "kent")
    before = told(store, desk)
    drones(2, "kent", response_text="Another answer.", words="2: drones, corrected")
    assert told(store, desk) == before


def test_what_is_new_to_a_reader_is_not_told_as_growth_as_well(store, drones) -> None:
    desk = Subscription("desk", events=("new", "dossier"), to=TO)
    told(store, desk)
    first, second = drones(1), drones(2, "kent")
    assert told(store, desk) == [(first, "new"), (second, "new")]


def test_those_who_do_not_want_any_member_hear_nothing(store, drones) -> None:
    desk = Subscription("desk", search="horses", events=("dossier", "news"), to=TO)
    told(store, desk)
    drones(1)
    drones(2, "kent")
    assert told(store, desk) == []


def test_the_first_crawl_grows_no_dossier(store, drones) -> None:
    desk = Subscription("desk", events=("dossier",), to=TO)
    told(store, desk)
    drones(1)
    drones(2, "kent", baseline=True)
    assert told(store, desk) == []


@pytest.fixture
def article(keeper):
    """`article(9)` is news of the reference and the figures of the disclosure 1."""

    def kept(number: int = 9, **other) -> int:
        text = "Essex Police dismissed 4,711 officers for gross misconduct, 2,398 of them after hearings (FOI 1/26)."
        usual = {
            "kind": "news", "title": "Essex Police dismissed 4,711 officers", "words": text, "ref": "",
            "request_text": "", "response_text": "", "published": "2026-11-21", "attachments": (),
        }  # fmt: skip
        return keeper(number, **usual | other)

    return kept


FIGURES = {"response_text": "4,711 officers were dismissed, 2,398 of them after a hearing.", "responded": "2026-11-10"}


def test_news_is_told_to_who_wants_the_disclosure_that_it_reports(store, keeper, article) -> None:
    desk = Subscription("desk", search="title : hearings", events=("news",), to=TO)
    told(store, desk)
    first = keeper(1, **FIGURES)
    assert told(store, desk) == []
    news = article()
    assert told(store, desk) == [(news, "news")]
    (alert,) = outbox.deliveries(store, "waiting")
    assert [one["id"] for one in alert.body["reports"]] == [first]
    article(words="Essex Police dismissed 4,711 officers and 2,398 after hearings (FOI 1/26). Corrected.")
    assert told(store, desk) == [(news, "news")]


def test_news_that_came_first_is_told_when_the_disclosure_comes(store, keeper, article) -> None:
    desk = Subscription("desk", topics=("misconduct",), events=("news",), to=TO)
    told(store, desk)
    news = article()
    assert told(store, desk) == []
    keeper(1, **FIGURES)
    assert told(store, desk) == [(news, "news")]


def test_what_is_taken_down_leaves_what_is_told_of_others(store, drones) -> None:
    """As `store.purging.letters` finds it: by its number at the head of an object in a list."""
    desk = Subscription("desk", events=("dossier",), to=TO)
    told(store, desk)
    drones(1)
    drones(2, "kent")
    told(store, desk)
    text = store.private.conn.execute("SELECT body FROM alerts").fetchone()[0]
    assert '{"id": 1, "title": "Use of drones"' in text
