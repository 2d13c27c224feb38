"""An empty store in a folder of its own, and a sighting to keep in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from stores import new_store

from store.database import Store
from store.records import AttachmentSeen, Sighting
from store.walks import register_sources


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "data")
    register_sources(opened, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
    yield opened
    opened.close()


@pytest.fixture
def rows(store: Store) -> Callable[[str], list[tuple]]:
    """Asks the public database, as `rows("SELECT ...")`."""
    return lambda query: store.db.conn.execute(query).fetchall()


@pytest.fixture
def sound(store: Store) -> Callable[[], None]:
    """Refuses a record whose index, keys or versions do not fit together."""
    return lambda: check_sound(store)


def check_sound(store: Store) -> None:
    ask = store.db.conn.execute
    ask("INSERT INTO disclosures_fts (disclosures_fts, rank) VALUES ('integrity-check', 1)")
    assert ask("PRAGMA foreign_key_check").fetchall() == []
    assert ask("PRAGMA quick_check").fetchone() == ("ok",)
    holes = """SELECT disclosures.id
        FROM disclosures LEFT JOIN versions ON versions.disclosure = disclosures.id
        GROUP BY disclosures.id
        HAVING count(*) <> disclosures.version OR max(versions.version) <> disclosures.version
            OR min(versions.version) <> 1"""
    assert ask(holes).fetchall() == []
    unversioned = """SELECT changes.id FROM changes LEFT JOIN versions
        ON versions.disclosure = changes.disclosure AND versions.version = changes.version
        WHERE versions.version IS NULL"""
    assert ask(unversioned).fetchall() == []
    nameless = """SELECT id FROM disclosures
        WHERE NOT EXISTS (SELECT 1 FROM addresses
            WHERE addresses.address = disclosures.address AND addresses.disclosure = disclosures.id)"""
    assert ask(nameless).fetchall() == []


@pytest.fixture
def sighting() -> "Maker":
    return Maker()


class Maker:
    """Makes sightings: `sighting(3, ref="FOI 7")` is the third page with another reference."""

    def __call__(self, number: int = 1, **other: Any) -> Sighting:
        usual: dict[str, Any] = {
            "source": "essex",
            "address": f"https://essex.example/foi/{number}/",
            "title": f"Officers dismissed, question {number}",
            "words": f"How many officers were dismissed in year {number}?\n\nSeven were dismissed.",
            "ref": f"FOI {number}",
            "forces": ("Essex Police",),
            "request_text": f"How many officers were dismissed in year {number}?",
            "response_text": "Seven were dismissed.",
            "attachments": (self.file(number),),
            "extra": {"citations": [{"section": "s40(2)", "quote": "It is personal.", "relied_on": True}]},
        }
        return Sighting(**usual | other)

    def file(self, number: int = 1, **other: Any) -> AttachmentSeen:
        usual: dict[str, Any] = {
            "address": f"https://essex.example/media/{number}.pdf",
            "label": "The table (PDF)",
            "sha256": f"{number:064x}",
            "media_type": "application/pdf",
            "bytes": 9,
            "text": f"spreadsheetword{number}",
        }
        return AttachmentSeen(**usual | other)
