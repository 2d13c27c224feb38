"""Feeds as files: valid, left alone while they say the same, and gone when they are no longer offered."""

import json
import os
from pathlib import Path
from typing import Any

import feedparser
import pytest

from store.database import Store
from store.errors import StoreError
from store.feeds.feed import Offer
from store.feeds.files import INDEX, address_of, write_feeds
from store.feeds.offered import subscribed
from store.matches import Wanted

DESK = Offer(subscriptions=subscribed([("desk", Wanted(search="officers"), ("new",))]))


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_feed_is_there_in_both_formats(told: Store, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    number = write_feeds(told, folder, DESK, "https://foi.example/feeds/")
    assert len(files(folder)) == 2 * number + 1
    read = feedparser.parse((folder / "topic" / "misconduct.atom").read_bytes())
    assert not read.bozo and len(read.entries) == 7
    assert read.feed.links[0].href == "https://foi.example/feeds/topic/misconduct.atom"
    said = json.loads((folder / "subscription" / "desk.json").read_text(encoding="utf-8"))
    assert said["feed_url"] == "https://foi.example/feeds/subscription/desk.json" and said["items"]
    assert address_of(folder) == "https://foi.example/feeds/"


def test_without_an_address_a_feed_names_itself_by_its_file(told: Store, tmp_path: Path) -> None:
    write_feeds(told, tmp_path / "feeds", DESK)
    read = feedparser.parse((tmp_path / "feeds" / "topic" / "misconduct.atom").read_bytes())
    assert read.feed.links[0].href == "misconduct.atom"
    assert read.entries[0].link == "https://www.northshire.example/foi/3/"


def test_what_says_the_same_is_not_touched(told: Store, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    write_feeds(told, folder, DESK)
    for name in files(folder):
        os.utime(folder / name, (1e9, 1e9))
    told.db.conn.execute("DELETE FROM matches WHERE disclosure = 3")
    write_feeds(told, folder, DESK)
    touched = {name for name in files(folder) if (folder / name).stat().st_mtime != 1e9}
    assert "topic/misconduct.atom" in touched and INDEX not in touched
    assert not touched & {"subscription/nothing.json", "topic/vetting.atom"}
    untouched = files(folder) - touched
    assert any(name.startswith("force/force-script") for name in untouched)


def test_what_is_no_longer_offered_goes_and_what_is_not_ours_stays(told: Store, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    write_feeds(told, folder, DESK)
    (folder / "topic" / "mine.atom").write_text("mine")
    write_feeds(told, folder, Offer())
    assert not (folder / "subscription" / "desk.atom").exists()
    assert (folder / "topic" / "mine.atom").exists()


def test_a_folder_of_something_else_is_refused(told: Store, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds no feeds"):
        write_feeds(told, folder, DESK)
    assert files(folder) == {"letter.txt"}


def test_an_index_cannot_make_it_remove_another_s_file(told: Store, tmp_path: Path) -> None:
    folder, mine = tmp_path / "feeds", tmp_path / "mine.json"
    write_feeds(told, folder, DESK)
    mine.write_text("mine")
    index: dict[str, Any] = json.loads((folder / INDEX).read_text())
    (folder / INDEX).write_text(json.dumps({**index, "files": [*index["files"], "topic/../../mine.json"]}))
    write_feeds(told, folder, Offer())
    assert mine.exists()


def test_broken_off_it_is_ended_the_next_time(told: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from store.feeds import files as module

    folder = tmp_path / "feeds"
    with monkeypatch.context() as broken:
        broken.setattr(module, "filled", lambda store, feed: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            write_feeds(told, folder, DESK)
    write_feeds(told, folder, Offer())
    assert not (folder / "subscription").exists() and (folder / "topic" / "misconduct.json").exists()
