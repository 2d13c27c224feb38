"""What a sentence says of a section that it names: that it is applied, or that it is not."""

from collections import Counter
from types import ModuleType

import pytest
from scripts import script

from crawler.reading.law.citation_grammar import mentions
from crawler.reading.law.stance_signs import signs
from crawler.reading.law.stances import against

# Of the passages that the weights are found from; of hands left out .86 are right (bench/weigh_stances.py).
RIGHT = 0.93


@pytest.fixture(scope="module")
def passages() -> ModuleType:
    return script("bench/passages.py")


def test_passages_are_told_as_people_told_them(passages: ModuleType) -> None:
    told = [(one.mark == "-", against(one.sentence, one.found, one.below)[one.at] > 0) for one in passages.marked()]
    assert len(told) > 3500
    assert sum(wanted == got for wanted, got in told) >= RIGHT * len(told)


def test_each_mark_is_of_the_section_behind_it(passages: ModuleType) -> None:
    marks = Counter(line.count(f"[{mark}]") for mark in "+-?" for line in passages.FILE.read_text().splitlines())
    found = passages.marked()
    # A mark before a section of another law, or of none, is heard by nobody.
    assert len(found) >= 0.98 * sum(many * lines for many, lines in marks.items())
    (one, two) = passages._of("me", "We apply [+]section 40(2) (names) and not [-]s31.")
    assert [(each.found[each.at].sections(), each.mark) for each in (one, two)] == [(["s40(2)"], "+"), (["s31"], "-")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The names are exempt under Section 40(2).",
        "Section 31(1)(a) is engaged.",
        "We are not able to give the names, which Section 40(2) protects.",
        "The remainder is withheld by virtue of Section 43(2).",
        "Q4 refused, S40(2)",
        "The original refusal under Section 30(1) is upheld.",
        "No public interest test is needed for Section 40(2), which covers the names that we have withheld.",
    ],
)
def test_what_is_applied(sentence: str) -> None:
    assert against(sentence, mentions(sentence))[0] < 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Section 31 was considered but is not engaged.",
        "We no longer rely on Section 31.",
        "A narrower request may be refused under Section 31.",
        "Section 31 played no part in this decision.",
        "The supplier asked us to withhold it under Section 43, and we do not agree.",
        "You suggest that Section 38 might apply; it does not.",
        "Had we held it, Section 30 would have been considered.",
        "We toyed with Section 42 and put it aside.",
        "The test is qualified, unlike Section 40.",
        "As with the exemption at Section 12, no exact estimate is wanted.",
        "Section 40 may also apply to some of it.",
    ],
)
def test_what_is_not(sentence: str) -> None:
    assert against(sentence, mentions(sentence))[0] > 0


def test_one_sentence_may_apply_one_and_not_the_other() -> None:
    sentence = "We rely on Section 40(2) for the names, and no longer rely on Section 31(1)(a)."
    applied, denied = against(sentence, mentions(sentence))
    assert applied < 0 < denied


def test_the_next_sentence_is_heard() -> None:
    sentence = "Section 41 was cited in our first reply."
    found = mentions(sentence)
    assert against(sentence, found, "It is withdrawn.")[0] > against(sentence, found, "It is upheld.")[0]


def test_signs() -> None:
    sentence = "We did not apply Section 40(2), but Section 31 stands."
    first, second = mentions(sentence)
    seen, other = signs(sentence, (first, second), "It is withdrawn.")
    # Nearest first before a section; what stands beyond its clause is marked; the other section is an @.
    assert {"l apply not", "l> not apply", "r~ @", "r2 but stands", "middling"} <= seen
    assert "n it is" in seen & other
    (alone,) = signs("Section 40(2)", mentions("Section 40(2)"), "")
    assert {"opens", "ends", "alone"} <= alone


def test_a_long_sentence_is_heard_near_the_section() -> None:
    sentence = f"{'never ' * 4000}{'and ' * 200} Section 40(2) applies {'never ' * 4000}"
    (seen,) = signs(sentence, mentions(sentence), "")
    assert not any("never" in sign for sign in seen if sign.startswith("l"))
    assert any("never" in sign for sign in seen if sign.startswith("r"))
