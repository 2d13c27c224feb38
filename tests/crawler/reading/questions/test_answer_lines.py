"""The lines of a reply, cut so that each holds the answer to one question."""

import pytest

from crawler.reading.questions.answer_lines import one_each

_KNOWN = ("1", "2", "3")


def test_figures_in_no_order_cut_nothing() -> None:
    line = "Question 3 – Essex: 2. Kent: 1. That was the count in May."
    assert one_each([line], _KNOWN) == [line]
    assert one_each(["1. Essex. 2. Kent. 3. None."], _KNOWN) == ["1. Essex.", "2. Kent.", "3. None."]


def test_numbers_that_run_on_behind_a_lead() -> None:
    assert one_each(["In brief: 1. 46, 2. none, 3. £9"], _KNOWN) == ["In brief:", "1. 46", "2. none", "3. £9"]
    for line in ("In brief: 2. 46, 3. none", "In brief: 1. 46, 3. none", "Hull: 1. Goole, 2"):
        assert one_each([line], _KNOWN) == [line]


@pytest.mark.parametrize("head", ["Text of reply: ", "Answer: "])
def test_a_heading_before_the_first_letter(head: str) -> None:
    assert one_each([f"{head}(a) Six boats.", "(b) Hull."], ("a", "b")) == ["(a) Six boats.", "(b) Hull."]
    assert one_each([f"{head}six boats (and a raft)."], ("a", "b")) == [f"{head}six boats (and a raft)."]
