"""Signs in prose that stand for numbers: only those that are explained, and only where a number would stand."""

import time

import pytest

from crawler.reading.facts.suppressed import suppressed

STAR = "An asterisk stands for a number under four."


def _markers(*lines: str) -> list[str]:
    return [each["marker"] for each in suppressed([], lines)]


@pytest.mark.parametrize(
    ("line", "explained", "markers"),
    [
        ("Twelve geese were kept, nine were sold and * were given away.", STAR, ["*"]),
        (
            "Twenty ducks, of which * were sold, and * in the year after.",
            "* denotes a count of less than six.",
            ["*", "*"],
        ),
        ("Nine geese came back, ** a year later.", "** fewer than five, withheld under Section 40(2).", ["**"]),
        ("There were xx swans.", 'Small numbers are shown as "xx".', ["xx"]),
        ("We found x in May and 12 in June.", "Where x is used the figure is exempt under Section 40(2).", ["x"]),
        ("Only # of the herons stayed.", "The hash means a suppressed figure.", ["#"]),
        ("Eight moorhens were ringed, and – were not.", "A dash represents fewer than three.", ["–"]),
        ("The number of coots was *.", "For the asterisks we rely on Section 38(1)(b).", ["*"]),
        ("Nine geese, of which * were sold (the asterisk stands for a low number).", "It is so.", ["*"]),
        ("Geese 12, ducks 9, coots *, and *.", STAR, ["*", "*"]),
    ],
)
def test_a_sign_where_a_number_would_stand(line: str, explained: str, markers: list[str]) -> None:
    assert _markers(line, explained) == markers


@pytest.mark.parametrize("sign", ["*", "xx", "#", "–"])
def test_a_sign_that_nothing_explains_is_none(sign: str) -> None:
    assert _markers(f"Nine geese were sold and {sign} were given away.", "Small numbers are withheld.") == []


@pytest.mark.parametrize(
    ("line", "explained"),
    [
        ("Twelve geese were kept *. Nine were sold.", STAR),
        ("Twelve geese were kept,* nine were sold.", STAR),
        ("* were sold in May.", STAR),
        ("We hold: * geese; * ducks; * swans.", STAR),
        ("Nine geese * were kept.", STAR),
        ("Nine geese and * were kept.", "* The figures are those of May."),
        ("Nine geese and * were kept.", "An asterisk stands for an estimate."),
        ("Nine geese and # were kept.", STAR),
        ("The geese were – as we said – kept.", "A dash represents fewer than three."),
        ("Nine geese were sold, - none in May.", "A dash represents fewer than three."),
        ("Our geese, and * means fewer than five.", "They were sold."),
        ("Generation X is in charge of the geese; Malcolm X and X Division.", STAR),
    ],
)
def test_other_signs_are_no_numbers(line: str, explained: str) -> None:
    assert _markers(line, explained) == []


@pytest.mark.parametrize("words", ["and * were ", "* means ", "a * = ", ", x ", "and - "])
def test_a_letter_full_of_signs_is_read_in_linear_time(words: str) -> None:
    start = time.process_time()
    suppressed([], [words * 20_000, STAR])
    assert time.process_time() - start < 2
