"""How right dossiers are may not fall: precision 0.95 and recall 0.85 on requests that no weight was found from."""

from types import ModuleType

import pytest
from scripts import ROOT, script


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        return script("bench/dossiers_accuracy.py")


def test_there_are_pairs_enough_of_every_sort(measure: ModuleType) -> None:
    unseen = [pair for name in ("test", "blind") for pair in measure.pairs(name)]
    assert len(unseen) >= 100
    notes = {note for pair in unseen for note in (pair.left.note, pair.right.note)}
    assert {"reworded", "follow-up by the same person", "same template, other question", "a year later"} <= notes


def test_pairs_alone(measure: ModuleType) -> None:
    scores = [measure.alone(name) for name in ("test", "blind")]
    right, wrong = sum(one.right for one in scores), sum(len(one.wrong) for one in scores)
    missed = sum(len(one.missed) for one in scores)
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.85


def test_all_in_one_record(measure: ModuleType) -> None:
    for name, score in measure.together().items():
        assert score.precision >= 0.95, name
        assert score.recall >= 0.85, name
