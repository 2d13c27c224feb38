"""Received, responded, published."""

import pytest

from crawler.reading.letter_dates import is_lone_date, letter_dates, month_folder


@pytest.mark.parametrize(
    ("lines", "received", "responded"),
    [
        (["18th January 2018", "your request for information received on 1st November."], "2017-11-01", "2018-01-18"),
        (["Date: 16/02/26", "Below is your request"], "", "2026-02-16"),
        (["Date of response: 31 May 2019", "Date request received: 3 May 2019"], "2019-05-03", "2019-05-31"),
        (["I respond to your request dated 1st December 2015."], "2015-12-01", ""),
        (["Date:", "11.02.2022"], "", "2022-02-11"),
        (["| Date of response | 9 June 2022 |"], "", "2022-06-09"),
        (["2 July 2025", "Your request reached us on 5th June."], "2025-06-05", "2025-07-02"),
        (["received on 1st November"], "", ""),
        (["How many between 1 January 2019 and 31 March 2020?"], "", ""),
    ],
)
def test_dates(lines: list[str], received: str, responded: str) -> None:
    dates, _ = letter_dates(lines, "", "")
    assert (dates.received, dates.responded) == (received, responded)


def test_what_cannot_be_is_noted() -> None:
    dates, notes = letter_dates(["Date: 31 April 2025", "received on 3rd May"], "", "")
    assert (dates.received, dates.responded) == ("", "")
    assert notes == ("responded: no such date", "received: the year is not said")


def test_two_dates_that_lost_their_labels() -> None:
    dates, _ = letter_dates(["11 February 2025", "28/02/2025", "N/A"], "", "")
    assert (dates.responded, dates.published) == ("2025-02-11", "2025-02-28")


@pytest.mark.parametrize(
    ("url", "month"),
    [
        ("https://x.uk/d/july-2022/a/", "2022-07"),
        ("https://x.uk/disclosure-log/2025/august/foi-1/", "2025-08"),
        ("https://x.uk/foi/january---2026/a/", "2026-01"),
        ("https://x.uk/2025/02---february/a/", "2025-02"),
        ("https://x.uk/log/2025/mehefin/a/", "2025-06"),
        ("https://x.uk/2024/03/a-post/", "2024-03"),
        ("https://x.uk/maypole-2022-dance/", ""),
        ("https://x.uk/may/a/", ""),
        ("http://[bad", ""),
    ],
)
def test_month_folder(url: str, month: str) -> None:
    assert month_folder(url) == month


def test_a_lone_date() -> None:
    assert is_lone_date("18th January 2018.")
    assert not is_lone_date("18th January 2018 was a cold day")
