"""A request taken apart: questions in numbers or in prose, and what is said around them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.dossiers.request import request
from store.dossiers.words import meanings, weight


def words(text: str) -> list[list[str]]:
    return [sorted(unit.words) for unit in request("", text).units]


def test_the_same_asked_in_two_ways_has_the_same_words() -> None:
    assert words("How many drones has the force bought since 2020?") == words(
        "Please provide the number of unmanned aerial vehicles purchased by the Constabulary from 2020 to date."
    )


def test_two_things_asked_in_one_sentence_are_two() -> None:
    assert words("How many horses were stolen, and how many were recovered?") == [["hors", "steal"], ["recov"]]


def test_courtesies_and_the_manner_of_the_answer_ask_nothing() -> None:
    letter = """Dear Sir or Madam,
I am a student and I am writing a dissertation.
How many horses were stolen in 2023?
If the cost limit would be exceeded please tell me how I may narrow the request.
Please send the answer as a spreadsheet by e-mail.
Yours faithfully,"""
    found = request("", letter)
    assert [sorted(unit.words) for unit in found.units] == [["hors", "steal"]]
    assert not found.follows_up


def test_a_follow_up_says_so() -> None:
    assert request("", "Further to your reply of 3 May, how many horses were found?").follows_up


def test_the_force_it_went_to_is_no_subject() -> None:
    assert request("Horses in Kent", "How many horses?", forces=["Kent Police"]).title == {"hors"}


def test_numbers_stay_with_their_questions() -> None:
    asked = [{"number": "2a", "text": "How many horses?"}, {"number": "2b", "text": "How many carts?"}]
    found = request("", "2a. How many horses?\n2b. How many carts?", asked)
    assert [(unit.number, unit.text) for unit in found.units] == [("2a", "How many horses?"), ("2b", "How many carts?")]


def test_without_a_text_the_title_stands_for_the_request() -> None:
    assert [sorted(unit.words) for unit in request("Stolen horses 2023", "").units] == [["hors", "steal"]]


def test_a_word_of_every_third_request_weighs_little() -> None:
    assert weight("hors") > weight(next(meanings("dogs"))) > weight(next(meanings("arrests")))


@given(st.text(max_size=300), st.text(max_size=600))
def test_any_text_can_be_taken_apart(title: str, text: str) -> None:
    found = request(title, text, asked=date(2024, 1, 1))
    assert all(unit.words for unit in found.units)
    assert not found.context & found.asked
