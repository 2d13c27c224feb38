"""What the words of a sentence weigh."""

import tomllib
from pathlib import Path

from crawler.reading.wording import subjects, weight

KINDS = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))


def test_what_a_sentence_speaks_of() -> None:
    assert {"you", "review", "reply", "you review"} <= subjects("You may have this decision reviewed.")
    assert "digits" not in subjects("Write within 40 working days, by 3 May 2024, to SK9 5AF.")
    assert {"digits", "amount"} <= subjects("It cost £3,400.")


def test_sentences_are_told_apart() -> None:
    answers = [one for kind, some in KINDS.items() if kind.endswith("answers") for one in some]
    carried = [one for kind, some in KINDS.items() if not kind.endswith("answers") for one in some]
    assert sum(weight(one) > 0 for one in carried) >= 0.85 * len(carried)
    assert sum(weight(one) > 0 for one in answers) <= 0.15 * len(answers)
    assert sum(weight(one) > 2 for one in answers) <= 0.02 * len(answers)
