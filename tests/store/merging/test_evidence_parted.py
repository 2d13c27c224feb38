"""The evidence of an address goes with it, when the merge that took it as one of a disclosure is undone."""

from collections.abc import Callable
from dataclasses import replace

from store.database import Store
from store.evidence.archive import Archive
from store.evidence.exchanges import Body, Exchange, head
from store.keeping import keep
from store.log import list_entries, settle
from store.merging.undoing import undo
from store.records import Entry, Kept, Sighting

NOON, LATER, NEXT = (f"2026-11-2{day}T12:00:00+00:00" for day in (1, 2, 3))
OLD, NEW = "https://essex.example/foi/1/", "https://essex.example/new/1/"
REQUEST = "How many officers of each rank were dismissed, and how many resigned before a hearing, from 2021 to 2023?"
RESPONSE = """In 2021 there were 12 dismissals of constables, 4 of sergeants and 1 of an inspector; in 2022 there were
15, 6 and none; in 2023 there were 21, 3 and 2. In the same years 11, 17 and 26 officers resigned before a hearing."""


def page(address: str = OLD, response: str = RESPONSE) -> Sighting:
    return Sighting(
        "essex", address, "Dismissals", f"{REQUEST}\n{response}", ref="FOI 12345/24", forces=("Essex Police",),
        received="2024-03-04", request_text=REQUEST, response_text=response,
    )  # fmt: skip


def looked(store: Store, archive: Archive, sighting: Sighting, seen: str) -> Kept:
    """Keep a page with its evidence, as a crawl does."""
    answer, asked = head(b"HTTP/1.1 200 OK", ((b"Content-Type", b"text/html"),)), head(b"GET / HTTP/1.1", ())
    body = Body(sighting.words.encode())
    exchange = Exchange(sighting.address, seen, 200, answer, body, request=asked, entry=sighting.address)
    with store.writing():
        kept = keep(store, sighting, seen=seen, run=None)
        archive.write(kept.disclosure, kept.version, [exchange])
    return kept


def test_the_versions_that_go_back_take_their_evidence_along(
    store: Store, rows: Callable[[str], list[tuple]], sound: Callable[[], None]
) -> None:
    archive = Archive(store, "essex", None, NOON, {"software": "foiwatch"})
    looked(store, archive, page(), NOON)
    list_entries(store, "essex", [Entry(OLD)], NOON)
    settle(store, "essex", OLD, "kept", NOON, disclosure=1)
    settle(store, "essex", OLD, "gone", LATER, reason="HTTP 404")
    moved = page(NEW, RESPONSE.replace("21, 3 and 2", "22, 3 and 2"))
    assert looked(store, archive, moved, LATER).version == 2
    assert looked(store, archive, replace(moved, title="Dismissals by rank"), NEXT).version == 3
    assert undo(store, 1, reason="another request", now=NEXT).other == 2
    captured = "SELECT disclosure, version, address FROM captures ORDER BY id"
    assert rows(captured) == [(1, 1, OLD), (2, 1, NEW), (2, 2, NEW)]
    archive.close()
    sound()
