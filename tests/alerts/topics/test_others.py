"""Officers of other services are not the police, and bare officers beside them are theirs."""

import pytest

from alerts.topics.others import NOT_POLICE
from alerts.topics.topics import ROOT_TOPIC, load, match

RULES = load(weights={})


def low(topics, parts: list[tuple[str, str]]) -> list[str]:
    return [word for head in topics.heads(parts) for word in head.low if word]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Prison officers", "How many prison officers were suspended? How many of the officers were dismissed?"),
        ("Bodycams of inspectors", "Complaints about ticket inspectors. How many inspectors were dismissed for theft?"),
        ("Borders", "How many immigration officers were arrested, and were any of the officers suspended on full pay?"),
        ("Revenue protection", "How many revenue protection officers were there? Were officers dismissed for theft?"),
    ],
)
def test_officers_of_other_services_are_not_the_police(topics, title: str, asked: str) -> None:
    parts = [("title", title), ("request", asked)]
    assert ROOT_TOPIC not in [one.topic for one in match(RULES, parts)]
    assert ROOT_TOPIC not in [one.topic for one in match(topics, parts)]
    assert NOT_POLICE in low(topics, parts)


@pytest.mark.parametrize(
    "asked",
    [
        "How many officers were dismissed for a relationship with prison officers?",
        "How many police officers were dismissed after prison officers complained? How many officers were suspended?",
        "Rail staff complained about officers. How many officers were dismissed for theft?",
        "Prison officers reported some of your officers. How many officers were dismissed for theft?",
    ],
)
def test_the_police_beside_them_are_still_the_police(topics, asked: str) -> None:
    parts = [("title", "Officers"), ("request", asked)]
    assert ROOT_TOPIC in [one.topic for one in match(RULES, parts)]
    assert ROOT_TOPIC in [one.topic for one in match(topics, parts)]
    assert low(topics, parts).count("officers") >= 1


def test_the_answer_speaks_of_whom_the_question_spoke(topics) -> None:
    answer = ("response", "Two inspectors were dismissed for gross misconduct and an inspector was suspended.")
    asked = [("title", "Dogs"), ("request", "How many tram inspectors were reported for kicking dogs at the stop?")]
    assert ROOT_TOPIC not in [one.topic for one in match(topics, [*asked, answer])]


def test_evidence_shows_the_words_as_they_stand(topics) -> None:
    parts = [("title", "Prison"), ("request", "Prison officers told us that a constable was dismissed for theft.")]
    (found,) = [one for one in match(topics, parts) if one.topic == ROOT_TOPIC]
    assert all(NOT_POLICE not in sign["quote"] + sign["words"] for sign in found.evidence)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        (
            "Pilfering",
            "I run a supermarket. How many thefts by an employee were recorded, and how many were dismissed?",
        ),
        ("Council depots", "How many staff were arrested for theft, and how many were suspended by the employer?"),
        ("Airport", "Complaints about staff of the airport who stole from bags. Were any staff convicted?"),
        ("Cruelty", "Employees of a nursing home who were accused of theft. How many employees were suspended?"),
        ("Pills", "Pharmacy staff who stole pills. How many staff were dismissed for gross misconduct?"),
        ("Allegations against staff in children's homes", "How many staff were charged? How many were dismissed?"),
    ],
)
def test_the_staff_of_another_workplace_are_none_of_the_force(title: str, asked: str) -> None:
    parts = [("title", title), ("request", asked)]
    assert ROOT_TOPIC not in [one.topic for one in match(RULES, parts)]
    assert NOT_POLICE in low(RULES, parts)


@pytest.mark.parametrize(
    "asked",
    [
        "How many employees were dismissed for theft from a supermarket?",
        "Airport unit. How many police staff were dismissed for theft?",
        "How many employees in your stores were dismissed for theft from a pharmacy?",
        "Airport unit. How many employees of this force were dismissed for theft?",
    ],
)
def test_the_staff_named_first_or_with_the_force_are_its_own(asked: str) -> None:
    parts = [("title", "Theft"), ("request", asked)]
    assert ROOT_TOPIC in [one.topic for one in match(RULES, parts)]
    assert NOT_POLICE not in low(RULES, parts)


@pytest.mark.parametrize("who", ["lifeguards", "nurses", "bailiffs"])
def test_a_request_about_people_of_another_calling_is_about_them_throughout(who: str) -> None:
    asked = "How many {} were reported? How many were given a written warning? Was any suspended for misconduct?"
    assert match(RULES, [("title", "Rivers"), ("request", asked.format(who))]) == ()
    for ours in ("constables", f"constables and {who}", "barristers"):
        assert ROOT_TOPIC in [one.topic for one in match(RULES, [("title", "Rivers"), ("request", asked.format(ours))])]
