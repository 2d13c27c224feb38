"""The sums of weights of a sentence."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.sentences import weighed
from crawler.reading.sentences.marks import marks, named

SENTENCE = "Officers were dismissed for gross misconduct after a hearing, and 14 others left before one was held."


@pytest.fixture
def own_weights() -> Iterator[None]:
    own = dict(weighed.TABLES)
    yield
    weighed.use(**own)


@pytest.mark.usefixtures("own_weights")
def test_each_table_has_its_own_sum() -> None:
    own = weighed.weighed("No dogs.", "leaning")
    weighed.use(
        carried={"always": [0.25], "=dogs": [-1.5], "=cats": [9.0]},
        voices={"=no =dogs": [0.01, -0.02, 3.0], "first =no": [1.0, 0.0, -300.0]},
    )
    assert weighed.weighed("No dogs.", "carried") == (-1.25,)
    assert weighed.weighed("No dogs.", "voices") == (1.01, -0.02, -297.0)
    assert weighed.weighed("No dogs.", "leaning") == own
    assert weighed.weighed(" No dogs. ", "carried") == (-1.25,)


@given(st.text())
def test_it_is_the_sum_of_the_weights_of_its_marks(text: str) -> None:
    for name, table in weighed.TABLES.items():
        rows = [table[one] for one in map(named, marks(text.strip())) if one in table]
        assert weighed.weighed(text, name) == pytest.approx([sum(column) for column in zip(*rows, strict=True)])


def test_the_order_of_the_marks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, sums = sorted(marks(SENTENCE), key=str), set()
    for seed in range(100):
        weighed._sums.cache_clear()
        monkeypatch.setattr(weighed, "marks", lambda _, seed=seed: random.Random(seed).sample(seen, len(seen)))
        sums.add(weighed.weighed(SENTENCE, "leaning"))
    assert len(sums) == 1
