"""What others say became of a request."""

import tomllib
from pathlib import Path

import pytest

from crawler.reading.outcome.reported import of_others, outcome_reported, status


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["New figures have revealed nine."], "disclosed"),
        (["Nobody at the force knows how many.", "In a response the force says no such figures exist."], "not_held"),
        (["Figures show nine. It would not say why."], "part_disclosed"),
        (["The force refused to answer."], "refused"),
        (
            [
                "The Echo made a Freedom of Information request for the number of horses, and what came of them.",
                "It was refused.",
            ],
            "refused",
        ),
        (["The Echo made a Freedom of Information request for the figures, which revealed nine."], "disclosed"),
        (["It rained."], "unknown"),
        (
            ["Nine officers left, according to data seen by this paper.", "The Federation declined to comment."],
            "disclosed",
        ),
        (["The force replied to our request in full, giving the rank of each."], "disclosed"),
        (
            ["It cannot say how many, because to count them would be too expensive.", "No figures were given."],
            "refused",
        ),
        (["It turned the request down.", "Home Office figures show that 48 were held."], "refused"),
        (["It has still not said how many.", "The answer is overdue."], "pending"),
        (["The force said that it does not record the information."], "not_held"),
        (["The force will neither confirm nor deny it."], "ncnd"),
        (["Data released by the force show nine.", "“They refuse to say more”, said a neighbour."], "disclosed"),
        (["The force released the information under the Freedom of Information Act."], "disclosed"),
    ],
)
def test_a_report_tells_of_the_reply(lines: list[str], outcome: str) -> None:
    assert outcome_reported(lines) == outcome


def test_a_table_is_an_answer_and_a_named_exemption_a_refusal() -> None:
    assert outcome_reported(["It rained."], table=True) == "disclosed"
    assert outcome_reported(["It rained."], table=True, exempt=True) == "part_disclosed"


def test_the_line_of_status_of_an_archive() -> None:
    assert status(["Bicycles", "The request was partially successful."]) == "part_disclosed"
    assert status(["The request was refused by Kent Police."]) == "refused"
    assert status(["We're waiting for a response.", "Currently waiting for a response from Kent Police"]) == "pending"
    assert status(["Kent Police did not have the information requested."]) == "not_held"
    assert status(["Dear Kent Police,"]) == "unknown"


SORTED = tomllib.loads((Path(__file__).parents[1] / "reports.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("kind", "floor"), [("disclosed", 0.9), ("refused", 0.9), ("not_held", 0.85), ("pending", 0.9)]
)
def test_sentences_that_people_have_sorted_keep_a_floor(kind: str, floor: float) -> None:
    found = [outcome_reported([sentence]) for sentence in SORTED[kind]]
    # `Not one figure was supplied` says by itself only that nothing was given.
    assert sum(one == kind for one in found) / len(found) >= floor - 0.1
    assert sum(outcome_reported([sentence]) == "unknown" for sentence in SORTED["other"]) / len(SORTED["other"]) >= 0.9


def test_what_other_forces_did_without_their_names() -> None:
    assert of_others("Three neighbouring forces answered the same questions in full.", ("Kent Police",))
    assert not of_others("The force answered two other questions in full.", ("Kent Police",))


def test_no_reason_and_no_decision_yet_are_no_refusal() -> None:
    told = ["The force has still not replied.", "No reason for keeping the sums back has been given."]
    assert outcome_reported(told) == "pending"
    assert outcome_reported(["It kept the sums back, and gave no reason."]) == "refused"


def test_a_limit_of_drink_and_a_quotation_alone_decide_nothing() -> None:
    figures = "Fourteen officers were convicted, according to figures obtained by this newspaper."
    assert outcome_reported([figures, "It was asked how many were found driving over the limit."]) == "disclosed"
    denied = "The force said it could neither confirm nor deny that it held any."
    assert outcome_reported([denied, "“Sources need to know that nothing is said,” the reply says."]) == "ncnd"


def test_the_whole_may_be_turned_down() -> None:
    assert (
        outcome_reported(["In a two-page reply the force turned down the whole of it, as it would cost."]) == "refused"
    )
    assert outcome_reported(["The force answered all of the questions in full."]) == "disclosed"


def test_more_days_are_no_answer() -> None:
    waits = (
        "Its information team wrote to say that it needs a further twenty working days to consider the public interest."
    )
    assert outcome_reported([waits]) == "pending"
    assert outcome_reported(["The force said a decision should be expected by May."]) == "pending"


def test_what_was_asked_and_what_is_not_confirmed_give_nothing() -> None:
    asked = "The Post used the Freedom of Information Act to ask how many officers had been found out since 2020."
    assert outcome_reported([asked, "The force said that it did not hold any of the information."]) == "not_held"
    denied = "In its reply the force said it could neither confirm nor deny that it held any, quoting Section 30(3)."
    assert outcome_reported([asked, denied]) == "ncnd"
    assert (
        outcome_reported(["Figures that we asked for, to see how many left, show that 14 officers did."]) == "disclosed"
    )


def test_what_a_neighbour_gave_is_no_part_of_the_reply() -> None:
    refused = "The force turned the whole of the request down."
    assert outcome_reported([refused, "Neighbouring Northshire answered the same questions in full."]) == "refused"


def test_answers_that_were_sent_are_given() -> None:
    assert outcome_reported(["All three sent complete answers within the 20 working days."]) == "disclosed"
    assert outcome_reported(["Three forces have disclosed what their cars cost to run."]) == "disclosed"
    assert outcome_reported(["We sent our questions in May.", "The force has not answered."]) == "pending"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("The force gave us the figures and kept nothing back.", "disclosed"),
        ("Nothing had to be blacked out, and it withheld nothing.", "disclosed"),
        ("It replied within a week without claiming a single exemption.", "disclosed"),
        ("It did not withhold any of the records.", "disclosed"),
        ("It held nothing back except the ranks.", "part_disclosed"),
        ("It kept the ranks back.", "part_disclosed"),
        ("The records were redacted, without a word of explanation.", "part_disclosed"),
        ("It listed neighbours, cousins and a singer whom it did not name.", "disclosed"),
        ("It would not say who the singer was, whom it did not name.", "part_disclosed"),
        ("It did not name the officers.", "part_disclosed"),
        ("It was asked for the ranks, which it did not give.", "part_disclosed"),
    ],
)
def test_what_was_not_kept_back_is_no_refusal(told: str, outcome: str) -> None:
    figures = "Figures released to this newspaper show that nine cars were lost."
    assert outcome_reported([figures, told]) == outcome


def test_to_say_that_nothing_was_kept_back_is_to_say_that_all_was_given() -> None:
    assert outcome_reported(["The force kept nothing back."]) == "disclosed"
    assert outcome_reported(["He was sacked without holding a hearing."]) == "unknown"
