"""Tables that are the head of a reply, the whole of it, or its questions."""

import pytest
from lxml import html

from crawler.reading.pages.forms import is_form, is_letter, listed
from crawler.reading.pages.lines import lines_of

OWN = {"0417-25", "2024-03-04", "2024-04"}
ASKED = ("Your side", "How many ponds has the force dug since 2020?")
TOLD = ("Our side", "Eleven have been dug, none of them deeper than a yard, and two were filled in again last year.")


def test_the_head_of_a_reply_is_a_form_and_no_data() -> None:
    assert is_form((("Subject", "Posts"), ("Category", "Fences"), ("Weight", "Light")))
    assert is_form((("From:", "FOI Unit"), ("Sent:", "18 June 2025 16:07"), ("To:", "An applicant")))
    assert not is_form((("Year", "Total"), ("2023", "9"), ("2024", "11")))


def test_a_letterhead_in_one_row_is_no_data() -> None:
    assert is_form((("Disclosure Unit\nBedford", "Telephone: 01234 000 000"),))
    assert not is_form((("Dismissed", "14"),))


@pytest.mark.parametrize(
    "rows",
    [
        (("Slip", "0417-25"), ("Clerk", "Mx Quill"), ("Shelf", "B")),
        (("Through the door", "4 March 2024"), ("Clerk", "Mx Quill")),
        (("Rhif", "77"), ("Anfonwyd", "04/03/2024")),
        (("Kent Police", "IN 1 March", "OUT 4 March"), ("Paper 0417-25 Clerk: Quill", "", "")),
    ],
)
def test_a_table_that_tells_the_reference_or_a_date_of_the_reply_is_its_head(rows: tuple[tuple[str, ...], ...]) -> None:
    assert is_form(rows, OWN)
    assert not is_form(rows)


@pytest.mark.parametrize(
    "rows",
    [
        # Other days and numbers, one within a sentence, a month, and a list of many.
        (("Hearing", "Day"), ("One", "5 March 2024"), ("Two", "6 March 2024")),
        (("Pond", "Fate"), ("North", "Filled in on 4 March 2024"), ("South", "Open")),
        (("Month", "Ponds"), ("April 2024", "9")),
        (("Book", "Leaf"), ("90417-25", "3")),
        (("Number", "Day", "Ponds"), *(((f"04{n}-25", "4 March 2024", "2")) for n in range(10, 16))),
    ],
)
def test_data_that_only_look_like_it(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not is_form(rows, OWN)


def test_a_letter_in_rows_is_read_part_by_part() -> None:
    assert is_letter((("Slip", "0417-25"), ASKED, TOLD))
    assert is_form((ASKED, TOLD))
    table = html.fromstring(
        "<table><tr><td>Slip</td><td>0417-25</td></tr><tr></tr>"
        "<tr><th>Your side</th><td>Dear all,<br>How many ponds?</td></tr>"
        "<tr><th>Our side</th><td><p>Eleven ponds were dug here, and none of them since 2023.</p><p>None is deep.</p>"
        f"<p>{TOLD[1]}</p></td></tr><tr><th>By</th><td>A. Clerk</td></tr></table>"
    )
    assert lines_of(table) == [
        "| Slip | 0417-25 |",
        *("Your side", "Dear all,", "How many ponds?"),
        *("Our side", "Eleven ponds were dug here, and none of them since 2023.", "None is deep.", TOLD[1]),
        *("By", "A. Clerk"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # Numbers or one heading again and again name questions; so do a word for each column, and questions themselves.
        (("Question 1", ASKED[1]), ("Question 2", TOLD[1])),
        (("Request", ASKED[1]), ("Reply", TOLD[1]), ("Request", ASKED[1]), ("Reply", TOLD[1])),
        (("a", ASKED[1]), ("b", TOLD[1])),
        ((ASKED[1], TOLD[1]), ("Who dug them?", TOLD[1])),
        # Nothing asks, nothing is told below, or there are more columns.
        (("Term", "Meaning"), ("Pond", TOLD[1]), ("Pool", TOLD[1])),
        (TOLD, ASKED),
        ((*ASKED, ""), (*TOLD, "")),
        (ASKED,),
    ],
)
def test_other_tables_are_no_letter(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not is_letter(rows)


QUESTIONS = (("A", "How many ponds are there?"), ("B", "Who dug them?"), ("C", "The depth of each."))


def test_a_table_of_questions_beside_their_numbers_is_a_list() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>{words}</td></tr>" for number, words in QUESTIONS)
    page = html.fromstring(f"<div><p>You asked:</p><table>{rows}</table></div>")
    assert list(lines_of(page)) == [
        "You asked:",
        "A. How many ponds are there?",
        "B. Who dug them?",
        "C. The depth of each.",
    ]
    assert is_form(QUESTIONS)


def test_so_is_one_of_wishes_that_only_name_things() -> None:
    rows = (("1", "Number of ponds in 2024"), ("2", "Depth of the deepest pond"))
    assert listed(rows) == ("1. Number of ponds in 2024", "2. Depth of the deepest pond")
    assert is_form(rows)


@pytest.mark.parametrize(
    "rows",
    [
        (("1", "Eleven."), ("2", "A farmer.")),
        (("1", "Number of ponds in 2024"), ("2", "Eleven")),
        (("1", "The farmer dug it."), ("2", "Nobody has been there since.")),
        (("1", "Ponds"), ("2", "Lakes and meres")),
        (("A", "How many?"), ("C", "Who?")),
        (("1", "How many?", "9"), ("2", "Who?", "Nobody")),
        (("1", "How many?"),),
    ],
)
def test_answers_and_what_does_not_count_on_are_no_such_list(rows: tuple[tuple[str, ...], ...]) -> None:
    assert listed(rows) == ()
