"""What is given as left by kills is what a process leaves that is killed, at every moment at which that differs."""

import os
from pathlib import Path

from killed import READS, deaths
from stores import new_store

from store.database import Store, open_store

NAMES = ("essex", "kent")


def work(store: Store) -> None:
    """Two rows on their own, two at once, and a file that gets another name in between."""
    db = store.db.conn
    add = "INSERT INTO sources (name, full_name, platform, site) VALUES (?, '', '', '')"
    for name in NAMES:
        db.execute(add, (name,))
    (store.folder / "a").rename(store.folder / "b")
    with store.writing():
        db.executemany(add, [("met",), ("herts",)])


def found(folder: Path) -> tuple[int, list[str]]:
    store = open_store(folder)
    rows = store.db.conn.execute("SELECT count(*) FROM sources").fetchone()[0]
    store.close()
    return rows, [one.name for one in folder.glob("[ab]")]


def prepared(folder: Path) -> Path:
    new_store(folder).close()
    (folder / "a").touch()
    return folder


def killed(folder: Path, at: int) -> None:
    """The same as by a real end of the process, at the statement `at`."""
    child = os.fork()
    if child == 0:
        store, left = open_store(folder), at

        def step(what: str) -> None:
            nonlocal left
            left -= not what.startswith(READS)
            if left == 0:
                os._exit(0)

        store.db.conn.set_trace_callback(step)
        work(store)
        os._exit(0)
    os.waitpid(child, 0)


def test_all_that_may_be_left_is_given_in_its_order(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    left = [(*found(folder), at) for at in deaths(folder, lambda: open_store(folder), work)]
    seen = list(dict.fromkeys((rows, *names) for rows, names, _ in left))
    assert seen == [(0, "a"), (1, "a"), (2, "a"), (2, "b"), (4, "b")]
    assert left[-1][-1] > len(left), "no two steps were alike"


def test_they_are_what_real_kills_leave(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    given = {found(folder)[0] for _ in deaths(folder, lambda: open_store(folder), work)}
    real = set()
    for at in range(1, 9):
        own = prepared(tmp_path / str(at))
        killed(own, at)
        real.add(found(own)[0])
    assert real == given == {0, 1, 2, 4}
