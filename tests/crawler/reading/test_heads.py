"""Heads of replies, three and more for each form of reference: reference and dates among their lookalikes."""

from pathlib import Path

import pytest

from crawler.reading.facts.dates import iso_date
from crawler.reading.facts.forces import named
from crawler.reading.facts.letter_dates import letter_dates
from crawler.reading.facts.reference import references


def _heads() -> list[tuple[str, list[str]]]:
    blocks = Path(__file__).with_name("heads.txt").read_text("utf-8").split("\n= ")[1:]
    return [(block.splitlines()[0], block.splitlines()[1:]) for block in blocks]


@pytest.mark.parametrize(("head", "lines"), _heads(), ids=lambda value: value if isinstance(value, str) else "")
def test_reference_and_dates(head: str, lines: list[str]) -> None:
    force, title, ref, received, responded, *published = (part.strip() for part in head.split("|"))
    assert references(lines, title, named(force))[0] == ref
    dates, _ = letter_dates(lines, "", "", us="Northern Ireland" in force)
    assert (dates.received, dates.responded) == (received, responded)
    assert published in ([], [dates.published])


def test_the_heads_are_well_written() -> None:
    heads = [head for head, _ in _heads()]
    assert len(heads) > 80
    for head in heads:
        dates = [part.strip() for part in head.split("|")[3:]]
        assert [iso_date(date) for date in dates] == dates, head
        assert named(head.split("|")[0].strip()), head
