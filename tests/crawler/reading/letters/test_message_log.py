"""Logs of the messages of a case, in and out."""

import time

import pytest

from crawler.reading.disclosure import read_text
from crawler.reading.letters.message_log import logged

_ASKED = ["Dear team", "How many owls are kept?", "What do they eat?", "Regards", "J. Wren"]
_GIVEN = ["Nine owls are kept. They eat mice."]


@pytest.mark.parametrize(
    ("incoming", "outgoing"),
    [
        (["-----Incoming-----", "Sent: 3 May 2025 09:12"], ["-----Outgoing-----", "Sent: 28 May 2025 10:00"]),
        (["=== INBOUND 1 (3 May 2025) ==="], ["=== OUTBOUND 1 (28 May 2025) ==="]),
        (["[in] 3 May 2025 09:12"], ["[out] 28 May 2025 10:00"]),
        (["Message in: 3 May 2025", "From: J. Wren"], ["Message out: 28 May 2025", "Subject: RE: owls"]),
        (["2. Incoming e-mail", "Filed as 25/0412", "Date: 03/05/2025"], ["3. Outgoing e-mail", "Date: 28/05/2025"]),
    ],
)
def test_the_first_message_in_is_the_request_and_the_last_one_out_the_answer(
    incoming: list[str], outgoing: list[str]
) -> None:
    receipt = [*outgoing[:1], "We have received your request."]
    found = logged(["Case 25/0412", *incoming, *_ASKED, *receipt, *outgoing, *_GIVEN])
    assert found is not None
    assert (found.quoted, found.newest) == (tuple(_ASKED[1:3]), tuple(_GIVEN))
    assert (found.asked_on, found.answered_on) == ("2025-05-03", "2025-05-28")


@pytest.mark.parametrize(
    "lines",
    [
        ["Incoming calls", "How many?", "Outgoing calls", "Nine."],
        ["-----Outgoing-----", "Nine owls.", "-----Incoming-----", "Thank you."],
        ["-----Incoming-----", "How many owls?"],
        ["In 2024", "Nine.", "Out", "None."],
        [],
    ],
)
def test_what_is_no_log_of_messages(lines: list[str]) -> None:
    assert logged(lines) is None


def test_a_log_is_read_as_request_and_answer() -> None:
    read = read_text("\n".join(["Owls", "--- Incoming ---", *_ASKED, "--- Outgoing ---", *_GIVEN]))
    assert read.request_text == "How many owls are kept?\nWhat do they eat?"
    assert read.response_text == _GIVEN[0]


def test_a_mark_with_nothing_below_it_says_nothing() -> None:
    found = logged(["[Incoming]", "[Outgoing]"])
    assert found is not None
    assert (found.quoted, found.newest) == ((), ())


@pytest.mark.parametrize("line", ["-" * 50_000, "message " * 9_000, "1." * 40_000])
def test_hostile_lines_take_no_time(line: str) -> None:
    begun = time.perf_counter()
    logged([line, "[out]", line, "[in]"])
    assert time.perf_counter() - begun < 0.5
