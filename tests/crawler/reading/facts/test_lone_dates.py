"""Dates that stand alone, beside a reference, or behind a name."""

import time

import pytest

from crawler.reading.facts.letter_dates import letter_dates
from crawler.reading.facts.lone_dates import is_lone_date


@pytest.mark.parametrize(
    "line",
    [
        "18th January 2018.",
        "22 Gorffennaf / July 2025",
        "Dydd Mawrth / Tuesday 22 Gorffennaf / July 2025",
        "FOI2024/09915 – 6th December 2024",
        "6 December 2024 | FOI2024/09915",
        "FOI 412/25, 6 December 2024",
        "412/25 (6 December 2024)",
        "DPO/FOI/009871/23 - 06/12/2024",
        "01.FOI.24.999001 | 6 December 2024",
        "FOI/99345 • Friday 6 December 2024",
        "24/11/0926 of 6 December 2024",
        "Ref 412/25 dated 6 December 2024",
        "FOI request 412/25 · 6 December 2024",
        "IM-FOI-2021-9942, 31st May 2021",
    ],
)
def test_a_date_alone_or_beside_a_reference(line: str) -> None:
    assert is_lone_date(line)
    assert letter_dates([line, "How many?"], "", "")[0].responded


@pytest.mark.parametrize(
    "line",
    [
        "18th January 2018 was a cold day",
        "Q1 2024/25 – 30 June 2024",
        "2023/24 – 30 June 2024",
        "Operation 12-24 – 30 June 2024",
        "412/25 and 413/25 – 30 June 2024",
        "412/25 received 30 June 2024",
    ],
)
def test_a_date_among_other_words(line: str) -> None:
    assert not is_lone_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "Alma Clerk | 30 October 2023",
        "Alma Clerk, 30 October 2023",
        "A. Clerk 30 October 2023",
        "Alma Clerk – Disclosure Officer – 30/10/2023",
        "A. Clerk (30.10.2023)",
        "Alma Clerk, Information Officer, Monday 30th October 2023",
        "Mrs A Clerk, on 30 October 2023",
        "Edith O’Clerk-Scribe • 30 October 2023",
        "Rhys Clerc, Swyddog Rhyddid Gwybodaeth, 30 Hydref / October 2023",
        "Information Access Team | 30 October 2023",
        "Yours, the Records Team, 30 October 2023",
        "Yours sincerely, Alma Clerk, 30 October 2023",
        "With kind regards – A. Clerk – 30 October 2023",
        "For the Chief Constable, 30 October 2023",
        "Dyfed Powys Police, 30ain Hydref 2023 / 30th October 2023, file 417/2023",
        "Alma Clerk, 30 October 2023, our case 2023-0417",
        "Alma Clerk, 30 October 2023 (FOI 417/23)",
    ],
)
def test_who_signs_a_letter_and_when(line: str) -> None:
    assert letter_dates(["Nine dogs.", line, "Filed under: Other"], "", "")[0].responded == "2023-10-30"


@pytest.mark.parametrize(
    "line",
    [
        "Last Updated 3 May 2025",
        "Page Reviewed | 3 May 2025",
        "Crown Copyright 3 May 2025",
        "Posted By Admin | 3 May 2025",
        "Next Public Meeting, 3 May 2025",
        "Dogs 3 May 2025",
        "Alma Clerk wrote on 3 May 2025",
        "Alma Clerk, 3 May 2025 to 9 May 2025",
        "Alma Clerk, 3 May 2025, rooms 4 and 5",
        "Alma Clerk, 3 May 2025, 412/25, 413/25",
        "Yours, until the Review Meeting, 3 May 2025",
        "The Next Public Meeting, 3 May 2025",
        "For the Week Ending, 3 May 2025",
    ],
)
def test_a_date_that_nobody_signs_with(line: str) -> None:
    assert letter_dates(["Nine dogs.", line], "", "")[0].responded == ""


def test_hostile_lines_are_read_in_linear_time() -> None:
    start = time.process_time()
    for piece in ("A ", "A.", "| ", "– ", "FOI ", "1/", "Aa ", "3 May 2025 / "):
        assert not is_lone_date(piece * 20_000)
        assert not is_lone_date(piece * 40 + "3 May 2025 x")
    assert time.process_time() - start < 1
