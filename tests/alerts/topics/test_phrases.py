"""Phrases: words, endings, lists, gaps and capitals; and where a sentence ends."""

import pytest

from alerts.topics.lexicon import Lexicon
from alerts.topics.phrases import phrase, words


def found(text: str, *phrases: str, **lists: list[str]) -> list[str]:
    lexicon = Lexicon({name: tuple(map(phrase, some)) for name, some in {**lists, "asked": list(phrases)}.items()})
    cut = words("request", text)
    return [cut.slice(hit) for hit in lexicon.hits(cut).get("asked", [])]


@pytest.mark.parametrize(
    ("text", "asked", "wanted"),
    [
        ("A Written  Warning was given", "written warning", ["Written Warning"]),
        ("written-warnings", "written warning*", ["written-warnings"]),
        ("dismissed, dismissal", "dismiss*", ["dismissed", "dismissal"]),
        ("undismissed", "dismiss*", []),
        ("the PC and the PCs, a pc", "PC", ["PC", "PCs"]),
        ("abuse of his position", "abuse ... position", ["abuse of his position"]),
        ("abuse position", "abuse ... position", ["abuse position"]),
        ("abuse one two three four five position", "abuse ... position", []),
        ("the officer’s conduct", "officer's conduct", ["officer’s conduct"]),
        ("165A_23_attachment", "attachment", ["attachment"]),
    ],
)
def test_a_phrase_finds(text: str, asked: str, wanted: list[str]) -> None:
    assert found(text, asked) == wanted


def test_lists_within_lists() -> None:
    lists = {"rank": ["chief constable*", "PC"], "who": ["{rank}", "staff"]}
    text = "complaints against the chief constable, against staff and against dogs"
    assert found(text, "against ... {who}", **lists) == ["against the chief constable", "against staff"]


@pytest.mark.parametrize("wrong", ["", "... left", "left ...", "a*", "!?"])
def test_a_phrase_that_says_nothing_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="must"):
        phrase(wrong)


def test_sentences() -> None:
    text = "One, two s.40(2) three.\nFour five\nsix seven\nEight? Nine\n\nten"
    cut = words("response", text)
    sentences: dict[int, list[str]] = {}
    for word, number in zip(cut.raw, cut.sentence, strict=True):
        sentences.setdefault(number, []).append(word)
    assert [" ".join(one) for one in sentences.values()] == [
        "One two s 40 2 three",
        "Four five six seven",
        "Eight",
        "Nine",
        "ten",
    ]
