"""A store with a disclosure whose every word is a marker, among others, in all the places where one is told of."""

import gzip
import hashlib
import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.database import Store, open_store
from store.evidence.archive import Archive
from store.evidence.exchanges import Body, Exchange
from store.export.rows import ALL
from store.export.written import Written, note
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead, FileTable
from store.keeping import keep
from store.log import list_entries, settle
from store.matches import save_matches
from store.outbox import Alert, Step, deliveries, mark_sent, take
from store.purging.purge import Purged, purge
from store.records import AttachmentSeen, Entry, Match, RunResult, Sighting, Validators
from store.runs import add_problem, begin_run, finish_run
from store.states import State, write_state
from store.walks import register_sources, save_validators

NOON, LATER, DOWN = "2026-11-21T12:00:00+00:00", "2026-11-22T12:00:00+00:00", "2026-11-23T12:00:00+00:00"
SITE = "https://essex.example"
# No word of these stands anywhere else.
SECRETS = ("quokka", "wombatface", "numbatsaid", "bilbyfile", "dunnartheld", "potoroolog", "quollslug")
ADDRESS = f"{SITE}/foi/quollslug/"
ASKED = "How many complaints of quokka misconduct were made about officers in the years from 2021 to 2025?"
ANSWER = (
    "In 2023 there were 4711 complaints by wombatface, and in 2024 there were 815, as numbatsaid in the table below."
)
LOWER = bytes(range(256)).lower()
NUMBERS = ("marked", "other", "news")
FILE, HELD, SHARED = b"PK bilbyfile workbook", b"PK dunnartheld workbook", b"PK shared workbook"


class World:
    """The store, the number of the marked disclosure (`marked`) and of others that must stay as they are."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.run = begin_run(store, "essex", "first", NOON)
        self.marked = self.other = self.news = 0

    def fill(self) -> "World":
        register_sources(self.store, [("essex", "Essex Police", "single_online_home", SITE)])
        self._list()
        archive = Archive(self.store, "essex", self.run, NOON, {"software": "test"})
        self.other = self._keep(archive, _other(self.store, 1), NOON)
        self.marked = self._keep(archive, _marked(self.store), NOON)
        self._keep(archive, _marked(self.store, ANSWER.replace("815", "816")), LATER)
        self._keep(archive, _other(self.store, 2), NOON)
        self.news = self._keep(archive, _news(), LATER)
        archive.close()
        self._tell_of_it()
        self._queue()
        finish_run(self.store, self.run, RunResult("essex", NOON, NOON, "first", True, "", *[0] * 8))
        return self

    def _list(self) -> None:
        entries = [Entry(ADDRESS, "potoroolog listed", "2026-11-20"), Entry(f"{SITE}/foi/1/", "The first")]
        list_entries(self.store, "essex", entries, NOON)

    def _keep(self, archive: Archive, sighting: Sighting, seen: str) -> int:
        with self.store.writing():
            kept = keep(self.store, sighting, seen=seen, run=self.run)
            archive.write(kept.disclosure, kept.version, list(_exchanges(sighting, seen)))
            settle(self.store, "essex", sighting.address, "kept", seen, disclosure=kept.disclosure)
        return kept.disclosure

    def repeat(self) -> int:
        """Another disclosure to which another address sends the very file that only the marked one had by now."""
        archive = Archive(self.store, "essex", self.run, LATER, {"software": "test"})
        sighting = replace(
            _other(self.store, 7), attachments=(replace(_file(self.store), address=f"{SITE}/other.xlsx"),)
        )
        number = self._keep(archive, sighting, LATER)
        archive.close()
        return number

    def _tell_of_it(self) -> None:
        store, db = self.store, self.store.db.conn
        evidence = ({"words": "wombatface", "quote": ANSWER, "where": "response", "rule": "r"},)
        save_matches(store, "digest", [(self.marked, 2, [Match("misconduct", 0.9, evidence)])])
        reasons = '[{"reason": "words", "shared": ["wombatface"]}]'
        db.execute("INSERT INTO news_links VALUES (?, ?, 0.9, ?)", (self.news, self.marked, reasons))
        save_validators(store, ADDRESS, Validators('"quokka"'), NOON)
        add_problem(store, self.run, f"{SITE}/media/bilbyfile.xlsx", "noted", "not read whole", "sheet bilbyfile")
        add_problem(store, self.run, f"{SITE}/foi/1/", "noted", "redirected", f"from {ADDRESS}")
        db.execute(
            "UPDATE runs SET problem = ? WHERE id = ?", (f"wall: {ADDRESS}", begin_run(store, "x", "poll", NOON))
        )
        write_state(db, self.other, State("moved", LATER, self.run, f"found at {ADDRESS}", {"found": ADDRESS}))
        for path in ("files/ab/.tmpquokka", "evidence/foiwatch-9-essex-x.warc.gz"):
            (store.folder / path).parent.mkdir(exist_ok=True)
            (store.folder / path).write_text("quokka")

    def _queue(self) -> None:
        body = {"id": self.marked, "title": ANSWER, "address": ADDRESS, "event": "new"}
        other = {"id": self.other, "title": "The first", "address": f"{SITE}/foi/1/", "event": "new"}
        told = Alert(self.marked, "new", 1, body)
        take(self.store, Step("desk", 1, (told,), ("target",), NOON), NOON)
        mark_sent(self.store, deliveries(self.store, "waiting"), NOON)
        summary = Alert(0, "summary", 0, {"examples": [body, other]})
        waiting = (Alert(self.marked, "changed", 2, body), Alert(self.other, "new", 1, other), summary)
        take(self.store, Step("desk", 3, waiting, ("target",), NOON), NOON)
        self.export = self.store.folder.parent / "all.jsonl"
        self.export.write_text(ANSWER)
        note(self.store, Written(self.export, "jsonl", ALL, LATER))

    def at(self, folder: Path) -> "World":
        """The same over a copy of the store, in a folder of its own."""
        self.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self.store.private.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        shutil.copytree(self.store.folder, folder)
        return _opened(open_store(folder), {name: getattr(self, name) for name in NUMBERS})

    def told(self, words: tuple[str, ...] = SECRETS) -> dict[str, list[str]]:
        """Where in the folder of the store, and in its index, any of the words stands: by file."""
        return _told(self.store, words)

    def purge(self) -> Purged:
        return purge(self.store, self.marked, "names a person", DOWN, self.rewrite)

    def rewrite(self, export: Written) -> bool:
        export.path.write_text("written anew")
        return True


def _marked(store: Store, answer: str = ANSWER) -> Sighting:
    hiding = FileRead("text/csv", hidden=(Concealed("hidden sheet", "sheet 'dunnartheld'", "dunnartheld"),))
    files = (
        _file(store),
        keep_file(store, HELD, hiding, f"{SITE}/media/dunnartheld.xlsx", "The dunnartheld"),
        keep_file(store, SHARED, FileRead("text/csv", "shared words"), f"{SITE}/media/shared.xlsx", "Shared"),
    )
    return Sighting(
        "essex", ADDRESS, "Complaints about quokka", f"{ASKED}\n\n{answer}", ref="FOI quokka/1",
        forces=("Essex Police", "numbatsaid Constabulary"), request_text=ASKED, response_text=answer,
        published="2026-11-20", aliases=((f"{SITE}/?p=quollslug", "shortlink"),), attachments=files,
        extra={"citations": [{"section": "s40(2)", "quote": "numbatsaid it", "relied_on": True}]},
    )  # fmt: skip


def _file(store: Store) -> AttachmentSeen:
    table = FileTable("A1:B1", (("Year", "bilbyfile"),))
    parts = (FilePart("sheet 'bilbyfile'", "bilbyfile 7", "A1"),)
    read = FileRead("text/csv", "bilbyfile 7", parts=parts, tables=(table,))
    return keep_file(store, FILE, read, f"{SITE}/media/bilbyfile.xlsx", "The bilbyfile")


def _other(store: Store, number: int) -> Sighting:
    shared = keep_file(store, SHARED, FileRead("text/csv", "shared words"), f"{SITE}/media/shared.xlsx", "Shared")
    words = (
        f"How many dogs were bought by the force in the year {number}? There were {number} dogs and no other animals."
    )
    return Sighting(
        "essex", f"{SITE}/foi/{number}/", f"Dogs {number}", words, forces=("Essex Police",), request_text=words,
        response_text=f"{number} dogs.", published="2026-11-19", attachments=(shared,) if number == 1 else (),
    )  # fmt: skip


def _news() -> Sighting:
    words = "Police figures show 4711 complaints in 2023 and 816 in 2024, the force said in answer to a request."
    return Sighting(
        "essex", f"{SITE}/news/1/", "Complaints about police rise", words, "news", forces=("Essex Police",),
        published="2026-11-21",
    )  # fmt: skip


def _exchanges(sighting: Sighting, seen: str) -> Iterator[Exchange]:
    data = {f"{SITE}/media/bilbyfile.xlsx": FILE, f"{SITE}/media/dunnartheld.xlsx": HELD}
    bodies = {sighting.address: f"<p>{sighting.words}".encode()}
    data[f"{SITE}/other.xlsx"] = FILE
    bodies |= {a.address: data.get(a.address, SHARED) for a in sighting.attachments}
    for address, body in bodies.items():
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        request = f"GET {address.removeprefix(SITE)} HTTP/1.1\r\nHost: essex.example\r\n\r\n".encode()
        yield Exchange(
            address, seen, 200, head, Body(body), request, "page" if address == sighting.address else "attachment",
            content=hashlib.sha256(body).hexdigest(), entry=sighting.address,
        )  # fmt: skip


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """A folder with a filled store, closed, and the numbers of its disclosures."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    store = open_store(folder)
    world = World(store).fill()
    numbers = {name: getattr(world, name) for name in NUMBERS}
    store.close()
    return folder, numbers


@pytest.fixture
def world(filled: tuple[Path, dict[str, int]], tmp_path: Path) -> Iterator[World]:
    folder, numbers = filled
    shutil.copytree(folder, tmp_path / "data")
    store = open_store(tmp_path / "data")
    yield _opened(store, numbers)
    store.close()


def _opened(store: Store, numbers: dict[str, int]) -> World:
    """The world of a store that was filled before."""
    world = World.__new__(World)
    world.run = 1
    world.store, world.export = store, store.folder.parent / "all.jsonl"
    world.export.write_text(ANSWER)
    path = str(world.export)
    store.private.conn.execute("UPDATE exports SET path = ?", (path,))
    world.__dict__.update(numbers)
    return world


def _told(store: Store, words: tuple[str, ...]) -> dict[str, list[str]]:
    found = {}
    for path in sorted(one for one in store.folder.rglob("*") if one.is_file()):
        forms = list(_forms(path.read_bytes()))
        said = [word for word in words if any(word.encode() in form for form in forms)]
        if said or any(word in path.name for word in words):
            found[str(path.relative_to(store.folder))] = said
    terms = {term for (term,) in _vocabulary(store)}
    said = [word for word in words if any(term.startswith(word[:6]) for term in terms)]
    return found | ({"index": said} if said else {})


def _forms(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, and all that can be unpacked from somewhere in them."""
    yield _letters(data)
    if data[:2] == b"\x1f\x8b":
        yield _letters(gzip.decompress(data))
    for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            yield _letters(zlib.decompressobj().decompress(data[found.start() :]))
        except zlib.error:
            continue


def _letters(data: bytes) -> bytes:
    """In lower case and without zeros, so that a word in UTF-16 of either order is one in UTF-8."""
    return data.translate(LOWER, b"\0")


def _vocabulary(store: Store) -> list[tuple[Any, ...]]:
    db = store.db.conn
    db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab ('main', 'disclosures_fts', 'instance')")
    rows = db.execute("SELECT DISTINCT term FROM temp.vocabulary").fetchall()
    db.execute("DROP TABLE temp.vocabulary")
    return rows
