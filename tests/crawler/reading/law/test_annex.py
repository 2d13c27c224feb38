"""The legal annex."""

from crawler.reading.law.annex import annexed


def test_all_lines_from_its_heading_on() -> None:
    page = ("Nine.", "Legal Annex", "Section 12 lets an authority refuse.")
    assert annexed(page) == frozenset(page[1:])


def test_a_harm_test_is_no_legal_annex() -> None:
    assert annexed(("Nine.", "Annex A: harm test", "Section 31 is engaged.")) == frozenset()
