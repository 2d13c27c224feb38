"""What others say became of a request."""

import pytest

from crawler.reading.outcome.outcome import decide
from crawler.reading.outcome.reported import of_others, status, told_by_paper

FIGURES = "Figures released under the Freedom of Information Act show that seven had lied and five were drunk."


def outcome(*lines: str, table: bool = False) -> str:
    return decide(told_by_paper(lines), (), has_data=table, article=True).outcome


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Twelve officers have been sacked, the Echo can reveal.", FIGURES, "Four were new."), "disclosed"),
        (
            (
                "Dog bites cost Kent Police £41,000 last year.",
                "The sum, which the force gave in answer to questions from the Echo, covers nine postmen.",
                "Six of the dogs were put down.",
            ),
            "disclosed",
        ),
        (
            (FIGURES, "The force refused to say what the other seven had done, relying on an exemption."),
            "part_disclosed",
        ),
        (
            (
                "Kent Police refused a request by the Echo under the Freedom of Information Act.",
                "It said that the public interest lay in withholding the sum.",
            ),
            "refused",
        ),
        (("The force refused to answer.",), "refused"),
        (("Kent Police told the Echo that it does not hold the information, as falls are not recorded.",), "not_held"),
        (("The force will neither confirm nor deny that it holds any information on such a device.",), "ncnd"),
        (
            (
                "Kent Police has still not answered a request for the cost of its helicopter.",
                "The reply was due in March, and the force has asked for a further 20 working days.",
            ),
            "pending",
        ),
        (("The match ended late.",), "unknown"),
    ],
)
def test_what_a_newspaper_tells_is_weighed_like_a_reply(lines: tuple[str, ...], wanted: str) -> None:
    assert outcome(*lines) == wanted


def test_a_table_is_an_answer() -> None:
    assert outcome("It rained.", table=True) == "disclosed"


def test_only_the_newspapers_own_words_on_the_force_count() -> None:
    lines = [
        "It refused. “They refuse to say more”, said a neighbour.",
        "Essex Police refused. Home Office data show 4.",
    ]
    assert told_by_paper(lines, ("Kent Police",)) == ["It refused."]
    assert told_by_paper(["“Nothing is said,” the reply says."]) == []
    assert told_by_paper(["It called them “personal data” and refused."]) == [
        "It called them personal data and refused."
    ]


def test_the_line_of_status_of_an_archive() -> None:
    assert status(["Bicycles", "The request was partially successful."]) == "part_disclosed"
    assert status(["The request was refused by Kent Police."]) == "refused"
    assert status(["We're waiting for a response.", "Currently waiting for a response from Kent Police"]) == "pending"
    assert status(["Kent Police did not have the information requested."]) == "not_held"
    assert status(["Dear Kent Police,"]) == "unknown"


def test_what_other_forces_did_without_their_names() -> None:
    assert of_others("Three neighbouring forces answered the same questions in full.", ("Kent Police",))
    assert not of_others("The force answered two other questions in full.", ("Kent Police",))
