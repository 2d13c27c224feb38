"""Merges end to end: through `keep`, listed with their reasons, undone, remembered, and parted when words part."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.database import Store, open_store
from store.errors import NotKept
from store.keeping import keep
from store.log import list_entries, settle
from store.merging.filling import fill
from store.merging.listing import aliases, merge, merges, same_as
from store.merging.tables import MERGES
from store.merging.undoing import NotMerged, make, undo
from store.records import AttachmentSeen, Entry, Sighting

NOON, LATER, NEXT = (f"2026-11-2{day}T12:00:00+00:00" for day in (1, 2, 3))
REQUEST = (
    "How many officers of each rank were dismissed, and how many resigned before a hearing, in 2021, 2022 and 2023?"
)
RESPONSE = """In 2021 there were 12 dismissals of constables, 4 of sergeants and 1 of an inspector; in 2022 there were
15, 6 and none; in 2023 there were 21, 3 and 2. In the same years 11, 17 and 26 officers resigned before a hearing."""
COPY = "https://essex.example/copy/"

Rows = Callable[[str], list[tuple]]


def page(**other: object) -> Sighting:
    usual = {
        "source": "essex",
        "address": "https://essex.example/foi/1/",
        "title": "Dismissals",
        "words": f"{REQUEST}\n{RESPONSE}",
        "ref": "FOI 12345/24",
        "forces": ("Essex Police",),
        "received": "2024-03-04",
        "request_text": REQUEST,
        "response_text": RESPONSE,
    }
    return Sighting(**usual | other)


def amended(**other: object) -> Sighting:
    text = RESPONSE.replace("21, 3 and 2", "22, 3 and 2")
    return page(**{"words": f"{REQUEST}\n{text}", "response_text": text, "address": COPY} | other)


def keep_both(store: Store, one: Sighting, two: Sighting) -> tuple[int, int]:
    return tuple(keep(store, look, seen=seen, run=None).disclosure for look, seen in ((one, NOON), (two, LATER)))


def test_an_address_that_says_the_same_is_a_merge_with_its_reason(store: Store) -> None:
    assert keep_both(store, page(), page(address=COPY)) == (1, 1)
    [one] = merges(store)
    assert (one.kept, one.other, one.address, one.kind, one.seen) == (1, None, COPY, "address", LATER)
    assert "same words" in one.reason


def test_an_address_that_the_page_names_is_a_merge_and_one_without_a_page_is_not(store: Store) -> None:
    shortlink = ("https://essex.example/?p=7", "shortlink")
    keep_both(store, page(aliases=(shortlink,)), amended(aliases=((page().address, "canonical"),)))
    assert [(one.kind, one.address) for one in merges(store)] == [("address", COPY)]
    assert [(one.address, one.reason) for one in aliases(store)] == [shortlink]


def test_an_amended_copy_that_is_live_beside_the_first_is_joined(store: Store) -> None:
    assert keep_both(store, page(), amended()) == (1, 2)
    [one] = merges(store)
    assert (one.kept, one.other, one.kind) == (1, 2, "amended copy")
    assert one.evidence["references"] == ["12345/24".replace("/", "")] and one.evidence["score"] > 0.8
    assert [(id, [(s.id, s.kind) for s in same]) for id, same in same_as(store.db.conn, [1, 2, 3]).items()] == [
        (1, [(2, "amended copy")]),
        (2, [(1, "amended copy")]),
        (3, []),
    ]


def test_evidence_holds_no_words(store: Store) -> None:
    keep_both(store, page(), amended())
    said = str(merges(store)[0].evidence).lower()
    assert not any(word in said for word in ("dismiss", "sergeant", "resign"))


def gone(store: Store, sighting: Sighting, disclosure: int) -> None:
    list_entries(store, "essex", [Entry(sighting.address)], NOON)
    settle(store, "essex", sighting.address, "kept", NOON, disclosure=disclosure)
    settle(store, "essex", sighting.address, "gone", LATER, reason="HTTP 404")


def test_what_is_gone_and_met_again_amended_has_moved(store: Store, rows: Rows, sound) -> None:
    keep(store, page(), seen=NOON, run=None)
    gone(store, page(), 1)
    kept = keep(store, amended(), seen=LATER, run=None)
    assert (kept.disclosure, kept.version, kept.verb) == (1, 2, "changed")
    assert [(one.kind, one.address) for one in merges(store)] == [("moved", COPY)]
    sound()


@pytest.mark.parametrize("status", ["suspect", "withdrawn"])
def test_undoing_a_move_leaves_two_as_they_were(store: Store, rows: Rows, sound, status) -> None:
    keep(store, page(), seen=NOON, run=None)
    store.db.execute("UPDATE disclosures SET status = ?", (status,))
    store.db.execute("UPDATE sightings SET missing_since = ?, missing_runs = 2", (LATER,))
    assert keep(store, amended(), seen=LATER, run=None).disclosure == 1
    keep(store, amended(title="Dismissals by rank"), seen=NEXT, run=None)
    assert rows("SELECT address, title FROM disclosures") == [(COPY, "Dismissals by rank")]
    undone = undo(store, 1, reason="another request", now=NEXT)
    assert (undone.kept, undone.other, undone.undone) == (1, 2, NEXT)
    assert rows("SELECT id, address, title, status, response_text FROM disclosures") == [
        (1, page().address, "Dismissals", status, RESPONSE),
        (2, COPY, "Dismissals by rank", "present", amended().response_text),
    ]
    assert rows("SELECT missing_since, missing_runs, last_seen FROM sightings WHERE disclosure = 1") == [
        (LATER, 2, NOON)
    ]
    assert rows("SELECT version, seen FROM versions WHERE disclosure = 2") == [(1, LATER), (2, NEXT)]
    assert rows("SELECT DISTINCT baseline FROM changes WHERE disclosure = 2") == [(1,)]
    sound()


def test_undoing_the_same_words_splits_the_address_off_and_it_stays_so(store: Store, rows: Rows, sound) -> None:
    file = AttachmentSeen("https://essex.example/a.pdf", "Letter", "a" * 64, "application/pdf", 9, "Seven.")
    moved = replace(file, address="https://new.example/b.pdf")
    copy = page(
        address=COPY, attachments=(moved,), published="2025-01-01", aliases=(("https://essex.example/?p=9", "post"),)
    )
    keep_both(store, page(attachments=(file,)), copy)
    assert undo(store, 1, reason="two requests", now=NEXT).other == 2
    assert rows("SELECT id, address, published FROM disclosures") == [(1, page().address, ""), (2, COPY, "2025-01-01")]
    assert rows("SELECT disclosure, address FROM attachments") == [(1, file.address), (2, moved.address)]
    assert rows("SELECT address FROM addresses WHERE disclosure = 2") == [("https://essex.example/?p=9",), (COPY,)]
    for look in (page(attachments=(file,)), copy, amended(address=COPY), copy):
        assert keep(store, look, seen=NEXT, run=None).disclosure == (1 if look.address == page().address else 2)
    assert merges(store) == []
    sound()


def test_undoing_an_address_that_the_page_named_holds_against_the_page(store: Store, sound) -> None:
    named = amended(aliases=((page().address, "canonical"),))
    keep_both(store, page(), named)
    assert undo(store, 1, reason="the site names the wrong page", now=NEXT).other == 2
    assert keep(store, named, seen=NEXT, run=None).disclosure == 2
    assert keep(store, page(), seen=NEXT, run=None).disclosure == 1
    assert merges(store) == []
    sound()


def test_what_was_joined_and_undone_is_not_joined_again(store: Store) -> None:
    keep_both(store, page(), amended())
    undo(store, 1, reason="not the same", now=NEXT)
    assert keep(store, amended(title="Again"), seen=NEXT, run=None).verb == "changed"
    keep(store, page(title="And again"), seen=NEXT, run=None)
    assert merges(store) == []
    [one] = merges(store, undone=True)
    assert (one.undone, one.undone_reason) == (NEXT, "not the same")
    with pytest.raises(NotMerged, match="undone"):
        undo(store, 1, reason="twice", now=NEXT)


def test_a_person_may_join_what_was_undone_and_what_nothing_joins(store: Store, sighting) -> None:
    keep_both(store, page(), amended())
    keep(store, sighting(7), seen=NOON, run=None)
    undo(store, 1, reason="not the same", now=NEXT)
    assert make(store, 2, 1, reason="they are after all", now=NEXT).kind == "by hand"
    assert make(store, 3, 1, reason="I know", now=NEXT).other == 3
    assert [same.id for same in same_as(store.db.conn, [1])[1]] == [2, 3]
    with pytest.raises(NotMerged, match="joined already"):
        make(store, 1, 2, reason="again", now=NEXT)
    with pytest.raises(NotMerged, match="one disclosure"):
        make(store, 1, 1, reason="again", now=NEXT)
    with pytest.raises(NotKept):
        make(store, 1, 99, reason="nobody", now=NEXT)


def test_a_change_that_parts_the_words_ends_the_merge_and_one_that_rejoins_them_makes_another(store: Store) -> None:
    keep_both(store, page(), amended())
    other = page(address=COPY, words="Something else entirely.", request_text="", response_text="")
    keep(store, other, seen=NEXT, run=None)
    assert merges(store) == []
    assert merges(store, undone=True)[0].undone_reason == "they no longer say the same"
    keep(store, amended(), seen=NEXT, run=None)
    assert [one.kind for one in merges(store)] == ["amended copy"]


def test_a_merge_by_hand_survives_a_change(store: Store, sighting) -> None:
    keep_both(store, page(), sighting(7))
    make(store, 1, 2, reason="I know", now=NOON)
    keep(store, sighting(7, words="Other words."), seen=NEXT, run=None)
    assert [one.kind for one in merges(store)] == ["by hand"]


def test_two_live_copies_that_part_are_noted_as_parted(store: Store) -> None:
    list_entries(store, "essex", [Entry(page().address), Entry(COPY)], NOON)
    for look in (page(), page(address=COPY)):
        kept = keep(store, look, seen=NOON, run=None)
        settle(store, "essex", look.address, "kept", NOON, disclosure=kept.disclosure)
    assert keep(store, amended(), seen=NEXT, run=None).disclosure == 2
    parted, joined = merges(store, undone=True)
    assert (parted.address, parted.other, parted.undone) == (COPY, 2, NEXT)
    assert (joined.kind, joined.kept, joined.other) == ("amended copy", 1, 2)


def test_what_leaves_the_record_leaves_the_index_and_the_merges(store: Store, rows: Rows) -> None:
    keep_both(store, page(), amended())
    assert len(rows("SELECT 1 FROM wording_keys WHERE disclosure = 2")) > 10
    store.db.execute("DELETE FROM disclosures WHERE id = 2")
    assert rows("SELECT 1 FROM wording_keys WHERE disclosure = 2") == []
    assert rows("SELECT disclosure FROM wordings") == [(1,)]
    assert rows("SELECT 1 FROM merges") == []


def test_what_was_kept_before_is_looked_through_when_asked(store: Store, rows: Rows) -> None:
    keep_both(store, page(), amended())
    for table in ("merges", "wordings"):
        store.db.execute(f"DELETE FROM {table}")
    assert fill(store, NEXT) == (2, 1)
    assert [(one.kept, one.other, one.seen) for one in merges(store)] == [(1, 2, NEXT)]
    assert fill(store, NEXT) == (0, 0)


def test_a_merge_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotKept, match="merge 9"):
        merge(store, 9)


def test_an_older_record_has_its_merges_listed_and_they_can_be_undone(tmp_path: Path, rows: Rows) -> None:
    """What was taken as one before merges were rows, without the notes that a merge takes now."""
    older = open_store(tmp_path / "older")
    keep_both(older, page(), page(address=COPY))
    keep(older, amended(address=COPY + "2", aliases=((page().address, "canonical"),)), seen=NEXT, run=None)
    before = older.db.execute("SELECT * FROM addresses").fetchall()
    for statement in MERGES:
        if statement.startswith(("CREATE TABLE", "CREATE VIEW")):
            older.db.execute(f"DROP {' '.join(statement.split()[1:3])}")
    older.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm004_merges'")
    older.close()
    upgraded = open_store(tmp_path / "older")
    assert upgraded.db.execute("SELECT * FROM addresses").fetchall() == before
    assert [(one.address, one.reason) for one in merges(upgraded)] == [(COPY, "same words"), (COPY + "2", "canonical")]
    assert undo(upgraded, 1, reason="two", now=NEXT).other == 2
    assert undo(upgraded, 2, reason="two", now=NEXT).other == 3
    assert upgraded.db.execute("SELECT address, response_text FROM disclosures").fetchall() == [
        (page().address, RESPONSE),
        (COPY, RESPONSE),
        (COPY + "2", amended().response_text),
    ]
    upgraded.close()
