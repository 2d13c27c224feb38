"""Police who are named only to be left out are not read; some of them, left out of a question about the rest, are."""

import time

import pytest

from alerts.topics.topics import ROOT_TOPIC, load, match

RULES = load(weights={})


def about(topics, title: str, asked: str) -> bool:
    return ROOT_TOPIC in [one.topic for one in match(topics, [("title", title), ("request", asked)])]


@pytest.mark.parametrize(
    "asked",
    [
        "How many people other than police officers were charged with misconduct in public office?",
        "Who was convicted of misconduct in public office, leaving aside any accused who was an officer or a PCSO?",
        "Misconduct in public office where the suspect was not a serving or former police officer or police staff.",
        "How many were convicted of misconduct in public office (police excluded)?",
        "How many were convicted of misconduct in public office? Police officers and PCSOs should be left out.",
        "Charges of misconduct in public office against people, none of whom was a police officer, and the results.",
        "Misconduct in public office by those outside the police: how many people were convicted?",
        "Convictions of non-police suspects for misconduct in public office, each year.",
        "Misconduct in public office with the exception of cases involving police officers in 2023: how many charges?",
    ],
)
def test_the_police_who_are_left_out_did_not_do_it(topics, asked: str) -> None:
    assert not about(topics, "Public office", asked)
    assert not about(RULES, "Public office", asked)


@pytest.mark.parametrize(
    "asked",
    [
        "How many bouncers were suspended for misconduct? Men who assault guests are no better than crooked cops.",
        "How many taxi drivers were sacked for gross misconduct? Drivers who steal are as bad as police officers.",
        "How many bailiffs were dismissed for misconduct? One who uses excessive force is worse than your coppers!",
    ],
)
def test_the_police_to_whom_others_are_likened_did_not_do_it(topics, asked: str) -> None:
    assert not about(topics, "Licences taken away", asked)
    assert about(topics, "Licences taken away", f"{asked} How many police officers were dismissed for misconduct?")


@pytest.mark.parametrize(
    "asked",
    [
        "How many of your officers, no better than bouncers, were dismissed for gross misconduct?",
        "How many officers were dismissed for gross misconduct, and are they no better than coppers elsewhere?",
        "How many PCSOs were dismissed for gross misconduct? They are as bad as police officers.",
        "Was the misconduct of inspectors worse than officers who were dismissed had shown?",
    ],
)
def test_police_who_are_likened_to_others_are_meant(asked: str) -> None:
    assert about(RULES, "Figures", asked)


@pytest.mark.parametrize(
    "asked",
    [
        "How many complaints about officers, excluding those of prisoners, were upheld?",
        "How many officers other than inspectors were convicted of misconduct in public office?",
        "How many were dismissed for theft from the station, excluding officers who resigned?",
        "How many of your staff, other than police officers, were dismissed for gross misconduct?",
        "Whether or not police officers were suspended for theft, and how many.",
        "Why were not all officers suspended for theft?",
        "How many police officers were excluded from the station and dismissed for theft?",
        "Retired police officers are excluded. How many constables were dismissed for theft?",
        "How many were convicted of misconduct in public office, excluding police officers' partners?",
        "How many complaints of assault by officers were made by people who are not police officers?",
        "Was this not police corruption?",
        "How many people were dismissed from the force for theft, excluding former officers?",
        "How many hearings for gross misconduct were held, police officers excluded?",
    ],
)
def test_some_of_them_or_others_beside_them_leave_the_rest(asked: str) -> None:
    assert about(RULES, "Figures", asked)


def test_what_else_is_asked_in_the_sentence_is_read() -> None:
    kept = [
        word
        for head in RULES.heads([("request", "Apart from police officers and staff, how many bakers (not police)?")])
        for word in head.low
        if word
    ]
    assert kept == ["how", "many", "bakers"]


@pytest.mark.parametrize("words", ["excluding any ", "officers excluded, ", "not officers and ", "police officers or "])
def test_a_text_full_of_it_is_quick(words: str) -> None:
    begun = time.process_time()
    about(RULES, "Figures", words * 1_000)
    # Of the processor; many times what it takes: for reading all the officers anew from each of them.
    assert time.process_time() - begun < 3
