"""The sentence that decides on the whole."""

import pytest

from crawler.reading.outcome.verdict import verdict
from crawler.reading.outcome.verdict_words import gives_all, taken_back


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("Your request is refused.", "refused"),
        ("None of it may be released.", "refused"),
        ("We have decided not to disclose the requested information.", "refused"),
        ("Section 12(1) is relied on for the request in its entirety.", "refused"),
        ("You are being given all of it.", "disclosed"),
        ("The force has found the figures and releases them without redaction.", "disclosed"),
        ("No exemption has been used.", "disclosed"),
        ("Some, though not all, of what you want is supplied.", "part_disclosed"),
        ("It is given, apart from the names.", "part_disclosed"),
        ("The information you have requested is not held.", "not_held"),
        ("We neither confirm nor deny that it is held.", "ncnd"),
        ("We neither confirm nor deny that any other information is held.", ""),
        ("The names are refused.", ""),
        ("The public interest in openness is met in part by hearings.", ""),
        ("If the request were refused in full, you could complain.", ""),
    ],
)
def test_one_sentence(sentence: str, decided: str) -> None:
    assert verdict([sentence]) == decided


def test_the_later_wins_and_a_part_stays() -> None:
    assert verdict(["Your request is refused.", "On review all of it is disclosed."]) == "disclosed"
    assert verdict(["Some of it is disclosed.", "All of the information is attached."]) == "part_disclosed"
    assert verdict(["Your request is refused.", "That decision is withdrawn."]) == ""


@pytest.mark.parametrize(
    "sentence",
    ["We cannot provide everything.", "The request is refused in full.", "To answer all of it would take days."],
)
def test_not_all_is_given(sentence: str) -> None:
    assert not gives_all(sentence)


def test_what_a_reply_takes_back_is_what_stands_above() -> None:
    lines = ["Refused under Section 14(1).", "The refusal is withdrawn.", "There were nine."]
    assert taken_back(lines) == lines[:1]
    assert not taken_back(["Refused.", "The decision is withdrawn and information partially disclosed."])


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["give all ", "not all ", "refusal ", "nothing is ", "the whole request ", "in part "]
)
def test_a_hostile_sentence_is_judged_in_good_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert verdict([text[:1500]] * 50) in ("", "disclosed", "refused", "part_disclosed")
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
    assert verdict([sentence]) == ""


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("We are not going to deal with your latest request.", "refused"),
        ("The force need not respond to the request.", "refused"),
        ("We will not process your request until you have told us which stable you mean.", ""),
        ("We will respond to your request in full.", "disclosed"),
    ],
)
def test_a_request_that_is_not_taken_up(sentence: str, decided: str) -> None:
    assert verdict([sentence]) == decided


def test_a_mistake_takes_back_the_whole_only_when_it_names_no_part() -> None:
    first = "No information is held."
    assert list(taken_back([first, "We were mistaken; the books are in the stables.", "1. 14"])) == [first]
    assert not taken_back([first, "We were mistaken about question 2, which is answered here."])
