"""What of a letter's lines asks and answers, and what stands in neither."""

import pytest

from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.letter_parts import left_out_of, request_part, response_part, sifted

RIGHTS = "Ask for a second look within 40 working days and somebody else will carry it out."


def test_boilerplate_is_kept_apart() -> None:
    part = response_part(["Response:", "Nine.", "Any release under the Act is a release to the world.", "We had 4."])
    assert part.kept == ["Nine.", "We had 4."]
    assert part.left_out == ["Any release under the Act is a release to the world."]


def test_all_that_stands_under_a_heading_of_rights_goes() -> None:
    part = response_part(["Nine.", "If you are not content", RIGHTS, "A leaflet says how.", "Disclosure", "Table 1"])
    assert part.kept == ["Nine.", "Table 1"]
    assert part.left_out == ["If you are not content", RIGHTS, "A leaflet says how."]


def test_a_heading_of_figures_is_none_of_rights() -> None:
    assert response_part(["Complaints", "2023: 41", "2024: 38"]).kept == ["Complaints", "2023: 41", "2024: 38"]


def test_a_row_and_a_numbered_answer_are_never_boilerplate() -> None:
    lines = ["| Right of appeal | You may appeal within 28 days |", "2. Officers must keep high standards."]
    assert response_part(lines).kept == lines


def test_a_doubtful_sentence_that_stands_apart_below_the_answer_is_standard() -> None:
    creed = "Officers are there for people of every kind."
    assert response_part(["Nine officers left.", creed, RIGHTS]).kept == ["Nine officers left."]
    for line in (f"Nine officers left. {creed}", f"2. {creed}", f"You ask whether o{creed[1:]}"):
        assert response_part(["Four joined.", line, RIGHTS]).kept == ["Four joined.", line]


def test_the_signature_goes_with_what_follows_it() -> None:
    lines = ["Nine.", "Yours sincerely", "A. Clerk", "Information Rights", "Your views on our service are welcome.",
             "Annex A", "Section 31 is engaged, since the routes would become known."]  # fmt: skip
    part = response_part(lines)
    assert part.kept[0] == "Nine." and part.kept[-1] == "Section 31 is engaged, since the routes would become known."
    assert part.left_out == ["Your views on our service are welcome."]


def test_an_address_goes_with_the_sentence_that_leads_up_to_it() -> None:
    lines = ["The list is here:", "https://force.example/list", "Details of these exemptions can be found at:",
             "https://college.example/app"]  # fmt: skip
    assert response_part(lines).kept == lines[:2]


def test_the_first_words_of_an_answer_stay() -> None:
    assert response_part(["We hope to help you with this."]).kept == ["We hope to help you with this."]


def test_head_request_and_thread() -> None:
    assert left_out_of(["3 May 2024", "I write in connection with your request.", "Our Ref: 12"]) == [
        "I write in connection with your request."
    ]
    asked = request_part(["Request", "How many?", "I will complain to the Information Commissioner if you refuse."])
    assert asked.kept == ["How many?", "I will complain to the Information Commissioner if you refuse."]
    assert sifted(["Nine. You may ask for an internal review of this decision."]).kept == ["Nine."]


def test_the_forces_words_below_a_request_go() -> None:
    lines = ["How many dogs?", "I want no names.", "Whatever we send out under the Act can be read by anyone."]
    assert request_part(lines).kept == lines[:2]
    assert request_part(lines[:2]).left_out == []


_PUBLISHED = "Whatever we send out under the Act can be read by anyone."


def test_what_stands_in_one_line_with_the_forces_words_below_a_request_goes_too() -> None:
    part = request_part(["How many dogs?", f"{_PUBLISHED} To one is to all."])
    assert part.kept == ["How many dogs?"]
    assert part.left_out == [_PUBLISHED, "To one is to all."]


@pytest.mark.parametrize("said", ["I keep two dogs.", "How many of them bit somebody?", "Please count puppies."])
def test_but_not_what_the_requester_says_there(said: str) -> None:
    assert request_part(["How many dogs?", f"{said} {_PUBLISHED}"]).kept == ["How many dogs?", said]


def test_nor_what_stands_above_another_line() -> None:
    lines = ["How many dogs?", f"Count no puppies. {_PUBLISHED}", "How many cats?"]
    assert request_part(lines).kept == ["How many dogs?", "Count no puppies.", "How many cats?"]


def test_furniture() -> None:
    assert all(map(is_furniture, ("Our response:", "Dear Applicant", "N/A", "3 May 2024")))
    assert not is_furniture("FOI Duty")


def test_one_letter_of_several_may_say_nothing_of_its_own() -> None:
    receipt = [
        "Dear A. Tester,",
        "Thank you for your request of 3 May.",
        "You will hear from us within 20 working days.",
    ]
    assert sifted(receipt).kept == []
    assert sifted([*receipt, "Nine officers were dismissed."]).kept == ["Nine officers were dismissed."]


def test_a_short_question_goes_with_the_boilerplate_that_it_leads_up_to() -> None:
    part = response_part(["Nine.", "Not satisfied? Ask for a review within 40 working days at the address above."])
    assert part.kept == ["Nine."]
    assert part.left_out[0] == "Not satisfied?"
    assert response_part(["How many? Nine in 2024."]).kept == ["How many? Nine in 2024."]


def test_headings_of_remarks_on_an_answer_go() -> None:
    for heading in (
        "Notes",
        "About these figures",
        "About this response:",
        "Notes on the data",
        "Points to note",
        "Explanatory notes",
        "Understanding the figures",
        "Please note:",
        "Limitations of the data",
    ):
        part = response_part(["Nine vans were bought.", heading, "A van that was bought twice counts once."])
        assert part.kept == ["Nine vans were bought.", "A van that was bought twice counts once."]


def test_the_one_who_signs_goes_with_what_stands_about_the_name() -> None:
    lines = ["Nine vans were bought.", "Ida Farrow-Quill", "Public Access, Joint Information Management Unit",
             "One of the nine was sold again in May."]  # fmt: skip
    assert response_part(lines).kept == [lines[0], lines[3]]
    chairs = ["Ida Farrow, Head of Legal Department", "Tegid Quill, Head of Review Unit", "Both sat in May."]
    assert response_part(["The chairs were:", *chairs]).kept == ["The chairs were:", *chairs]


def test_a_letter_that_asks_back_keeps_what_leads_up_to_its_question() -> None:
    lines = [
        "Before we can start, we need your help with two things.",
        "- “The last year”: is this the calendar year, or the twelve months up to your letter?",
        "- “Serious”: collisions are graded by injury and by damage, not by cost. Which grades do you want?",
        "The twenty working days do not run while we wait for you.",
    ]
    assert response_part(lines).kept == lines


def test_a_name_with_a_degree_is_of_the_signature() -> None:
    signed = ["Yours faithfully,", "I. Farrow LL.B.", "Senior Adviser"]
    assert response_part(["Nine vans were bought.", *signed]).kept == ["Nine vans were bought."]
    assert response_part(["Nine vans were bought.", "Yours faithfully,", "Ten were sold."]).kept[-1] == "Ten were sold."
