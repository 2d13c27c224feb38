"""Reply, correspondence or report."""

import pytest

from crawler.reading.kind import kind

REPLY = [
    "Our Ref: 12/25",
    "I write in connection with your request.",
    "Response",
    "A spokesman said: no. We can reveal more.",
]
REPORT = ["New figures have revealed nine.", "A spokesperson said: “Nine.”", "The force told the Gazette."]


@pytest.mark.parametrize(
    ("lines", "url", "expected"),
    [
        (REPLY, "", "disclosure"),
        (REPORT, "", "news"),
        (REPORT, "https://www.kent.police.uk/foi-ai/kent-police/x/", "disclosure"),
        (REPORT, "https://www.kent.police.uk/news/kent/latest/x/", "news"),
        (REPLY, "https://www.whatdotheyknow.com/request/x", "correspondence"),
        (["Dogs - a Freedom of Information request to Kent Police", *REPLY], "", "correspondence"),
        ([], "", "disclosure"),
        (["Nine."], "http://[bad", "disclosure"),
    ],
)
def test_kind(lines: list[str], url: str, expected: str) -> None:
    assert kind(lines, url) == expected


def test_the_title_of_an_archive() -> None:
    assert kind(["Nine."], "", "a Freedom of Information request to Kent Police") == "correspondence"
