"""For whom a document speaks."""

import pytest

from crawler.reading.facts.speakers import answering, asked, of_site, reported

HERTS = "Hertfordshire Constabulary"


def test_the_letterhead_is_not_the_force_that_answers() -> None:
    lines = [
        "Bedfordshire Police Headquarters,",
        "Woburn Road, Kempston",
        "Hertfordshire Constabulary holds this.",
        "Hertfordshire Constabulary provides you the right to request an independent review.",
    ]
    assert answering(lines) == (HERTS,)
    assert answering(lines, "https://www.herts.police.uk/x/") == (HERTS,)


@pytest.mark.parametrize(
    "line",
    [
        "for Information Access, Lancashire Constabulary",
        "From: Lancashire Constabulary",
        "On behalf of the Lancashire Constabulary",
    ],
)
def test_who_signs_or_publishes_counts_for_more_than_who_is_named(line: str) -> None:
    lines = ["Two of the operations were run with British Transport Police."]
    assert answering([*lines, line]) == ("Lancashire Constabulary",)
    # One that goes on signs nothing, and is named as often as the other, which comes first.
    assert answering([*lines, line.replace("for ", "From ") + " for its view."]) == ("British Transport Police",)


def test_a_letterhead_is_enough_where_nobody_else_is_named() -> None:
    head = "Cumbria Constabulary, Carleton Hall, Penrith, House 3"
    assert answering([head, "We hold nothing."]) == ("Cumbria Constabulary",)
    assert answering([head, "Please contact Essex Police."]) == ("Cumbria Constabulary",)
    assert answering([head, "Essex Police, Springfield Road, Chelmsford"]) == ()
    assert answering(["College of Policing, Leamington Road, Ryton", "We hold nothing."]) == ()


def test_an_e_mail_address_tells() -> None:
    assert answering(["Bedfordshire Police Headquarters, Woburn Road", "Email: foi@herts.pnn.police.uk"]) == (HERTS,)


def test_a_joint_reply_has_all_its_forces() -> None:
    line = "This is a joint response on behalf of Surrey Police and Sussex Police."
    assert answering([line]) == ("Surrey Police", "Sussex Police")
    assert answering([line], "https://www.sussex.police.uk/x/") == ("Surrey Police", "Sussex Police")


def test_another_force_in_the_text_is_not_the_answer() -> None:
    lines = ["Kent Police holds this.", "Officers moved to Essex Police and the Metropolitan Police."]
    assert answering(lines, "https://www.kent.police.uk/x/") == ("Kent Police",)


def test_the_owner_is_the_last_resort() -> None:
    assert answering(["Nine dogs."], "", "Gwent Police") == ("Gwent Police",)
    assert answering(["Nine dogs."]) == ()


def test_correspondence_and_news() -> None:
    assert asked(["Dear Kent Police,", "Essex Police is next door"], "") == ("Kent Police",)
    assert reported(
        ["Herts Police paid.", "The force, Hertfordshire Constabulary, said: no", "Kent Police too"], ""
    ) == (HERTS,)


def test_a_log_publishes_its_own_answers_unless_another_is_said_to_answer() -> None:
    assert answering(["Officers moved to Essex Police."], "", "Gwent Police") == ("Gwent Police",)
    assert answering(["Essex Police holds this."], "", "Gwent Police") == ("Essex Police",)
    assert answering(["Essex Police holds this, Gwent Police too."], "", "Gwent Police") == ("Gwent Police",)


def test_whoever_is_only_named_in_passing_does_not_answer() -> None:
    assert answering(["The guidance of the College of Policing explains this."]) == ()
    asked = "Any letters to the College of Policing about proceedings against people who no longer hold a post."
    assert answering(["Kent Police", asked]) == ("Kent Police",)
    assert answering(["You may wish to contact British Transport Police, who hold this."]) == ()


def test_a_neighbour_that_shares_the_office_answers_on_the_hosts_site() -> None:
    lines = ["Hertfordshire Constabulary Headquarters, Welwyn", "Cambridgeshire Constabulary holds this: nine swans."]
    assert answering(lines, "https://www.herts.police.uk/x/") == ("Cambridgeshire Constabulary",)
    lines = ["Kent Police holds this.", "Essex Police holds more."]
    assert answering(lines, "https://www.kent.police.uk/x/") == ("Kent Police",)


def test_what_a_site_calls_itself() -> None:
    assert of_site(("FOI", "West Midlands Police | FOI")) == "West Midlands Police"
    assert of_site(("FOI disclosure log",)) == ""


def test_a_report_on_two_forces_and_on_one_among_others() -> None:
    lines = ["Figures from Kent Police and Essex Police show that nine were lost.", "Kent Police said it was sorry."]
    assert set(reported(lines, "")) == {"Kent Police", "Essex Police"}
    lines = ["Kent Police released the figures.", "Similar numbers came from Essex Police and Sussex Police last year."]
    assert reported(lines, "Kent Police loses nine") == ("Kent Police",)
    assert reported(["The Police Federation said the figures were sad.", "Kent Police gave figures."], "") == (
        "Kent Police",
    )


def test_an_article_that_says_how_many_were_asked() -> None:
    lines = [
        "Using freedom of information law we asked three forces how many they had seized.",
        "Devon and Cornwall Police took 1,311 and Wiltshire Police 744.",
        "Dorset Police turned the request down.",
    ]
    assert set(reported(lines, "")) == {"Devon and Cornwall Constabulary", "Wiltshire Constabulary", "Dorset Police"}


def test_a_report_that_names_an_area_and_its_police() -> None:
    lines = ["Police officers in Nottinghamshire looked up their neighbours.", "The force has acted."]
    assert reported(lines, "Snooping") == ("Nottinghamshire Police",)
    assert reported([*lines, "The police of Kent did not."], "Snooping") == ()
    assert reported(["Shops in Nottinghamshire lost less."], "Thefts") == ()


def test_a_report_on_forces_named_as_often_with_their_figures() -> None:
    lines = ["The Metropolitan Police had 352. Greater Manchester Police had 118 and Northumbria Police 64."]
    names = ("Metropolitan Police Service", "Greater Manchester Police", "Northumbria Police")
    assert reported(lines, "Suspended") == names
    assert reported([*lines, "Northumbria Police said no more."], "Suspended") == ("Northumbria Police",)


@pytest.mark.parametrize(
    "line",
    [
        "Essex Police, which shares its standards department with Kent, gave figures to a similar request.",
        "Essex Police gave figures two years ago.",
        "Neighbouring Essex Police released its figures last year.",
        "By contrast Essex Police answered the same request, and its figures show nine.",
        "Unlike Kent, the force next door answered: Essex Police gave figures.",
        "Essex Police gave the figures freely when asked under freedom of information.",
        "Compared with the figures of Essex Police and of Sussex Police, nine is few.",
        "Essex Police, a nearby force, gave figures; Essex Police said so in 2023.",
        "A similar freedom of information request to Essex Police and Sussex Police brought figures.",
        "Elsewhere, Essex Police put the figures on its website.",
    ],
)
def test_a_report_that_gives_the_figures_of_a_neighbour(line: str) -> None:
    lines = ["Kent Police has turned down a request to say how many dogs it lost.", line, "A spokeswoman said no more."]
    assert reported(lines, "Police refuse to say") == ("Kent Police",)


def test_a_headline_says_how_many_forces_a_report_is_about() -> None:
    lines = ["Kent Police runs 41 electric cars.", "Essex Police has 66.", "Surrey Police has 38."]
    assert set(reported(lines, "Electric cars: three southern forces open the books")) == {
        "Kent Police",
        "Essex Police",
        "Surrey Police",
    }


@pytest.mark.parametrize("both", ["Neither force said why.", "Both police forces said why.", "Both of the forces won."])
def test_both_forces_of_a_report_are_two(both: str) -> None:
    lines = ["Kent Police gave us figures: seven dogs.", "Essex Police found nine.", both]
    assert reported(lines, "Dogs") == ("Kent Police", "Essex Police")
    assert reported([*lines, "Sussex Police has none."], "Dogs") == ("Kent Police",)
    assert reported([*lines[:2], "Both dogs of the force are well."], "Dogs") == ("Kent Police",)


def test_a_force_that_was_asked_the_same_is_reported_on_and_an_inspectorate_is_not() -> None:
    lines = ["Kent Police gave us figures: seven dogs.", "Gwent Police was asked the same and refused."]
    assert reported(lines, "Kent dogs") == ("Kent Police", "Gwent Police")
    watchdog = "The Independent Office for Police Conduct was asked the same and refused."
    assert reported([lines[0], watchdog], "Kent dogs") == ("Kent Police",)


def test_figures_of_all_forces_that_a_report_names_are_of_each() -> None:
    lines = ["Kent Police gave us figures: seven dogs.", "Essex Police lost nine.", "A kennel costs £40."]
    told = "Of the 16 dogs that the two police forces lost, four came back."
    assert reported([*lines, told], "Dogs") == ("Kent Police", "Essex Police")
    assert reported([*lines, "Sussex Police lost none.", told], "Dogs") == ("Kent Police",)
    assert reported([*lines, "The two forces share a kennel."], "Dogs") == ("Kent Police",)
    assert reported([*lines, "Of the 43 forces two lost more."], "Dogs") == ("Kent Police",)
