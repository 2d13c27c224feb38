"""Words that go together in the collection, as people write them, and words that nobody uses."""

import pytest

from store.keeping import keep
from store.spelling import indexed, written
from store.vocabulary import related, unknown

NOW = "2026-11-21T10:00:00+00:00"


@pytest.fixture
def some(store, sighting) -> list[int]:
    """Five about tasers, which are conducted energy devices, and twenty-five about nothing of the kind."""

    def kept(number: int, asked: str) -> int:
        one = sighting(
            number, title=f"Number {number}", request_text=asked, response_text="Data protection forbids it."
        )
        return keep(store, one, seen=NOW, run=None).disclosure

    for number in range(10, 35):
        kept(number, "How many vehicles and bicycles were there in each district and year?")
    return [
        kept(number, "How often were tasers and energy devices fired in each district and year?") for number in range(5)
    ]


def test_what_is_common_here_and_rare_elsewhere_is_proposed(store, some) -> None:
    found = {one.word: (one.share, round(one.of_all, 2)) for one in related(store, some, ["taser"])}
    assert found == {"energy": (1.0, 0.17), "devices": (1.0, 0.17), "fired": (1.0, 0.17)}


def test_of_few_nothing_is_said(store, some) -> None:
    assert related(store, some[:2], ["taser"]) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tasers", {}),
        ("TASER AND fired", {}),
        ("taser OR zebra", {"zebra": []}),
        ("tazers", {"tazers": ["tasers"]}),
        ('"energy devises" NEAR vehicle', {"devises": ["devices"]}),
        ("title : taz*", {}),
        ("", {}),
    ],
)
def test_words_that_no_disclosure_has_and_how_else_they_may_be_spelled(store, some, query, expected) -> None:
    assert unknown(store, query) == expected


def test_a_stem_is_written_as_it_is_most_often() -> None:
    index = indexed(["vehicles of the police", "Vehicles, and a vehicle"])
    assert written(index, ["vehicl", "polic", "none"]) == {"vehicl": "vehicles", "polic": "police"}
    index.close()
