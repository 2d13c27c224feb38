"""The paragraphs of lists carry the numbers that Word shows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crawler.reading.formats.office.numerals import letters, numeral, roman
from crawler.reading.formats.office.word_numbers import Numbers
from crawler.reading.formats.office.word_styles import Styles
from crawler.reading.formats.ooxml import W

XMLNS = f'xmlns:w="{W.strip("{}")}"'


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "(%3)")


def numbering(levels: str = LEVELS, nums: str = "") -> etree._Element:
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return etree.fromstring(
        f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{one}{nums}</w:numbering>'
    )


def paragraph(depth: int = 0, number: int | None = 1, style: str = "") -> etree._Element:
    own = "" if number is None else f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return etree.fromstring(f"<w:p {XMLNS}><w:pPr>{named}{own}</w:pPr></w:p>")


def marks(root: etree._Element, *places: tuple[int, int] | int) -> list[str]:
    numbers = Numbers(root, Styles(None))
    pairs = [place if isinstance(place, tuple) else (place, 1) for place in places]
    return [numbers.mark(paragraph(depth, number)).strip() for depth, number in pairs]


def test_levels_restart_below_each_item() -> None:
    assert marks(numbering(), 0, 1, 1, 2, 2, 1, 0, 1) == ["1.", "a)", "b)", "(i)", "(ii)", "c)", "2.", "a)"]


def test_numbers_of_several_levels() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    assert marks(numbering(levels), 0, 1, 1, 2, 0, 1, 2) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]


def test_a_level_that_is_entered_without_the_one_above() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert marks(numbering(levels), 1, 1, 0) == ["1.1", "1.2", "I."]


def test_a_level_that_goes_on_across_the_items_above() -> None:
    levels = level(0, "decimal", "Part %1") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    assert marks(numbering(levels), 0, 1, 1, 0, 1) == ["Part 1", "1.", "2.", "Part 2", "3."]


def test_another_list_of_the_same_kind_goes_on_or_starts_where_it_says() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for number, more in ((2, ""), (3, start.format(1)), (4, start.format(7)))
    )
    assert marks(numbering(nums=nums), (0, 1), (0, 2), (0, 3), (0, 3), (0, 4)) == ["1.", "2.", "1.", "2.", "7."]


def test_bullets_and_paragraphs_without_a_number() -> None:
    assert marks(numbering(level(0, "bullet", "\uf0b7")), 0) == ["-"]
    assert marks(numbering(level(0, "none", "")), 0) == [""]
    assert marks(numbering(), (0, 0), (0, 99), (8, 1)) == ["", "", ""]


def test_a_style_numbers_its_paragraphs_and_zero_takes_it_back() -> None:
    styles = Styles(
        etree.fromstring(
            f'<w:styles {XMLNS}><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:styleId="Sub"><w:basedOn w:val="H"/></w:style></w:styles>'
        )
    )
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Sub"/>')
    numbers = Numbers(numbering(levels), styles)
    said = [numbers.mark(paragraph(number=None, style=style)) for style in ("H", "Sub", "Sub", "H")]
    assert said == ["1. ", "a) ", "b) ", "2. "]
    assert numbers.mark(paragraph(number=0, style="H")) == ""


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (28, "lowerLetter", "bb"), (3, "upperLetter", "C"),
        (1994, "upperRoman", "MCMXCIV"), (22, "ordinal", "22nd"), (112, "ordinal", "112th"), (5, "hindiVowels", "5"),
        (0, "lowerLetter", "0"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_numerals(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


@given(st.integers(1, 3_999))
def test_roman_numerals_can_be_added_up(number: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    values = [worth[sign] for sign in roman(number)]
    below = sum(a for a, b in zip(values, [*values[1:], 0], strict=True) if a < b)
    assert sum(values) - 2 * below == number


@given(st.lists(st.integers(0, 2), max_size=30))
def test_siblings_count_up_by_one(depths: Sequence[int]) -> None:
    said = marks(numbering(), *depths)
    for at, depth in enumerate(depths):
        before = [d for d in depths[:at] if d <= depth]
        siblings = len(before) - max((i for i, d in enumerate(before, 1) if d < depth), default=0)
        shown = (f"{siblings + 1}.", f"{letters(siblings + 1)})", f"({roman(siblings + 1)})")[depth]
        assert said[at] == shown
