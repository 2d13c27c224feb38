"""What holds of reading any document at all: no error, nothing made up, nothing read twice, the same every time."""

import json
from collections import Counter
from dataclasses import asdict
from html import escape
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.disclosure import read_page, read_text
from crawler.reading.fields import OUTCOMES, Reading

# The lines that letters are made of, clean and clumsy; random text stands between them.
LINES = st.sampled_from(
    (
        "Freedom of information request reference no: 01.FOI.24.036691",
        "Our Ref: FOI2025/01943", "Date: 31/02/2023", "31st March 2025", "Request:", "Response:", "Answer", "Cais",
        "I note you seek access to the following information:", "1. How many officers were dismissed?",
        "1a) How many, by rank?", "ii) And by year?", "• Their reasons?", "REQUEST 2", "A1. Fewer than 5", "2. 17",
        "I have decided to disclose some of the information; Section 40(2)(3A)(a) and S31 (1)(g)&(2)(b) apply.",
        "Section 12 of the Act; s.17; Section 30 (1) (a) (b (c) - Investigations", "It is not held.",
        "Hertfordshire Constabulary can neither confirm nor deny that it holds any other information.",
        "Year\tTotal", "2023\t<5", "2024\t*", "| 2023 | 4 |", "|---|---|", "Attachments", "No attachments",
        "You can ask us to look at this again within 40 working days.", "Yours sincerely", "N/A", "-", "1.", "(((((",
        "The last was in January.", "The last three questions are refused.", "The fifth is below, the same as for 9.",
    )
)  # fmt: skip
# And sentences of letters that people wrote.
WRITTEN = st.sampled_from(
    [
        line
        for case in map(json.loads, (Path(__file__).parent / "decisions.jsonl").read_text("utf-8").splitlines())
        for line in (*case["request"], *case["reply"])
    ]
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
LETTERS = st.lists(st.one_of(LINES, WRITTEN, WORDS), max_size=25).map("\n".join)
TAGS = st.sampled_from(
    ("p", "li", "h2", "td", "div", "strong", "ol", "table", "tr", "br", "main", "section", "dt", "dd")
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Pages whose tags are closed or not, nested as it comes, round the lines of letters."""
    pieces = []
    for line in draw(st.lists(st.one_of(LINES, WRITTEN, WORDS), max_size=25)):
        tag = draw(TAGS)
        end = f"</{tag}>" if draw(st.booleans()) else ""
        pieces.append(f"<{tag}>{line if draw(st.booleans()) else escape(line)}{end}")
    return f"<html><body>{''.join(pieces)}"


def check(reading: Reading) -> None:
    """Every field is of the shape and the words of the document."""
    assert reading.outcome in OUTCOMES
    assert set(reading.outcome_parts.values()) <= set(OUTCOMES)
    said = squeezed(reading.words + reading.title)
    for citation in reading.citations:
        assert squeezed(citation.quote) in said
    for text in [*reading.request_text.split("\n"), *reading.response_text.split("\n")]:
        assert squeezed(text) in said
    json.dumps(asdict(reading))


def squeezed(text: str) -> str:
    """The letters and digits alone: what markup, spaces and table bars cannot change."""
    return "".join(filter(str.isalnum, text))


def check_apart(reading: Reading) -> None:
    """A line is asked or answered, and not both more often than the document has it."""
    have = Counter(map(squeezed, reading.words.split("\n")))
    given_out = Counter(map(squeezed, (reading.request_text + "\n" + reading.response_text).split("\n")))
    for line, times in given_out.items():
        assert not line or line not in have or times <= have[line]


@settings(max_examples=150, deadline=None)
@given(LETTERS)
def test_any_letter(text: str) -> None:
    reading = read_text(text, "https://www.herts.police.uk/letter")
    check(reading)
    check_apart(reading)
    assert read_text(text, "https://www.herts.police.uk/letter") == reading


@settings(max_examples=150, deadline=None)
@given(markup())
def test_any_page(page: str) -> None:
    address = "https://www.met.police.uk/foi-ai/metropolitan-police/disclosure-2024/march-2024/posts/"
    reading = read_page(page, address)
    check(reading)
    assert read_page(page, address) == reading


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes(data: bytes, address: str) -> None:
    check(read_page(data, address))
