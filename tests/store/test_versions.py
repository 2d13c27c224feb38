"""What became different: the names of the fields, and a record to read it all from again."""

from dataclasses import replace

import pytest

from store.records import AttachmentSeen, Sighting
from store.versions import changed_fields, record_of, sighting_from, storable

SEEN = Sighting(
    "essex", "https://essex.example/1", "Dismissals", "Seven.", forces=("Essex Police", "Kent Police"),
    attachments=(AttachmentSeen("https://essex.example/a.pdf", "Table", "a" * 64, text="words of the file"),),
    extra={"questions": [{"number": "1", "text": "How many?", "parent": None}]},
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "names"),
    [
        ({}, ()),
        ({"words": "**Seven.** "}, ()),
        ({"forces": ("Kent Police", "Essex Police")}, ()),
        ({"title": "Dismissals 2024", "ref": "FOI 1"}, ("title", "ref")),
        ({"received": "2024", "published": "2025"}, ("dates",)),
        ({"forces": ("Kent Police",), "outcome": "refused"}, ("outcome", "forces")),
        ({"attachments": ()}, ("attachments",)),
        ({"request_text": "How?", "response_text": "So."}, ("request_text", "response_text")),
    ],
)
def test_the_fields_that_differ_are_named(other: dict, names: tuple[str, ...]) -> None:
    assert changed_fields(SEEN, replace(SEEN, **other)) == names


def test_a_record_gives_the_sighting_back_without_the_text_of_files() -> None:
    bare = replace(SEEN, attachments=(replace(SEEN.attachments[0], text=""),))
    assert sighting_from(record_of(SEEN)) == bare


def test_what_utf8_cannot_hold_is_replaced_and_the_rest_is_left_alone() -> None:
    assert storable(SEEN) is SEEN
    broken = storable(replace(SEEN, words="a\ud800b", extra={"tables": [{"rows": [["\udfff"]]}]}))
    assert (broken.words, broken.extra) == ("a?b", {"tables": [{"rows": [["?"]]}]})
    assert broken.attachments == SEEN.attachments
