"""Replies of several forces."""

import pytest

from crawler.reading.facts.forces import named
from crawler.reading.facts.joint import joint

NORFOLK, SUFFOLK = "Norfolk Constabulary", "Suffolk Constabulary"
KENT, ESSEX = "Kent Police", "Essex Police"
THREE = ("Bedfordshire Police", "Cambridgeshire Constabulary", "Hertfordshire Constabulary")


@pytest.mark.parametrize(
    ("line", "host", "names"),
    [
        (
            "This is a joint response on behalf of Norfolk Constabulary and Suffolk Constabulary.",
            NORFOLK,
            (NORFOLK, SUFFOLK),
        ),
        (
            "the request that Norfolk Constabulary and Suffolk Constabulary had from you on the 11th",
            NORFOLK,
            (NORFOLK, SUFFOLK),
        ),
        (
            "This reply is made on behalf of both Kent Police and Essex Police, which share an office.",
            KENT,
            (KENT, ESSEX),
        ),
        ("Norfolk and Suffolk Constabularies have located the following.", SUFFOLK, (NORFOLK, SUFFOLK)),
        (
            "Your enquiry, which Kent Police and Essex Police got on 3 May, is answered by the team.",
            KENT,
            (KENT, ESSEX),
        ),
        ("Kent Police and Essex Police hold the information.", ESSEX, (KENT, ESSEX)),
        ("Kent and Essex Police can confirm that they hold it.", KENT, (KENT, ESSEX)),
        ("This letter answers for Bedfordshire, Cambridgeshire and Hertfordshire Constabularies.", THREE[0], THREE),
        ("The reply covers the three forces of Bedfordshire, Cambridgeshire and Hertfordshire.", THREE[1], THREE),
        ("Thank you for your request to both Kent Police and Essex Police, received on 3 May.", KENT, (KENT, ESSEX)),
        ("This joint reply is made by our team on behalf of Kent Police and Essex Police.", KENT, (KENT, ESSEX)),
        ("|  | Norfolk | Suffolk |", NORFOLK, (NORFOLK, SUFFOLK)),
        ("This reply is given on behalf of Bedfordshire, Cambridgeshire and Hertfordshire.", THREE[2], THREE),
        ("Reply for Kent Police and Essex Police:", KENT, (KENT, ESSEX)),
        ("You sought the following from Kent Police and Essex Police:", KENT, (KENT, ESSEX)),
        ("The answer covers both Norfolk and Suffolk.", SUFFOLK, (NORFOLK, SUFFOLK)),
        ("This is a joint response on behalf of Kent Police and Sussex Police.", KENT, (KENT, "Sussex Police")),
        ("Posted 24 September 2025 for Kent Police and Essex Police", KENT, (KENT, ESSEX)),
    ],
)
def test_a_reply_of_several(line: str, host: str, names: tuple[str, ...]) -> None:
    assert set(joint([line], named(host))) == set(names)


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("Kent Police and Essex Police share an information management team.", KENT),
        ("This email may hold material from Kent Police and/or Essex Police.", KENT),
        ("The unit handles requests for Norfolk Constabulary and Suffolk Constabulary.", NORFOLK),
        ("The Information Rights team responds on behalf of Kent Police and Essex Police.", ESSEX),
        ("Officers moved to Kent Police and to the Metropolitan Police.", ESSEX),
        ("This reply is for Kent Police only; Essex Police will write to you separately.", KENT),
        ("Norfolk and Suffolk Constabularies provide you with the right to request a review.", NORFOLK),
        ("Figures may not be compared with those of Kent Police and Surrey Police.", KENT),
        ("|  | Norfolk | Kent |", NORFOLK),
        ("On behalf of Surrey Police I am writing about your request.", "Surrey Police"),
        ("Kent Police holds nothing on this.", KENT),
        ("Your enquiry to Kent Police, which shares a team with Essex Police, came on 3 May.", KENT),
    ],
)
def test_a_reply_of_one(line: str, host: str) -> None:
    assert joint([line], named(host)) == ()


def test_the_forces_of_an_office_answer_as_one() -> None:
    host = named("Cambridgeshire Constabulary")
    assert len(joint(["The unit is shared, so the three forces have agreed on a single answer."], host)) == 3
    assert joint(["The vetting unit is shared between three forces."], host) == ()
    assert joint(["Both forces have agreed on a joint response."], host) == ()


def test_an_office_that_signs_for_its_neighbours_leaves_the_answer_to_the_one_that_speaks() -> None:
    signed = "Information Rights, on behalf of Bedfordshire, Cambridgeshire and Hertfordshire"
    assert joint(["Cambridgeshire Constabulary is able to answer points 1 and 2.", signed], named(THREE[1])) == ()
    assert joint(["The information is held.", signed], named(THREE[1])) == THREE


def test_one_office_that_answers_for_the_pair() -> None:
    line = "Norfolk and Suffolk Constabularies share one department, and it is answering for the pair of them."
    assert joint([line], named(NORFOLK)) == (NORFOLK, SUFFOLK)


@pytest.mark.parametrize(
    ("line", "host", "names"),
    [
        (
            "Norfolk and Suffolk Constabularies share much, and one reply is sent on behalf of the two of them.",
            NORFOLK,
            (NORFOLK, SUFFOLK),
        ),
        (
            "Norfolk and Suffolk Constabularies share many functions and one reply is accordingly sent for both.",
            "",
            (NORFOLK, SUFFOLK),
        ),
        ("Kent Police and Essex Police have one team, and this letter covers both.", KENT, (KENT, ESSEX)),
        ("As Kent Police and Essex Police work together, this is the answer of both forces.", KENT, (KENT, ESSEX)),
        ("Kent Police and Essex Police share a unit; the response is for the pair.", ESSEX, (KENT, ESSEX)),
        ("Kent Police and Essex Police share a unit and its reply comes from both.", "", (KENT, ESSEX)),
        ("Kent Police and Essex Police share a unit, and the decision is that of both.", KENT, (KENT, ESSEX)),
        (
            "Bedfordshire Police, Cambridgeshire Constabulary and Hertfordshire Constabulary share an office and the"
            " reply is made on behalf of the three.",
            THREE[0],
            THREE,
        ),
        (
            "The office is shared by Bedfordshire, Cambridgeshire and Hertfordshire Constabularies, and one response is"
            " issued for all three forces.",
            "",
            THREE,
        ),
        (
            "Surrey Police and Sussex Police share one office and a single reply is hereby given on behalf of both.",
            "Surrey Police",
            ("Surrey Police", "Sussex Police"),
        ),
    ],
)
def test_a_shared_office_that_says_one_reply_is_of_all(line: str, host: str, names: tuple[str, ...]) -> None:
    assert set(joint([line], named(host) if host else None)) == set(names)


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("Kent Police and Essex Police share a team, which sends letters for both.", KENT),
        (
            "Your request has been logged by the Joint Unit of Hampshire & Isle of Wight Constabulary and Thames"
            " Valley Police and given the number 22/24.",
            "Thames Valley Police",
        ),
        ("Thank you for your request to the Information Team of Norfolk and Suffolk Constabularies.", NORFOLK),
        ("I refer to the request you sent to the shared disclosure office of Kent Police and Essex Police.", KENT),
        ("Your request was passed to the bureau of Kent Police and Essex Police.", ESSEX),
        ("Your request has been passed to Kent Police and Essex Police's joint unit.", ESSEX),
        ("The Joint Unit of Kent Police and Essex Police has received your request.", KENT),
        ("The team serving both Kent Police and Essex Police acknowledges your request.", KENT),
        ("Your request was logged by the department shared by Kent Police and Essex Police.", KENT),
    ],
)
def test_whoever_writes_to_a_shared_office_asks_one_force(line: str, host: str) -> None:
    assert joint([line], named(host)) == ()


def test_each_force_of_an_office_in_its_row() -> None:
    table = ["| Force | 2023 | 2024 |", "| Norfolk | 2 | 3 |", "| Suffolk | 1 | 4 |", "| Total | 3 | 7 |"]
    assert joint(table, named(NORFOLK)) == (NORFOLK, SUFFOLK)
    assert joint([*table, "| Kent | 2 | 2 |"], named(NORFOLK)) == ()
    assert joint(table[:2], named(NORFOLK)) == ()
    assert joint(["| Moved to | 2023 |", *table[1:]], named(NORFOLK)) == ()


def test_a_reply_that_only_says_how_many_it_is_of_is_of_the_office_or_of_those_listed() -> None:
    told = "Both forces had your letter on 6 May and answer it together."
    assert joint([told], named(KENT)) == (KENT, ESSEX)
    assert joint([told], named(THREE[0])) == ()
    assert joint([told], None) == ()
    assert joint([KENT, told], None) == (KENT, ESSEX)
    assert joint(["Cumbria Constabulary", told], None) == ()
    city = "City of London Police"
    asked = "Metropolitan Police Service and City of London Police"
    assert joint([asked, told], None) == ("Metropolitan Police Service", city)
    assert joint([told, f"The {asked} hold no such plan."], named(city)) == ("Metropolitan Police Service", city)
    assert joint([told, f"Officers marched with the {asked} on the day."], named(city)) == ()
    assert joint([told, f"The {asked} hold no such plan."], named("Cumbria Constabulary")) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The joint desk answers for Kent Police and for Essex Police, to both of which you wrote on 6 May.",
        "The joint desk writes here on behalf of Kent Police and Essex Police.",
        "Your enquiry was made to Kent Police and to Essex Police, whose desk replies to such enquiries.",
        "Kent Police and Essex Police have no record of the loss.",
        "Kent Police and Essex Police keep no such list.",
        "This answer is the work of one desk and is given for Kent Police and for Essex Police.",
        "Our letter is sent in the names of Kent Police and Essex Police.",
        "Kent Police and Essex Police have agreed to send you one letter.",
        "Kent Police and Essex Police run one stable, so this answer is from both. Your third point is refused.",
    ],
)
def test_a_shared_office_that_answers_this_letter_for_both(line: str) -> None:
    assert joint([line], named(KENT)) == (KENT, ESSEX)


@pytest.mark.parametrize(
    "line",
    [
        "Kent Police and Essex Police have a joint crime directorate.",
        "Kent Police and Essex Police no longer share a dog section.",
        "Kent Police and Essex Police keep a common register of dogs.",
        "We wrote to Kent Police about a transfer to Essex Police.",
        "Medals were given for courage to Kent Police and to Essex Police.",
        "Kent Police and Essex Police have one stable. You ask for an answer from both stables. None is held.",
    ],
)
def test_what_two_forces_do_together_is_no_reply_of_both(line: str) -> None:
    assert joint([line], named(KENT)) == ()


def test_one_force_whose_name_has_an_and() -> None:
    assert joint(["Joint reply of Devon & Cornwall Police"], named("Devon and Cornwall Constabulary")) == ()


def test_the_column_of_forces_may_be_any_and_have_a_head_of_two_rows() -> None:
    heads = ["| Force | Sold |  |", "| Force | 2023 | 2024 |"]
    assert joint([*heads, "| Kent Police | 7 | 4 |", "| Essex Police | 5 | 1 |"], named(KENT)) == (KENT, ESSEX)
    table = ["| Year | Force | Sold |", "| 2023 | Kent | 7 |", "| 2023 | Essex | 5 |"]
    assert joint(table, named(ESSEX)) == (KENT, ESSEX)
    assert joint([*table, "| 2023 | Surrey | 5 |"], named(ESSEX)) == ()
    assert joint(["| Year | Station | Sold |", *table[1:]], named(ESSEX)) == ()
    transfers = ["| Force | Joined us |", "| Bedfordshire | 2 |", "| Cambridgeshire | 1 |"]
    assert joint(transfers, named(THREE[2])) == ()
