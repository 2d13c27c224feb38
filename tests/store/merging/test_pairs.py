"""The labelled pairs: nothing that is two is joined, and nearly all that is one is."""

import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.records import AttachmentSeen, Sighting

FILE = Path(__file__).with_name("pairs.toml")
GIVEN = tomllib.loads(FILE.read_text())
PAIRS = GIVEN["pair"]
NOON, LATER = "2026-11-21T12:00:00+00:00", "2026-11-22T12:00:00+00:00"
LEAST_RECALL = 0.95


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def side(pair: dict[str, Any], name: str) -> Sighting:
    said = {"letter": pair["letter"], "frame": "essex", "parted": True, "replace": []} | pair.get(name, {})
    letter = dict(GIVEN["letters"][said["letter"]])
    for old, new in said["replace"]:
        assert any(old in text for text in letter.values()) or said["letter"] == "dismissed", old
        letter = {part: text.replace(old, new) for part, text in letter.items()}
    frame = GIVEN["frames"][said["frame"]]
    parts = [said.get("furniture", ""), frame[0] if frame else "", letter["request"], letter["response"], *frame[1:]]
    return Sighting(
        source=said.get("source", "essex"),
        address=said.get("address", f"https://www.essex.example/{name}/"),
        title=said.get("title", "Answer to a request"),
        words="\n".join(filter(None, parts)),
        kind=said.get("kind", "disclosure"),
        ref=said.get("ref", "FOI 12345/24"),
        forces=tuple(said.get("forces", ["Essex Police"])),
        received=said.get("received", "2024-03-04"),
        responded=said.get("responded", "2024-03-28"),
        published=said.get("published", ""),
        request_text=letter["request"] if said["parted"] else "",
        response_text=letter["response"] if said["parted"] else "",
        attachments=(file(said),) if "file" in said else (),
        extra={"boilerplate_text": frame, "alt_refs": said.get("alt_refs", [])},
    )


def file(said: dict[str, Any]) -> AttachmentSeen:
    digest = said.get("sha256") or sha256(said["file"].encode()).hexdigest()
    return AttachmentSeen("https://www.essex.example/a.pdf", "The letter", digest, "application/pdf", 9, said["file"])


def found(store: Store, pair: dict[str, Any]) -> str:
    """What the two sides came to: a kind of merge, or an empty word."""
    for name in ("a", "b"):
        keep(store, side(pair, name), seen=NOON, run=None)
    row = store.db.conn.execute("SELECT kind FROM merges").fetchone()
    return {"address": "copy"}.get(row[0], row[0]) if row else ""


def test_there_are_enough_pairs_of_both_sorts() -> None:
    assert len(PAIRS) >= 60
    assert len({pair["name"] for pair in PAIRS}) == len(PAIRS)
    assert 25 <= sum("same" in pair for pair in PAIRS) <= len(PAIRS) - 25


@pytest.mark.parametrize("pair", [p for p in PAIRS if "same" not in p], ids=lambda p: p["name"])
def test_two_replies_stay_two(empty: Store, pair: dict[str, Any]) -> None:
    assert found(empty, pair) == ""


def test_nearly_all_that_is_one_is_found_and_named(tmp_path: Path) -> None:
    same, wrong = [pair for pair in PAIRS if "same" in pair], []
    for number, pair in enumerate(same):
        store = new_store(tmp_path / str(number))
        if (came_to := found(store, pair)) != pair["same"]:
            wrong.append((pair["name"], came_to))
        store.close()
    assert len(wrong) <= (1 - LEAST_RECALL) * len(same), wrong
