"""What themes print of a disclosure around its text: reference and dates."""

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.fields import Dates

URL = "https://www.kent.police.uk/foi-ai/kent-police/disclosure-log/2025/october/dogs/"
PAPER = "https://www.example-gazette.invalid/news/dogs-4903310"
ASKED = "<h2>Request</h2><p>How many dogs are kept by the force, and what do their handlers call them?</p>"
TOLD = "<h2>Response</h2><p>The force keeps nineteen dogs, and their names are those that their breeders gave them.</p>"
TEXT = f"<div class='entry-content'>{ASKED}{TOLD}</div>"
STORY = (
    "<article><p>Kent Police has refused to say how many dogs it keeps, after a Freedom of Information request by the"
    " Gazette.</p><p>A spokesman said: “We take such matters seriously.”</p></article>"
)


def _read(main: str, url: str = URL, site: str = "Kent Police") -> tuple[str, Dates]:
    seen = read_page(f"<title>Dogs | {site}</title><body><main><article>{main}</article></main></body>", url)
    return seen.ref, seen.dates


@pytest.mark.parametrize(
    ("about", "dates"),
    [
        ("<dl><dt>Reference</dt><dd>25/10/0412</dd><dt>Published</dt><dd>May 2025</dd></dl>", ("", "", "2025-05")),
        ("<p>Reference 25/10/0412 | Received 3 May 2025</p>", ("2025-05-03", "", "2025-10")),
        ("<table><tr><th>Ref</th><td>25/10/0412</td></tr></table>", ("", "", "2025-10")),
        (
            "<ul><li><b>Ref:</b> 25/10/0412</li><li><b>Responded:</b> 20/05/2025</li></ul>",
            ("", "2025-05-20", "2025-10"),
        ),
        ("<aside><p>Ref: 25/10/0412</p><p>Received: 3 May 2025</p></aside>", ("2025-05-03", "", "2025-10")),
    ],
)
def test_under_the_heading_or_at_the_side(about: str, dates: tuple[str, str, str]) -> None:
    assert _read(f"<h1>Dogs</h1>{about}{TEXT}") == ("25/10/0412", Dates(*dates))


def test_what_has_no_label_or_is_of_other_pages_is_left() -> None:
    assert _read(f"<h1>Dogs</h1><p>6 May 2025</p>{TEXT}")[1] == Dates(published="2025-10")
    assert _read(f"<h1>Dogs</h1>{TEXT}<aside><p>Ref: 25/10/0412</p></aside>")[0] == ""


def test_a_folded_part_has_its_button_for_a_heading() -> None:
    button = "<div class='accordion'><button aria-expanded='true'>Ref: 25/10/0412</button><div>{}</div></div>"
    assert _read(f"<h1>Dogs</h1>{button.format(ASKED + TOLD)}")[0] == "25/10/0412"
    menu = "<button aria-expanded='false'>Ref: 25/10/0412</button>"
    assert _read(f"{menu}<h1>Dogs</h1>{TEXT}")[0] == ""


@pytest.mark.parametrize(
    "line",
    [
        "<p class='byline'>By Jane Doe, 6 November 2025</p>",
        "<p class='byline'>Jane Doe | Published 6th November 2025, 16:42 GMT</p>",
        "<div>Last updated: 7 November 2025. First published: 6 November 2025</div>",
        "<ul><li>Published 16:42, 6 NOV 2025</li><li>Updated 08:00, 7 NOV 2025</li></ul>",
        "<p>Thursday, 6th November 2025, 4:42 pm</p>",
        "<p>Updated 7 November 2025</p><p>Nov 6, 2025</p>",
    ],
)
def test_the_day_of_a_report(line: str) -> None:
    dates = _read(f"<h1>Dogs</h1>{line}{STORY}", PAPER, "Kent Gazette")[1]
    assert dates == Dates(published="2025-11-06")
