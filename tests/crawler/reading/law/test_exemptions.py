"""Sections in normal form, and which of them a force relies on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.law.exemptions import citations, cited, reported


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
    assert cited("Regulation 12(4)(b) and regulation 13 apply; reg. 12(1)(b) is the test.") == [
        "reg 12(4)(b)",
        "reg 13",
        "reg 12(1)(b)",
    ]


def test_what_a_review_took_back_is_not_relied_on() -> None:
    first = "Section 12(1) applies."
    found = citations([first, "Part c is refused under Section 40(2)."], [first])
    assert {c.section: c.relied_on for c in found} == {"s12(1)": False, "s40(2)": True}


def test_a_quote_has_no_mark_of_a_list() -> None:
    assert [c.quote for c in citations(["- Section 40(2) - Personal information"])] == [
        "Section 40(2) - Personal information"
    ]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Sections 23(5), 24(2), 30(3) and 31(3)", ["s23(5)", "s24(2)", "s30(3)", "s31(3)"]),
        ("ss. 30 and 31 apply", ["s30", "s31"]),
        ("Section 31 (1()(a)", ["s31(1)(a)"]),
        ("Section 30 (1) (a) (b (c)", ["s30(1)(a)", "s30(1)(b)", "s30(1)(c)"]),
        ("s30(1)(a)(i)", ["s30(1)(a)(i)"]),
        ("Section 31(1)(a) to (c)", ["s31(1)(a)", "s31(1)(b)", "s31(1)(c)"]),
        ("Section 31(1)(a) and (b)", ["s31(1)(a)", "s31(1)(b)"]),
        ("Section 40 subsection 2", ["s40(2)"]),
        ("Section 31(1)(g) by way of (2)(c)", ["s31(1)(g)", "s31(2)(c)"]),
        ("Section 31(1)(g) through (2)(i)", ["s31(1)(g)", "s31(2)(i)"]),
        ("Section 31(1)(g) by way of 2 officers", ["s31(1)(g)"]),
        (
            "It falls under s.44(1)(a) because the Official Secrets Act 1989 forbids it; the advice under s.42(1)",
            ["s44(1)(a)", "s42(1)"],
        ),
        ("They were charged under the Road Traffic Act 1988; the warrant named section 24", []),
        ("The theft falls within section 22 of the Theft Act 1968", []),
        ("Section 40 - Personal information (40(2))", ["s40", "s40(2)"]),
        ("Section 40.2 of the Act", ["s40(2)"]),
        ("section forty of the Act", ["s40"]),
        ("Adran 40(2)", ["s40(2)"]),
        ("adrannau 23(5) a 24(2)", ["s23(5)", "s24(2)"]),
        ("Section 40 and 38 officers", ["s40"]),
        ("it relates to Q’s. 2, 3 and 12", []),
        ("exempt as personal information under the Act", []),
        ("charged under section 12 or section 14 of the Public Order Act 1986", []),
        ("entered under section 17 of PACE and again under section 18 of the same Act", []),
        ("s44 stop and search", []),
        ("section 39 assault", []),
        ("Regulation 13 of the Police Regulations 2003", []),
        ("Section 44 – Prohibitions on disclosure (Official Secrets Act 1989)", ["s44"]),
        ("It would breach the Data Protection Act 2018 and is exempt under Section 38(1)(b)", ["s38(1)(b)"]),
        ("Section 40(2) of the FOIA and section 34 of the DPA 2018", ["s40(2)"]),
    ],
)
def test_more_forms_and_other_laws(text: str, sections: list[str]) -> None:
    assert cited(text) == sections


@pytest.mark.parametrize(
    "line",
    [
        "Section 31 was considered but is not engaged.",
        "We considered whether Section 31 would apply, and have concluded that it does not.",
        "Had it been held it would have been exempt under Section 31(1)(a).",
        "A narrower request may be refused under Section 31.",
        "We no longer rely on Section 31.",
        "On balance the public interest favours disclosure, and so Section 31 is not maintained.",
        "Section 31 should not have been applied.",
        "You told us that Section 31 ought not to be used.",
        "We are still weighing the public interest under Section 31.",
    ],
)
def test_a_section_that_is_not_applied(line: str) -> None:
    assert [c.relied_on for c in citations([line])] == [False]


@pytest.mark.parametrize(
    "line",
    [
        "The duty to confirm or deny does not apply by virtue of Section 31(3).",
        "Section 31(3): the duty does not arise.",
        "Factors favouring disclosure for Section 31: openness.",
        "The original decision relied on Section 31 and is upheld.",
    ],
)
def test_a_section_that_is_applied_though_the_words_look_otherwise(line: str) -> None:
    assert [c.relied_on for c in citations([line])] == [True]


def test_places_laws_and_kinds() -> None:
    asked, told = ["I know of section 12."], ["Section 31(3) applies.", "Section 17 asks for a notice."]
    page = [*asked, *told, "Exemptions explained", "Section 43 protects trade."]
    found = citations([*told, page[-1]], request=asked, page=page)
    assert [(c.section, c.place, c.relied_on, c.kind, c.ncnd) for c in found] == [
        ("s12", "request", False, "refusal", False),
        ("s31(3)", "response", True, "qualified", True),
        ("s17", "response", False, "procedure", False),
        ("s43", "end", False, "qualified", False),
    ]


def test_the_scottish_act_has_its_own_numbers() -> None:
    lines = ["In terms of section 17 of the Act the information is not held.", "Section 35(1)(a) applies."]
    found = citations(lines, forces=["Police Scotland"])
    assert [(c.section, c.law, c.relied_on) for c in found] == [("s17", "FOISA", False), ("s35(1)(a)", "FOISA", True)]


def test_what_is_said_last_holds() -> None:
    lines = ["Section 43(2) – Commercial interests", "On review Section 43(2) is no longer relied upon."]
    assert not any(c.relied_on for c in citations(lines))


def test_a_newspaper_names_the_exemption_by_its_title() -> None:
    found = reported(["It would not say, citing an exemption for law enforcement."])
    assert [(c.section, c.relied_on) for c in found] == [("s31", True)]


@given(st.lists(st.text("Section s40(2),.;and not apply EIR reg12(4)(b) \t|", max_size=80), max_size=4))
def test_every_quote_is_a_piece_of_its_line(lines: list[str]) -> None:
    found = citations(lines[1:], request=lines[:1], page=lines)
    assert all(any(c.quote in line for line in lines) for c in found)
    assert found == citations(lines[1:], request=lines[:1], page=lines)


@pytest.mark.parametrize(
    ("line", "relied"),
    [
        ("Section 40(2) of the Act, together with Section 44(1)(a) where a chair ordered it, prevents it.", 2),
        ("Section 40(2) of the Act applies and section 50 of the Police Act 1996 gives the power.", 1),
        ("Section 38(1) exempts them, since to publish them is not needed for any interest.", 1),
        ("Section 40(2) applies, as the names are not needed for that purpose.", 1),
        ("Section 40(2) shields the names, which are not needed to understand the figures.", 1),
        ("The Act exempts such data at Section 40(2), because disclosure is not necessary.", 1),
        ("Section 24 does not apply, since nothing is at stake.", 0),
        ("We did not rely on Section 40(2), since no one can be named.", 0),
        ("Section 40(2) has no bearing on totals.", 0),
        ("It is turned down under Section 12(1), and I need not count the items that would have been quick.", 1),
        ("Section 12(1), which would have been engaged by the first wording, is left aside.", 0),
    ],
)
def test_reasons_do_not_deny_a_section(line: str, relied: int) -> None:
    assert sum(one.relied_on for one in citations([line])) == relied


@pytest.mark.parametrize(
    "law", ["the Scottish Act", "Scotland's freedom of information law", "Scottish FOI legislation"]
)
def test_the_scottish_act_in_a_newspapers_words(law: str) -> None:
    found = citations([f"The bids were withheld under section 33(1)(b) of {law}."], forces=["Police Scotland"])
    assert [(c.section, c.law, c.relied_on) for c in found] == [("s33(1)(b)", "FOISA", True)]


def test_another_act_of_scotland_is_no_exemption() -> None:
    assert not any(c.relied_on for c in citations(["He was fined under section 33(1)(b) of the Scotland Act."]))


def test_all_of_one_question_does_not_take_back_the_refusal_of_another() -> None:
    answer = ["Matter Q1. Found in full and set out below.", "Matter Q2. Not supplied: S.30(1)(a)(i)."]
    assert [one.section for one in citations(answer) if one.relied_on] == ["s30(1)(a)(i)"]


def test_a_letter_that_still_weighs_relies_on_nothing() -> None:
    weighs = ["The first is Section 30(1).", "There is likewise Section 40(2)."]
    for said in ("No exemption has been applied so far.", "No exemptions have yet been claimed, and none may be."):
        assert not any(one.relied_on for one in citations([said, *weighs]))
    assert all(one.relied_on for one in citations(weighs))
    # What has been decided stays so.
    decided = "The names are exempt under Section 40(2)."
    assert [one.relied_on for one in citations(["No exemption has been applied so far to the rest.", decided])] == [
        True
    ]
