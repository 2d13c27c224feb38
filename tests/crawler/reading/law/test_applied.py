"""Sections that are applied, and those that a long letter only speaks of."""

import pytest

from crawler.reading.law.exemptions import citations

APPLIED = ["The names are exempt under Section 40(2)."]


def _relied(*lines: str) -> list[str]:
    return [one.section for one in citations(lines) if one.relied_on]


def test_what_is_only_spoken_of_is_not_relied_on_beside_what_is_applied() -> None:
    aside = "You may have read the decision on another force which turned on Section 36."
    assert _relied(*APPLIED, aside) == ["s40(2)"]
    assert _relied(aside) == ["s36"]  # where nothing else is applied it may be all that the letter has


@pytest.mark.parametrize(
    "line",
    [
        "Section 36 – Prejudice to effective conduct of public affairs",
        "Section 36(2)(c)",
        "The minutes are withheld, Section 36(2)(c).",
        "This is Section 36.",
    ],
)
def test_headings_lists_and_refusals_apply_it(line: str) -> None:
    assert len(_relied(*APPLIED, line)) == 2


def test_what_is_applied_once_is_relied_on_wherever_it_is_cited_so() -> None:
    explained = "Section 40(2) was written with people such as these in mind, one supposes."
    assert [one.relied_on for one in citations([*APPLIED, explained])] == [True, True]
