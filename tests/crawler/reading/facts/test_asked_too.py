"""A further force that a newspaper asked."""

import pytest

from crawler.reading.facts.asked_too import asked_too

KENT = "Kent Police"


@pytest.mark.parametrize(
    "line",
    [
        "Gwent Police was asked the same and named no figure.",
        "The same questions were put to Gwent Police, which cited section 12.",
        "We sent an identical request to Gwent Police. It said that it holds no such list.",
        "We asked Gwent Police as well, and it gave us nine.",
        "Gwent Police turned us down because of the cost.",
        "In response to the same request Gwent Police gave nine.",
    ],
)
def test_asked_by_the_paper(line: str) -> None:
    assert asked_too(["Kent Police sold seven dogs.", line], [KENT]) == ("Gwent Police",)


@pytest.mark.parametrize(
    "line",
    [
        "Gwent Police sold nine.",
        "Gwent Police was asked the same two years ago and gave nine.",
        "The same question was put to Gwent Police by a charity.",
        "Gwent Police was asked the same and has yet to reply.",
        "We asked Gwent Police the same. It did not reply.",
        "Kent Police turned us down.",
        "It turned us down. Gwent Police sold nine.",
        "We asked a trainer of Gwent Police what she made of it.",
    ],
)
def test_not_asked_or_without_an_answer(line: str) -> None:
    assert asked_too([line], [KENT]) == ()
