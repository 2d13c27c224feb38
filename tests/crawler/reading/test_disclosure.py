"""Whole documents, as plain text and as pages."""

import html
from pathlib import Path

import pytest

from crawler.reading.disclosure import read_page, read_text
from crawler.reading.fields import KINDS, OUTCOMES, Reading

SEEDS = sorted((Path(__file__).parents[3].parent / "shared" / "seeds").glob("*.txt"))
HERTS, MET, WMP = "Hertfordshire Constabulary", "Metropolitan Police Service", "West Midlands Police"
SEEN = {
    "000": ("disclosure", "FOI2017/01146", HERTS, 0),
    "001": ("news", "", HERTS, 0),
    "002": ("disclosure", "01.FOI.22.024962", MET, 0),
    "003": ("disclosure", "01.FOI.22.024648", MET, 0),
    "004": ("disclosure", "165A/23", WMP, 2),
}
INVENTED = {
    "letter": """18th March 2024

Our Ref: FOI2024/00871

I write in connection with your request for information received on 2nd December. I note you seek access to:

1.\tHow many bicycles were lost?
2.\tWhat did they cost?

Response

Year\tLost\tCost
2022\t3\t£900
2023\t<5\t£200

Hertfordshire Constabulary holds nothing older.

Yours sincerely

A. Clerk
Information Rights

If you are dissatisfied you may write to the Information Commissioner.""",
    "post": """Skip to content

Bicycles Lost (77A/24)

Request

How many bicycles were lost?

Response

Please find attached (77A_24_attachment.pdf). West Midlands Police will neither confirm nor deny that more is held.

Section 31(3) – Law enforcement

Attachments

77A_24_attachment""",
}


def _key(reading: Reading) -> tuple[object, ...]:
    fields = ("kind", "title", "ref", "forces", "dates", "request_text", "response_text", "attachments", "tables")
    return (*(getattr(reading, name) for name in fields), reading.exemptions, reading.outcome, reading.questions)


def _as_pages(text: str) -> list[str]:
    lines = [html.escape(line) for line in text.splitlines() if line.strip()]
    bodies = [
        "".join(f"<p>{line}</p>" for line in lines),
        "".join(f"<div>{line}</div>" for line in lines),
        "<p>" + "<br>".join(lines) + "</p>",
        f"<pre>{html.escape(text)}</pre>",
    ]
    frames = ("{}", "<main>{}</main>", "<article><div class='entry-content'>{}</div></article>")
    return [f"<html><body>{frame.format(body)}</body></html>" for body in bodies for frame in frames]


@pytest.mark.parametrize("text", INVENTED.values(), ids=INVENTED)
def test_an_invented_text_reads_the_same_in_every_markup(text: str) -> None:
    whole = _key(read_text(text))
    assert [_key(read_page(page, "")) for page in _as_pages(text)] == [whole] * 12


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_real_text_reads_the_same_in_every_markup(path: Path) -> None:
    text = path.read_text("utf-8")
    whole = _key(read_text(text))
    assert [_key(read_page(page, "")) for page in _as_pages(text)] == [whole] * 12


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_real_documents(path: Path) -> None:
    reading = read_text(path.read_text("utf-8"), name=path.name)
    kind, ref, force, attachments = SEEN[path.stem[:3]]
    assert (reading.kind, reading.ref, reading.forces, len(reading.attachments)) == (kind, ref, (force,), attachments)
    for chrome in ("cookie", "Quickly exit", "beta", "Skip to content"):
        assert chrome not in reading.words
    if path.stem.startswith("000"):
        rows = reading.tables[0]["rows"]
        assert [row[0] for row in rows] == ["Year", "2015", "2016", "2017"]  # type: ignore[attr-defined]


def test_the_letter_in_full() -> None:
    reading = read_text(INVENTED["letter"])
    assert reading.title == reading.ref == "FOI2024/00871"
    assert reading.forces == (HERTS,)
    assert (reading.dates.received, reading.dates.responded) == ("2023-12-02", "2024-03-18")
    assert [q["text"] for q in reading.questions] == ["How many bicycles were lost?", "What did they cost?"]
    assert reading.tables[0]["rows"] == (("Year", "Lost", "Cost"), ("2022", "3", "£900"), ("2023", "<5", "£200"))
    assert [item["marker"] for item in reading.suppressed] == ["<5"]
    assert reading.outcome == "part_disclosed"
    for text in ("A. Clerk", "Information Commissioner", "I write"):
        assert text not in reading.request_text + reading.response_text


def test_the_post_in_full() -> None:
    reading = read_text(INVENTED["post"])
    assert reading.title == "Bicycles Lost (77A/24)"
    assert (reading.ref, reading.forces, reading.outcome) == ("77A/24", (WMP,), "part_disclosed")
    assert [(link.href, link.text) for link in reading.attachments] == [("", "77A_24_attachment")]
    assert reading.exemptions == ("s31(3)",)
    assert "Attachments" not in reading.words


@pytest.mark.parametrize("text", ["", "\n\n", "words", "1.", "Request", "Response", "Attachments", "\t\t\n\t\t"])
def test_next_to_nothing_is_read_as_that(text: str) -> None:
    reading = read_text(text)
    assert reading.kind in KINDS
    assert reading.outcome in OUTCOMES
    assert reading.ref == ""


def test_the_name_of_a_file_stands_in_for_a_title() -> None:
    assert read_text("Nothing else is known.", name="bicycles 2024.pdf").title == "bicycles 2024"


def test_an_impossible_date_is_left_out_with_a_note() -> None:
    reading = read_text("Date: 31/02/2023\nRequest\nHow many?\nResponse\nNine.")
    assert reading.dates.responded == ""
    assert reading.notes == ("responded: no such date",)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "1-" * 20_000,
        "Section 40" + "(" * 20_000,
        "Section 40(2) and " * 5_000,
        "on behalf of Kent Police and " * 3_000,
        "Our Ref: " + "1/" * 20_000,
        "Request\n" + "How many?\n" * 5_000 + "Response\n" + "Nine.\n" * 5_000,
        "a" + " " * 50_000 + "@" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_is_read_in_good_time(text: str) -> None:
    assert read_text(text).kind == "disclosure"
    assert read_page(f"<main><p>{text}</p></main>", "https://www.kent.police.uk/x/").forces == ("Kent Police",)


def test_a_section_that_a_newspaper_names_with_a_refusal_is_relied_on() -> None:
    page = """<html><head><title>No count of dogs | The Advertiser</title>
    <script type="application/ld+json">{"@type": "NewsArticle"}</script></head><body><article>
    <h1>Police say that counting dogs would take a month</h1>
    <p>Lincolnshire Police has declined to say how many dogs bit its officers.</p>
    <p>The Advertiser used the Freedom of Information Act in July to ask for the number.</p>
    <p>The force turned the whole of it down and pointed to Section 12 of the Act, under which a body can say no.</p>
    </article></body></html>"""
    reading = read_page(page, "https://advertiser.example/dogs")
    assert (reading.kind, reading.outcome, reading.exemptions) == ("news", "refused", ("s12",))


@pytest.mark.parametrize(
    ("last", "parts"),
    [
        ("I am sorry that this is late. We will write to you again by 9 May.", {"1": "pending", "2": "pending"}),
        ("1. We hold nine dogs. 2. The force holds no record of any cats.", {"1": "disclosed", "2": "not_held"}),
    ],
)
def test_a_correspondence_that_waits_waits_for_each_question(last: str, parts: dict[str, str]) -> None:
    asked = "From: A. Tester\n4 March 2025\nDear Kent Police,\n1. How many dogs do you have?\n2. How many cats?\n"
    url = "https://www.whatdotheyknow.com/request/dogs"
    read = read_text(f"{asked}Yours faithfully, A. Tester\nFrom: Kent Police\n2 April 2025\n{last}", url)
    assert read.outcome_parts == parts
