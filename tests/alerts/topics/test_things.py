"""Dogs are dismissed, cars are suspended and claims are thrown out: none of them is a person of the police."""

import time

import pytest

from alerts.topics.others import NOT_POLICE
from alerts.topics.topics import ROOT_TOPIC, load, match

RULES = load(weights={})


def about(title: str, asked: str) -> bool:
    return ROOT_TOPIC in [one.topic for one in match(RULES, [("title", title), ("request", asked)])]


def low(title: str, asked: str) -> list[str]:
    return [word for head in RULES.heads([("title", title), ("request", asked)]) for word in head.low if word]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Kennels", "How many police dogs have been disciplined? How many were suspended after they growled?"),
        ("Mounted horses suspended", "How many of your horses were suspended from duty for throwing their rider?"),
        ("FOI 17/23 - Dismissed", "Was any police dog dismissed from the service for its conduct?"),
        ("Headquarters", "The station cat was suspended from duty. Was it disciplined?"),
        ("Drones", "How many force drones are under investigation by their maker? How many were suspended?"),
        ("Patrol boats", "Number of patrol boats suspended from duty. How many were suspended twice?"),
        ("Search dogs", "How many search dogs did you suspend after a test? How many were disciplined?"),
    ],
)
def test_what_a_force_keeps_is_suspended_without_misconduct(title: str, asked: str) -> None:
    assert not about(title, asked)
    assert NOT_POLICE in low(title, asked)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Kennels", "How many dog handlers have been disciplined this year?"),
        ("Kennels", "How many police dog handlers were suspended from duty?"),
        ("Stables", "How many constables who kicked horses were suspended from duty?"),
        ("Garage", "How many staff used police cars and were dismissed?"),
        ("Garage", "Anyone who raced patrol cars was dismissed: how many were disciplined?"),
        ("Drones", "How many drones were lost, and how many of the officers in charge of them were disciplined?"),
        ("Dogs", "How many dogs were dismissed from training? How many sergeants were dismissed?"),
    ],
)
def test_the_people_beside_them_are_meant(title: str, asked: str) -> None:
    assert about(title, asked)


@pytest.mark.parametrize(
    "asked",
    [
        "A sergeant fell on the stairs. How many such claims were dismissed?",
        "In how many prosecutions was an inspector the only witness, and how many prosecutions have been dismissed?",
        "How many claims by constables for back pain were settled or dismissed?",
        "How many constables have a claim for loss of their hearing, and how many claims were dismissed?",
        "How many inspectors spoke at licensing hearings, and of what rank were they?",
    ],
)
def test_what_courts_dismiss_and_ears_do_is_no_discipline(asked: str) -> None:
    assert not about("Law", asked)


@pytest.mark.parametrize(
    "asked",
    [
        "How many constables faced claims of theft and were dismissed?",
        "How many inspectors were dismissed after a hearing, and of what rank were they?",
        "How many sergeants settled in the town and were dismissed?",
    ],
)
def test_people_who_are_dismissed_beside_claims_and_hearings_are_found(asked: str) -> None:
    assert about("Law", asked)


@pytest.mark.parametrize("who", ["couriers", "postal workers", "lorry drivers", "referees", "farm workers"])
def test_workers_whom_the_police_only_hear_of_are_others(who: str) -> None:
    asked = f"How many {who} were accused of gross misconduct, and how many were dismissed?"
    assert not about("Figures", asked)
    assert about("Figures", f"How many constables worked as {who}, and how many constables were dismissed for it?")


@pytest.mark.parametrize("who", ["your people", "people you employ", "those who work for you", "your police drivers"])
def test_the_people_of_the_force_have_many_names(who: str) -> None:
    assert about("Figures", f"How many of {who} were told to go?")
    assert not about("Figures", f"How many of {who} were told to rest?")


def test_a_sentence_full_of_things_is_quick() -> None:
    begun = time.process_time()
    about("Dogs", "How many of your police " * 500 + "dogs " * 1_000 + "were dismissed")
    # Of the processor; on a slow machine a third of it is taken.
    assert time.process_time() - begun < 2
