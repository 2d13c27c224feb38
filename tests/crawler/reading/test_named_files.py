"""Attachments that a text only names."""

from crawler.reading.fields import Link
from crawler.reading.named_files import split_attachments


def test_the_section_and_what_follows_it() -> None:
    lines = [
        "Nine.",
        "Attachments",
        "77A_24_attachment",
        "- 77A_24_PIT",
        "This is a sentence that stands below the list.",
    ]
    kept, found = split_attachments(lines)
    assert kept == ["Nine.", lines[-1]]
    assert found == (Link("", "77A_24_attachment"), Link("", "77A_24_PIT"))


def test_none() -> None:
    assert split_attachments(["Nine.", "Attachments", "No attachments"]) == (["Nine."], ())
    assert split_attachments(["Nine.", "No attachments"]) == (["Nine."], ())


def test_counted_in_an_archive() -> None:
    kept, found = split_attachments(["2 Attachments: Response 1.pdf, Annex A.xlsx", "Nine."])
    assert kept == ["Nine."]
    assert [link.text for link in found] == ["Response 1.pdf", "Annex A.xlsx"]
