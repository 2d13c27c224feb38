"""Writes the feeds as files into a folder that a web server may serve: each whole or not at all.

A file whose feed says the same keeps its date and bytes, so that the server can answer who asks whether it changed.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from store.database import Store
from store.errors import StoreError
from store.export.placing import write_file
from store.feeds.entries import filled
from store.feeds.feed import Feed, Links, Offer
from store.feeds.formats import FORMATS
from store.feeds.offered import feeds
from store.feeds.plain import flat, link
from store.feeds.wording import feed_title

INDEX = "feeds.json"
_MADE_BY = "foiwatch"
_OURS = re.compile(r"(topic|force|subscription)/[a-z0-9_-]{1,80}\.(atom|json)")


def write_feeds(store: Store, folder: Path, offer: Offer, address: str = "") -> int:
    """Write all feeds and a list of them, and remove those that are no longer offered; gives how many there are.

    `address` is where the folder will be served; without it a feed names itself by its file alone. Raises StoreError
    when the folder holds what is no feed, or the disk refuses.
    """
    offered = feeds(store, offer)
    before, now = known_files(folder), {_name(feed, form.ending) for feed in offered for form in FORMATS}
    # Listed before it is written and until it is removed: when this breaks off, the next time knows what is here.
    _list(folder, offered, before | now, address)
    for feed in offered:
        _write(store, folder, feed, address)
    _remove(folder, before - now)
    _list(folder, offered, now, address)
    return len(offered)


def address_of(folder: Path) -> str:
    """Where a folder of feeds is served, as was said when it was written. Raises StoreError for any other folder."""
    return str(_index(folder).get("address", ""))


def _write(store: Store, folder: Path, feed: Feed, address: str) -> None:
    said = filled(store, feed)
    for form in FORMATS:
        name = _name(feed, form.ending)
        own = f"{link(address).rstrip('/')}/{name}" if address else name.rpartition("/")[2]
        _put(folder / name, form.write(said, Links(own)))


def _list(folder: Path, offered: Iterable[Feed], files: Iterable[str], address: str) -> None:
    named = [
        {"kind": one.kind, "name": flat(one.name), "title": feed_title(one)}
        | {form.ending: _name(one, form.ending) for form in FORMATS}
        for one in offered
    ]
    listed = {"made_by": _MADE_BY, "address": address, "feeds": named, "files": sorted(files)}
    _put(folder / INDEX, json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n")


def _name(feed: Feed, ending: str) -> str:
    return f"{feed.kind}/{feed.slug}.{ending}"


def known_files(folder: Path) -> set[str]:
    """The files that were written here before, by their names. Raises StoreError for a folder of something else."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    return {name for name in _index(folder)["files"] if _OURS.fullmatch(str(name))}


def _index(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / INDEX).read_bytes())
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("made_by") != _MADE_BY:
        raise StoreError(f"{folder}: it is there and holds no feeds of foiwatch; name a new folder")
    return found


def _put(path: Path, body: bytes) -> None:
    with _disk(path):
        if path.is_file() and path.read_bytes() == body:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, lambda part: part.write_bytes(body))


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        with _disk(folder / name):
            (folder / name).unlink(missing_ok=True)


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: the feed could not be written: {error.strerror or error}") from error
