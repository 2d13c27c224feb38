"""What became different: the names of the fields, a readable diff, and a record to read it all from again."""

from dataclasses import replace

import pytest

from store.records import AttachmentSeen, Sighting
from store.versions import changed_fields, readable_diff, record_of, sighting_from, storable

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


def test_a_diff_is_of_the_lines_that_a_person_reads() -> None:
    other = replace(SEEN, words="Eight.", attachments=())
    assert readable_diff(SEEN, other, 3).splitlines() == [
        "--- version 3", "+++ version 4", "@@ -1,3 +1,2 @@", " Dismissals", "-Seven.",
        "-[attachment] Table aaaaaaaaaaaa", "+Eight.",
    ]  # fmt: skip


def test_a_file_that_was_never_had_says_so() -> None:
    other = replace(SEEN, attachments=(AttachmentSeen("x", "Table", problem="HTTP 404"),))
    assert "+[attachment] Table (not had)" in readable_diff(SEEN, other, 1)


def test_a_table_of_many_thousand_rows_is_compared_line_by_line() -> None:
    rows = [f"| {n} | station {n % 37} | 12 |" for n in range(20_000)]
    old, new = (replace(SEEN, words="\n".join(lines)) for lines in (rows, rows[:7] + rows[8:] + ["| end |"]))
    assert readable_diff(old, new, 1).splitlines()[2:] == ["-| 7 | station 7 | 12 |", "+| end |"]


def test_a_record_gives_the_sighting_back_without_the_text_of_files() -> None:
    bare = replace(SEEN, attachments=(replace(SEEN.attachments[0], text=""),))
    assert sighting_from(record_of(SEEN)) == bare


def test_what_utf8_cannot_hold_is_replaced_and_the_rest_is_left_alone() -> None:
    assert storable(SEEN) is SEEN
    broken = storable(replace(SEEN, words="a\ud800b", extra={"tables": [{"rows": [["\udfff"]]}]}))
    assert (broken.words, broken.extra) == ("a?b", {"tables": [{"rows": [["?"]]}]})
    assert broken.attachments == SEEN.attachments
