"""The title of a text."""

import pytest

from crawler.reading.pages.title import title_of


@pytest.mark.parametrize(
    ("lines", "title", "rest"),
    [
        (["Bicycles Lost (77A/24)", "Request"], "Bicycles Lost (77A/24)", ["Request"]),
        (["Officer BME (3005_16 )", "Request"], "Officer BME (3005_16 )", ["Request"]),
        (["FOI 89/26 - Software", "Date: 1/2/26"], "FOI 89/26 - Software", ["Date: 1/2/26"]),
        (["Ref: 1", "Subject: Police Kit"], "Police Kit", ["Ref: 1", "Subject: Police Kit"]),
        (["Dogs - a Freedom of Information request to Kent Police", "x"], "Dogs", ["x"]),
        (["18th January 2018", "Our Ref: 1"], "", ["18th January 2018", "Our Ref: 1"]),
        (["Re: 1", "Subject: RE: FW: Police Kit"], "Police Kit", ["Re: 1", "Subject: RE: FW: Police Kit"]),
        (["Misuse of police systems, 2022 to 2024", "a", "b"], "Misuse of police systems, 2022 to 2024", ["a", "b"]),
        (["Clearance renewals", "a", "b"], "Clearance renewals", ["a", "b"]),
        (["Jordan Pell", "Information Rights", "b"], "", ["Jordan Pell", "Information Rights", "b"]),
        (["Bedfordshire Police Headquarters", "a", "b"], "", ["Bedfordshire Police Headquarters", "a", "b"]),
        (["How many dogs have you bought", "a", "b"], "", ["How many dogs have you bought", "a", "b"]),
        (["Thank you for your letter about dogs", "a", "b"], "", ["Thank you for your letter about dogs", "a", "b"]),
        ([], "", []),
    ],
)
def test_title_of(lines: list[str], title: str, rest: list[str]) -> None:
    assert title_of(lines) == (title, rest)
