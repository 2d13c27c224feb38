"""Dates as letters write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.facts.dates import dates_in, iso_date, with_year

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2049, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("18th January 2018", "2018-01-18"),
        ("9th October, 2024", "2024-10-09"),
        ("12^th March 2021", "2021-03-12"),
        ("11/07/2012", "2012-07-11"),
        ("17/02/15", "2015-02-17"),
        ("10.08.18", "2018-08-10"),
        ("11-02-2022", "2022-02-11"),
        ("January 17, 2025", "2025-01-17"),
        ("3rd Sept 2018", "2018-09-03"),
        ("Mehefin 2025", "2025-06"),
        ("2 Chwefror 2024", "2024-02-02"),
        ("May 2020", "2020-05"),
        ("2025-07-30T09:12:00+01:00", "2025-07-30"),
        ("03-Jul-2025", "2025-07-03"),
        ("3-July-25", "2025-07-03"),
        ("3 July ’25", "2025-07-03"),
        ("DATE IN 03 JUL 25", "2025-07-03"),
        ("cameras in use on 3 Jul 25.", "2025-07-03"),
        ("on 3 July 25 officers attended", ""),
        ("on 3 July 12.30 to 13.00", ""),
        ("9fed o Ebrill 2025", "2025-04-09"),
        ("1af o Fawrth 2024", "2024-03-01"),
        ("2 o fis Mai 2025", "2025-05-02"),
        ("the 5th day of June 2024", "2024-06-05"),
        ("1^st^ May 2024", "2024-05-01"),
        ("2025/07/03", "2025-07-03"),
        ("02 / 02 / 26", "2026-02-02"),
        ("the ninth of August, 2024", "2024-08-09"),
        ("Twenty-Third day of November 2023, at noon", "2023-11-23"),
        ("the thirty first of May 2021", "2021-05-31"),
        ("7.xi.2022", "2022-11-07"),
        ("14/V/2024", "2024-05-14"),
        ("September 31, 2024", ""),
        ("the second, of March 2024 vintage", "2024-03"),
        ("the first may be refused in 2024", ""),
        ("7.iix.2022", ""),
        ("regulation 3.v.12", ""),
        ("20180109", ""),
        ("14/042025", ""),
        ("question 3 may be", ""),
        ("01/FOI/26/004417/B", ""),
        ("HQ/PA/002871/24", ""),
        ("1193.2025/26", ""),
        ("1st November", ""),
        ("31/02/2023", ""),
        ("31 April 2025", ""),
        ("20/09/1088", ""),
        ("15/11/08-144", ""),
        ("no date in 14 words", ""),
    ],
)
def test_iso_date(text: str, iso: str) -> None:
    assert iso_date(text) == iso


def test_a_missing_year_is_the_last_that_fits() -> None:
    (day,) = dates_in("received on 1st November.")
    assert with_year(day, "2018-01-18") == "2017-11-01"
    assert with_year(day, "2018-11-20") == "2018-11-01"
    assert with_year(day, "") == ""
    received, _ = dates_in("received on the first of November, sent on 2 December 2017")
    assert with_year(received, "2018-01-18") == "2017-11-01"


def test_an_impossible_date_is_found_and_known_for_one() -> None:
    (day,) = dates_in("Date: 31/02/2023")
    assert not day.possible


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%d.%m.%y", "%B %d, %Y", "%Y-%m-%d"]))
def test_every_day_in_every_form(day: datetime.date, form: str) -> None:
    assert iso_date(f"Date: {day.strftime(form)}.") == day.isoformat()


@given(st.text(max_size=80))
def test_any_text_gives_a_date_or_nothing_and_reads_again_as_itself(text: str) -> None:
    iso = iso_date(text)
    assert iso_date(iso) == iso


@pytest.mark.parametrize(
    "text",
    [
        "22 Gorffennaf / July 2025",
        "22 July/Gorffennaf 2025",
        "22 Gorffennaf / 22 July 2025",
        "22ain o Orffennaf 2025 / 22nd July 2025",
        "22 Gorffennaf 2025 - 22 July 2025",
        "22 Gorffennaf 2025 (22 July 2025",
        "Dydd Mawrth 22 Gorffennaf 2025",
        "22/07/2025 / 22 July 2025",
    ],
)
def test_one_day_in_two_languages(text: str) -> None:
    assert [date.iso for date in dates_in(text)] == ["2025-07-22"]


def test_two_days_beside_each_other_stay_two() -> None:
    assert [date.iso for date in dates_in("3 May 2025 - 9 May 2025")] == ["2025-05-03", "2025-05-09"]
    assert [date.iso for date in dates_in("| 3 May 2025 | 3 May 2025 |")] == ["2025-05-03", "2025-05-03"]
    assert dates_in("3 May / June 2025") == ()
