"""What the words of a sentence lean to, over sentences that people have sorted."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.outcome.decision import says
from crawler.reading.sentences.leaning import FACTS, KINDS, leanings

SORTED = tomllib.loads((Path(__file__).parents[1] / "statements.toml").read_text("utf-8"))
# The weights were found from these very sentences: on others expect less (bench/weigh_statements.py prints how much).
FLOORS = {"disclosed": 0.75, "refused": 0.75, "not_held": 0.75, "ncnd": 0.85, "pending": 0.5}


def leaning(sentence: str) -> tuple[str, float]:
    """The likeliest of KINDS and how likely it is; the name is empty for a fact, or none of them."""
    chances = leanings(sentence)
    kind, none = max(KINDS, key=chances.__getitem__), chances[""] + chances[FACTS]
    return (kind, chances[kind]) if chances[kind] > none else ("", none)


@pytest.mark.parametrize("kind", FLOORS)
def test_a_kind_keeps_its_floor(kind: str) -> None:
    assert len(SORTED[kind]) >= 80
    found = sum(leaning(sentence)[0] == kind for sentence in SORTED[kind])
    assert found / len(SORTED[kind]) >= FLOORS[kind]


@pytest.mark.parametrize(("kind", "most"), [("facts", 0.08), ("other", 0.15)])
def test_what_decides_nothing_is_seldom_taken_for_a_decision(kind: str, most: float) -> None:
    taken = sum(name != "" and likely > 0.6 for name, likely in map(leaning, SORTED[kind]))
    assert taken / len(SORTED[kind]) <= most


def test_all_words_together_overrule_one() -> None:
    assert says("The applications were refused.") == set()
    assert says("The application is refused under section 31.") == {"refused"}


@given(st.text())
def test_any_text_leans_somewhere(text: str) -> None:
    found = leanings(text)
    assert set(found) == {"", *KINDS, FACTS}
    assert abs(sum(found.values()) - 1) < 1e-9
    assert leanings(text) == found
