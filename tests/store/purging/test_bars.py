"""What was taken down does not come back: by its address, words or file, in the log, by hand or under its number."""

from dataclasses import replace
from typing import Any

import pytest

from store.database import open_store
from store.filekeeping import keep_file
from store.fileread import FileRead
from store.files import file_path
from store.keeping import keep
from store.log import known
from store.lookup import disclosure, last_change
from store.outbox import read_to
from store.purging.bars import addresses_down, refuse, tombstones
from store.purging.burying import bury_entry
from store.purging.digests import ENOUGH, forms
from store.purging.errors import TakenDown
from store.records import AttachmentSeen, Sighting
from store.versions import sighting_from

SITE = "https://essex.example"
DOWN = "2026-11-23T12:00:00+00:00"


@pytest.fixture
def before(world: Any) -> Sighting:
    """The last sighting of what is taken down by now."""
    query = "SELECT record FROM versions WHERE disclosure = ? ORDER BY version DESC LIMIT 1"
    seen = sighting_from(world.store.db.conn.execute(query, (world.marked,)).fetchone()[0])
    world.purge()
    return seen


def bare(seen: Sighting, **other: Any) -> Sighting:
    return replace(seen, address=f"{SITE}/foi/again/", aliases=(), attachments=(), **other)


def kept_again(world: Any, seen: Sighting) -> Any:
    return keep(world.store, seen, seen=DOWN, run=None)


@pytest.mark.parametrize(
    "again",
    [
        lambda seen: seen,
        lambda seen: replace(seen, title="t", words="w", request_text="", response_text="", attachments=()),
        lambda seen: bare(seen),
        lambda seen: bare(seen, source="added"),
        lambda seen: bare(seen, title="Other title", words="All in other furniture"),
        lambda seen: bare(seen, title="t", words="w", request_text="", response_text="").__class__(
            **vars(bare(seen, words="w", request_text="", response_text=""))
            | {"aliases": ((seen.address, "redirect"),)}
        ),
        lambda seen: replace(
            bare(seen, words="w", request_text="", response_text=""), attachments=seen.attachments[:1]
        ),
    ],
    ids=["same", "address", "words", "by hand", "request and response", "alias", "file"],
)
def test_it_is_refused(world: Any, before: Sighting, again: Any) -> None:
    last = last_change(world.store)
    with pytest.raises(TakenDown, match="2026-11-23: names a person"):
        kept_again(world, again(before))
    assert last_change(world.store) == last
    assert world.told() == {}


def test_another_with_few_words_in_common_is_kept(world: Any, before: Sighting) -> None:
    other = bare(before, words="Please see the file.", title="Please", request_text="Please see the file.")
    assert forms(bare(before, words="w " * ENOUGH))
    assert not forms(replace(other, response_text="Please"))
    assert kept_again(world, replace(other, response_text="Please")).verb == "new"


def test_one_that_was_left_in_the_record_goes_on(world: Any) -> None:
    query = "SELECT record FROM versions WHERE disclosure = ? ORDER BY version DESC LIMIT 1"
    seen = sighting_from(world.store.db.conn.execute(query, (world.marked,)).fetchone()[0])
    twin = replace(bare(seen), source="met", ref="FOI 2")
    number = kept_again(world, twin).disclosure
    assert number != world.marked
    world.purge()
    assert kept_again(world, twin).verb == "unchanged"
    assert kept_again(world, replace(twin, words=f"{twin.words} More.")).verb == "changed"
    with pytest.raises(TakenDown):
        kept_again(world, seen)


def test_the_bytes_of_its_files_are_not_kept_and_others_may_have_the_link(world: Any, before: Sighting) -> None:
    data = b"PK bilbyfile workbook"
    file = keep_file(world.store, data, FileRead("text/csv", "words"), f"{SITE}/again.xlsx", "Again")
    (tombstone,) = tombstones(world.store.db.conn)
    assert file == AttachmentSeen(f"{SITE}/again.xlsx", "Again", problem=f"taken down here (tombstone {tombstone.id})")
    assert not file_path(world.store, before.attachments[0].sha256).exists()
    own = AttachmentSeen(f"{SITE}/own.xlsx", "Own", "a" * 64)
    seen = Sighting("essex", f"{SITE}/foi/9/", "Other", "Other words", attachments=(own, before.attachments[0]))
    number = kept_again(world, seen).disclosure
    assert [one.sha256 for one in disclosure(world.store, number).attachments] == ["a" * 64, ""]
    assert kept_again(world, replace(seen, attachments=(own, file))).verb in ("unchanged", "changed")
    with pytest.raises(TakenDown):
        refuse(world.store.db.conn, Sighting("essex", f"{SITE}/a.xlsx", "A", "A", attachments=(file,)))


def test_its_number_is_never_given_again(world: Any) -> None:
    world.store.db.conn.execute("DELETE FROM disclosures WHERE id > ?", (world.marked,))
    world.purge()
    seen = Sighting("essex", f"{SITE}/foi/new/", "New", "Words")
    assert kept_again(world, seen).disclosure == world.marked + 1


def test_the_cursors_of_subscriptions_go_on(world: Any) -> None:
    db = world.store.db.conn
    db.execute("UPDATE captures SET refers_to = NULL")
    db.execute("DELETE FROM disclosures WHERE id <> ?", (world.marked,))
    cursor = last_change(world.store)
    world.purge()
    assert db.execute("SELECT count(*) FROM changes").fetchone() == (0,)
    assert last_change(world.store) == cursor >= read_to(world.store, "desk")
    kept_again(world, Sighting("essex", f"{SITE}/foi/new/", "New", "Words"))
    assert last_change(world.store) == cursor + 1


def test_the_log_knows_it_and_says_nothing_of_it(world: Any, before: Sighting) -> None:
    asked = [before.address, f"{SITE}/foi/1/", f"{SITE}/foi/unheard/"]
    assert known(world.store, "essex", asked) == {before.address, f"{SITE}/foi/1/"}
    assert addresses_down(world.store.db.conn, asked).keys() == {before.address}
    (tombstone,) = tombstones(world.store.db.conn)
    bury_entry(world.store, tombstone.id, "essex", f"{SITE}/foi/unheard/")
    assert addresses_down(world.store.db.conn, asked).keys() == {before.address, f"{SITE}/foi/unheard/"}


def test_the_tombstone_tells_no_content(world: Any, before: Sighting) -> None:
    db = world.store.db.conn
    rows = db.execute("SELECT kind, digest FROM tombstone_digests").fetchall()
    assert {kind for kind, _ in rows} == {"address", "words", "file"}
    assert all(len(digest) == 64 for _, digest in rows)
    assert not {digest for _, digest in rows} & {one.sha256 for one in before.attachments}
    store = open_store(world.store.folder.parent / "other")
    assert tombstones(store.db.conn) == []
    store.close()
