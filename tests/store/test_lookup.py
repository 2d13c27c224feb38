"""Reading the record back: whole disclosures, the ledger from a cursor on, and finding by name."""

import pytest

from store.database import Store
from store.errors import NotKept
from store.keeping import keep
from store.lookup import changes_after, disclosure, disclosures, find, last_change
from store.records import AttachmentSeen, Change, Match

NOON = "2026-11-21T12:00:00+00:00"
LATER = "2026-11-22T12:00:00+00:00"


def test_a_disclosure_comes_back_whole(store: Store, sighting) -> None:
    missing = AttachmentSeen("https://essex.example/b.pdf", "The letter", problem="HTTP 404")
    seen = sighting(
        1, attachments=(sighting.file(1), missing), published="2025-07", outcome="refused",
        forces=("Kent Police", "Essex Police"),
    )  # fmt: skip
    keep(store, seen, seen=NOON, run=None)
    keep(store, seen, seen=LATER, run=None)
    evidence = '[{"words": "dismissed", "quote": "Seven were dismissed.", "where": "response", "rule": "r"}]'
    store.db.conn.execute("INSERT INTO matches VALUES (1, 'misconduct', 1, 0.9, ?)", (evidence,))
    kept = disclosure(store, 1)
    assert kept.attachments == seen.attachments
    assert kept.extra == seen.extra
    assert set(kept.forces) == set(seen.forces)
    assert (kept.title, kept.published) == (seen.title, "2025-07")
    assert (kept.first_seen, kept.last_seen, kept.status, kept.version) == (NOON, LATER, "present", 1)
    assert kept.matches == (
        Match(
            "misconduct",
            0.9,
            ({"words": "dismissed", "quote": "Seven were dismissed.", "where": "response", "rule": "r"},),
        ),
    )


def test_many_come_in_the_order_asked_for_and_few_questions(store: Store, sighting) -> None:
    with store.writing():
        for number in range(1, 451):
            keep(store, sighting(number), seen=NOON, run=None)
    asked: list[str] = []
    store.db.conn.set_trace_callback(asked.append)
    found = disclosures(store, [450, 3, 99_999, *range(10, 400)])
    store.db.conn.set_trace_callback(None)
    assert [d.id for d in found] == [450, 3, *range(10, 400)]
    assert found[0].attachments[0].text == "spreadsheetword450"
    assert len(asked) <= 12


def test_what_is_not_kept_is_named(store: Store) -> None:
    with pytest.raises(NotKept, match="no disclosure 5"):
        disclosure(store, 5)


def test_the_ledger_is_read_from_a_cursor_on(store: Store, sighting) -> None:
    assert last_change(store) == 0
    keep(store, sighting(1), seen=NOON, run=None, baseline=True)
    keep(store, sighting(2), seen=NOON, run=None)
    keep(store, sighting(2, words="Other."), seen=LATER, run=None)
    assert changes_after(store, 0, 1) == [Change(1, 1, 1, "new", NOON, "essex", True)]
    assert changes_after(store, 1, 9) == [
        Change(2, 2, 1, "new", NOON, "essex", False),
        Change(3, 2, 2, "changed", LATER, "essex", False),
    ]
    assert last_change(store) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", 2), (" foi2 ", 2), ("FOI 1", 1), ("https://essex.example/foi/1/", 1), ("01.FOI/24", 3),
        ("99", None), ("", None), ("FOI 404", None), ("²", None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_finding_by_what_people_call_it(store: Store, sighting, text: str, expected: int | None) -> None:
    for number in (1, 2):
        keep(store, sighting(number), seen=NOON, run=None)
    keep(store, sighting(3, ref="01.FOI/24"), seen=NOON, run=None)
    assert find(store, text) == expected
