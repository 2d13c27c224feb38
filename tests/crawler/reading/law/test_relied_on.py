"""Which sections a reply relies on by all that it says of them."""

import pytest

from crawler.reading.fields import Citation
from crawler.reading.law.exemptions import citations
from crawler.reading.law.relied_on import Cited, settled

APPLIED = "The names are exempt under Section 40(2)."


def _cited(section: str, against: float, *, heading: bool = False, relied: bool = True) -> Cited:
    return Cited(Citation(section, "It is said.", relied, "response", "FOIA", "", False), against, heading)


def _relied(*found: Cited) -> list[str]:
    return [one.section for one in settled(found) if one.relied_on]


def _relied_in(*lines: str) -> list[str]:
    return [one.section for one in citations(lines) if one.relied_on]


def test_all_that_is_said_of_a_section_counts_and_what_is_said_last_counts_more() -> None:
    assert _relied(_cited("s31", -2), _cited("s31", 3)) == []
    assert _relied(_cited("s31", 2), _cited("s31", -3)) == ["s31"]
    denied = _cited("s31", 1.5)
    assert _relied(_cited("s31", -3), _cited("s31", -3), denied) == ["s31", "s31"]


def test_a_section_only_spoken_of_is_relied_on_where_no_other_is_applied() -> None:
    assert _relied(_cited("s31", 0.5)) == ["s31"]
    assert _relied(_cited("s31", 0.5), _cited("s40(2)", -3)) == ["s40(2)"]


def test_what_is_said_of_the_whole_section_counts_for_its_parts() -> None:
    assert _relied(_cited("s14(1)", -0.5), _cited("s14", 3)) == []
    assert _relied(_cited("s14(1)", -3), _cited("s14(2)", 2)) == ["s14(1)"]
    assert _relied(_cited("s43", -1), _cited("s43(1)", 3), _cited("s43(2)", -3)) == ["s43", "s43(2)"]


def test_a_heading_is_less_than_a_sentence() -> None:
    assert _relied(_cited("s44", -3, heading=True), _cited("s44", 2)) == []
    assert _relied(_cited("s44", -3), _cited("s44", 2)) == ["s44"]


def test_what_is_not_of_the_answer_neither_counts_nor_is_relied_on() -> None:
    assert _relied(_cited("s31", -3), _cited("s31", 3, relied=False)) == ["s31"]


def test_no_exemption_at_all() -> None:
    told = "The library keeps a note on section 21(1)."
    assert not _relied_in("Your questions are answered in full.", told)
    assert _relied_in(
        "Your questions are answered in full.", "But for this one: the names are exempt under section 40(2)."
    )


def test_what_a_review_takes_back_is_not_relied_on() -> None:
    assert not _relied_in("The request is refused under Section 14(1).", "On review the refusal is withdrawn.")


def test_an_offence_is_of_another_law_and_the_fees_regulations_are_of_this() -> None:
    assert not citations(["None has been charged under section 26."])
    assert _relied_in("This passes the limit of the Fees Regulations and we decline it: Section 12(1).") == ["s12(1)"]


@pytest.mark.parametrize(
    ("below", "relied"),
    [
        ("On reflection we no longer rely on it.", False),
        ("It is withdrawn.", False),
        ("However, it was not made out.", False),
        ("It is not a blanket exemption.", True),
        ("It has not been an easy decision.", True),
    ],
)
def test_the_next_sentence_may_take_it_back(below: str, relied: bool) -> None:
    found = citations([APPLIED, f"We rely on Section 41(1) for the letter. {below}"])
    assert [one.relied_on for one in found if one.section == "s41(1)"] == [relied]


def test_what_is_only_spoken_of_is_not_relied_on_beside_what_is_applied() -> None:
    assert _relied_in(APPLIED, "You may have read the decision on another force which turned on Section 36.") == [
        "s40(2)"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Section 36 – Prejudice to effective conduct of public affairs",
        "Section 36(2)(c)",
        "The minutes are withheld, Section 36(2)(c).",
    ],
)
def test_headings_lists_and_refusals_apply_it(line: str) -> None:
    assert len(_relied_in(APPLIED, line)) == 2


def test_what_is_applied_once_is_relied_on_wherever_it_is_explained() -> None:
    assert _relied_in(APPLIED, "Section 40(2) was written with people such as these in mind.") == ["s40(2)", "s40(2)"]


def test_where_the_first_answers_are_given_in_full_a_section_named_for_the_next_is_relied_on() -> None:
    section = "As to the third, section 21(1) covers what is in the library."
    assert _relied_in("Your first two questions are answered in full.", section) == ["s21(1)"]


def test_earlier_requests_were_answered_in_full_where_this_one_wears_the_force_down() -> None:
    lines = ["Section 14(1).", "It is the fifth on the same hedge. The other four were answered in full."]
    assert _relied_in(*lines) == ["s14(1)"]
