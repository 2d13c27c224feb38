"""Replies that only say where the reply is."""

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.outcome.data import files_give
from crawler.reading.outcome.outcome import decide
from crawler.reading.outcome.pointers import only_points

POINTERS = [
    "Please see the attached response letter.",
    "Please find attached our response to your request for information.",
    "Our determination is to be found in the PDF.",
    "The reply that was sent to the applicant can be downloaded from this page.",
    "A copy of our decision may be opened with the link at the side.",
    "See the file for the outcome of this request.",
    "Our determination is in the PDF and is not reproduced on this page.",
    "The letter cannot yet be displayed on this page.",
    "Our reply isn't published online.",
    "What was decided is told in a letter, filed below.",
    "As she wished, our reply was given to the applicant on paper.",
    "Our response went by post, and a paper copy of the letter can be had.",
    "The decision is a letter of nine pages with two annexes.",
]


@pytest.mark.parametrize("line", POINTERS)
def test_words_that_point_to_the_letter_decide_nothing(line: str) -> None:
    assert only_points([line])
    assert decide([line], ()).outcome == "unknown"
    assert only_points(["Thank you for writing to us.", line])


@pytest.mark.parametrize(
    "line",
    [
        "The numbers for which you asked are in the attached workbook.",
        "The answers to your four questions are in the attached letter.",
        "The letters you requested are attached.",
        "A copy of the dress code is enclosed in the file, with our reply.",
        "The information is set out in the letter attached.",
        "Please find attached our response, from which some of the names have been redacted.",
        "The attached letter explains our decision to release the minutes.",
        "We have answered in full in the letter attached.",
        "Attached.",
        "There are 41 horses, as the attached reply says.",
    ],
)
def test_words_that_give_something_do_more_than_point(line: str) -> None:
    assert not only_points([line])
    assert decide([line], ()).outcome in ("disclosed", "part_disclosed")


def test_a_pointer_beside_an_answer_is_not_the_whole_reply() -> None:
    assert decide([POINTERS[0], "The force owns 41 horses."], ()).outcome == "disclosed"
    assert not only_points([])
    assert not only_points(["Thank you for writing to us."])


def test_the_name_of_a_file_counts_where_no_words_tell() -> None:
    assert files_give(["FOI 77 Horses.pdf"], alone=False)
    assert not files_give(["FOI 77 Horses.pdf", "FOI 77 PIT.pdf"], alone=True)
    assert files_give(["foi-77.pdf", "horses.xlsx"], alone=True)
    assert files_give(["77A 24 attachment"], alone=True)
    assert not files_give(["Database policy letter.pdf"], alone=True)
    assert not files_give([], alone=False)


@pytest.mark.parametrize(
    ("response", "file", "outcome"),
    [
        ("", "foi-77-horses.pdf", "unknown"),
        ("", "foi-77-horses.csv", "disclosed"),
        ("<h2>Response</h2><p>The decision is in the letter attached to this entry.</p>", "foi-77.pdf", "unknown"),
        ("<h2>Response</h2><p>The decision is in the letter attached to this entry.</p>", "foi-77.xlsx", "disclosed"),
        ("<h2>Response</h2><p>The figures are in the file attached to this entry.</p>", "foi-77.pdf", "disclosed"),
    ],
)
def test_a_page_with_no_more_than_the_letter_itself(response: str, file: str, outcome: str) -> None:
    asked = "<h2>Request</h2><p>How many horses does the force own, and what are they called?</p>"
    page = (
        f"<html><body><main><h1>Horses</h1>{asked}{response}"
        f'<h2>Attachments</h2><ul><li><a href="/files/{file}">{file}</a></li></ul></main></body></html>'
    )
    read = read_page(page, "https://www.kent.police.uk/foi-ai/horses/")
    assert [link.text for link in read.attachments] == [file]
    assert read.outcome == outcome
