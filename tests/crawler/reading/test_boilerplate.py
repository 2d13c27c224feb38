"""Which sentences every letter carries, and which are the answer or the requester's own."""

import pytest

from crawler.reading.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "I handle all requests in a manner that is blind to the identity of the requestor.",
        "The data is an un-audited snapshot of live systems.",
        "You may write to the Information Commissioner at Wycliffe House.",
        "If you are dissatisfied with this response you may ask for an internal review.",
        "Should you have any further enquiries concerning this matter, do write.",
        "This is subject to copyright of the force.",
        "Anything sent out under the Act is a release to the world.",
        "Forces record these matters in different ways.",
        "The reply contains intellectual property of the force.",
        "Please do not hesitate to contact me with the reference above.",
        "Thank you for your request of 3 May, which we received that day.",
    ],
)
def test_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nine officers were dismissed.",
        "Section 40(2) applies to the names.",
        "How many complaints were not upheld?",
        "Thank you for your help.",
        "I am writing a book on the police.",
        "Your request has been considered and is refused under section 14.",
    ],
)
def test_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)
