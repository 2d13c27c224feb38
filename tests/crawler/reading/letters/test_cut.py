"""Where the request and the answer begin, by whose words the lines of a letter are; whole letters are in test_hands."""

import time

import pytest

from crawler.reading.letters.cut import cut
from crawler.reading.letters.phrases import REQUEST_START


@pytest.mark.parametrize(
    "answer",
    [
        "Reply for the two forces:",
        "Where the matter stands",
        "Having gone through our files I have to tell you that there is nothing on this subject in any of them.",
        "Enquiries have been made with the stables and I can give you these answers.",
        "It is with some regret that I must tell you that we are unable to deal with this within the limit.",
        "Both forces hold the information, and it is given below with one exception.",
        "and we said:",
        "To which we replied:",
        "I have finished my searches and all that they brought is given to you.",
    ],
)
def test_an_answer_in_words_of_its_own(answer: str) -> None:
    lines = ["Our ref: 12/25", "You put these to us:", "1. How many horses are there?", "2. What do they cost?",
             "I ask as a resident.", answer, "1. There are nine.", "2. They cost £40,000 a year."]  # fmt: skip
    assert cut(lines) == (2, 5)


def test_numbers_that_begin_again_are_answers() -> None:
    lines = ["You asked:", "1. How many?", "2. Where?", "1. Nine.", "2. At headquarters."]
    assert cut(lines) == (1, 3)


@pytest.mark.parametrize(
    "lead",
    [
        "On 4 March we had this from you:",
        "The following came in from you on 4 March:",
        "On 4 March you put this to us:",
        "You sent us these questions in March:",
        "In your words:",
        "Your own words were:",
    ],
)
def test_what_the_force_leads_up_to_is_the_request_whatever_it_sounds_like(lead: str) -> None:
    wish = "All notes and letters of the Estates Department on the sale of the stables, from first to last."
    answer = "Borsetshire Police will not be answering this, by reason of Section 14(1)."
    assert cut(["2nd April 2025", "Dear Applicant", lead, wish, answer, "It is the ninth on this subject."]) == (3, 4)


@pytest.mark.parametrize("line", ["We need this from you:", "Nine of the horses are:", "You will find these:"])
def test_other_lines_with_a_colon_lead_up_to_no_request(line: str) -> None:
    assert not REQUEST_START.search(line)


def test_a_text_of_one_voice_is_not_cut() -> None:
    begin, answer = cut(["The panel met on 3 May.", "It found gross misconduct.", "The officer was dismissed."])
    assert begin == answer
    assert cut([]) == (0, 0)


def test_a_hostile_text_takes_linear_time() -> None:
    start = time.perf_counter()
    for unit in ("How many? ", "1. ", "section 12(1) ", "you asked: "):
        cut([unit * 2000] * 20 + [unit] * 2000)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    "lead",
    [
        "So that there is no misunderstanding it is copied here word for word:",
        "We have taken your request to be:",
    ],
)
@pytest.mark.parametrize("mark", ["1. ", "- "])
def test_what_leads_up_to_the_words_of_a_request_is_the_forces(lead: str, mark: str) -> None:
    lines = ["Ref: 1187/25", lead, f"{mark}How many guards left?", "Response", "We have looked at the records."]
    assert cut(lines) == (2, 3)


_ABOVE = ["We had this from you:", "- How many kennels are there?", "- What do they cost?", "Ours was full."]
_CREED = "All of this will be seen by anyone who looks on our site."


@pytest.mark.parametrize("label", ["Response - ", "Our answer: ", "Decision – "])
def test_a_label_on_the_line_of_the_answer_is_a_heading(label: str) -> None:
    assert cut([*_ABOVE, _CREED, f"{label}the force holds this and it is given.", "There are nine."]) == (1, 5)


@pytest.mark.parametrize("line", ["Responses are held by the force.", "No response - nor anything else - is held."])
def test_a_word_of_it_alone_is_none(line: str) -> None:
    assert cut([*_ABOVE, _CREED, line, "There are nine."]) == (1, 3)


def test_nor_is_a_label_below_what_has_decided() -> None:
    given = "We can confirm that the force holds this."
    assert cut([*_ABOVE[:3], given, "Response - none is in use now.", "There are nine."]) == (1, 3)


def test_no_cut_is_made_within_a_list_that_goes_on() -> None:
    lines = ["In your letter you ask to be told:", "— the number of officers on duty at any time;",
             "— the places from which they are sent out;", "— the time within which each is expected to arrive.",
             "The forces hold this but are unable to give it to you."]  # fmt: skip
    assert cut(lines) == (1, 4)
    asked = ["1. How many owls does the Service keep?", "2. A statement that this was decided by us and is exempt."]
    assert cut([lines[0], *asked, lines[-1]]) == (1, 3)
    assert cut([lines[0], asked[0], f"1{asked[1][1:]}", lines[-1]]) == (1, 2)


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("Owls are kept by few forces.", 2),
        ("The decision-maker has gone through every limb of this and the outcome on each is given beneath.", 2),
        ("I ask about owls since few forces keep them.", 1),
    ],
)
def test_what_the_force_says_above_the_request_is_no_request(line: str, begin: int) -> None:
    asked = ["1. How many owls does the Service keep?", "2. What are they fed on?"]
    assert cut(["Ref: 12/25", line, *asked, "Answer", "1. Nine.", "2. Mice."]) == (begin, 4)
