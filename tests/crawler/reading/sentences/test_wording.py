"""What the words of a sentence weigh."""

import tomllib
from pathlib import Path

from crawler.reading.sentences.wording import interim, marks, weight

KINDS = tomllib.loads((Path(__file__).parents[1] / "sentences.toml").read_text("utf-8"))
CARRIED = [one for kind, some in KINDS.items() if kind not in ("answers", "interim", "deferring") for one in some]


def test_what_is_seen_in_a_sentence() -> None:
    assert {"decision", "review", "decision_review"} <= marks("You may have this decision reviewed.")
    assert "(digits)" not in marks("Write within 40 working days, by 3 May 2024, to SK9 5AF.")
    assert "(digits)" not in marks("Quote the reference FOI/1234/24 or the number 702/2025 when you write to us.")
    assert {"(digits)", "(amount)", "(short)", "#"} <= marks("It cost £3,400.")


def test_sentences_are_told_apart() -> None:
    assert sum(weight(one) > 0 for one in CARRIED) >= 0.85 * len(CARRIED)
    assert sum(weight(one) > 0 for one in KINDS["answers"]) <= 0.1 * len(KINDS["answers"])
    assert sum(weight(one) > 2 for one in KINDS["answers"]) <= 0.02 * len(KINDS["answers"])


def test_what_puts_off_is_told_from_what_answers() -> None:
    assert sum(interim(one) > 0 for one in KINDS["interim"]) >= 0.8 * len(KINDS["interim"])
    assert sum(interim(one) > 0 for one in KINDS["answers"]) <= 0.1 * len(KINDS["answers"])


def test_words_of_one_sense_are_one_mark() -> None:
    one, other = (
        marks("Comparisons with another force mislead."),
        marks("To contrast it with other constabularies is wrong."),
    )
    assert {"<compare>", "<others>", "<body>", "<compare><others>"} <= one & other
