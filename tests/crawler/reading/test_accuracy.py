"""How well pages are read must not fall: a floor for each field, over pages whose answers people wrote down.

The pages were written by people who did not know the program. It has seen them since: on others expect less
(docs/reading.md).
"""

from pathlib import Path
from types import ModuleType

import pytest
from scripts import script

# Of the exemptions less is known than of all else: 120 of the letters were to speak of sections that are not relied on.
FLOORS = {
    "title": 0.98, "ref": 0.98, "forces": 0.98, "dates": 0.98, "request": 0.97, "response": 0.97,
    "boilerplate": 0.98, "questions": 0.97, "answers": 0.90, "exemptions": 0.96, "outcome": 0.95, "parts": 0.94,
    "tables": 0.98, "suppressed": 0.98, "attachments": 0.98, "misconduct": 0.98,
}  # fmt: skip


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    return script("bench/accuracy.py")


# One test for all fields: workers that share them out would each read all pages.
def test_no_field_falls_below_its_floor(accuracy: ModuleType) -> None:
    rows = accuracy.read_folder(Path(__file__).parent / "gold")
    assert len(rows) >= 1800
    means = accuracy.means(rows)
    assert {field: mean for field, mean in means.items() if mean < FLOORS[field]} == {}
    assert means.keys() == FLOORS.keys()


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
