"""Exchanges to archive, and what to archive them for."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.evidence.archive import Archive
from store.evidence.exchanges import Body, Exchange, head
from store.keeping import keep
from store.records import Kept

SEEN = "2026-11-03T09:00:00+00:00"
ABOUT = {"software": "foiwatch", "http-header-user-agent": "foiwatch (test)"}


class Talk:
    """Makes exchanges: `talk(b"words", status=404)` is an answer with that body."""

    def __call__(
        self,
        body: bytes = b"<p>Seven were dismissed.</p>",
        *,
        address: str = "https://essex.example/foi/1/",
        status: int = 200,
        headers: tuple[tuple[bytes, bytes], ...] = ((b"Content-Type", b"text/html"),),
        folder: Path | None = None,
        **other: Any,
    ) -> Exchange:
        made = Body(body, folder)
        usual: dict[str, Any] = {
            "seen": SEEN,
            "content": made.digest.partition(":")[2],
            "media_type": "text/html",
            "entry": address,
        }
        answer, asked = head(f"HTTP/1.1 {status} OK".encode(), headers), head(b"GET / HTTP/1.1", ((b"Host", b"x"),))
        return Exchange(address, status=status, head=answer, body=made, request=asked, **(usual | other))


@pytest.fixture
def talk() -> Talk:
    return Talk()


@pytest.fixture
def kept(store: Store, sighting: Any) -> Callable[[int], Kept]:
    """Keeps the page of that number."""
    return lambda number: keep(store, sighting(number), seen=SEEN, run=None, reader="first")


@pytest.fixture
def archive(store: Store) -> Archive:
    return Archive(store, "essex", None, SEEN, ABOUT)


@pytest.fixture
def archived(store: Store, archive: Archive, kept: Callable[[int], Kept]) -> Callable[..., Kept]:
    """Keeps the page of that number and archives the exchanges for it."""

    def made(number: int, *exchanges: Exchange) -> Kept:
        with store.writing():
            came_to = kept(number)
            archive.write(came_to.disclosure, came_to.version, exchanges)
        return came_to

    return made


def check(path: Path) -> str:
    """What `warcio check` says of a file; fails when it is not sound."""
    program = Path(sys.executable).with_name("warcio")
    done = subprocess.run([program, "check", "-v", path], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def warcio_check() -> Callable[[Path], str]:
    return check
