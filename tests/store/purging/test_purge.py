"""Taking down: nothing is left anywhere, everything else is there, no crash leaves it half done for good."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from killed import deaths

from store.checkup import damage, leaks
from store.database import Store, open_store
from store.errors import NotKept, StoreError
from store.evidence import captures, members
from store.evidence.checking import check
from store.files import file_path, held_path
from store.keeping import keep
from store.lookup import changes_after, disclosure, last_change
from store.outbox import deliveries
from store.purging.bars import tombstones
from store.purging.errors import Unfinished
from store.purging.preview import going
from store.purging.purge import finish, purge, purge_file, unfinished
from store.purging.traces import traces
from store.records import AttachmentSeen, Sighting
from store.search import search

OWN = ("quokka", "wombatface", "numbatsaid", "dunnartheld", "potoroolog", "quollslug", "media/bilbyfile")
DOWN = "2026-11-23T12:00:00+00:00"


def test_the_markers_are_everywhere_before(world: Any) -> None:
    where = world.told()
    places = {Path(name).parts[0] for name in where}
    assert places >= {"foi.db", "private.db", "files", "quarantine", "evidence", "index"}
    assert len({word for said in where.values() for word in said}) == 7
    assert world.store.db.conn.execute("SELECT news, disclosure FROM news_links").fetchall() == [
        (world.news, world.marked)
    ]


def test_no_byte_is_left(world: Any) -> None:
    world.purge()
    assert world.told() == {}
    assert world.export.read_text() == "written anew"
    world.store.close()
    folder = world.store.folder
    assert not (folder / "foi.db-wal").exists()
    world.store = open_store(folder)
    assert world.told() == {}


def test_what_it_says_was_done(world: Any) -> None:
    files, shared = traces(world.store.db.conn, world.marked).files, _shared(world)
    shown = going(world.store, world.marked)
    assert (shown.title, shown.versions, shown.alerts, shown.exports) == (
        "Complaints about quokka", 2, 1, (world.export,),
    )  # fmt: skip
    assert {one.sha256: one.others for one in shown.files} == dict.fromkeys(files, ()) | {shared: (world.other,)}
    done = world.purge()
    assert (set(done.files), done.shared, done.alerts) == (files, ((shared, (world.other,)),), 1)
    assert (done.records, done.exports, done.lost) == (shown.responses, (world.export,), ())
    assert not any(path(world.store, one).exists() for path in (file_path, held_path) for one in files)
    (tombstone,) = tombstones(world.store.db.conn)
    assert (tombstone.disclosure, tombstone.source, tombstone.reason, tombstone.finished) == (
        world.marked, "essex", "names a person", DOWN,
    )  # fmt: skip


def _shared(world: Any) -> str:
    (sha256,) = traces(world.store.db.conn, world.marked).shared
    return sha256


def test_all_else_is_as_it_was(world: Any) -> None:
    other, shared = disclosure(world.store, world.other), _shared(world)
    last = last_change(world.store)
    world.purge()
    assert disclosure(world.store, world.other) == other
    assert file_path(world.store, shared).read_bytes() == b"PK shared workbook"
    assert [hit.disclosure for hit in search(world.store, "shared")] == [world.other]
    assert damage(world.store) == leaks(world.store) == []
    checked = check(world.store, everything=True)
    assert checked.faults == ()
    assert checked.captures == checked.read > 3
    world.store.db.conn.execute("INSERT INTO disclosures_fts (disclosures_fts, rank) VALUES ('integrity-check', 1)")
    with pytest.raises(sqlite3.IntegrityError):
        world.store.db.conn.execute("UPDATE states SET reason = ''")
    assert [change.disclosure for change in changes_after(world.store, 0, 99)].count(world.marked) == 0
    assert last_change(world.store) == last


def test_a_file_that_another_address_sent_again_stays_as_that_other_s(world: Any) -> None:
    again = world.repeat()
    world.store.db.conn.execute("UPDATE runs SET problem = ''")
    (before,) = [one for one in captures.of_disclosure(world.store.db.conn, again) if one.kind == "revisit"]
    world.purge()
    found = {one.address: one for one in captures.of_disclosure(world.store.db.conn, again)}
    alone = found[before.address]
    assert (alone.kind, alone.refers_to, alone.record, alone.seen) == ("response", None, before.record, before.seen)
    assert members.opened(world.store, alone).payload == b"PK bilbyfile workbook"
    assert check(world.store, everything=True).faults == ()
    assert world.told(("quollslug", "media/bilbyfile")) == {}


def test_alerts_that_wait_are_dropped_and_sent_ones_are_empty(world: Any) -> None:
    world.purge()
    assert [(one.disclosure, one.event) for one in deliveries(world.store, "waiting")] == [
        (world.other, "new"), (0, "summary"),
    ]  # fmt: skip
    assert [one["id"] for one in deliveries(world.store, "waiting")[1].body["examples"]] == [world.other]
    assert [one.body["taken_down"] for one in deliveries(world.store, "sent")] == [DOWN]


def test_an_export_that_was_moved_is_named(world: Any) -> None:
    world.rewrite = lambda export: False
    assert world.purge().lost == (world.export,)


def test_a_reader_that_holds_the_log_leaves_it_unfinished(world: Any) -> None:
    reader = sqlite3.connect(world.store.folder / "foi.db")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM disclosures").fetchall()
    world.store.db.conn.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(Unfinished, match="serve"):
        world.purge()
    assert [one.disclosure for one in unfinished(world.store)] == [world.marked]
    reader.close()
    (done,) = finish(world.store, DOWN, world.rewrite)
    assert done.tombstone.disclosure == world.marked
    assert world.told() == {}


def test_what_is_not_there_is_refused(world: Any) -> None:
    with pytest.raises(NotKept):
        purge(world.store, 4711, "r", DOWN, world.rewrite)
    world.purge()
    with pytest.raises(NotKept):
        world.purge()
    with pytest.raises(NotKept):
        going(world.store, world.marked)


def _killed(world: Any, folder: Path, work: Callable[[Any], object]) -> Iterator[tuple[int, Any]]:
    """What a kill leaves, one after the other: the number of the step that did not happen, and the world."""
    dying = world.at(folder / "dying" / "data")
    dying.store.close()

    def do(store: Store) -> None:
        dying.store = store
        work(dying)

    for at in deaths(folder / "dying", lambda: _open_again(dying.store.folder), do):
        dying.store = _open_again(dying.store.folder)
        yield at, dying
        dying.store.close()


def _open_again(folder: Path) -> Store:
    store = open_store(folder)
    for db in (store.db.conn, store.private.conn):
        db.execute("PRAGMA synchronous = OFF")  # it is a process that dies here, not the machine
    return store


def test_a_kill_anywhere_is_made_good(world: Any, tmp_path: Path) -> None:
    world.repeat()
    kills = []
    for at, left in _killed(world, tmp_path, lambda dying: dying.purge()):
        kills.append(at)
        _ended(left)
    assert len(kills) > 15 and kills[-1] > 80, "the kills came nowhere near the work"


def test_a_kill_while_a_file_is_taken_down_is_made_good(world: Any, tmp_path: Path) -> None:
    again = world.repeat()
    sha256 = disclosure(world.store, again).attachments[0].sha256
    kills = []

    def work(one: Any) -> object:
        if not tombstones(one.store.db.conn):
            return purge_file(one.store, sha256, "names a person", DOWN, one.rewrite)
        return finish(one.store, DOWN, one.rewrite)

    for at, left in _killed(world, tmp_path, work):
        kills.append(at)
        assert damage(left.store) == []
        work(left)
        assert left.told(("bilbyfile 7", "sheet 'bilbyfile'", "bilbyfile workbook")) == {}
        assert unfinished(left.store) == damage(left.store) == leaks(left.store) == []
        assert check(left.store, everything=True).faults == ()
        assert disclosure(left.store, world.marked).attachments[0].problem == "this file was taken down here"
    assert len(kills) > 15 and kills[-1] > 80, "the kills came nowhere near the work"


def _ended(world: Any) -> None:
    """Not begun, or barred from being collected again and ended by the next call; whole in either case."""
    assert damage(world.store) == []
    if tombstones(world.store.db.conn):
        finish(world.store, DOWN, world.rewrite)
    else:
        assert disclosure(world.store, world.marked).attachments
        world.purge()
    assert world.told(OWN) == {}
    assert unfinished(world.store) == []
    assert damage(world.store) == leaks(world.store) == []
    assert check(world.store, everything=True).faults == ()
    assert world.export.read_text() == "written anew"
    assert disclosure(world.store, world.other).attachments[0].text == "shared words"


def test_a_single_file_goes_and_its_disclosure_stays(world: Any) -> None:
    again = world.repeat()
    sha256 = captures.of_disclosure(world.store.db.conn, again)[-1].content
    before = disclosure(world.store, world.marked)
    done = purge_file(world.store, sha256, "names a person", DOWN, world.rewrite)
    assert done.records > 1
    assert world.told(("bilbyfile 7", "sheet 'bilbyfile'", "bilbyfile workbook")) == {}
    assert "index" not in world.told(("bilbyfile",))
    after = disclosure(world.store, world.marked)
    assert (after.title, after.response_text, after.version) == (before.title, before.response_text, 2)
    gone = after.attachments[0]
    assert (gone.label, gone.sha256, gone.problem) == ("The bilbyfile", "", "this file was taken down here")
    assert after.attachments[1:] == before.attachments[1:]
    assert search(world.store, "bilbyfile") == []
    assert search(world.store, "quokka")
    assert damage(world.store) == leaks(world.store) == []
    assert check(world.store, everything=True).faults == ()
    assert unfinished(world.store) == []
    assert [one.file for one in tombstones(world.store.db.conn)] == [sha256[:12]]


def test_a_file_that_was_taken_down_is_no_change_when_it_is_met_again(world: Any) -> None:
    again = world.repeat()
    seen = traces(world.store.db.conn, world.marked).sightings[-1]
    sha256 = captures.of_disclosure(world.store.db.conn, again)[-1].content
    last = last_change(world.store)
    purge_file(world.store, sha256, "names a person", DOWN, world.rewrite)
    assert keep(world.store, seen, seen=DOWN, run=None).verb == "unchanged"
    assert last_change(world.store) == last
    assert world.told(("bilbyfile workbook",)) == {}


def test_a_file_that_is_the_disclosure_is_not_taken_from_it(world: Any) -> None:
    file = traces(world.store.db.conn, world.other).shared
    (sha256,) = file
    own = AttachmentSeen("https://essex.example/own.xlsx", "Own", sha256)
    number = keep(world.store, Sighting("essex", own.address, "Own", "Own", attachments=(own,)), seen=DOWN, run=None)
    with pytest.raises(StoreError, match=f"foiwatch purge {number.disclosure}"):
        purge_file(world.store, sha256, "r", DOWN, world.rewrite)
    assert tombstones(world.store.db.conn) == []
