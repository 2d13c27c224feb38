"""A request about what other people did is not about the police, whatever its words are; one question about them is."""

import pytest

from alerts.topics.topics import ROOT_TOPIC, load, match

RULES = load(weights={})
ANSWER = ("response", "Professional Standards deals with police officers only: misconduct of others is not ours.")


def about(topics, title: str, asked: str) -> bool:
    return ROOT_TOPIC in [one.topic for one in match(topics, [("title", title), ("request", asked), ANSWER])]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Gross misconduct in class", "How many head teachers were dismissed without notice or put on a barred list?"),
        ("Discipline at the jail", "How many jail officers were suspended on full pay? How many misconduct hearings?"),
        ("Vetting refused", "Of the door supervisors whom you vetted, how many had an allegation of sexual assault?"),
        ("Fire service", "How many fire service staff were disciplined for sexual harassment of a colleague?"),
        ("Sacked guards", "How many security staff were dismissed for misconduct? How many officers went to the site?"),
        ("Gun licences", "How many certificate holders appealed after a revocation for discreditable conduct?"),
        ("Pub bans", "Who is on the Pubwatch barred list for their conduct? How many constables go to its meetings?"),
        ("Breaches", "How many RSOs were convicted of a breach of their orders? How many officers manage them?"),
        ("Bogus PCs", "How many people passing themselves off as detectives were accused of misconduct or jailed?"),
        ("Attacks on officers", "How many officers were seriously injured? How many hearings ended with a sanction?"),
        ("Depots", "Of bus drivers accused of theft, in how many cases were officers told that the man was dismissed?"),
        ("Wards", "How many nurses accused of assault were suspended after your officers informed the hospital?"),
        ("Pitches", "How many allegations against referees were investigated by detectives, and who was suspended?"),
        ("Trains", "How many train guards did your officers interview for theft, and how many were dismissed for it?"),
        ("Athrawon", "Faint o athrawon a gafodd eu diswyddo am gamymddwyn?"),
        ("Ferries", "How many staff at ferry companies were dismissed for theft, and how many resigned?"),
        ("Boarding", "How many members of staff at a kennels were accused of assault, and how many suspended?"),
        ("Piers", "How many anglers were reported for abusive conduct? How many had a final warning?"),
        ("Galleries", "How many museum staff were suspended over an allegation of abuse of position?"),
    ],
)
def test_what_other_people_did_is_no_police_misconduct(topics, title: str, asked: str) -> None:
    assert not about(topics, title, asked)
    assert not about(RULES, title, asked)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Class", "How many head teachers were dismissed? How many of your staff were dismissed for misconduct?"),
        ("Doors", "How many door supervisors were accused of assault? And how many were serving police officers?"),
        ("Fire", "How many officers and firefighters were dismissed for gross misconduct after the blaze?"),
        ("Impostors", "How many people posed as a PC? How many officers were disciplined for losing a warrant card?"),
        ("Breaches", "How many officers were dismissed for a relationship with a registered sex offender?"),
        ("Register", "Are any serving constables registered sex offenders, and were they dismissed?"),
        ("Book", "I am a nurse. How many staff of the force were suspended for gross misconduct?"),
        ("Violence", "How many officers assaulted a prisoner, and how many were dismissed for gross misconduct?"),
        ("Schools", "How many safer schools officers were suspended for misconduct?"),
        ("Depots", "How many bus drivers were sacked? How many officers were told to resign after gross misconduct?"),
        ("Wards", "How many nurses accused officers of assault? How many officers were told that they were dismissed?"),
        ("Pitches", "How many referees were attacked? How many officers were investigated for assaults on staff?"),
        ("Trains", "How many train guards told officers of a theft, and how many officers were dismissed for it?"),
        ("Kennels", "How many police staff at the force's kennels were dismissed for gross misconduct?"),
        ("Marinas", "How many officers of the unit at the marina were suspended for gross misconduct?"),
        ("Museums", "How many officers were dismissed for gross misconduct after a theft from a museum?"),
        ("Walkers", "How many police officers accused of assaulting dog walkers were dismissed for misconduct?"),
        ("Swyddogion", "Faint o swyddogion a gafodd eu diswyddo am gamymddwyn difrifol?"),
        ("Gwrandawiadau", "Nifer y gwrandawiadau camymddwyn a'u canlyniad"),
        ("Cwynion", "Faint o gwynion yn erbyn swyddogion a gafwyd?"),
    ],
)
def test_what_the_police_did_beside_them_is(topics, title: str, asked: str) -> None:
    assert about(topics, title, asked)


@pytest.mark.parametrize("asked", ["Faint o gwynion am sŵn a gafwyd?", "Faint o swyddogion sy'n siarad Cymraeg?"])
def test_welsh_questions_about_something_else_are_not(topics, asked: str) -> None:
    assert not about(topics, "Cymru", asked)


def test_a_story_is_read_as_a_question_is(topics) -> None:
    told = "Nine nurses were dismissed for gross misconduct after a hearing. Police were told of two of them."
    assert match(topics, [("title", "Nurses sacked for misconduct"), ("response", told)]) == ()


def test_the_rules_of_a_users_own_topic_stand_whoever_is_meant(tmp_path) -> None:
    own = tmp_path / "topics.toml"
    own.write_text(
        '[topic.guns]\npart_of = "misconduct"\n[[topic.guns.rule]]\nname = "x"\nany = ["shotgun*"]\n', "utf-8"
    )
    asked = [("title", "Guns"), ("request", "How many shotgun certificates were revoked for misconduct?")]
    assert "guns" in [one.topic for one in match(load(own), asked)]
    assert match(RULES, asked) == ()
