"""A crawl that is killed at random points; `bench/kills.py` does the same two hundred times."""

from pathlib import Path
from types import ModuleType

import forked
import pytest
from scripts import script


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = script("bench/kills.py")
    monkeypatch.setattr(module, "subprocess", forked)
    return module


def test_what_a_killed_crawl_leaves_is_sound_and_goes_on(kills: ModuleType) -> None:
    kills.COUNTS = {"met": 10, "west_midlands": 4}
    one = kills.play(4, seed=11)
    assert one.faults == []
    assert one.kills >= 1
    assert len(one.versions) > 14


def test_a_record_that_lost_something_is_noticed(kills: ModuleType) -> None:
    kills.COUNTS = {"met": 3}
    with kills.Replica.start(counts=kills.COUNTS) as replica, kills.tempfile.TemporaryDirectory() as folder:
        one = kills.Round(Path(folder), replica, kills.random.Random(1))
        one.configure()
        one.finish()
        one.look_at_the_end()
        assert one.faults == []
        with kills.contextlib.closing(kills.sqlite3.connect(one.folder / "data" / "foi.db")) as db:
            db.execute("DELETE FROM versions WHERE disclosure = 2")
            db.commit()
        next((one.folder / "data" / "files").glob("*/*")).write_bytes(b"other")
        one.look_at_the_end()
    assert any("versions that were kept are gone" in fault for fault in one.faults)
    assert any("a change without its version" in fault for fault in one.faults)
    assert any("the bytes of" in fault for fault in one.faults)
