"""`foiwatch export --feeds`, and the feeds of subscriptions: only what is marked is for all to see."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner, Result
from stores import new_store

from foiwatch.command import group
from foiwatch.config import ConfigError, load_config
from foiwatch.feeding import offer
from store.database import Store
from store.export.written import written
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app

OWN = ("desk", "private")
NOW = "2026-11-21T09:00:00+00:00"
CONFIG = """store = "data"
[[subscription]]
name = "desk"
search = "quokka*"
events = ["new"]
to = ["json://127.0.0.1:9"]
feed = true
[[subscription]]
name = "private"
search = "wombat"
to_env = "NOT_SET"
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    (tmp_path / "foiwatch.toml").write_text(CONFIG)
    opened = new_store(tmp_path / "data")
    for number, title in enumerate(("Quokkaname", "Wombats", "Quokkas"), 1):
        seen = Sighting("essex", f"https://essex.example/foi/{number}/", title, title, forces=("Essex Police",))
        keep(opened, seen, seen=NOW, run=None)
    yield opened
    opened.close()


def command(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def titles(path: Path) -> list[str]:
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo
    return sorted(entry.title for entry in read.entries)


def test_only_what_is_marked_is_offered(store: Store) -> None:
    offered = offer(load_config(None))
    assert [feed.name for feed in offered.subscriptions] == ["desk"]
    assert offered.subscriptions[0].verbs == ("new",) and "misconduct" in offered.topics


def test_the_site_has_the_one_and_not_the_other(store: Store) -> None:
    site, loop = datasette_app(store.folder, offer(load_config(None))), asyncio.new_event_loop()
    got = {name: loop.run_until_complete(site.client.get(f"/feeds/subscription/{name}.atom")) for name in OWN}
    assert [got[name].status_code for name in OWN] == [200, 404]
    assert "quokka*" not in got["desk"].text and "127.0.0.1:9" not in got["desk"].text
    assert "private" not in loop.run_until_complete(site.client.get("/feeds")).text
    loop.close()


def test_the_mark_is_true_or_false(store: Store) -> None:
    Path("foiwatch.toml").write_text(CONFIG.replace("feed = true", 'feed = "yes"'))
    with pytest.raises(ConfigError, match=r"foiwatch\.toml:7: feed is 'yes'; expected true or false"):
        load_config(None)


def test_it_writes_them_to_a_folder(store: Store, tmp_path: Path) -> None:
    done = command("export", "--feeds", "feeds", "--address", "https://foi.example/feeds")
    assert done.exit_code == 0 and done.stdout == "" and "feeds, each as Atom and as JSON Feed" in done.stderr
    assert titles(tmp_path / "feeds/subscription/desk.atom") == ["Quokkaname (Essex Police)", "Quokkas (Essex Police)"]
    assert len(titles(tmp_path / "feeds/force/essex-police.atom")) == 3
    assert (tmp_path / "feeds/topic/misconduct.json").is_file()
    assert [path.name for path in (tmp_path / "feeds/subscription").iterdir() if "private" in path.name] == []
    assert "wombat" not in (tmp_path / "feeds/feeds.json").read_text()


def test_a_mark_that_is_taken_away_takes_the_files_away(store: Store, tmp_path: Path) -> None:
    command("export", "--feeds", "feeds")
    Path("foiwatch.toml").write_text(CONFIG.replace("feed = true\n", ""))
    assert command("export", "--feeds", "feeds").exit_code == 0
    assert list((tmp_path / "feeds/subscription").iterdir()) == []


def test_what_is_taken_down_goes_from_the_files(store: Store, tmp_path: Path) -> None:
    command("export", "--feeds", "feeds", "--address", "https://foi.example/feeds")
    done = command("purge", "1", "--reason", "names a person", "--yes")
    assert done.exit_code == 0, done.stderr
    assert f"export {tmp_path / 'feeds'} written anew" in done.stdout
    said = [path.read_text() for path in (tmp_path / "feeds").rglob("*.*")]
    assert len(said) > 4 and not [text for text in said if "Quokkaname" in text]
    assert titles(tmp_path / "feeds/subscription/desk.atom") == ["Quokkas (Essex Police)"]
    found = json.loads((tmp_path / "feeds/subscription/desk.json").read_text())
    assert found["feed_url"] == "https://foi.example/feeds/subscription/desk.json"


def test_a_folder_of_something_else_is_refused_and_not_remembered(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    done = command("export", "--feeds", "mine")
    assert done.exit_code != 0 and "holds no feeds" in str(done.exception)
    assert written(store) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--address", "https://foi.example/"),
        ("--feeds", "feeds", "--to", "file"),
        ("--feeds", "feeds", "--source", "met"),
        ("--feeds", "feeds", "--address", "ftp://foi.example/"),
    ],
)
def test_what_does_not_go_together_is_refused(store: Store, arguments: tuple[str, ...]) -> None:
    assert command("export", *arguments).exit_code == 2
    assert not Path("feeds").exists()
