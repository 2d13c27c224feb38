"""What others say became of a request."""

from crawler.reading.reported import outcome_reported, status


def test_a_report_tells_of_the_reply() -> None:
    assert outcome_reported(["New figures have revealed nine."]) == "disclosed"
    assert outcome_reported(["Figures show nine. It would not say why."]) == "part_disclosed"
    assert outcome_reported(["The force refused to answer."]) == "refused"
    assert outcome_reported(["It rained."]) == "unknown"


def test_the_line_of_status_of_an_archive() -> None:
    assert status(["Bicycles", "The request was partially successful."]) == "part_disclosed"
    assert status(["The request was refused by Kent Police."]) == "refused"
    assert status(["We're waiting for a response.", "Currently waiting for a response from Kent Police"]) == "pending"
    assert status(["Kent Police did not have the information requested."]) == "not_held"
    assert status(["Dear Kent Police,"]) == "unknown"
