"""Letters that answer first and show the request below."""

import time

import pytest

from crawler.reading.letters.answer_above import answer_above
from crawler.reading.letters.cut import cut
from crawler.reading.letters.letter import letter
from crawler.reading.letters.voices import voices

TOLD = "Eleven ponds were dug on our land between 2020 and 2024, and two of these have since been filled in."
MORE = "None of them is deeper than a yard, and no accident has been recorded at any of the nine that are left."
ASKED = ["How many ponds did the force dig since 2020?", "Please say who dug them."]
RIGHTS = "Should this not satisfy you, write within 40 working days and a colleague will look at it afresh."


@pytest.mark.parametrize(
    "lead",
    [
        "Original request",
        "The request:",
        "What stands above answers this, which came on 4 May 2025:",
        "So that you have it by you, these were your words of 4 May:",
        "You had asked me this in your letter of 4 May:",
        "Wording that we were given",
    ],
)
@pytest.mark.parametrize("below", [[], [RIGHTS], ["With good wishes,", "A. Clerk, Disclosure Officer"]])
def test_the_request_below_its_answer(lead: str, below: list[str]) -> None:
    found = letter(["Dear Ms Quill,", "Ponds and pools", TOLD, MORE, lead, *ASKED, *below])
    assert found.request == tuple(ASKED)
    assert found.response == (TOLD, MORE)
    assert found.boilerplate == tuple(one for one in below if one == RIGHTS)


def test_a_heading_in_any_words_leads_up_to_a_request_that_goes_on_after_its_questions() -> None:
    asked = " ".join((*ASKED, "I need no names, thank you."))
    found = letter(["Dear Ms Quill,", "Ponds and pools", TOLD, MORE, "Wording that we were given", asked, RIGHTS])
    assert found.request == (asked,)
    assert found.response == (TOLD, MORE)


def test_what_the_requester_argues_goes_with_the_request() -> None:
    asked = [*ASKED, "What did it cost, and was it put out to tender?"]
    argued = "In my view no exemption for contracts can stand once the digging is over."
    found = letter(["FOI 12/25", TOLD, MORE, "This is what you sent on 4 May:", *asked, argued, "Regards,", "A. Clerk"])
    assert found.request == (*asked, argued)
    assert found.response == (TOLD, MORE)


def test_a_request_that_leads_up_to_its_own_list() -> None:
    listed = ["Please provide the following:", "the number of ponds that were dug since 2020", "the number filled in"]
    found = letter(
        ["Dear Ms Quill,", TOLD, MORE, "Your letter of 4 May, which this answers:", *listed, "Regards,", "A. Clerk"]
    )
    assert found.request == tuple(listed)
    assert found.response == (TOLD, MORE)


def test_figures_told_at_the_top_are_no_head_and_a_reference_below_is_no_answer() -> None:
    opens = "We recorded 214 ponds in the year to 31 March 2025, most of them in the north; the breakdown follows."
    found = letter([opens, "| North | 131 |", MORE, "What this answers", *ASKED, "Ref", "1183/25"])
    assert found.request == tuple(ASKED)
    assert found.response == (opens, "| North | 131 |", MORE)


@pytest.mark.parametrize(
    "lines",
    [
        # The answer stands below, whatever leads up to the request.
        ["Thank you for your request, which our unit has handled under the Act.", "You asked:", *ASKED, TOLD, RIGHTS],
        ["Dear Ms Quill,", "I write about ponds.", "Your letter says:", *ASKED, "Please see the file attached."],
        [TOLD, "You asked:", *ASKED, "None.", RIGHTS],
        [TOLD, "You asked:", *ASKED, "| 2023 | 14 |", RIGHTS],
        [TOLD, "Ponds of the force", *ASKED, TOLD, MORE],
        # Nothing is said above, or it asks.
        ["Our ref: 12/25", "You asked:", *ASKED, RIGHTS],
        [*ASKED, "To which we say:", TOLD],
        [TOLD, MORE],
        ["You asked:"],
        [],
    ],
)
def test_the_usual_order(lines: list[str]) -> None:
    assert answer_above(lines, cut(lines), list(voices(lines))) is None


def test_many_lines_take_linear_time() -> None:
    lines = [TOLD, "You asked:", *ASKED] * 2_000
    start = time.perf_counter()
    many = [*[TOLD] * 2_000, *["You asked:"] * 2_000, *[RIGHTS] * 2_000]
    answer_above(many, (0, 0), list(voices(many)))
    answer_above(lines, (0, 0), list(voices(lines)))
    assert time.perf_counter() - start < 10
