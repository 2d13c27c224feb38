"""A newspaper's report and its paper."""

import pytest

from crawler.reading.disclosure import read_page, read_text
from crawler.reading.letters.news import paper, report

LINES = """The standfirst tells it in one line without a stop
Dana Whitlow
By Dana Whitlow, crime reporter
05:00, 27 Oct 2024
Updated 09:12, 28 Oct 2024
Share Comments 41
Kent Police dismissed 34 officers, according to figures obtained by the Herald.
Sign up to our free daily newsletter
The force in numbers (Image: Kent Herald)
What the force said
The reasons were these:
- lying, 12
- theft, 9
READ NEXT:
- Bus strike: what we know
- Ex-officer jailed
“A rising number is what you would expect,” said the chief.
Article continues below
Related topics: Kent Police
Hide Ad""".splitlines()


def test_the_paragraphs_without_the_furniture() -> None:
    found = report(LINES)
    assert found.body == (
        "Kent Police dismissed 34 officers, according to figures obtained by the Herald.",
        "The reasons were these:",
        "- lying, 12",
        "- theft, 9",
        "“A rising number is what you would expect,” said the chief.",
    )
    assert found.published == "2024-10-27"


def test_a_table_of_the_article_stays() -> None:
    lines = ["The force gave the reasons for all.", "| Reason | Officers |", "| Lying | 12 |", "More stories"]
    assert report(lines).body == tuple(lines[:3])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Saturday, 8 November 2025", "2025-11-08"),
        ("Published 2nd Mar 2024, 05:30 GMT", "2024-03-02"),
        ("By Sam Pell | 3 May 2024", "2024-05-03"),
        ("Posted: 14.02.2023", "2023-02-14"),
        ("Last updated 3 May 2024", ""),
        ("18th May", ""),
    ],
)
def test_the_day(line: str, day: str) -> None:
    assert report([line, "Nine dogs were counted between 1 April 2020 and 31 March 2021."]).published == day


@pytest.mark.parametrize(
    ("names", "lines", "name"),
    [
        (["The Vale Courier"], [], "The Vale Courier"),
        (["Kent Police", "Kent Herald"], [], "Kent Herald"),
        (["News", "Home"], ["The force told the Examiner that it would reply."], "Examiner"),
        ([], ["The Dales Gazette put in a request under the Act."], "Dales Gazette"),
        ([], ["Numbers that Kent Police released to the Gazette show 212."], "Gazette"),
        ([], ["Nine.", "© Examiner Newspapers"], "Examiner"),
        ([], ["Copyright 2024 Trent Herald Ltd"], "Trent Herald"),
        ([], ["It told the press that times are hard."], ""),
        (["theherald.co.uk"], [], "theherald"),
        ([], [], ""),
    ],
)
def test_the_paper(names: list[str], lines: list[str], name: str) -> None:
    assert paper(names, lines) == name


PAGE = """<html><head><title>Nine dogs sacked - Trent Herald</title></head><body>
<header><a href="/"><img alt="Trent Herald"></a></header><article><h1>Nine dogs sacked</h1><p>By Pat Pell</p>
<p>3 May 2024</p><p>Nottinghamshire Police has told the Herald that nine dogs were sacked, figures released under
the Freedom of Information Act show.</p><p>A spokesperson said: “Nine it is.”</p>
<p>Kent Police has not lost a dog.</p></article></body></html>"""


def test_a_page_of_news() -> None:
    read = read_page(PAGE, "https://www.example-herald.invalid/news/nine-dogs-123")
    assert (read.kind, read.title, read.paper, read.ref) == ("news", "Nine dogs sacked", "Trent Herald", "")
    assert (read.dates.published, read.forces) == ("2024-05-03", ("Nottinghamshire Police",))
    assert read.request_text == ""
    assert "Pat Pell" not in read.response_text


def test_a_report_that_speaks_of_a_request_is_no_correspondence() -> None:
    text = (
        "Nottinghamshire Police has refused to tell the Herald how often officers go sick.\n"
        "We put a Freedom of Information request to the force, asking how many had a note.\n"
        "The force said that it was open."
    )
    assert read_text(text, "https://www.example-herald.invalid/news/x").kind == "news"
