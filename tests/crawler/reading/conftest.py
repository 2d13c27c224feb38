"""Builds compound files (OLE), which no library writes: the container of DOC and MSG."""

import struct
from collections.abc import Callable, Mapping

import pytest

FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SECTOR, SMALL, CUTOFF = 512, 64, 4096


@pytest.fixture
def compound() -> Callable[[Mapping[str, bytes]], bytes]:
    """Writes streams, named by their paths ("folder/stream"), as [MS-CFB] says; at most 60 KiB of them."""
    return _compound


def _compound(streams: Mapping[str, bytes]) -> bytes:
    paths = sorted({path[:at] for path in streams for at, sign in enumerate(path) if sign == "/"} | set(streams))
    small = {path: data for path, data in streams.items() if len(data) < CUTOFF}
    mini, mini_fat, starts = b"", [], {}
    for path, data in small.items():
        starts[path] = len(mini_fat) if data else END
        mini_fat += _chain(len(mini_fat), -(-len(data) // SMALL))
        mini += _padded(data, SMALL)
    body, fat = b"", [FAT]
    for path, data in [*((path, data) for path, data in streams.items() if path not in small), ("", mini)]:
        starts[path] = len(fat) if data else END
        fat += _chain(len(fat), -(-len(data) // SECTOR))
        body += _padded(data, SECTOR)
    tables = (struct.pack(f"<{len(mini_fat)}I", *mini_fat), _directory(paths, streams, starts, len(mini)))
    places = []
    for table, filler in zip(tables, (b"\xff", b"\0"), strict=True):
        places.append(len(fat) if table else END)
        fat += _chain(len(fat), -(-len(table) // SECTOR))
        body += _padded(table, SECTOR, filler)
    assert len(fat) <= SECTOR // 4
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1,
                       places[1], 0, CUTOFF, places[0], len(mini_fat) * 4 // SECTOR + 1, END, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[FREE] * 108)
    return head + struct.pack("<128I", *fat, *[FREE] * (128 - len(fat))) + body


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END][:count]


def _padded(data: bytes, size: int, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % size)


def _directory(paths: list[str], streams: Mapping[str, bytes], starts: Mapping[str, int], mini: int) -> bytes:
    """The entries: of each folder's children the first is named by it, the others each by the one before."""
    numbers = {path: at for at, path in enumerate(paths, 1)}
    children: dict[str, list[str]] = {}
    for path in paths:
        children.setdefault(path.rpartition("/")[0], []).append(path)
    entries = [_entry("Root Entry", 5, NONE, _first(children, "", numbers), starts[""], mini)]
    for path in paths:
        beside = children[path.rpartition("/")[0]]
        after = beside[beside.index(path) + 1 :]
        sort, size = (2, len(streams[path])) if path in streams else (1, 0)
        following = numbers[after[0]] if after else NONE
        name = path.rpartition("/")[2]
        entries.append(_entry(name, sort, following, _first(children, path, numbers), starts.get(path, 0), size))
    return b"".join(entries)


def _first(children: Mapping[str, list[str]], path: str, numbers: Mapping[str, int]) -> int:
    return numbers[children[path][0]] if path in children else NONE


def _entry(name: str, sort: int, after: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xII4x", wide, len(wide), sort, 1, NONE, after, child, start, size)
