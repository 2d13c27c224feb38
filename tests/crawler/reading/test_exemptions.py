"""Sections in normal form, and which of them a force relies on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.exemptions import citations, cited, cited_regulations


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Section 40(2) – Personal Information", ["s40(2)"]),
        ("S40 (2) applies", ["s40(2)"]),
        ("the appropriate limit (FOIA, s.12)", ["s12"]),
        ("Section 31(1)(g)&(2)(b)", ["s31(1)(g)", "s31(2)(b)"]),
        ("Section 40(2)(3A)(a)", ["s40(2)", "s40(3A)(a)"]),
        ("Section 40(2)(a)(b) and (3)(a)(i)", ["s40(2)(a)(b)", "s40(3)(a)(i)"]),
        ("Section 31(1)(a)(b)", ["s31(1)(a)", "s31(1)(b)"]),
        ("Section 31 (1) (a) (Law enforcement)", ["s31(1)(a)"]),
        ("Sections 30(3) and 31(3)", ["s30(3)", "s31(3)"]),
        ("exempt by virtue of Section 40 and 38 of FOIA", ["s40", "s38"]),
        ("Section 40(5B)(a)(i)", ["s40(5B)(a)(i)"]),
        ("as the Police Act 1996 section 50 has it", []),
        ("the six principles of the Data Protection Act at section 34", []),
        ("in 40 sections of road", []),
    ],
)
def test_normal_form(text: str, sections: list[str]) -> None:
    assert cited(text) == sections


def test_procedure_is_cited_and_not_relied_on() -> None:
    lines = ["This is a Refusal Notice under Section 17(1).", "Section 16 asks us to help.", "Section 30(3) applies."]
    found = {c.section: c.relied_on for c in citations(lines)}
    assert found == {"s17(1)": False, "s16": False, "s30(3)": True}


def test_a_short_name_beside_the_exact_one_is_the_same() -> None:
    relied = [c.section for c in citations(["Section 40 is absolute.", "Section 40(2) applies."]) if c.relied_on]
    assert relied == ["s40(2)"]


@given(st.text("Ss.ection 0123456789()&,abgiAB ", max_size=60))
def test_any_text_gives_normal_forms_that_read_again_as_themselves(text: str) -> None:
    for section in cited(text):
        assert re.fullmatch(r"s\d{1,2}[A-Z]?(?:\([0-9A-Za-z]{1,4}\))*", section)
        assert section in cited(f"It is exempt: {section}")


def test_exceptions_of_the_environmental_regulations() -> None:
    assert cited_regulations("Regulation 12(4)(b) and regulation 13 apply; reg. 12(1)(b) is the test.") == [
        "reg 12(4)(b)",
        "reg 13",
    ]


def test_what_a_review_took_back_is_not_relied_on() -> None:
    first = "Section 12(1) applies."
    found = citations([first, "Part c is refused under Section 40(2)."], [first])
    assert {c.section: c.relied_on for c in found} == {"s12(1)": False, "s40(2)": True}


def test_a_quote_has_no_mark_of_a_list() -> None:
    assert [c.quote for c in citations(["- Section 40(2) - Personal information"])] == [
        "Section 40(2) - Personal information"
    ]
