"""How well pages are read must not fall: a floor for each field, over pages whose answers people wrote down.

The pages were written by people who did not know the program. It has seen them since: on others expect less
(docs/reading.md).
"""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
FLOORS = {
    "title": 0.97, "ref": 0.98, "forces": 0.98, "dates": 0.98, "request": 0.96, "response": 0.96,
    "boilerplate": 0.95, "questions": 0.97, "answers": 0.90, "exemptions": 0.95, "outcome": 0.90, "parts": 0.85,
    "tables": 0.98, "suppressed": 0.97, "attachments": 0.98, "misconduct": 0.97,
}  # fmt: skip


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "bench/accuracy.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def means(accuracy: ModuleType) -> dict[str, float]:
    rows = accuracy.read_folder(Path(__file__).parent / "gold")
    assert len(rows) >= 190
    return accuracy.means(rows)


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_keeps_its_floor(means: dict[str, float], field: str) -> None:
    assert means[field] >= FLOORS[field]


def test_a_wrong_answer_costs(accuracy: ModuleType) -> None:
    empty = dict.fromkeys(("title", "ref", "request_text", "response_text", "outcome"), "")
    lists = {
        name: [] for name in ("forces", "questions", "answers", "exemptions", "tables", "suppressed", "attachments")
    }
    wanted = {
        "title": "Posts", "ref": "12/25", "forces": ["Essex Police"], "request_text": "How many?",
        "exemptions": ["s40(2)"], "outcome": "refused", "questions": [{"number": "1", "text": "How many?"}],
        "tables": [{"rows": [["2023", "4"]]}], "suppressed": [{"marker": "<5"}],
    }  # fmt: skip
    scores = accuracy.scored({**empty, **lists, "dates": {}, "outcome_parts": {}}, wanted)
    assert set(scores.values()) == {0.0}
    same = accuracy.scored({**empty, **lists, "dates": {}, "outcome_parts": {}, **wanted}, wanted)
    assert set(same.values()) == {1.0}
