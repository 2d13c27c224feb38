"""A correspondence, message by message."""

import pytest

from crawler.reading.letters.thread import thread

LINES = """From: A. Tester
4 March 2025
Dear Kent Police,
How many dogs?
Yours faithfully, A. Tester
Information Rights, Kent Police 5 March 2025
We have received your request.
From: Public Disclosure, Kent Police
2 April 2025
Our Ref: 25/03/0999
We hold nine.
A. Tester left an annotation (3 April 2025)
Nine!""".splitlines()


def test_both_sides_and_the_dates() -> None:
    found = thread(LINES)
    assert found is not None
    assert found.asked == ("How many dogs?",)
    assert found.answered == (("We hold nine.",),)
    assert (found.dates.received, found.dates.responded) == ("2025-03-04", "2025-04-02")


def test_a_letter_is_no_thread() -> None:
    assert thread(["4 March 2025", "Dear Sir,", "Nine."]) is None
    assert thread([]) is None


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("This is not about my own dog. Yours faithfully, A. Tester", "This is not about my own dog."),
        ("Any year will do. Many thanks A. Tester", "Any year will do."),
        ("Any year will do. Regards.", "Any year will do."),
        (
            "Please count all. Thanks to the dog unit I know of two.",
            "Please count all. Thanks to the dog unit I know of two.",
        ),
        ("How many were signed Yours faithfully, A. Tester", "How many were signed Yours faithfully, A. Tester"),
    ],
)
def test_a_sign_off_may_be_run_into_the_last_line(last: str, kept: str) -> None:
    found = thread([*LINES[:4], last, *LINES[5:]])
    assert found is not None
    assert found.asked == ("How many dogs?", kept)


@pytest.mark.parametrize(
    ("last", "later"),
    [
        (["It is late.", "A. Tester"], ("It is late.",)),
        (["It is late. A. Tester"], ("It is late.",)),
        (["It is late.", "Yours, A. Tester"], ("It is late.",)),
        (["Ask the other A. Tester again."], ("Ask the other A. Tester again.",)),
    ],
)
def test_what_the_requester_wrote_later_is_kept_without_the_name_that_ends_it(
    last: list[str], later: tuple[str, ...]
) -> None:
    found = thread([*LINES[:11], "From: A. Tester", "3 May 2025", *last])
    assert found is not None
    assert (found.asked, found.later) == (("How many dogs?",), later)


@pytest.mark.parametrize(
    ("last", "held"),
    [
        ("I regret that we need more time to weigh the public interest in your second point.", True),
        ("Before we can start, please tell us whether you mean dogs of the force or any dogs.", True),
        ("Your request has been logged and you should hear from us by 2 April.", False),
    ],
)
def test_a_letter_that_puts_the_answer_off_is_kept_and_a_receipt_is_not(last: str, held: bool) -> None:
    found = thread([*LINES[:9], last])
    assert found is not None
    assert (found.answered, found.held) == ((), (last,) if held else ())
    assert (last in found.receipts) is not held
