"""A letter as a PDF gives it."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.disclosure import read_text
from crawler.reading.pages.wrapped import paragraphs

LETTER = [
    "Kent Police",
    "3 July 2025",
    "Our ref: 25/06/0417",
    "I refer to your request, which came in on Thursday 5 June 2025 and asks about dogs that were bought or bred by"
    " the force.",
    "You have requested the following:",
    "1. How many dogs were bought in each of the last five financial years, and from which breeder did each of them"
    " come?",
    "2. How many of those dogs have since been retired, and what became of each of them after that day, as far as is"
    " known?",
    "Response",
    "Kent Police holds this information, and it is given below save for the names of breeders, which Section 40(2)"
    " protects.",
    "1. Nine dogs were bought, all of them in 2024, and all of them from one breeder whose name is withheld as said"
    " above.",
    "2. None of them has been retired.",
]


def _cut(lines: list[str], width: int = 70) -> list[str]:
    return [part for line in lines for part in textwrap.wrap(line, width, break_on_hyphens=False)]


def _paged(lines: list[str]) -> list[str]:
    pages = [lines[at : at + 9] for at in range(0, len(lines), 9)]
    foot = ["", "Freedom of Information Unit", "OFFICIAL", "Page {} of {}", ""]
    return [line for number, page in enumerate(pages, 1) for line in (*page, *foot)]


def test_lines_cut_at_the_margin_are_whole_again() -> None:
    assert paragraphs(_cut(LETTER)) == LETTER


def test_a_line_that_no_sentence_ends_with_goes_on_though_it_is_short() -> None:
    lines = ["The officer said in evidence that he was told by", "FOI 118/24, which the force gave out."]
    assert paragraphs([*_cut(LETTER), *lines])[-1] == " ".join(lines)
    ended = ["The officer said in evidence that he was told so", "FOI 118/24 was given out."]
    assert paragraphs([*_cut(LETTER), *ended])[-2:] == ended
    assert paragraphs([*_cut(LETTER), "Inspector of", "Constabulary"])[-2:] == ["Inspector of", "Constabulary"]


def test_what_is_set_in_has_a_margin_of_its_own() -> None:
    asked = "How many ducks were seen on the pond behind the police station each week of the spring, and who fed them?"
    assert paragraphs([*_cut(LETTER, 76), "", *_cut([asked], 56)])[-1] == asked
    items = [f"the number of ducks that were seen on pond {name} in all" for name in ("nine", "ten", "one")]
    assert paragraphs([*_cut(LETTER, 76), "", *items])[-3:] == items


def test_the_raised_ending_of_a_day_is_no_line_of_its_own() -> None:
    assert paragraphs(["Your letter of 22", "nd", "May 2025 is copied here.", "Nine."]) == [
        "Your letter of 22nd May 2025 is copied here.",
        "Nine.",
    ]
    for lines in (["Cell 22", "Nd", "May"], ["Mill", "rd", "Kent"], ["th", "May"]):
        assert paragraphs(lines) == lines
    assert len(paragraphs(["9", *["st", "1"] * 40_000])) > 1


def test_page_numbers_and_running_heads_go() -> None:
    pages = [line.format(1, 2) for line in _paged(_cut(LETTER))]
    assert [line for line in paragraphs(pages) if line] == LETTER


def test_it_reads_as_the_paragraphs_do() -> None:
    plain = read_text("\n".join(LETTER))
    cut = read_text("\n".join(line.format(1, 2) for line in _paged(_cut(LETTER))))
    for name in ("ref", "forces", "dates", "request_text", "response_text", "questions", "answers", "outcome"):
        assert getattr(cut, name) == getattr(plain, name), name
    assert plain.dates.received == "2025-06-05"


def test_paragraphs_lists_and_tables_stay_apart() -> None:
    lines = ["x" * 200, "Nine", "Year\tTotal", "2024\t9", "| a | b |", "- one", "- two"]
    assert paragraphs(lines) == lines


def test_a_number_alone_is_an_answer_and_no_page() -> None:
    assert paragraphs(["How many?", "3", "And how many cats?", "4"]) == ["How many?", "3", "And how many cats?", "4"]


@given(st.lists(st.text(max_size=90), max_size=40))
def test_no_word_is_lost_but_furniture(lines: list[str]) -> None:
    found = paragraphs([line.replace("\f", "").replace("\n", "") for line in lines])
    assert len(found) <= len(lines)


def test_long_input_stays_quick() -> None:
    assert len(paragraphs(["word " * 12] * 20_000)) > 0
    assert len(paragraphs(["a b " * 250_000])) == 1


def test_one_line_beyond_the_margin_does_not_hide_it() -> None:
    cut = ["The kennels were looked through, and so were the lists of the vets", "that have seen to the dogs since the"
           " year 2019. None of them has", "been able to help. The dog in the picture was that of a lady of the",
           "village, who has taken it home again."]  # fmt: skip
    lone = "A colleague will look at this again if you write within forty working days of the date that stands above."
    assert paragraphs([*cut, "", lone]) == [" ".join(cut), "", lone]
    listed = ["Nine dogs", "two cats", "no horses", "", lone]
    assert paragraphs(listed) == listed
