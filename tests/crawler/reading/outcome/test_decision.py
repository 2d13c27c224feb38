"""What one sentence says."""

import pytest

from crawler.reading.fields import OUTCOMES
from crawler.reading.law.exemptions import citations
from crawler.reading.outcome.decision import NOT_HELD, REFUSED, says
from crawler.reading.outcome.outcome import decide


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Please find the table below.", {"disclosed"}),
        ("There were 14 cases.", set()),
        ("It would take 14 hours.", set()),
        ("The names are withheld.", {"refused"}),
        ("We do not hold this information.", {"not_held"}),
        ("This is not held in an easily retrievable format.", {"refused"}),
        ("The force neither confirms nor denies it.", {"ncnd"}),
        ("Even if it were held, it would be exempt.", set()),
        ("Disclosure of 9 names would harm them.", set()),
        ("Section 17 obliges an authority that refuses a request to give its reasons.", set()),
        ("I can confirm that the force holds information.", set()),
        ("Nor do we keep the names of the vets.", {"not_held"}),
        ("Neither does Kent Police record that.", {"not_held"}),
        ("Exempt, see below.", {"refused"}),
        ("Not held - please see overleaf.", {"not_held"}),
        ("Nid yw Heddlu Gogledd Cymru yn cadw'r manylion hyn.", {"not_held"}),
        ("Nid oes gan y llu unrhyw gofnod o'r gost.", {"not_held"}),
        ("Mae Heddlu Gogledd Cymru yn cadw'r manylion hyn.", set()),
    ],
)
def test_says(sentence: str, said: set[str]) -> None:
    assert says(sentence) == said


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "neither confirm ",
        "not held would be read ",
        "question 1, 2 and 3 to ",
        "Police And The ",
        "a) ",
        "1",
        "there were ",
    ],
)
def test_a_hostile_text_is_judged_in_good_time(piece: str) -> None:
    lines = [piece * (100_000 // len(piece))]
    assert decide(lines, citations(lines, page=lines), page=lines).outcome in OUTCOMES


@pytest.mark.parametrize(
    "sentence",
    [
        "I am unable to provide you with the information, as it is not held by Police Scotland.",
        "We cannot give you the number because the force does not hold it.",
        "It is not possible to answer this since no records are held.",
    ],
)
def test_what_cannot_be_given_for_want_of_it_is_not_refused(sentence: str) -> None:
    assert says(sentence) == {NOT_HELD}
    assert decide([sentence], ()).outcome == "not_held"


def test_what_is_not_held_in_a_format_is_refused_for_its_cost() -> None:
    assert says("We cannot provide this as it is not held in a retrievable format.") == {REFUSED}
    assert NOT_HELD not in says("I am unable to provide the names as they are exempt under section 40(2).")
