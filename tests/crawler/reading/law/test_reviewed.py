"""What a review takes back, and what it leaves as it was."""

import pytest

from crawler.reading.law.exemptions import citations
from crawler.reading.law.reviewed import withdrawn

FIRST = "BTP can neither confirm nor deny holding what you ask for, Section 40(5B)(a)(i)."
REVIEWS = [
    (
        [
            FIRST,
            "The reviewing officer agrees with you that the earlier stance went too far and it is withdrawn.",
            "Withheld, Section 40(2).",
        ],
        ["s40(2)"],
    ),
    ([FIRST, "I have looked again and our original decision is overturned.", "7"], []),
    ([FIRST, "We set aside the first response and the figure is 7."], []),
    ([FIRST, "I therefore set the earlier decision aside and answer in full."], []),
    ([FIRST, "The first answer does not stand. It is 7."], []),
    ([FIRST, "The earlier decision is replaced by this one: 7."], []),
    ([FIRST, "The earlier decision is replaced in part."], ["s40(5B)(a)(i)"]),
    ([FIRST, "On review I accept that the number should have been given. It is 7."], []),
    ([FIRST, "I find that we ought not to have relied on that. The number is 7."], []),
    ([FIRST, "Your complaint is upheld. The number is 7."], []),
    ([FIRST, "Your request for an internal review has been successful and the figures are attached."], []),
    ([FIRST, "Your complaint is upheld in part: the number is 7, the rest stays as it was."], ["s40(5B)(a)(i)"]),
    ([FIRST, "I find that your complaint is justified. The number is 7."], []),
    ([FIRST, "Your complaint was fully justified: Section 40(5B)(a)(i) should not have been applied."], []),
    ([FIRST, "Your complaint is not upheld."], ["s40(5B)(a)(i)"]),
    ([FIRST, "Your complaint is not justified."], ["s40(5B)(a)(i)"]),
    ([FIRST, "I conclude that your complaint is upheld as to b) and c)."], ["s40(5B)(a)(i)"]),
    ([FIRST, "Your complaint is justified for the second question."], ["s40(5B)(a)(i)"]),
    ([FIRST, "Your complaint is upheld in respect of three questions and rejected for the rest."], ["s40(5B)(a)(i)"]),
    ([FIRST, "The refusal cannot be upheld.", "7", "Withheld, Section 40(2).", "Your appeal is upheld."], ["s40(2)"]),
    ([FIRST, "The original decision is upheld."], ["s40(5B)(a)(i)"]),
    ([FIRST, "The original response was correct."], ["s40(5B)(a)(i)"]),
    (
        [FIRST, "I have considered the original response and your complaint, and agree with the decision."],
        ["s40(5B)(a)(i)"],
    ),
    ([FIRST, "Your request for an internal review has been received."], ["s40(5B)(a)(i)"]),
    (
        [
            FIRST,
            "Your request for a review was considered by another officer. The decision stands.",
        ],
        ["s40(5B)(a)(i)"],
    ),
    (["Your request for a review has been carried out.", FIRST], ["s40(5B)(a)(i)"]),
    ([FIRST, "Your complaint has been considered.", "The refusal is right."], ["s40(5B)(a)(i)"]),
    ([FIRST, "You say that the earlier decision was wrong. I do not agree."], ["s40(5B)(a)(i)"]),
    ([FIRST, "You argue that the number should have been disclosed. I find that it should not."], ["s40(5B)(a)(i)"]),
    ([FIRST, "I do not accept that the first decision was wrong."], ["s40(5B)(a)(i)"]),
]


@pytest.mark.parametrize(("lines", "relied"), REVIEWS)
def test_review(lines: list[str], relied: list[str]) -> None:
    assert sorted({one.section for one in citations(lines, page=lines) if one.relied_on}) == relied


def test_the_lines_of_the_first_answer() -> None:
    assert withdrawn([FIRST, "Your complaint is upheld.", "7"]) == [FIRST]
    assert not withdrawn(["The number is 7."])
