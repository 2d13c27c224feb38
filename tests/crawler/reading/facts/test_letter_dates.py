"""Received, responded, published."""

import pytest

from crawler.reading.facts.letter_dates import letter_dates, month_folder


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


@pytest.mark.parametrize(
    ("lines", "received", "responded"),
    [
        (["Received 30th December", "Date: 26th January 2017"], "2016-12-30", "2017-01-26"),
        (["Received 2nd January", "Date: 26th January 2017"], "2017-01-02", "2017-01-26"),
        (["Received 12 December 2024", "Reply sent: 9 January"], "2024-12-12", "2025-01-09"),
        (["Received 12 December 2024", "9 January"], "2024-12-12", "2025-01-09"),
        (["Received 29 February", "Date: 3 March 2025"], "2024-02-29", "2025-03-03"),
        (["Received 12 December", "9 January"], "", ""),
        (["Yours sincerely", "A. Clerk", "3 May 2025"], "", "2025-05-03"),
        (["| Received | Sent |", "| 3 May 2025 | 9 June 2025 |"], "2025-05-03", "2025-06-09"),
        (["Date received", "3 May 2025", "Date of reply", "9 June 2025"], "2025-05-03", "2025-06-09"),
        (["Published 1 July 2025", "Received 3 May 2025", "Version 2, 9 June 2025"], "2025-05-03", ""),
        (["Data correct as of 3 May 2025", "9 June 2025"], "", "2025-06-09"),
        (["Monday 9 June 2025", "acknowledged on 4 June 2025"], "", "2025-06-09"),
        (["9fed o Fehefin 2025", "Derbyniwyd eich cais ar 3 Mai."], "2025-05-03", "2025-06-09"),
    ],
)
def test_years_that_are_not_said_and_dates_that_compete(lines: list[str], received: str, responded: str) -> None:
    dates, _ = letter_dates(lines, "", "")
    assert (dates.received, dates.responded) == (received, responded)


def test_a_folder_gives_the_year_of_a_request_and_the_month_of_publication_but_no_answer() -> None:
    url = "https://x.uk/log/2025/january/a/"
    dates, _ = letter_dates(["received on 28th November"], url, "")
    assert (dates.received, dates.responded, dates.published) == ("2024-11-28", "", "2025-01")
    dates, notes = letter_dates(["received on 28th March"], url, "")
    assert (dates.received, notes) == ("", ("received: the year is not said",))
    assert letter_dates(["Date: 3 March 2025"], url, "")[0].published == ""


@pytest.mark.parametrize("day", ["31/02/2023", "31 April 2025", "14/042025"])
def test_an_impossible_day_is_none_and_noted(day: str) -> None:
    for line in (f"Date: {day}", day):
        dates, notes = letter_dates([line], "", "")
        assert dates.responded == ""
        assert any("responded" in note for note in notes) or day == "14/042025"


def test_the_day_that_a_site_prints_of_its_page_is_not_the_letters() -> None:
    assert letter_dates(["31/08/2023", "Request"], "", "2023-08-31")[0].responded == ""
    assert letter_dates(["30/08/2023", "Request"], "", "2023-08-31")[0].responded == "2023-08-30"


def test_months_first_only_where_a_body_writes_so() -> None:
    lines = ["Responded: 01/28/2025", "Request received January 3, 2025"]
    assert letter_dates(lines, "", "", us=True)[0].responded == "2025-01-28"
    assert letter_dates(lines, "", "")[0].responded == ""
    assert letter_dates(["Responded: 02/03/2025"], "", "", us=True)[0].responded == "2025-03-02"


def test_the_first_words_of_a_site_that_writes_the_month_first_are_its_own() -> None:
    lines = ["October 7, 2025", "Conduct", "Request Number: FOI/10001", "Request and Answer"]
    dates, _ = letter_dates(lines, "", "", us=True)
    assert (dates.responded, dates.published) == ("", "2025-10-07")
    assert letter_dates(["7 October 2025", *lines[1:]], "", "", us=True)[0].responded == "2025-10-07"
    assert letter_dates(["October 7, 2025", "Dear applicant"], "", "", us=True)[0].responded == "2025-10-07"


def test_the_day_of_a_mail_gives_its_answer_and_the_year_of_the_request() -> None:
    dates, _ = letter_dates(["This is our reply to what you sent us on 10 November."], "", "", sent="2025-12-04")
    assert (dates.received, dates.responded) == ("2025-11-10", "2025-12-04")


@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("Your letter of 7 June 2025 was received on 9 June 2025.", "2025-06-09"),
        ("Your e-mail dated 7 June 2025, which reached us on 9 June 2025, is answered below.", "2025-06-09"),
        (
            "Your e-mail dated 7 June 2025, which arrived with the Records and Compliance Team on 9 June 2025.",
            "2025-06-09",
        ),
        ("Your letter of 7 June 2025 (received 9 June 2025) is answered below.", "2025-06-09"),
        ("We received on 9 June 2025 your letter of 7 June 2025.", "2025-06-09"),
        ("We received your letter on 7 June 2025, which you dated 9 June 2025.", "2025-06-07"),
    ],
)
def test_the_day_that_a_letter_came_goes_before_the_day_of_its_writing(line: str, received: str) -> None:
    assert letter_dates([line], "", "")[0].received == received
