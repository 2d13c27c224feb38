"""A page reads alike in every process: else a poll would take another order of a set for another page."""

import random
from collections.abc import Callable

import pytest

from crawler.reading.letters import voices
from crawler.reading.outcome import leaning
from crawler.reading.sentences import wording

SENTENCE = "Officers were dismissed for gross misconduct after a hearing, and 14 others left before one was held."


@pytest.mark.parametrize(
    ("known", "result"),
    [
        (sorted(wording._CARRIED), lambda marks: wording._sum(wording._CARRIED, marks)),
        (sorted(voices._WEIGHTS), lambda marks: voices._odds(marks, -1e9)),
    ],
    ids=["wording", "voices"],
)
def test_the_order_of_the_marks_changes_nothing(known: list[str], result: Callable[[list[str]], object]) -> None:
    dice = random.Random(3)
    for _ in range(200):
        marks = dice.sample(known, 20)
        assert result(marks) == result(sorted(marks))


def test_nor_that_of_the_subjects(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = leaning._spoken(SENTENCE)
    said = set()
    for seed in range(100):
        shuffled = random.Random(seed).sample(sorted(spoken, key=str), len(spoken))
        monkeypatch.setattr(leaning, "_spoken", lambda _, order=shuffled: Order(order))
        said.add(tuple(leaning.leanings.__wrapped__(SENTENCE).items()))
    assert len(said) == 1


class Order(list):
    """A set whose order is known."""

    def union(self, others: tuple[str, ...]) -> list[str]:
        return [*self, *others]
