"""A number format that writes a mark in place of a small number, or nothing, hides it; one that adds words does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.formats.workbook.number_formats import hides, may_hide


@pytest.mark.parametrize(
    ("code", "hidden", "shown"),
    [
        (";;;", [3, -3, "a word"], [0]),
        (";;;@", [3, -3], [0, "a word"]),
        (";;", [3], [0, "a word"]),
        ('"";"";"";""', [3, "a word"], [0]),
        ("**;**;**;**", [3, "a word"], []),
        ("_ ;_ ", [3, -3], ["a word"]),
        ('"*"', [3, -3], ["a word"]),
        ('[<5]"<5";0', [3, 4.9, -1], [5, 17, 0]),
        ("[<5]\\*;[>90]\\*;0", [3, 91], [5, 17, 90]),
        ('[>=5]0;"fewer than 5"', [3], [5, 0]),
        ('[Red][<=4]"1 to 4";General', [4], [5]),
        ('[<5]"Withheld (s40)";0', [2], [7]),
        ("0;;", [-3], [3, 0]),
    ],
)
def test_what_a_format_hides(code: str, hidden: list[float | str], shown: list[float | str]) -> None:
    assert may_hide(code)
    assert [value for value in hidden + shown if hides(code, value)] == hidden


@pytest.mark.parametrize(
    "code",
    [
        "", "General", "@", "0", '0;-0;"nil"', "0;-0;;@", '[=0]"-";0', '0 "days"', '"FOI-"000000', "# ?/?",
        "dd/mm/yyyy", "[h]:mm:ss", "[h]", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "[$£-en-GB]#,##0.00",
        '"Yes";"Yes";"No"', '[=1]"Yes";[=0]"No";0', '"▲";"▼";"="', '#,##0,"k"', "[<5][Red]0;0",
    ],
)  # fmt: skip
def test_formats_that_hide_nothing(code: str) -> None:
    assert not [value for value in (1, 3, -3, 0, 17.5, "a word") if hides(code, value)]


@given(st.text('"\\_*[<5]=;0#@d ', max_size=40), st.floats(allow_nan=False) | st.text(max_size=2))
def test_any_format_says_what_it_hides(code: str, value: float | str) -> None:
    assert may_hide(code) or not hides(code, value)
