"""What became of a request."""

import pytest

from crawler.reading.exemptions import citations
from crawler.reading.outcome import of_the_test, outcome, outcome_parts


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
        ("We will respond within twenty working days.", False, "pending"),
        ("Thank you for your letter.", False, "unknown"),
        ("", False, "unknown"),
    ],
)
def test_outcome(line: str, has_data: bool, expected: str) -> None:
    assert outcome([line], citations([line]), has_data) == expected


def test_an_answer_without_a_refusal_is_one() -> None:
    assert outcome(["Nine dogs."], (), False, answered=True) == "disclosed"
    assert outcome(["Nine dogs."], (), False) == "unknown"


def test_a_report_tells_of_the_reply() -> None:
    assert outcome(["New figures have revealed nine."], (), False, reported=True) == "disclosed"
    assert outcome(["Figures show nine. It would not say why."], (), False, reported=True) == "part_disclosed"
    assert outcome(["The force refused to answer."], (), False, reported=True) == "refused"


def test_parts() -> None:
    given = [
        {"number": "1", "text": "9"},
        {"number": "2", "text": "Not held"},
        {"number": "3", "text": "This is exempt."},
    ]
    assert outcome_parts(given) == {"1": "disclosed", "2": "not_held", "3": "refused"}


def test_a_full_refusal_is_one_whatever_comes_with_it() -> None:
    lines = ["Full Refusal with Section 12", "As a gesture of goodwill, 31 were counted."]
    assert outcome(lines, citations(lines), True) == "refused"


def test_a_public_interest_test_is_no_data() -> None:
    lines = ["We neither confirm nor deny, Section 31(3).", "The public interest test is in the file."]
    assert outcome(lines, citations(lines), False) == "ncnd"
    assert of_the_test("1102A_PIT.pdf")
    assert not of_the_test("1102A_ATTACHMENT.pdf")


def test_a_sentence_that_opens_with_a_number_answers() -> None:
    lines = ["Six were disciplined. The ranks are withheld under Section 40(2)."]
    assert outcome(lines, citations(lines), False) == "part_disclosed"
    lines = ["Section 12(1) applies. 4,000 complaints would have to be read."]
    assert outcome(lines, citations(lines), False) == "refused"
