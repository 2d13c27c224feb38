"""What a date is the date of."""

import re
import time
from itertools import cycle
from pathlib import Path

import pytest

from crawler.reading.facts.date_roles import is_dated_label, role
from crawler.reading.facts.dates import dates_in

_TOLD = Path(__file__).parents[1] / "dates.txt"
_ROLE = re.compile(r"\[(\w+)\]")
_DAYS = ("3 May 2024", "17th June 2024", "9 August 2024", "21/10/2024")
_SURE = 0.95


def _role(line: str, above: str = "") -> str:
    return role(line, dates_in(line)[0], above)


def test_what_people_said_of_dates_is_told_by_the_weights() -> None:
    right = []
    for row in _TOLD.read_text("utf-8").splitlines()[2:]:
        days, above = cycle(_DAYS), ""
        for part in row.split(" // "):
            line = _ROLE.sub(lambda _, days=days: next(days), part)  # type: ignore[misc]
            wanted = _ROLE.findall(part)
            for name, date in zip(wanted, dates_in(line), strict=True):
                right.append(role(line, date, above) in ((name,) if name != "other" else ("other", "")))
            above = line
    assert sum(right) > _SURE * len(right) > 900


def test_what_is_told_is_sorted_once() -> None:
    rows = _TOLD.read_text("utf-8").splitlines()
    assert len(set(rows)) == len(rows)
    assert {name for row in rows[2:] for name in _ROLE.findall(row)} == {"received", "responded", "published", "other"}


@pytest.mark.parametrize(
    ("above", "name"), [("Date received", "received"), ("Date of reply:", "responded"), ("Published on", "published")]
)
def test_a_label_may_stand_above_its_date(above: str, name: str) -> None:
    assert _role("3 May 2024", above) == name


def test_labels_may_head_the_columns_of_a_table() -> None:
    above, line = "| Ref | Date received | Date sent |", "| 12/25 | 3 May 2024 | 9 June 2024 |"
    assert [role(line, date, above) for date in dates_in(line)] == ["received", "responded"]


def test_dates_in_one_line_have_each_their_own() -> None:
    line = "Received: 3 May 2024 | Responded: 9 June 2024 | Published: 1 July 2024"
    assert [role(line, date) for date in dates_in(line)] == ["received", "responded", "published"]
    line = "Logged 22 September 2025, closed 16 October 2025"
    assert [role(line, date) for date in dates_in(line)] == ["received", "responded"]


@pytest.mark.parametrize(
    "line",
    [
        "Responded to: 14 April 2022",
        "Date received: Monday 3 May 2024",
        "Received: 3 May 2024, answered: 9 June 2024",
        "Dyddiad yr ymateb / Date of response: 14 July 2025",
    ],
)
def test_a_label_and_its_date(line: str) -> None:
    assert is_dated_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "3 May 2024",
        "Monday the 3rd of May 2024",
        "| Date received | 3 May 2024 |",
        "Date received: 3 May 2024 and some more words",
        "FOI 412/25 received 3 May 2024",
        "How many officers were dismissed before 3 May 2024?",
        "Last updated: 3 May 2024",
    ],
)
def test_what_is_no_label_and_its_date(line: str) -> None:
    assert not is_dated_label(line)


def test_hostile_lines_are_weighed_in_linear_time() -> None:
    start = time.process_time()
    for piece in ("Monday ", "received ", "| ", "a-", "'s ", "3 May 2025 "):
        line = piece * 20_000 + "3 May 2025"
        assert role(line, dates_in(line)[-1]) in ("", "received", "responded", "published", "other")
        assert not is_dated_label(line)
    assert time.process_time() - start < 2
