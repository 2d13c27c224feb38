"""Where sentences name sections."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.law.citation_grammar import mentions


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Under Section 40(2) and s.31.", ["Section 40(2)", "s.31"]),
        ("Sections 30(3) and 31(3) apply", ["Sections 30(3) and 31(3)"]),
        ("Regulation 12(4)(b)", ["Regulation 12(4)(b)"]),
        ("the officers 12", []),
        ("section 405", []),
        ("I decline to go into it (40(2)).", ["(40(2))"]),
        ("withheld under 31(1)(a)", ["under 31(1)(a)"]),
        ("under 24 (4 of them women)", []),
    ],
)
def test_spans(text: str, spans: list[str]) -> None:
    assert [text[found.start : found.end] for found in mentions(text)] == spans


def test_a_letter_goes_on_from_the_letter_before_a_roman_number() -> None:
    (one,) = mentions("exempt under section 36(2)(b)(ii) and (c)")
    assert one.sections() == ["s36(2)(b)(ii)", "s36(2)(c)"]
    (one,) = mentions("exempt under section 30(1)(a)(i) and (ii)")
    assert one.sections() == ["s30(1)(a)(i)", "s30(1)(a)(ii)"]
    for joins in ("by virtue of", ", the latter by reference to", "by means of"):
        (one,) = mentions(f"Section 31(1)(a) and (g) {joins} subsection (2)(b)")
        assert one.sections() == ["s31(1)(a)", "s31(1)(g)", "s31(2)(b)"]


@given(st.text("Section s.40(2)(a), and&–31 reg12§ ", max_size=100))
def test_mentions_are_in_order_and_never_overlap(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
