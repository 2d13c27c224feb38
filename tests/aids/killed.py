"""What a process leaves on the disk that is killed: at any statement that writes, and at any file operation."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from store.database import Store

# A kill before one that only reads is one before the next that writes.
READS = ("SELECT", "PRAGMA", "--")
FILES = ("os.rename", "os.remove", "os.rmdir", "os.truncate", "os.mkdir", "os.chmod")


def deaths(place: Path, opened: Callable[[], Store], work: Callable[[Store], object]) -> Iterator[int]:
    """Do `work` in a child; then make of the folder `place`, one after the other, what each kill would have left there.

    Gives the number of the statement or file operation that did not happen, and in the end that of one behind the
    last. What a kill leaves is what the files hold at that moment: where nothing in them has changed since the step
    before, both leave the same, which is given once. The store must not be open anywhere else.
    """
    left = place.with_name(f"{place.name} left")
    child = os.fork()
    if child == 0:
        try:
            _leave(place, left, opened(), work)
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    for at in sorted(left.iterdir(), key=lambda one: int(one.name)):
        shutil.rmtree(place)
        at.rename(place)
        yield int(at.name)


def _leave(place: Path, left: Path, store: Store, work: Callable[[Store], object]) -> None:
    steps, last, copying = 0, b"", False

    def step(what: str) -> None:
        nonlocal steps, last, copying
        if copying or what.startswith(READS):
            return
        copying, steps = True, steps + 1
        now = held(place)
        if now != last:
            shutil.copytree(place, left / str(steps))
        copying, last = False, now

    for db in (store.db.conn, store.private.conn):
        db.set_trace_callback(step)
    sys.addaudithook(lambda name, _: step(name) if name in FILES else None)
    work(store)
    step("the end")


def held(place: Path) -> bytes:
    """Says whether two moments are alike: names, modes and bytes of all files."""
    found = hashlib.blake2b()
    for path in sorted(place.rglob("*")):
        found.update(f"{path.relative_to(place)} {path.stat().st_mode}\n".encode())
        if path.is_file():
            found.update(hashlib.blake2b(path.read_bytes()).digest())
    return found.digest()
