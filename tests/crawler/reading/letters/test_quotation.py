"""Where a request that is quoted as a whole begins and ends."""

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.letters.letter import letter
from crawler.reading.letters.quotation import apart, quotation
from crawler.reading.page import page as read

LEAD = "Your request came on 3 May and reads as follows."
SAID = "Nobody here shall do that, and I say so at once."


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        (["“Send me each letter about the pond.”"], True),
        (['"Send me each letter about the pond."'], True),
        (["“Send me each letter about the pond.”."], True),
        (["“Send me", "1. each letter about the pond", "2. the budget”"], True),
        (["“Send me each letter about the pond.", "“And the budget.”"], True),
        (["“Send me each letter about the pond.”", "“And the budget.”"], False),
        (["“Send me each letter” about the pond."], False),
        (["“Send me each “late” letter about the pond.”"], False),
        (["“Send me each letter about the pond."], False),
        (["“The pond.”"], False),
        (["Send me each letter about the pond."], False),
    ],
)
def test_between_marks(asked: list[str], whole: bool) -> None:
    found = (1, 1 + len(asked)) if whole else (0, 0)
    assert quotation([LEAD, *asked, SAID]) == found


@pytest.mark.parametrize(
    ("above", "whole"),
    [
        (["Request"], True),
        (["On 3 May you wrote:"], True),
        (["The pond is deep."], False),
        ([], False),
        (["How many ponds are there?", "Your request was dated 3 May."], False),
        (["1. the pond", "Your request was dated 3 May."], False),
        (["Response", "To your request we say:"], False),
        (["We can confirm that nothing is held.", "As your request says:"], False),
    ],
)
def test_what_stands_above(above: list[str], whole: bool) -> None:
    begin, end = quotation([*above, "“Send me each letter about the pond.”", SAID])
    assert (begin < end) is whole


def test_a_quotation_with_nothing_below_it_is_no_request() -> None:
    assert quotation([LEAD, "“Send me each letter about the pond.”"]) == (0, 0)


def test_a_block_that_is_set_in() -> None:
    lines = [LEAD, "Send me", "1. each letter about the pond", "2. the budget", SAID]
    assert quotation(lines, ["Send me", "1) each letter about the pond", "2 the budget"]) == (1, 4)
    assert quotation(lines, ["Send you", "2. the budget"]) == (0, 0)
    assert quotation(lines, ["2. the budget", "Send me"]) == (0, 0)


def test_what_follows_is_answered() -> None:
    split = letter(
        [LEAD, "Send me", "1. each letter", "2. the budget", "Could you tell me which?"], ["Send me", "2. the budget"]
    )
    assert split.request == ("Send me", "1. each letter", "2. the budget")
    assert split.response == ("Could you tell me which?",)


def test_of_a_page_only_one_block_is_the_request() -> None:
    block = "<blockquote><p>Please send me</p><p>1. each letter</p><p>2. the budget</p></blockquote>"
    page = f"<html><body><p>{LEAD}</p>{block}<p>Could you tell me which letters you mean, please?</p>%s</body></html>"
    assert read_page(page % "", "").request_text == "Please send me\n1. each letter\n2. the budget"
    other = "<blockquote><p>Letters are kept for a year.</p></blockquote><p>That is our rule.</p>"
    assert read(page % other).set_in == ()


def test_a_request_that_ends_the_sentence_leading_up_to_it_stands_apart() -> None:
    lead, quote = "On 6 May the force was asked, and the request was put in these words:", "“How many vans have you?”"
    answer = "It was answered on 8 June, as follows."
    assert apart([f"{lead} {quote}", answer]) == [lead, quote, answer]
    assert apart(["How many dogs?", f"{lead} {quote}"]) == ["How many dogs?", f"{lead} {quote}"]
