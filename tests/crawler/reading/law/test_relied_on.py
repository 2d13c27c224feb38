"""Whether a sentence applies a section, rejects it, or only weighs it."""

import pytest

from crawler.reading.law.citation_grammar import mentions
from crawler.reading.law.exemptions import citations
from crawler.reading.law.relied_on import AGAINST, ASIDE, FOR, NEUTRAL, WEIGHS, applies, stances


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Section 40(2) is engaged.", FOR),
        ("The Regulations set no limit of the kind found in Section 12.", ASIDE),
        ("It is qualified, unlike Section 40.", ASIDE),
        ("As with the exemption at Section 12, no exact estimate is wanted.", ASIDE),
        ("A notice of the kind that you want is refused under Section 12.", FOR),
        ("Had cost been no bar, Section 40(2) would in all likelihood have been engaged.", AGAINST),
        ("Your complaint is that Section 40(2) is engaged for nobody.", ASIDE),
        ("Your complaint is well founded and our use of Section 40(2) was mistaken.", AGAINST),
        ("The names are exempt under Section 40(2).", FOR),
        ("We asked ourselves whether Section 31(1)(g) stood in the way and concluded that it did not.", AGAINST),
        ("We considered whether Section 31 applied and it is engaged.", FOR),
        ("Nor was there any call for Section 40(2).", AGAINST),
        ("It is not a case of withholding under Section 40(2).", AGAINST),
        ("The names were not disclosed under Section 40(2).", NEUTRAL),
        ("Section 30 was looked at too and set aside.", AGAINST),
        ("The exemption at Section 31 is being considered.", AGAINST),
        ("We looked also at Section 38 but did not find it necessary to rely on it.", AGAINST),
        ("That would bring the whole above the limit in Section 12 if it were left as it stands.", AGAINST),
    ],
)
def test_stance(sentence: str, stance: str) -> None:
    assert stances(sentence, mentions(sentence)) == [stance]


def test_where_all_is_given_a_section_only_named_is_not_relied_on() -> None:
    lines = ["No exemption has been used.", "We are as a rule slow to speak because of section 40."]
    assert not any(one.relied_on for one in citations(lines))
    assert any(one.relied_on for one in citations(lines[1:]))


def test_what_a_review_takes_back_is_not_relied_on() -> None:
    lines = ["The request is refused under Section 14(1).", "On review the refusal is withdrawn."]
    assert not any(one.relied_on for one in citations(lines))


def test_an_offence_is_of_another_law_and_the_fees_regulations_are_of_this() -> None:
    assert not citations(["None has been charged under section 26."])
    (one,) = citations(["This passes the limit of the Fees Regulations and we decline it: Section 12(1)."])
    assert one.relied_on


@pytest.mark.parametrize(
    ("below", "relied"),
    [
        ("On reflection we no longer rely on it.", False),
        ("I have not found it necessary to rely upon that exemption.", False),
        ("It is withdrawn.", False),
        ("However, it was not made out.", False),
        ("We do not apply it to the totals, which are given.", True),
        ("It is not a blanket exemption.", True),
        ("It has not been an easy decision.", True),
        ("We no longer rely on Section 30.", True),
    ],
)
def test_the_next_sentence_may_take_it_back(below: str, relied: bool) -> None:
    found = citations([f"Section 41(1) was claimed. {below}"])
    assert found[0].relied_on == relied


def test_words() -> None:
    assert applies("It is engaged.")
    assert WEIGHS.search("We wondered whether it was.")
    assert not WEIGHS.search("We hold it.")


def test_a_duty_that_a_section_takes_away_is_no_denial_of_it() -> None:
    for line in (
        "We are not obliged by section 12(1) to begin.",
        "The part of your request I have not answered is exempt under section 40(2) of the Act.",
        "The exemption in question is section 30(1)(a), investigations.",
    ):
        (one,) = citations([line])
        assert one.relied_on, line
    (one,) = citations(["We have not withheld anything under section 40(2)."])
    assert not one.relied_on


def test_what_applies_a_section_applies_the_one_together_with_it() -> None:
    found = citations(["We rely on section 31(3) together with section 40(5B)(a)(i).", "Section 40 is not engaged."])
    assert [one.section for one in found if one.relied_on] == ["s31(3)", "s40(5B)(a)(i)"]
    (one,) = citations(["We considered Section 40(2) as regards pilots but have not had to rely on it."])
    assert not one.relied_on


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Section 31 may not be used here.", AGAINST),
        ("Sections 31 and 38 must never be relied on.", AGAINST),
        ("We rely upon section 31(1)(a), which covers the plan.", FOR),
        ("We hold the plan and the force relies on Section 24(1).", FOR),
        ("We do not rely upon section 31(1)(a).", AGAINST),
        ("Section 31 applies, and the plan of the house must not be used.", FOR),
    ],
)
def test_what_is_forbidden_is_not_applied_and_what_is_relied_upon_is(sentence: str, stance: str) -> None:
    assert set(stances(sentence, mentions(sentence))) == {stance}


def test_where_the_first_answers_are_given_in_full_a_section_named_for_the_next_is_relied_on() -> None:
    section = "As to the third, section 21(1) covers what is in the library."
    assert any(one.relied_on for one in citations(["Your first two questions are answered in full.", section]))
    told = "The library keeps a note on section 21(1)."
    assert not any(one.relied_on for one in citations(["Your questions are answered in full.", told]))


@pytest.mark.parametrize("section", ["14(1)", "14(2)"])
def test_earlier_requests_were_answered_in_full_where_this_one_wears_the_force_down(section: str) -> None:
    lines = [f"Section {section}.", "It is the fifth on the same hedge. The other four were answered in full."]
    assert [one.section for one in citations(lines) if one.relied_on] == [f"s{section}"]
    assert not any(one.relied_on for one in citations([lines[0].replace("14", "43"), lines[1]]))
