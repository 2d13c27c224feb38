"""What is taken down of a visit: the bytes as sent, the way that led to them, and nothing that was tried in vain."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings

from crawler.evidence import Evidence, response_of
from crawler.middlewares.capture import OF_FILE, OF_VISIT, Capture
from store.database import Store, open_store
from store.evidence import captures
from store.evidence.members import opened
from store.keeping import keep
from store.records import AttachmentSeen, Kept, Sighting

PAGE, FILE = "https://essex.example/foi/1/", "https://essex.example/dogs.pdf"
NOW = "2026-11-03T09:00:00+00:00"
WORDS = b"<html><body><p>Seven were dismissed.</p></body></html>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened_store = open_store(tmp_path / "data")
    yield opened_store
    opened_store.close()


@pytest.fixture
def evidence(store: Store) -> Iterator[Evidence]:
    with store.writing():
        store.db.execute("INSERT INTO sources (name, full_name, platform, site) VALUES ('essex', '', '', '')")
        store.db.execute("INSERT INTO runs (id, source, started, mode, pid) VALUES (1, 'essex', ?, 'poll', 0)", (NOW,))
    made = Evidence(store, "essex", 1, NOW, {})
    yield made
    made.close()


@pytest.fixture
def answer(evidence: Evidence) -> Callable[..., Response]:
    """Lets an answer come in for a request of the visit, as the middleware sees it."""
    spider = SimpleNamespace(record=SimpleNamespace(evidence=evidence))
    crawler: Any = SimpleNamespace(spider=spider, settings=Settings({"FOIWATCH_NOW": NOW}))

    def came(body: bytes, status: int = 200, *, url: str = PAGE, asked: str = "", hop: int = 0, **headers: str) -> Any:
        meta = {OF_VISIT: PAGE, OF_FILE: asked, "redirect_times": hop}
        request = Request(url, meta=meta, headers={"User-Agent": "foiwatch"})
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Capture(crawler).process_response(request, Response(url, status, named, body))

    return came


@pytest.fixture
def kept(store: Store, evidence: Evidence) -> Callable[..., list[captures.Capture]]:
    """Keeps what was found; gives what was archived for it."""

    def made(words: str = "Seven were dismissed.", *files: AttachmentSeen) -> list[captures.Capture]:
        before = store.db.conn.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()[0]
        found = Sighting("essex", PAGE, "Dogs", words, attachments=files)
        with store.writing():
            came_to: Kept = keep(store, found, seen=NOW, run=1, reader="first")
            evidence.kept(PAGE, found, came_to)
        evidence.forget(PAGE)
        return [one for one in captures.of_disclosure(store.db.conn, came_to.disclosure) if one.id > before]

    return made


class TestTakingDown:
    def test_the_bytes_are_those_that_were_sent(self, store: Store, answer: Any, kept: Any) -> None:
        answer(gzip.compress(WORDS), Content_Type="text/html", Content_Encoding="gzip", Server="nginx")
        (page,) = kept()
        got = opened(store, page)
        assert gzip.decompress(got.payload) == WORDS
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nServer: nginx\r\n\r\n"
        assert got.head == head
        assert page.digest == f"sha256:{sha256(got.payload).hexdigest()}"
        assert page.content == sha256(WORDS).hexdigest()

    def test_the_way_that_led_there_belongs_to_it(self, answer: Any, kept: Any) -> None:
        moved = "https://essex.example/foi/one/"
        answer(b"", 301, Location=moved)
        answer(WORDS, url=moved, hop=1, Content_Type="text/html")
        answer(b"%PDF", url=FILE, asked=FILE)
        found = kept("Seven.", AttachmentSeen(FILE, "Dogs", "f" * 64))
        said = [(one.role, one.status, one.address, one.entry) for one in found]
        assert said == [
            ("redirect", 301, PAGE, PAGE), ("page", 200, moved, PAGE), ("attachment", 200, FILE, PAGE),
        ]  # fmt: skip
        assert found[2].content == "f" * 64

    def test_what_was_tried_in_vain_does_not(self, answer: Any, kept: Any) -> None:
        answer(b"busy", 503)
        answer(b"", 301, Location=PAGE)
        answer(b"busy", 503, hop=1)
        answer(WORDS, hop=1)
        assert [one.status for one in kept()] == [301, 200]

    def test_a_page_that_is_asked_for_again_counts_once(self, answer: Any, kept: Any) -> None:
        answer(b"", 304)
        answer(WORDS)
        assert [one.status for one in kept()] == [200]

    def test_an_encoding_that_is_broken_behind_a_redirect_does_no_harm(self, answer: Any, kept: Any) -> None:
        answer(b"not gzip", 301, Location=PAGE, Content_Encoding="gzip")
        answer(WORDS, hop=1)
        assert [one.content for one in kept()] == ["", sha256(WORDS).hexdigest()]


class TestArchiving:
    def test_an_unchanged_page_leaves_nothing(self, answer: Any, kept: Any) -> None:
        answer(WORDS)
        assert len(kept()) == 1
        answer(WORDS + b"<!-- 2 -->")
        assert kept() == []

    def test_a_changed_one_does(self, answer: Any, kept: Any) -> None:
        answer(WORDS)
        kept()
        answer(WORDS + b"<p>Eight.</p>")
        assert [one.version for one in kept("Eight.")] == [2]

    def test_what_was_kept_before_there_was_an_archive_is_archived_at_the_next_look(
        self, store: Store, answer: Any, kept: Any
    ) -> None:
        keep(store, Sighting("essex", PAGE, "Dogs", "Seven were dismissed."), seen=NOW, run=None)
        answer(WORDS)
        assert [(one.version, one.role) for one in kept()] == [(1, "page")]

    def test_the_answer_that_ends_a_disclosure_is_evidence(
        self, store: Store, evidence: Evidence, answer: Any, kept: Any
    ) -> None:
        answer(WORDS)
        kept()
        answer(b"<p>Gone</p>", 410)
        with store.writing():
            evidence.gone(PAGE)
        _, gone = captures.of_disclosure(store.db.conn, 1)
        assert (gone.role, gone.status, gone.version, opened(store, gone).payload) == ("gone", 410, 1, b"<p>Gone</p>")

    def test_of_what_was_never_kept_there_is_none(self, store: Store, evidence: Evidence, answer: Any) -> None:
        answer(b"<p>Gone</p>", 404)
        evidence.gone(PAGE)
        assert store.db.conn.execute("SELECT count(*) FROM captures").fetchone() == (0,)


class TestReadingAgain:
    @given(st.binary(max_size=2000), st.sampled_from(["identity", "gzip", "deflate"]))
    def test_a_response_is_as_the_visit_got_it(self, body: bytes, encoding: str) -> None:
        packed = {"identity": body, "gzip": gzip.compress(body), "deflate": zlib.compress(body)}[encoding]
        said = b"" if encoding == "identity" else b"Content-Encoding: " + encoding.encode() + b"\r\n"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n" + said + b"\r\n"
        got = response_of(PAGE, 200, head, packed)
        assert (got.body, got.url, got.status) == (body, PAGE, 200)
        assert isinstance(got, HtmlResponse)
        # The mark of a byte order tells more than the header does.
        assert got.encoding == "cp1252" or body.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf"))
