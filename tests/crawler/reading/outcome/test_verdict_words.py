"""The words by which all of a request is given, or a first answer taken back."""

import pytest

from crawler.reading.outcome.verdict_words import PART, gives_all, taken_back


@pytest.mark.parametrize(
    "sentence",
    ["We cannot provide everything.", "The request is refused in full.", "To answer all of it would take days."],
)
def test_not_all_is_given(sentence: str) -> None:
    assert not gives_all(sentence)


def test_what_a_reply_takes_back_is_what_stands_above() -> None:
    lines = ("Refused under Section 14(1).", "The refusal is withdrawn.", "There were nine.")
    assert taken_back(lines) == lines[:1]
    assert not taken_back(("Refused.", "The decision is withdrawn and information partially disclosed."))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["give all ", "not all ", "refusal ", "nothing is ", "the whole request ", "in part "]
)
def test_a_hostile_sentence_is_judged_in_good_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert PART.search(text) in (True, False)
    assert gives_all(text) in (True, False)


def test_nothing_kept_back_but_a_part() -> None:
    assert gives_all("We have kept nothing back.")
    assert gives_all("I did not withhold any of the reports.")
    assert gives_all("They are sent to you without holding any of them back.")
    assert not gives_all("Nothing has been withheld apart from the ranks.")
    assert not gives_all("He was dismissed without holding a hearing.")
    assert not gives_all("We hold nothing on horses.")


@pytest.mark.parametrize(
    "sentence",
    [
        "You have put the same questions to us twice, and we answered all of them in full.",
        "It repeats a request of yours and is identical to one that we answered in full in June.",
        "Your earlier request was answered in full.",
    ],
)
def test_what_was_given_for_an_earlier_request_is_not_given_now(sentence: str) -> None:
    assert not gives_all(sentence)


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Some, though not all, of what you want is supplied.", True),
        ("It is given, apart from the names.", True),
        ("Your request is granted in part.", True),
        ("Your request is granted.", False),
        ("You took part in the meeting.", False),
    ],
)
def test_words_of_a_part(sentence: str, part: bool) -> None:
    assert PART.search(sentence) == part


def test_a_mistake_takes_back_the_whole_only_when_it_names_no_part() -> None:
    first = "No information is held."
    assert taken_back((first, "We were mistaken; the books are in the stables.", "1. 14")) == (first,)
    assert not taken_back((first, "We were mistaken about question 2, which is answered here."))


def test_what_is_said_of_the_whole_takes_its_verb_from_the_clause_before() -> None:
    assert not gives_all("Ranks have been withheld, as has the whole of the answer to the third.")
    assert gives_all("The ranks were given in March, as was everything that you ask for now.")
    assert gives_all("The ranks were withheld in March, as you say, and everything you asked for is now provided.")
