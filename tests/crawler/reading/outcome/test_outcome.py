"""What became of a request."""

import pytest

from crawler.reading.law.exemptions import citations
from crawler.reading.outcome.data import holds_data, of_the_test
from crawler.reading.outcome.outcome import decide


def _outcome(*lines: str, has_data: bool = False) -> str:
    return decide(lines, citations(lines), has_data=has_data).outcome


@pytest.mark.parametrize(
    ("line", "has_data", "expected"),
    [
        ("Please find attached.", True, "disclosed"),
        ("I have decided to disclose the information in full.", False, "disclosed"),
        (
            "I have decided to disclose some of the requested information. Section 40(2) applies.",
            False,
            "part_disclosed",
        ),
        ("The table is below. Section 40(2) covers the names.", True, "part_disclosed"),
        ("I am not obliged to supply this. Section 12(1) applies.", False, "refused"),
        ("Full Refusal with Section 12 and Section 17 Exemptions", False, "refused"),
        ("We neither confirm nor deny it: Section 30(3).", False, "ncnd"),
        ("We are unable to confirm or not whether it is held, Section 12(2).", False, "ncnd"),
        ("No information held.", False, "not_held"),
        ("Essex Police does not hold this.", False, "not_held"),
        ("This is not held in a retrievable format and would require a manual search.", False, "refused"),
        ("It is not held in a way that lets us count it. All 900 logs would have to be read.", False, "refused"),
        ("We will respond within twenty working days.", False, "pending"),
        ("Thank you for your letter.", False, "unknown"),
        ("", False, "unknown"),
    ],
)
def test_outcome(line: str, has_data: bool, expected: str) -> None:
    assert _outcome(line, has_data=has_data) == expected


@pytest.mark.parametrize("line", ["Yours faithfully.", "Our response is below.", "Thank you for your letter."])
def test_words_that_say_nothing_of_the_request_decide_nothing(line: str) -> None:
    assert _outcome(line) == "unknown"
    assert _outcome(line, has_data=True) == "disclosed"


def test_an_answer_without_a_refusal_is_one() -> None:
    assert _outcome("They were bought second-hand and painted blue.") == "disclosed"


def test_a_favour_beside_a_full_refusal_makes_a_part() -> None:
    assert _outcome("Full Refusal with Section 12", "As a gesture of goodwill, 31 were counted.") == "part_disclosed"
    assert _outcome("Full Refusal with Section 12", "2,900 managers would have to be asked.") == "refused"


def test_a_public_interest_test_is_no_data() -> None:
    assert _outcome("We neither confirm nor deny, Section 31(3).", "The public interest test is in the file.") == "ncnd"
    assert of_the_test("1102A_PIT.pdf")
    assert not of_the_test("1102A_ATTACHMENT.pdf")


def test_a_sentence_that_opens_with_a_number_answers() -> None:
    assert _outcome("Six were disciplined. The ranks are withheld under Section 40(2).") == "part_disclosed"
    assert _outcome("Section 12(1) applies. 4,000 complaints would have to be read.") == "refused"


def test_a_table_of_minutes_beside_section_12_is_no_data() -> None:
    rows = (("Task", "Minutes"), ("Open the file", "4"))
    assert not holds_data([rows], citations(["Section 12(1) applies."]))
    assert holds_data([rows], ())
    assert holds_data([(("Year", "Total"), ("2024", "4"))], citations(["Section 12(1) applies."]))


def test_a_table_of_where_it_was_looked_for_is_no_data() -> None:
    rows = [
        ("Place searched", "Kent", "Essex"),
        ("Shared drive", "No record", "Not held"),
        ("Register", "", "Not held"),
    ]
    assert not holds_data([rows], ())
    assert holds_data([[*rows, ("Store", "7", "Not held")]], ())
    assert holds_data([rows, (("Year", "Total"), ("2024", "4"))], ())


def test_what_is_not_held_cannot_be_kept_back() -> None:
    given = ({"number": "1", "text": "9"}, {"number": "2", "text": "Not held"})
    found = decide(["1. 9", "2. Not held"], (), asked=given, given=given)
    assert (found.outcome, found.parts) == ("disclosed", {"1": "disclosed", "2": "not_held"})


def test_neither_confirm_nor_deny_for_the_rest_is_a_part() -> None:
    lines = ["There were 14.", "We neither confirm nor deny that any other information is held, Section 30(3)."]
    found = decide(lines, citations(lines))
    assert (found.outcome, found.ncnd_part) == ("part_disclosed", True)


def test_what_the_law_allows_an_authority_is_not_what_this_one_does() -> None:
    assert _outcome("Nine.", "Section 40(5B) allows a public authority to neither confirm nor deny.") == (
        "part_disclosed"
    )
    assert not decide(["A public authority may neither confirm nor deny."], ()).ncnd_part


def test_words_of_a_legal_annex_decide_nothing() -> None:
    lines = ["There were 14.", "Exemptions explained", "Section 12 lets an authority refuse. Names are withheld."]
    assert decide(lines, citations(lines), page=lines).outcome == "disclosed"


@pytest.mark.parametrize(
    "lines",
    [
        ("We will not be responding to this request.", "You asked the same in 77/24, and we answered it in full."),
        ("It is a repeat of one that we answered in full in May.", "There has been no change since."),
    ],
)
def test_a_repeated_request_is_refused(lines: tuple[str, ...]) -> None:
    law = "Section 14(2) of the Act says that a request which repeats another need not be answered again at once."
    asked = [{"number": str(n), "text": text, "parent": None} for n, text in enumerate(("How many?", "Whose?"), 1)]
    found = [*lines, law]
    decided = decide(found, citations(found), asked=asked)
    assert (decided.outcome, decided.parts) == ("refused", {"1": "refused", "2": "refused"})


def test_what_was_given_in_full_before_is_no_answer_beside_a_repeated_request() -> None:
    law = "Section 14(2) of the Act says that a request which repeats another need not be answered again at once."
    found = ["We sent you all of the figures on 4 April.", law]
    assert [one.section for one in citations(found) if one.relied_on] == ["s14(2)"]
    assert not any(one.relied_on for one in citations([found[0], "Section 43(2) of the Act says that prices count."]))
