"""The rules of what boilerplate is about."""

import tomllib
from pathlib import Path

import pytest

from crawler.reading.sentences.subjects import subject_of

KINDS = tomllib.loads((Path(__file__).parents[1] / "sentences.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("You can ask us to look at it again within 40 working days.", "rights"),
        ("Os ydych yn anfodlon, cewch ofyn am adolygiad mewnol.", "rights"),
        ("Requests are handled without regard to who sends them.", "publication"),
        ("The data is an un-audited snapshot of live systems.", "caveats"),
        ("Racism has no place in this force.", "values"),
        ("This is subject to Crown copyright.", "reuse"),
        ("Please quote the reference above.", "contact"),
        ("Nine officers were dismissed.", ""),
        ("If you were to narrow the request we could look at it again.", ""),
        ("word " * 1000, ""),
    ],
)
def test_subject(sentence: str, subject: str) -> None:
    assert subject_of(sentence) == subject


def test_the_rules_take_next_to_no_answer() -> None:
    answers = [one for kind, some in KINDS.items() if kind.endswith("answers") for one in some]
    assert sum(bool(subject_of(one)) for one in answers) <= 0.01 * len(answers)
