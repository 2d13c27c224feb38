"""What the words of a sentence weigh."""

import tomllib
from pathlib import Path

from crawler.reading.sentences.wording import interim, weight

KINDS = tomllib.loads((Path(__file__).parents[1] / "sentences.toml").read_text("utf-8"))
CARRIED = [one for kind, some in KINDS.items() if kind not in ("answers", "interim", "deferring") for one in some]


def test_sentences_are_told_apart() -> None:
    assert sum(weight(one) > 0 for one in CARRIED) >= 0.85 * len(CARRIED)
    assert sum(weight(one) > 0 for one in KINDS["answers"]) <= 0.1 * len(KINDS["answers"])
    assert sum(weight(one) > 2 for one in KINDS["answers"]) <= 0.02 * len(KINDS["answers"])


def test_what_puts_off_is_told_from_what_answers() -> None:
    assert sum(interim(one) > 0 for one in KINDS["interim"]) >= 0.8 * len(KINDS["interim"])
    assert sum(interim(one) > 0 for one in KINDS["answers"]) <= 0.1 * len(KINDS["answers"])
