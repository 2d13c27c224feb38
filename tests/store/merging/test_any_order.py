"""Whatever is seen in whatever order: what was merged and undone is as if it had never been one."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.merging.listing import merges
from store.merging.undoing import undo
from store.records import AttachmentSeen, Sighting

FIRST, COPY = "https://essex.example/foi/1/", "https://essex.example/foi/2/"
REQUEST = "How many officers of each rank were dismissed in 2021 and in 2022, how many for dishonesty?"

said = st.sampled_from(["There were 12 in 2021, 14 in 2022.", "There were 12 in 2021, 15 in 2022.", "We hold nothing."])
file = st.sampled_from([(), (AttachmentSeen("https://essex.example/a.pdf", "Table", "a" * 64, text="Twelve."),)])
looks = st.lists(st.tuples(st.booleans(), said, file), max_size=6)


def look(address: str, response: str, attachments: tuple[AttachmentSeen, ...], named: bool) -> Sighting:
    return Sighting(
        source="essex",
        address=address,
        title="Dismissals",
        words=f"{REQUEST}\n{response}",
        ref="FOI 12345/24",
        forces=("Essex Police",),
        request_text=REQUEST,
        response_text=response,
        aliases=((FIRST, "canonical"),) if named and address == COPY else (),
        attachments=attachments,
    )


def state(store: Store) -> list[Any]:
    """What the record says of each address, whatever its number and the number of its version."""
    ask = store.db.conn.execute
    told = []
    for id, *own in ask("SELECT id, address, title, words, status, digest FROM disclosures ORDER BY 2").fetchall():
        files = ask("SELECT address, sha256 FROM attachments WHERE disclosure = ? ORDER BY position", (id,)).fetchall()
        named = ask("SELECT address, reason FROM addresses WHERE disclosure = ? ORDER BY address", (id,)).fetchall()
        entry = ask("SELECT address FROM entries WHERE disclosure = ?", (id,)).fetchall()
        told.append((own, files, named, entry))
    return told


@settings(max_examples=40, deadline=None)
@given(said, looks, st.booleans())
def test_a_merge_undone_is_as_if_it_had_not_been(first: str, later: list, named: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        merged, apart = new_store(Path(folder) / "merged"), new_store(Path(folder) / "apart")
        for store in (merged, apart):
            keep(store, look(FIRST, first, (), named), seen=moment(0), run=None)
        apart.db.execute(
            f"INSERT INTO merges (kept, address, kind, reason, seen, barred) VALUES (1, '{COPY}', 'address', '', '', 1)"
        )
        for number, (copy, response, files) in enumerate(later, start=1):
            for store in (merged, apart):
                sighting = look(COPY if copy else FIRST, response, files, named)
                keep(store, sighting, seen=moment(number), run=None)
        for one in merges(merged):
            undo(merged, one.id, reason="they are two", now=moment(9))
        assert state(merged) == state(apart)
        assert merges(merged) == []
        merged.close()
        apart.close()


def moment(number: int) -> str:
    return f"2026-11-2{number}T12:00:00+00:00"
