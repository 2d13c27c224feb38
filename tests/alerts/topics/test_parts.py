"""What a request says that it does not ask is not read, and hostile text does not slow that down."""

import time

import pytest

from alerts.topics.topics import ROOT_TOPIC, load, match

RULES = load(weights={})


def about(asked: str, where: str = "request") -> bool:
    return ROOT_TOPIC in [one.topic for one in match(RULES, [("title", "Duties"), (where, asked)])]


@pytest.mark.parametrize(
    "asked",
    [
        "How many sergeants work part time? I do not want those suspended for gross misconduct.",
        "How many sergeants work part time (please exclude any who were suspended for misconduct)?",
        "How many work part time? We are not interested in misconduct hearings.",
    ],
)
def test_what_is_not_asked_is_not_read(asked: str) -> None:
    assert not about(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "How many sergeants were suspended for gross misconduct? I do not want their names.",
        "How many sergeants (please exclude those who retired) were suspended for gross misconduct?",
        "Please exclude names. How many sergeants were suspended for gross misconduct?",
    ],
)
def test_what_is_asked_beside_it_is_read(asked: str) -> None:
    assert about(asked)


def test_only_a_request_says_what_it_does_not_ask() -> None:
    assert about("We do not want sergeants to be suspended for gross misconduct.", "response")


def test_the_police_who_are_not_asked_about_are_not_meant() -> None:
    asked = "How many staff of the hotel were dismissed for theft?"
    assert not about(f"{asked} I am not asking about police officers.")
    assert about(f"{asked} I am asking about police officers, too, who were dismissed for theft.")


def test_a_sentence_full_of_what_is_not_asked_is_quick() -> None:
    begun = time.process_time()
    about("I do not want " * 4_000)
    # Of the processor; many times what it takes: for reading the sentence to its end again from each of them.
    assert time.process_time() - begun < 2
