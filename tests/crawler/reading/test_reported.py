"""What others say became of a request."""

import pytest

from crawler.reading.reported import outcome_reported, status


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["New figures have revealed nine."], "disclosed"),
        (["Figures show nine. It would not say why."], "part_disclosed"),
        (["The force refused to answer."], "refused"),
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
