"""Invented replies with the outcome, the exemptions and the parts that a careful reader gives them: floors for each."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crawler.reading.disclosure import read_text
from crawler.reading.fields import OUTCOMES, Reading
from crawler.reading.sentences.statements import statements

CASES = [json.loads(line) for line in (Path(__file__).parent / "decisions.jsonl").read_text("utf-8").splitlines()]
# Below what the sets gave when they were last worked on, since they were worked on; unseen letters give less.
FLOORS = {"outcome": 0.95, "exemptions": 0.97, "ncnd_part": 0.97, "parts": 0.91}
# Written in odd words on purpose, to find the weights of words from.
ODD = {"outcome": 0.89, "exemptions": 0.95, "ncnd_part": 0.97, "parts": 0.93}
# Plain official words; the weights are found from them too.
PLAIN = {"outcome": 0.94, "exemptions": 0.94, "ncnd_part": 0.97, "parts": 0.85}
# Not worked on: learnt from, and no more. The last three are mostly of running prose, without labels or tables.
LEARNT = {"outcome": 0.92, "exemptions": 0.92, "ncnd_part": 0.96, "parts": 0.85}
PROSE = {"outcome": 0.88, "exemptions": 0.91, "ncnd_part": 0.95, "parts": 0.74}
# Put off, found nothing held or refused, each in words of its own; written for their sentences.
WORDED = {"outcome": 0.78, "exemptions": 0.85, "ncnd_part": 0.94, "parts": 0.73}
# Ordinary letters with long explanations; most answer several questions in running prose.
ORDINARY = {"outcome": 0.92, "exemptions": 0.9, "ncnd_part": 0.95, "parts": 0.75}
FLOORS_OF = (
    dict.fromkeys(("tuned", "held", "letters", "fresh", "reasons"), FLOORS)
    | dict.fromkeys(("officers", "desks", "rooms"), ODD)
    | dict.fromkeys(("counters", "shires"), PLAIN)
    | dict.fromkeys(("unread", "offices"), LEARNT)
    | dict.fromkeys(("benches", "parade", "quay"), PROSE)
    | dict.fromkeys(("harbour", "meadow", "castle", "ferry", "orchard"), WORDED)
    | dict.fromkeys(("valley", "garden", "station"), ORDINARY)
)


@cache
def _read(number: int) -> Reading:
    case = CASES[number]
    lines = [
        "Freedom of Information request reference 1234/25",
        "Request",
        *case["request"],
        "Response",
        *case["reply"],
    ]
    return read_text("\n".join(lines))


def _right(case: dict[str, Any], reading: Reading) -> dict[str, bool]:
    return {
        "outcome": reading.outcome == case["outcome"],
        "exemptions": set(reading.exemptions) == set(case["exemptions"]),
        "ncnd_part": reading.ncnd_part == case["ncnd_part"],
        "parts": all(reading.outcome_parts.get(name) == part for name, part in case["parts"].items()),
    }


@pytest.mark.parametrize("name", FLOORS_OF)
@pytest.mark.parametrize("field", FLOORS)
def test_floors(name: str, field: str) -> None:
    rows = [(case["id"], _right(case, _read(at))[field]) for at, case in enumerate(CASES) if case["set"] == name]
    wrong = [key for key, right in rows if not right]
    assert 1 - len(wrong) / len(rows) >= FLOORS_OF[name][field], wrong


@pytest.mark.parametrize("number", range(0, len(CASES), 7))
def test_what_is_read_is_of_the_letter(number: int) -> None:
    reading = _read(number)
    assert reading.outcome in OUTCOMES
    assert set(reading.outcome_parts.values()) <= set(OUTCOMES)
    for citation in reading.citations:
        assert citation.quote in reading.words or citation.quote in "\n".join(CASES[number]["reply"])
        assert citation.place in ("request", "response", "end")
        assert not (citation.relied_on and citation.kind in ("", "procedure"))


def test_each_sentence_is_sorted() -> None:
    for case in CASES:
        assert len(case["said"]) == sum(len(statements(line)) for line in case["reply"]), case["id"]
        assert set(case["said"]) <= set("drncpfob")


def test_there_are_enough_of_each() -> None:
    assert len(CASES) >= 1500
    assert {case["set"] for case in CASES} == set(FLOORS_OF)
    assert {case["outcome"] for case in CASES} == set(OUTCOMES)
