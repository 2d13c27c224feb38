"""Keeping: new, changed, unchanged and restored; whose address it is; what an error may not take away."""

import json
import sqlite3
from dataclasses import replace

import pytest

from store.database import Store
from store.keeping import keep
from store.log import list_entries, settle
from store.records import AttachmentSeen, Entry, Kept
from store.runs import begin_run
from store.withdrawals import Gone, take

NOON = "2026-11-21T12:00:00+00:00"
LATER = "2026-11-22T12:00:00+00:00"


def test_a_first_look_keeps_all_that_belongs_to_it(store: Store, rows, sound, sighting) -> None:
    kept = keep(store, sighting(1), seen=NOON, run=None, baseline=True)
    assert kept == Kept(1, 1, "new")
    assert rows("SELECT force FROM disclosure_forces") == [("Essex Police",)]
    assert rows("SELECT label, sha256 FROM attachments") == [("The table (PDF)", f"{1:064x}")]
    assert rows("SELECT section, relied_on FROM citations") == [("s40(2)", 1)]
    assert rows("SELECT version, changed FROM versions") == [(1, "[]")]
    assert rows("SELECT verb, source, baseline FROM changes") == [("new", "essex", 1)]
    assert rows("SELECT last_seen FROM sightings") == [(NOON,)]
    sound()


def test_the_same_again_is_unchanged_and_moves_only_last_seen(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    again = keep(store, sighting(1, outcome="refused", published="2025"), seen=LATER, run=None)
    assert again == Kept(1, 1, "unchanged")
    assert rows("SELECT outcome, published FROM disclosures") == [("unknown", "")]
    assert rows("SELECT last_seen FROM sightings") == [(LATER,)]
    assert len(rows("SELECT 1 FROM changes")) == 1


def test_an_earlier_look_does_not_move_last_seen_back(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=LATER, run=None)
    keep(store, sighting(1), seen=NOON, run=None)
    assert rows("SELECT last_seen FROM sightings") == [(LATER,)]


def test_a_changed_page_is_a_version_and_the_old_words_remain(store: Store, rows, sound, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    other = sighting(1, words="How many officers were dismissed in year 1?\n\nEight were dismissed.")
    kept = keep(store, replace(other, response_text="Eight were dismissed."), seen=LATER, run=None)
    assert kept == Kept(1, 2, "changed", ("words", "response_text"))
    changed, record = rows("SELECT changed, record FROM versions WHERE version = 2")[0]
    assert json.loads(changed) == ["words", "response_text"]
    first = json.loads(rows("SELECT record FROM versions WHERE version = 1")[0][0])
    assert "Seven" in first["words"] and first["attachments"][0]["sha256"] == f"{1:064x}"
    assert "Eight" in json.loads(record)["words"]
    assert rows("SELECT verb, version FROM changes") == [("new", 1), ("changed", 2)]
    sound()


def test_another_file_behind_the_same_label_is_a_change(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    moved = sighting.file(1, sha256="f" * 64, text="revised")
    kept = keep(store, sighting(1, attachments=(moved,)), seen=LATER, run=None)
    assert kept.changed == ("attachments",)
    assert rows("SELECT attachments_text FROM disclosures") == [("revised",)]
    assert len(rows("SELECT 1 FROM files")) == 2


def test_a_download_that_failed_keeps_the_file_had_before(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    failed = AttachmentSeen("https://essex.example/media/1.pdf", "The table (PDF)", problem="HTTP 500")
    assert keep(store, sighting(1, attachments=(failed,)), seen=LATER, run=None).verb == "unchanged"
    changed = keep(store, sighting(1, attachments=(failed,), words="Other words."), seen=LATER, run=None)
    assert changed.changed == ("words",)
    assert rows("SELECT sha256, problem FROM attachments") == [(f"{1:064x}", "HTTP 500")]
    assert rows("SELECT attachments_text FROM disclosures") == [("spreadsheetword1",)]


def test_the_same_page_under_an_alias_is_one_disclosure(store: Store, rows, sighting) -> None:
    keep(store, sighting(1, aliases=(("https://essex.example/?p=1", "shortlink"),)), seen=NOON, run=None)
    kept = keep(store, sighting(1, address="https://essex.example/?p=1", words="New."), seen=LATER, run=None)
    assert (kept.disclosure, kept.verb) == (1, "changed")
    assert rows("SELECT address FROM disclosures") == [("https://essex.example/foi/1/",)]


def test_an_address_that_names_a_known_one_as_alias_is_that_disclosure(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    other = sighting(1, address="https://essex.example/new/", words="N.", aliases=((sighting(1).address, "canonical"),))
    assert keep(store, other, seen=LATER, run=None).disclosure == 1
    reasons = dict(rows("SELECT address, reason FROM addresses"))
    assert reasons["https://essex.example/new/"] == "canonical"


def test_two_addresses_that_differ_a_little_do_not_change_it_to_and_fro(store: Store, rows, sighting) -> None:
    page = sighting(1)
    printed = sighting(
        1, address="https://essex.example/print/1", words="For print.", aliases=((page.address, "canonical"),)
    )
    verbs = [keep(store, look, seen=NOON, run=None).verb for look in (page, printed, page, printed, page)]
    assert verbs == ["new", "changed", "unchanged", "unchanged", "unchanged"]
    assert keep(store, replace(page, words="Corrected."), seen=LATER, run=None).verb == "changed"
    assert rows("SELECT version FROM disclosures") == [(3,)]


def test_words_that_are_taken_back_are_a_change_again(store: Store, sighting) -> None:
    looks = [sighting(1), sighting(1, words="Other."), sighting(1)]
    kept = [keep(store, look, seen=NOON, run=None) for look in looks]
    assert [(k.verb, k.version) for k in kept] == [("new", 1), ("changed", 2), ("changed", 3)]


def test_the_ledger_cannot_be_rewritten(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.db.conn.execute("UPDATE changes SET verb = 'changed'")


def test_an_alias_of_another_disclosure_is_neither_merged_nor_taken(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    keep(store, sighting(2), seen=NOON, run=None)
    thief = sighting(2, aliases=((sighting(1).address, "canonical"),), words="Changed.")
    assert keep(store, thief, seen=LATER, run=None).disclosure == 2
    assert rows("SELECT disclosure FROM addresses ORDER BY address") == [(1,), (2,)]


def test_the_same_words_elsewhere_in_the_log_are_an_alias(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    kept = keep(store, sighting(1, address="https://essex.example/copy/"), seen=LATER, run=None)
    assert kept == Kept(1, 1, "unchanged")
    assert ("https://essex.example/copy/", "same words") in rows("SELECT address, reason FROM addresses")


@pytest.mark.parametrize(
    "other",
    [{"source": "kent"}, {"ref": "FOI 99"}, {"attachments": (AttachmentSeen("a", problem="HTTP 404"),)}],
)
def test_the_same_words_of_another_source_or_reference_are_another(store: Store, sighting, other) -> None:
    first = {key: value for key, value in other.items() if key == "attachments"}
    keep(store, sighting(1, **first), seen=NOON, run=None)
    copy = sighting(1, address="https://essex.example/copy/", **other)
    assert keep(store, copy, seen=LATER, run=None) == Kept(2, 1, "new")


def test_two_live_pages_that_cease_to_say_the_same_part(store: Store, sighting) -> None:
    one, copy = sighting(1), sighting(1, address="https://essex.example/copy/")
    list_entries(store, "essex", [Entry(one.address), Entry(copy.address)], NOON)
    for look in (one, copy):
        kept = keep(store, look, seen=NOON, run=None)
        settle(store, "essex", look.address, "kept", NOON, disclosure=kept.disclosure)
    parted = replace(copy, words="Now it says something else.")
    assert keep(store, parted, seen=LATER, run=None) == Kept(2, 1, "new")
    assert keep(store, one, seen=LATER, run=None) == Kept(1, 1, "unchanged")
    assert keep(store, parted, seen=LATER, run=None) == Kept(2, 1, "unchanged")


def test_a_copy_goes_on_as_the_disclosure_when_the_first_page_is_gone(store: Store, sighting) -> None:
    one, copy = sighting(1), sighting(1, address="https://essex.example/copy/")
    list_entries(store, "essex", [Entry(one.address), Entry(copy.address)], NOON)
    for look in (one, copy):
        kept = keep(store, look, seen=NOON, run=None)
        settle(store, "essex", look.address, "kept", NOON, disclosure=kept.disclosure)
    settle(store, "essex", one.address, "gone", LATER, reason="HTTP 410")
    assert keep(store, replace(copy, words="Corrected."), seen=LATER, run=None).verb == "changed"


@pytest.mark.parametrize(
    ("status", "words", "verb", "ledger"),
    [
        ("suspect", None, "unchanged", ["new"]),
        ("withdrawn", None, "restored", ["new", "restored"]),
        ("withdrawn", "Other words.", "restored", ["new", "restored", "changed"]),
        ("quarantined", None, "unchanged", ["new"]),
    ],
)
def test_what_is_seen_again_is_present_again(store: Store, rows, sighting, status, words, verb, ledger) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    store.db.execute("UPDATE disclosures SET status = ?", (status,))
    store.db.execute("UPDATE sightings SET missing_since = ?, missing_runs = 2", (NOON,))
    again = sighting(1, words=words) if words else sighting(1)
    assert keep(store, again, seen=LATER, run=None).verb == verb
    assert [verb for (verb,) in rows("SELECT verb FROM changes ORDER BY id")] == ledger
    assert rows("SELECT missing_since, missing_runs FROM sightings") == [("", 0)]
    expected = "quarantined" if status == "quarantined" else "present"
    assert rows("SELECT status FROM disclosures") == [(expected,)]


def test_what_had_vanished_and_is_met_elsewhere_has_moved_there(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    store.db.execute("UPDATE disclosures SET status = 'withdrawn'")
    kept = keep(store, sighting(1, address="https://essex.example/moved/"), seen=LATER, run=None)
    assert (kept.disclosure, kept.verb) == (1, "restored")
    assert rows("SELECT address FROM disclosures") == [("https://essex.example/moved/",)]


def test_an_error_midway_leaves_nothing(store: Store, rows, sound, sighting) -> None:
    bad = sighting(1, extra={"citations": [{"section": None}]})
    with pytest.raises(sqlite3.IntegrityError):
        keep(store, bad, seen=NOON, run=None)
    for table in ("disclosures", "versions", "changes", "files", "addresses", "attachments", "sightings"):
        assert rows(f"SELECT 1 FROM {table}") == []
    sound()


def test_an_error_midway_leaves_the_version_before(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    before = "\n".join(store.db.conn.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        keep(store, sighting(1, words="Other."), seen=LATER, run=404)
    assert "\n".join(store.db.conn.iterdump()) == before


def test_text_that_is_no_utf8_is_kept_with_marks(store: Store, rows, sighting) -> None:
    keep(store, sighting(1, words="broken \ud800 glyph", title="\udfff"), seen=NOON, run=None)
    assert rows("SELECT title, words FROM disclosures") == [("?", "broken ? glyph")]


def test_a_look_that_changes_nothing_does_not_write_the_search_index(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    before = rows("SELECT * FROM disclosures_fts_data")
    keep(store, sighting(1), seen=LATER, run=None)
    store.db.execute("UPDATE disclosures SET status = 'suspect'")
    keep(store, sighting(1), seen=LATER, run=None)
    assert rows("SELECT * FROM disclosures_fts_data") == before


def test_a_citation_of_an_added_document_needs_no_registered_source(store: Store, rows, sighting) -> None:
    address = "file:letter.txt#sha256=" + "a" * 64
    assert keep(store, sighting(1, source="added", address=address), seen=NOON, run=None).verb == "new"
    assert rows("SELECT source, address FROM disclosures") == [("added", address)]


def test_a_copy_that_became_the_address_stays_it_when_the_first_page_returns(store: Store, sound, sighting) -> None:
    one, copy = sighting(1), sighting(1, address="https://essex.example/copy/")
    for look in (one, copy):
        kept = keep(store, look, seen=NOON, run=None)
        settle(store, "essex", look.address, "kept", NOON, disclosure=kept.disclosure)
    settle(store, "essex", one.address, "gone", NOON, reason="HTTP 404")
    take(store, "essex", [Gone(one.address, "HTTP 404")], now=NOON, run=begin_run(store, "essex", "poll", NOON))
    settle(store, "essex", one.address, "kept", LATER, disclosure=1)
    assert keep(store, replace(copy, words="Corrected."), seen=LATER, run=None) == Kept(1, 2, "changed", ("words",))
    sound()
