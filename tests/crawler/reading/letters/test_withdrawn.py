"""A request that its writer takes back."""

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.letters.withdrawn import is_withdrawn, withdraws


@pytest.mark.parametrize(
    "text",
    [
        "The council has sent me all this. I therefore withdraw my request.",
        "We have decided to withdraw the whole FOI request, with thanks for your patience.",
        "Please treat this request as withdrawn.",
        "I would like to cancel this request of 4 May.",
        "Please now close my enquiry. Sorry for the trouble.",
        "I no longer need the information.",
        "Found it, so I no longer need it, thanks.",
        "My request may be closed.",
    ],
)
def test_it_is_taken_back(text: str) -> None:
    assert withdraws([text])


@pytest.mark.parametrize(
    "text",
    [
        "I do not withdraw my request.",
        "I will withdraw my request if you publish the list.",
        "Unless I hear by Friday I withdraw nothing.",
        "I withdraw question 2.",
        "I withdraw my request for a review.",
        "I no longer need the information for 2019.",
        "I no longer need it in years.",
        "Please do not close my request.",
        "Please drop the request for the names.",
        "You told me to treat it as closed.",
        "How many applications were withdrawn?",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not withdraws([text])


def test_the_archive_may_say_so() -> None:
    assert is_withdrawn(["Dogs", "This request has been withdrawn by the person who made it."])
    assert is_withdrawn(["R. Quill has withdrawn this request."])
    assert not is_withdrawn(["The request was refused.", *["How many dogs?"] * 8, "The request was withdrawn."])


def _outcome(reply: str, last: str, status: str = "Waiting for a response.") -> str:
    letters = (
        ("outgoing", "R. Quill 4 March 2025", "Dear Kent Police, How many dogs bit an officer?"),
        ("incoming", "Kent Police 5 March 2025", reply),
        ("outgoing", "R. Quill 9 March 2025", last),
    )
    body = "".join(
        f'<div class="correspondence {side}"><p>{head}</p><p>{text}</p><p>Yours faithfully</p></div>'
        for side, head, text in letters
    )
    return read_page(f"<html><body><h1>Dogs</h1><p>{status}</p>{body}</body></html>", "").outcome


RECEIPT = "We have received your request and will answer within 20 working days."


def test_what_was_withdrawn_unanswered_has_no_outcome() -> None:
    assert _outcome(RECEIPT, "I withdraw my request.") == "unknown"
    assert _outcome(RECEIPT, "The vet told me.", "R. Quill has withdrawn this request.") == "unknown"
    assert _outcome(RECEIPT, "When will I hear?") == "pending"


def test_what_was_answered_before_keeps_its_outcome() -> None:
    assert _outcome("We do not hold this information.", "I withdraw my request.", "Sent to one body.") == "not_held"
