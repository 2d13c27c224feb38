"""Quarantine: nothing of a held file is public, whatever was before; released it is like any other; no crash leaks."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from killed import deaths

from store import quarantine
from store.checkup import leaks
from store.database import Store, open_store
from store.errors import NotKept, StoreError
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead, FileTable, in_words, kinds_of
from store.files import file_path, held_path
from store.holding import hold_by_hand, settle
from store.keeping import keep
from store.lookup import disclosure
from store.outbox import Alert, Step, deliveries, mark_sent, take
from store.records import ADDED, AttachmentSeen, Sighting
from store.releasing import release
from store.search import search

NOON, LATER = "2026-11-21T12:00:00+00:00", "2026-11-22T12:00:00+00:00"
DATA = b"PK invented workbook"
SHA256 = hashlib.sha256(DATA).hexdigest()
ADDRESS = "https://essex.example/media/figures.xlsx"
SECRET = "quokkaname"
FOUND = (Concealed("hidden sheet", "sheet 'Staff'", SECRET), Concealed("hidden sheet"), Concealed("comment"))
PARTS = (FilePart("sheet 'Data'", f"Year\t{SECRET}", "A1"),)
OPEN = FileRead("text/csv", PARTS[0].text, parts=PARTS, tables=(FileTable("A1:B1", (("Year", SECRET),)),))
HIDING = FileRead(OPEN.media_type, OPEN.text, f"note {SECRET}", OPEN.parts, OPEN.tables, FOUND)
PROBLEM = "quarantined: 2 hidden sheets, a comment"


def public_words(store: Store) -> str:
    """All that the public database holds, as text, and its file as it lies on the disk."""
    store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return "\n".join(store.db.conn.iterdump()) + (store.folder / "foi.db").read_bytes().decode("latin-1")


def kept(store: Store, sighting, read: FileRead, *, number: int = 1, seen: str = NOON):
    file = keep_file(store, DATA, read, ADDRESS, "The figures")
    return keep(store, sighting(number, attachments=(file,)), seen=seen, run=None)


def test_kinds_in_words() -> None:
    found = [*FOUND, *[Concealed("hidden rows")] * 3, Concealed("external link"), Concealed("hidden text")]
    assert in_words(kinds_of(found)) == (
        "2 hidden sheets, a comment, hidden rows in 3 places, an external link, hidden text"
    )
    assert in_words({"not checked": 1}) == "could not be looked through for hidden data"


def test_a_file_with_something_hidden_is_held_back(store: Store, sighting, rows) -> None:
    assert kept(store, sighting, HIDING).verb == "new"
    path = held_path(store, SHA256)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (DATA, 0o600)
    assert path.parent.stat().st_mode & 0o777 == path.parent.parent.stat().st_mode & 0o777 == 0o700
    assert not file_path(store, SHA256).exists()
    assert rows("SELECT text, problem, bytes FROM files") == [("", PROBLEM, len(DATA))]
    assert rows("SELECT kinds, since FROM quarantined") == [('{"hidden sheet":2,"comment":1}', NOON)]
    assert rows("SELECT count(*) FROM file_parts, file_tables") == [(0,)]
    assert disclosure(store, 1).attachments[0] == AttachmentSeen(
        ADDRESS, "The figures", SHA256, "text/csv", len(DATA), "", PROBLEM
    )
    assert disclosure(store, 1).status == "present"
    assert SECRET not in public_words(store)
    assert "Staff" not in public_words(store)
    assert search(store, "dismissed")
    assert search(store, SECRET) == []
    assert leaks(store) == []


def test_the_operator_hears_of_it_once_and_may_know_all(store: Store, sighting) -> None:
    kept(store, sighting, HIDING)
    (file,) = quarantine.untold(store)
    assert (file.name, file.address, file.found) == ("figures.xlsx", ADDRESS, FOUND)
    assert [(one.id, one.ref) for one in file.carriers] == [(1, "FOI 1")]
    quarantine.mark_told(store, [file], NOON)
    kept(store, sighting, HIDING, number=2)
    assert quarantine.untold(store) == []
    assert len(quarantine.held(store)[0].carriers) == 2


@pytest.mark.parametrize("again", [HIDING, OPEN, FileRead("text/csv", problem="took longer than 120 seconds")])
def test_the_same_bytes_met_again_stay_held(store: Store, sighting, again: FileRead) -> None:
    kept(store, sighting, HIDING)
    assert kept(store, sighting, again, seen=LATER).verb == "unchanged"
    assert quarantine.held(store)[0].found == FOUND
    assert SECRET not in public_words(store)
    assert leaks(store) == []


def pulled_back(store: Store, sighting) -> None:
    """A file that was public, in a disclosure with topics and waiting alerts, and is then found to hide something."""
    kept(store, sighting, OPEN)
    public_before(store)
    kept(store, sighting, HIDING, seen=LATER)


def public_before(store: Store) -> None:
    evidence = json.dumps([{"words": SECRET, "quote": SECRET, "where": "attachment", "rule": "r"}])
    with store.writing():
        store.db.conn.execute("INSERT INTO matches VALUES (1, 'misconduct', 1, 0.9, ?)", (evidence,))
        store.db.conn.execute("INSERT INTO matched VALUES (1, 1, 'digest')")
    item = {"id": 1, "quote": SECRET, "words": SECRET, "where": "attachment", "address": "https://essex.example/"}
    item |= {"title": "Officers", "attachments": [{"label": "x", "address": ADDRESS}]}
    alerts = (
        Alert(1, "new", 1, item),
        Alert(0, "summary", 0, {"examples": [item]}),
        Alert(9, "new", 1, item | {"id": 9}),
    )
    take(store, Step("desk", 1, alerts, ("target",), NOON), NOON)


def test_a_public_file_is_pulled_back_with_every_word_of_it(store: Store, sighting, rows, sound) -> None:
    kept(store, sighting, OPEN)
    public_before(store)
    assert SECRET in public_words(store)
    assert kept(store, sighting, HIDING, seen=LATER).verb == "unchanged"
    assert SECRET not in public_words(store)
    assert not file_path(store, SHA256).exists()
    assert rows("SELECT 1 FROM matches UNION ALL SELECT 1 FROM matched") == []
    bodies = [one.body for one in deliveries(store, "waiting")]
    assert [SECRET in json.dumps(body) for body in bodies] == [False, False, True]
    assert bodies[0]["title"] == "Officers"
    assert leaks(store) == []
    assert quarantine.untold(store)
    sound()


def test_an_alert_that_was_sent_stays_as_it_was(store: Store, sighting) -> None:
    kept(store, sighting, OPEN)
    public_before(store)
    mark_sent(store, deliveries(store, "waiting"), NOON)
    kept(store, sighting, HIDING, seen=LATER)
    assert all(SECRET in json.dumps(one.body) for one in deliveries(store, "sent"))


def letter(store: Store, read: FileRead, *, text: str = f"Dear {SECRET}, seven were dismissed.") -> Sighting:
    """A document that a person brought: what is read of it are the words of its own file."""
    file = keep_file(store, DATA, read, f"file:0123/{SECRET}.xlsx".replace(SECRET, "letter"), "letter.xlsx")
    return Sighting(
        ADDED, file.address, f"Letter to {SECRET}", text, ref=f"FOI {SECRET}", request_text=text, response_text=text,
        forces=("Essex Police",), outcome="disclosed", attachments=(file,),
        extra={"citations": [{"section": "s40(2)", "quote": SECRET, "relied_on": True}]},
    )  # fmt: skip


@pytest.mark.parametrize("before", [HIDING, OPEN])
def test_a_letter_that_is_itself_held_has_but_its_name(store: Store, rows, sound, before: FileRead) -> None:
    keep(store, letter(store, before), seen=NOON, run=None)
    keep(store, letter(store, before, text=f"Dear {SECRET}, eight."), seen=NOON, run=None)
    assert keep(store, letter(store, HIDING), seen=LATER, run=None).verb == "unchanged"
    held = disclosure(store, 1)
    assert (held.title, held.status, held.forces, held.outcome) == (
        "letter.xlsx", "quarantined", ("Essex Police",), "unknown",
    )  # fmt: skip
    assert SECRET not in public_words(store)
    assert search(store, "letter") == []
    assert rows("SELECT 1 FROM citations") == []
    sound()


def test_a_file_in_a_log_keeps_the_title_that_the_log_gives_it(store: Store) -> None:
    file = keep_file(store, DATA, HIDING, ADDRESS, "Stop and search figures")
    seen = Sighting("essex", ADDRESS, "Stop and search figures", "Stop and search figures", attachments=(file,))
    keep(store, seen, seen=NOON, run=None)
    found = disclosure(store, 1)
    assert (found.title, found.status) == ("Stop and search figures", "present")
    assert [hit.disclosure for hit in search(store, "search")] == [1]


def freed(store: Store, read: FileRead = OPEN, **more) -> list[int]:
    return release(store, quarantine.held_file(store, SHA256[:8]), read, LATER, "only headings", **more)


def test_a_released_file_is_public_and_its_disclosures_change(store: Store, sighting, rows, sound) -> None:
    kept(store, sighting, HIDING)
    kept(store, sighting, HIDING, number=2)
    assert freed(store) == [1, 2]
    assert file_path(store, SHA256).read_bytes() == DATA
    assert not held_path(store, SHA256).exists()
    assert rows("SELECT text, problem FROM files") == [(OPEN.text, "")]
    assert [hit.place for hit in search(store, SECRET)] == ["figures.xlsx, sheet 'Data', B1"] * 2
    assert rows("SELECT disclosure, version, verb, seen, baseline FROM changes WHERE id > 2") == [
        (1, 2, "changed", LATER, 0), (2, 2, "changed", LATER, 0),
    ]  # fmt: skip
    assert rows("SELECT DISTINCT changed FROM versions WHERE version = 2") == [('["attachments"]',)]
    assert disclosure(store, 1).attachments[0].problem == ""
    assert quarantine.held(store) == []
    assert leaks(store) == []
    sound()


def test_a_released_file_stays_released_when_met_again(store: Store, sighting) -> None:
    kept(store, sighting, HIDING)
    freed(store)
    file = keep_file(store, DATA, FileRead("text/csv", "Year", hidden=FOUND), ADDRESS, "The figures")
    assert file.text == OPEN.text
    assert kept(store, sighting, HIDING, seen=LATER).verb == "unchanged"
    assert search(store, SECRET)
    assert quarantine.untold(store) == []


def test_a_letter_is_whole_again_when_released(store: Store, sound) -> None:
    keep(store, letter(store, HIDING), seen=NOON, run=None)
    held = quarantine.held_file(store, SHA256)
    whole = letter(store, HIDING)
    assert release(store, held, OPEN, LATER, instead=[whole]) == [1]
    found = disclosure(store, 1)
    assert (found.title, found.status, found.version) == (whole.title, "present", 2)
    assert search(store, "dismissed")
    assert keep(store, letter(store, HIDING), seen=LATER, run=None).verb == "unchanged"
    sound()


def test_a_file_is_held_by_hand_and_released(store: Store, sighting) -> None:
    kept(store, sighting, OPEN)
    assert hold_by_hand(store, SHA256[:10], f"{SECRET} is named in it", LATER) == SHA256
    (held,) = quarantine.held(store)
    assert (held.since, held.kinds) == (LATER, {"held by hand": 1})
    assert held.found == (Concealed("held by hand", detail=f"{SECRET} is named in it"),)
    assert SECRET not in public_words(store)
    with pytest.raises(StoreError, match="already"):
        hold_by_hand(store, SHA256[:10], "again", LATER)
    kept(store, sighting, OPEN, seen=LATER)
    assert SECRET not in public_words(store)
    assert freed(store) == [1]
    assert search(store, SECRET)


def test_an_id_must_name_one_file(store: Store, sighting) -> None:
    for number in range(40):
        keep_file(store, str(number).encode(), HIDING)
    with pytest.raises(NotKept, match="more than one"):
        quarantine.held_file(store, quarantine.held(store)[0].sha256[:0] + "0123456789abcdef"[3])
    for id in ("", "zz", "%", "0" * 64):
        with pytest.raises(NotKept, match="no file"):
            quarantine.held_file(store, id)


def test_a_disk_that_refuses_leaves_nothing_public(store: Store, rows) -> None:
    (store.folder / "quarantine").write_text("in the way")
    with pytest.raises(StoreError, match="cannot keep the file"):
        keep_file(store, DATA, HIDING)
    assert rows("SELECT 1 FROM files UNION ALL SELECT 1 FROM quarantined") == []


def test_the_doctor_sees_what_is_public_of_a_held_file(store: Store, sighting) -> None:
    kept(store, sighting, HIDING)
    file_path(store, SHA256).parent.mkdir(parents=True)
    file_path(store, SHA256).write_bytes(DATA)
    with store.writing():
        store.db.conn.execute("UPDATE files SET text = 'words'")
        store.db.conn.execute("INSERT INTO file_parts VALUES (?, 1, 'page 1', 0, 5, '')", (SHA256,))
    assert [line.rpartition(" is ")[0] or line for line in leaks(store)] and len(leaks(store)) == 3


# What is killed, by name: each begins from what `prepare` made.
def _first(store: Store, sighting) -> None:
    kept(store, sighting, HIDING)


def _pull(store: Store, sighting) -> None:
    kept(store, sighting, HIDING, seen=LATER)


def _release(store: Store, sighting) -> None:
    settle(store)
    if quarantine.held(store):
        freed(store)


CRASHES: dict[str, tuple[Callable, Callable, bool]] = {
    "first": (lambda store, sighting: None, _first, True),
    "pull back": (lambda store, sighting: (kept(store, sighting, OPEN), public_before(store)), _pull, True),
    "release": (_first, _release, False),
}


@pytest.mark.parametrize("name", CRASHES)
def test_a_kill_anywhere_leaves_one_state_or_the_other(tmp_path: Path, sighting, name: str) -> None:
    prepare, work, ends_held = CRASHES[name]
    folder, kills = tmp_path / "dying", []
    store = open_store(folder)
    prepare(store, sighting)
    store.close()
    for at in deaths(folder, lambda: open_store(folder), lambda store: work(store, sighting)):
        kills.append(at)
        store = open_store(folder)
        _is_whole(store)
        settle(store)
        _is_whole(store)
        assert leaks(store) == []
        work(store, sighting)
        assert bool(quarantine.held(store)) == ends_held
        _is_whole(store)
        assert held_path(store, SHA256).exists() == ends_held != file_path(store, SHA256).exists()
        store.close()
    assert len(kills) > 5 and kills[-1] > 15, "the kills came nowhere near the work"


def _is_whole(store: Store) -> None:
    """Either nothing of the file is public, or it is wholly so and its bytes are there."""
    words = "\n".join(store.db.conn.iterdump())
    if quarantine.held(store) or not store.db.conn.execute("SELECT 1 FROM files").fetchone():
        assert SECRET not in words
        return
    assert file_path(store, SHA256).is_file()
    assert store.db.conn.execute("SELECT text FROM files").fetchone() == (OPEN.text,)
    assert store.db.conn.execute("SELECT count(*) FROM file_parts, file_tables").fetchone() == (1,)
    assert store.db.conn.execute("SELECT DISTINCT attachments_text FROM disclosures").fetchone() == (OPEN.text,)


def test_a_document_that_was_replaced_is_held_in_its_own_version_too(store: Store, sound) -> None:
    keep(store, letter(store, OPEN), seen=NOON, run=None)
    other = keep_file(store, b"other", FileRead("text/csv", "Year"), "file:0123/letter.xlsx", "letter.xlsx")
    newer = Sighting(ADDED, other.address, "Letter", "Eight were dismissed.", attachments=(other,))
    assert keep(store, newer, seen=LATER, run=None).verb == "changed"
    hold_by_hand(store, SHA256, "named in it", LATER)
    assert SECRET not in public_words(store)
    assert (disclosure(store, 1).title, disclosure(store, 1).status) == ("Letter", "present")
    sound()
