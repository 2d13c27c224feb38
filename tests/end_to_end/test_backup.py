"""A backup that is taken while a crawl runs can be restored, is sound, and the next crawl goes on from it."""

import shutil
from collections.abc import Callable
from typing import Any


def test_a_backup_is_taken_during_a_crawl(desk: Callable[..., Any]) -> None:
    here = desk({"met": 24}, delay=0.05)
    assert here.export() == []
    crawl = here.start("crawl")
    here.until(lambda: here.kept() > 5)
    done = here.run("backup", "copy")
    assert crawl.poll() is None, "the crawl had ended before the backup"
    assert done.returncode == 0, done.stderr
    crawl.communicate(timeout=60)
    whole = {row["url"] for row in here.export()}

    shutil.rmtree(here.folder / "data")
    assert here.run("restore", "copy").returncode == 0
    early = {row["url"]: row for row in here.export()}
    assert 5 < len(early) <= len(whole)
    assert here.run("doctor").returncode == 0
    done = here.crawl()
    assert "exit 0" in done, done
    later = {row["url"]: row for row in here.export()}
    assert set(later) == whole
    assert all(len(row["versions"]) == 1 for row in later.values())
