"""Which sentences of an answer any letter could carry, weighed together."""

from crawler.reading.sentences.carried import Said, carried


def _carried(*texts: str) -> list[bool]:
    return carried([Said(text, at) for at, text in enumerate(texts)])


def test_below_what_answers_doubtful_sentences_are_standard() -> None:
    doubtful = "A later run of the same search may not give the same totals."
    assert _carried("There were 31 complaints.", doubtful, "You may ask for a review of this within two months.") == [
        False, True, True,
    ]  # fmt: skip


def test_an_argument_amid_arguments_stays() -> None:
    texts = (
        "Section 31 is engaged.",
        "The public is entitled to be satisfied that corruption is rooted out.",
        "It can be, since the outcome of every misconduct hearing is published.",
        "The balance is in favour of withholding.",
    )
    assert not any(_carried(*texts))


def test_a_paragraph_that_answers_may_open_like_a_standard_one() -> None:
    remark = "Some words may be useful on how to read this."
    texts = ("There were 31 geese.", remark, "Two of them were counted twice, in May and in June 2024.")
    assert carried([Said(text, at) for at, text in enumerate(texts)]) == [False, True, False]
    assert not any(carried([Said(text, min(at, 1)) for at, text in enumerate(texts)]))


def test_a_standard_paragraph_of_its_own_is_left_out() -> None:
    texts = ("There were 31 geese.", "They swim.", "You may ask for a review of this.", "The Commissioner comes next.")
    assert carried([Said(text, at // 2) for at, text in enumerate(texts)]) == [False, False, True, True]


def test_what_is_certain_is_not_weighed() -> None:
    said = [Said("| Right of appeal | 28 days |", 0, -9.0, certain=True), Said("Your rights", 1, 9.0, certain=True)]
    assert carried(said) == [False, True]


def test_nothing_said() -> None:
    assert carried([]) == []
