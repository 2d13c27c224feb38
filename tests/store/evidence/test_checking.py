"""A damaged archive is found out, whatever is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.evidence import captures
from store.evidence.archive import folder_of
from store.evidence.checking import check
from store.evidence.errors import BadArchive
from store.evidence.members import opened


def shortened(path: Path, _: Any) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def overwritten(path: Path, capture: Any) -> None:
    data = bytearray(path.read_bytes())
    data[capture.offset + capture.length // 2] ^= 0xFF
    path.write_bytes(data)


def taken_away(path: Path, _: Any) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (shortened, "ends before what is indexed of it"),
        (overwritten, "cannot be unpacked|not what its digest|no WARC record|does not end|is another record"),
        (taken_away, "not there"),
    ],
)
def test_harm_is_found(store: Store, archived: Callable[..., Any], talk: Any, harm: Any, said: str) -> None:
    came_to = archived(1, talk(b"words " * 200))
    (capture,) = captures.of_disclosure(store.db.conn, came_to.disclosure)
    assert check(store).faults == ()
    harm(folder_of(store) / capture.file, capture)
    faults = "\n".join(check(store).faults)
    assert any(one in faults for one in said.split("|")), faults


def test_an_index_that_points_elsewhere_is_found(store: Store, archived: Callable[..., Any], talk: Any) -> None:
    came_to = archived(1, talk(b"one"), talk(b"two"))
    first, second = captures.of_disclosure(store.db.conn, came_to.disclosure)
    change = "UPDATE captures SET offset = ?, length = ? WHERE id = ?"
    store.db.conn.execute(change, (second.offset, second.length, first.id))
    with pytest.raises(BadArchive, match="another record than the index says"):
        opened(store, captures.capture(store.db.conn, first.id))


def test_a_digest_of_the_index_that_is_not_the_payloads_is_found(
    store: Store, archived: Callable[..., Any], talk: Any
) -> None:
    archived(1, talk(b"one"))
    store.db.conn.execute("UPDATE captures SET digest = 'sha256:' || hex(zeroblob(32))")
    (fault,) = check(store, everything=True).faults
    assert fault.endswith("its payload is not what the index says")


def test_a_sample_is_taken_of_many(store: Store, archived: Callable[..., Any], talk: Any) -> None:
    for number in range(4):
        archived(number, *(talk(f"{number} {turn}".encode()) for turn in range(80)))
    found = check(store)
    assert found.captures == 320
    assert 21 <= found.read < 320
    assert check(store, everything=True).read == 320
