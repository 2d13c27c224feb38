"""Each field is told apart, before and after; markup alone is no difference."""

from dataclasses import replace

import pytest

from store.comparing.fields import field_changes
from store.records import Sighting

SEEN = Sighting(
    "essex", "https://essex.example/1", "Dismissals", "How many?\n\nSeven were dismissed.", ref="FOI 1",
    forces=("Essex Police",), received="2025-01-02", request_text="How many?", response_text="Seven were dismissed.",
    outcome="disclosed",
    extra={"questions": [{"number": "1", "text": "How many?"}], "answers": [{"number": "1", "text": "Seven."}],
           "citations": [{"section": "s40(2)", "relied_on": True}]},
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({}, []),
        ({"title": "Dismissals 2024"}, [("title", "Dismissals", "Dismissals 2024")]),
        ({"ref": "FOI 2"}, [("ref", "FOI 1", "FOI 2")]),
        ({"kind": "news"}, [("kind", "disclosure", "news")]),
        ({"outcome": "refused"}, [("outcome", "disclosed", "refused")]),
        (
            {"received": "2025-01-03", "published": "2025-02"},
            [("received", "2025-01-02", "2025-01-03"), ("published", "", "2025-02")],
        ),
        ({"forces": ("Kent Police", "Essex Police")}, [("forces", "Essex Police", "Essex Police; Kent Police")]),
        ({"request_text": "**How many?**"}, []),
        ({"response_text": "- Seven were\n  dismissed."}, []),
    ],
)
def test_the_fields_of_a_page(other: dict, told: list[tuple[str, str, str]]) -> None:
    assert [(c.name, c.before, c.after) for c in field_changes(SEEN, replace(SEEN, **other))] == told


def test_questions_answers_and_exemptions_are_told_by_number_and_section() -> None:
    extra = {
        "questions": [{"number": "1", "text": "How many?"}, {"number": "2", "text": "Why?"}],
        "answers": [{"number": "1", "text": "Eight."}],
        "exemptions": ["s31(1)"],
    }
    changes = {c.name: c for c in field_changes(SEEN, replace(SEEN, extra=extra))}
    assert (changes["exemptions"].before, changes["exemptions"].after) == ("s40(2)", "s31(1)")
    assert changes["questions"].after == "1: How many?\n2: Why?"
    assert [(r.kind, r.text) for r in changes["answers"].runs] == [
        ("equal", "1: "), ("removed", "Seven"), ("added", "Eight"), ("equal", "."),
    ]  # fmt: skip


def test_the_whole_page_is_shown_only_for_words_that_stand_in_no_field() -> None:
    eight = {"words": "How many?\n\nEight were dismissed.", "response_text": "Eight were dismissed."}
    assert [c.name for c in field_changes(SEEN, replace(SEEN, **eight))] == ["response_text"]
    noted = eight | {"words": "How many?\n\nEight were dismissed.\n\nCorrected in May."}
    assert [c.name for c in field_changes(SEEN, replace(SEEN, **noted))] == ["response_text", "words"]
