"""Lists within a sentence that asks."""

import time

import pytest

from crawler.reading.questions.questions import questions
from crawler.reading.questions.within import at_bullets, cut_within


@pytest.mark.parametrize("lead", ["Please send me", "Ducks swim. May I have", "I would like to know", "I ask for"])
def test_the_items_of_a_list_below_a_verb_of_giving_are_questions(lead: str) -> None:
    for line in (
        f"{lead} 1) the size of the pond, 2) its depth and 3) the ducks on it.",
        f"{lead} (1) the size of the pond; (2) its depth; and (3) the ducks on it.",
    ):
        found = [(one["number"], one["text"]) for one in questions([line])]
        assert found == [("1", "the size of the pond"), ("2", "its depth"), ("3", "the ducks on it.")]


@pytest.mark.parametrize("lead", ["For the pond at Aldmoor please set out", "As for the pond, please give"])
def test_letters_number_such_a_list_too(lead: str) -> None:
    found = questions([f"{lead} (a) its size, as measured, (b) its depth, and (c) the ducks on it."])
    texts = [(one["number"], one["text"]) for one in found]
    assert texts == [("a", "its size, as measured"), ("b", "its depth"), ("c", "the ducks on it.")]
    assert len(questions([f"{lead} the ducks by (a) weight, (b) age and (c) colour."])) < 2


@pytest.mark.parametrize(
    "line",
    [
        "Please say how many 1) drakes and 2) ducks there were.",
        "We can give 1) the size and 2) the depth.",
        "Please send me 1) the size of the pond.",
        "Please send me 2) the size, 3) the depth.",
        "Please send me 1) the plan of Annex 2) as it stands.",
        "3. Please state 1) the size and 2) the depth.",
    ],
)
def test_numbers_within_other_sentences_are_words(line: str) -> None:
    assert len(questions([line])) < 2
    assert not any((one["text"] or "").startswith("the") for one in questions([line]))


def test_a_hostile_line_takes_linear_time() -> None:
    start = time.perf_counter()
    for unit in ("give 1) a ", "please give 1) a ", "1) ", "1) a, 2) b and "):
        cut_within(unit * 5000)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("sign", ["*", "•", "·"])
def test_bullets_within_a_line_are_questions(sign: str) -> None:
    wishes = ["How many ducks were there?", "What did they eat?", "Who fed them?"]
    for lead in ("Good day. Can I have this please. ", ""):
        line = lead + " ".join(f"{sign} {wish}" for wish in wishes)
        assert [(one["number"], one["text"]) for one in questions([line])] == [(None, wish) for wish in wishes]


@pytest.mark.parametrize("line", ["How many 3 * 4 ponds * 5 were there?", "How many ducks * were there?"])
def test_a_lone_star_or_a_product_is_no_bullet(line: str) -> None:
    assert at_bullets(line) == [line]
