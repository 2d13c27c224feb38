"""Writing the archive: every byte comes back, nothing is stored twice, and a crash leaves nothing that is not whole."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.evidence.archive import Archive, folder_of, settle
from store.evidence.checking import check
from store.evidence.exchanges import SMALL, Exchange, headers_of
from store.evidence.members import opened

VALUES = st.binary(max_size=40).filter(lambda value: not set(value) & set(b"\r\n\0")).map(bytes.strip)
NAMES = st.from_regex(rb"\A[A-Za-z][A-Za-z0-9-]{0,15}\Z")


def warc(store: Store) -> Path:
    (path,) = folder_of(store).glob("*.warc.gz")
    return path


def records(path: Path) -> list[tuple[str, Any]]:
    with path.open("rb") as stream:
        return [(r.rec_type, r.rec_headers) for r in ArchiveIterator(stream, check_digests="raise")]


class TestRoundTrip:
    @given(
        bodies=st.lists(st.binary(max_size=3000), min_size=1, max_size=4),
        headers=st.lists(st.tuples(NAMES, VALUES), max_size=5),
        status=st.sampled_from([200, 203, 404, 410, 500]),
    )
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_answer_comes_back_byte_for_byte(
        self, store: Store, archived: Callable[..., Any], talk: Any, bodies: Any, headers: Any, status: int
    ) -> None:
        exchanges = [talk(body, headers=tuple(headers), status=status) for body in bodies]
        came_to = archived(1, *exchanges)
        found = captures.of_disclosure(store.db.conn, came_to.disclosure)[-len(exchanges) :]
        for sent, capture in zip(exchanges, found, strict=True):
            got = opened(store, capture)
            assert (got.head, got.payload) == (sent.head, b"".join(sent.body.chunks()))
            assert headers_of(got.head) == [(name, value) for name, value in headers]
        assert check(store, everything=True).faults == ()

    def test_warcio_finds_every_digest_right(
        self, archived: Callable[..., Any], archive: Archive, store: Store, talk: Any, warcio_check: Any
    ) -> None:
        archived(1, talk(b"a" * 70_000, folder=folder_of(store)), talk(b"", address="https://essex.example/e"))
        archived(2, talk("Größe £5".encode("latin-1"), headers=((b"X-Name", "Müller".encode("latin-1")),)))
        archive.close()
        said = warcio_check(warc(store))
        assert said.count("digest pass") == 7
        assert [kind for kind, _ in records(warc(store))] == ["warcinfo", *["response", "request"] * 3]

    def test_a_long_body_waits_on_the_disk_and_leaves_nothing_there(
        self, archived: Callable[..., Any], archive: Archive, store: Store, talk: Any
    ) -> None:
        long = talk(os.urandom(SMALL + 1), folder=folder_of(store))
        came_to = archived(1, long)
        (capture,) = captures.of_disclosure(store.db.conn, came_to.disclosure)
        assert opened(store, capture).payload == b"".join(long.body.chunks())
        long.body.close()
        archive.close()
        assert [path.name for path in folder_of(store).iterdir()] == [capture.file]


class TestRepeats:
    def test_a_payload_is_stored_once(
        self, store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, warcio_check: Any
    ) -> None:
        first = archived(1, talk(b"the same file", address="https://essex.example/a.pdf"))
        second = archived(2, talk(b"the same file", address="https://essex.example/b.pdf"))
        archive.close()
        (original,) = captures.of_disclosure(store.db.conn, first.disclosure)
        (again,) = captures.of_disclosure(store.db.conn, second.disclosure)
        assert (original.kind, again.kind, again.refers_to) == ("response", "revisit", original.id)
        assert opened(store, again).payload == b"the same file"
        headers = next(headers for kind, headers in records(warc(store)) if kind == "revisit")
        assert headers.get_header("WARC-Profile").endswith("/identical-payload-digest")
        assert headers.get_header("WARC-Refers-To") == original.record
        assert headers.get_header("WARC-Refers-To-Target-URI") == original.address
        assert headers.get_header("WARC-Refers-To-Date") == "2026-11-03T09:00:00Z"
        assert "revisit" in warcio_check(warc(store))

    def test_not_modified_refers_to_the_file_that_is_kept(
        self, store: Store, archived: Callable[..., Any], archive: Archive, talk: Any
    ) -> None:
        had = talk(b"figures", address="https://essex.example/a.pdf", role="attachment")
        first = archived(1, had)
        archived(2, talk(b"", address=had.address, status=304, content=had.content, role="attachment"))
        archive.close()
        headers = next(headers for kind, headers in records(warc(store)) if kind == "revisit")
        (original,) = captures.of_disclosure(store.db.conn, first.disclosure)
        assert headers.get_header("WARC-Profile").endswith("/server-not-modified")
        assert headers.get_header("WARC-Refers-To") == original.record
        assert headers.get_header("WARC-Payload-Digest") == original.digest

    def test_not_modified_of_a_file_that_was_never_archived_refers_to_none(
        self, store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, warcio_check: Any
    ) -> None:
        archived(1, talk(b"", status=304, content="0" * 64))
        archive.close()
        warcio_check(warc(store))
        headers = next(headers for kind, headers in records(warc(store)) if kind == "revisit")
        assert headers.get_header("WARC-Refers-To") is None
        assert check(store, everything=True).faults == ()

    def test_a_file_brought_by_hand_is_a_resource(
        self, store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, warcio_check: Any
    ) -> None:
        address = "file:0123456789abcdef/A letter, ünsigned.pdf"
        brought = Exchange(
            address, "2026-11-03T09:00:00+00:00", 0, b"", talk(b"%PDF").body, media_type="application/pdf"
        )
        came_to = archived(1, brought)
        archive.close()
        assert "resource" in warcio_check(warc(store))
        (capture,) = captures.of_disclosure(store.db.conn, came_to.disclosure)
        assert (capture.kind, opened(store, capture).payload) == ("resource", b"%PDF")
        _, headers = records(warc(store))[1]
        assert headers.get_header("Content-Type") == "application/pdf"
        assert headers.get_header("WARC-Target-URI") == "file:0123456789abcdef/A%20letter,%20%C3%BCnsigned.pdf"


class TestCrash:
    def test_what_is_not_indexed_is_cut_off(
        self, store: Store, archived: Callable[..., Any], talk: Any, warcio_check: Any
    ) -> None:
        archived(1, talk(b"one"))
        whole = warc(store).stat().st_size
        with warc(store).open("ab") as file:
            file.write(b"\x1f\x8b\x08half a record")
        assert check(store, everything=True).faults == ()
        settle(store, "essex")
        assert warc(store).stat().st_size == whole
        warcio_check(warc(store))

    def test_a_file_that_no_transaction_knows_is_taken_away(self, store: Store) -> None:
        path = folder_of(store) / "foiwatch-9-essex-20261103T090000Z.warc.gz"
        other = folder_of(store) / "foiwatch-9-herts-20261103T090000Z.warc.gz"
        path.touch()
        other.touch()
        settle(store, "essex")
        assert (path.exists(), other.exists()) == (False, True)

    def test_an_undone_transaction_leaves_no_record(
        self, store: Store, archived: Callable[..., Any], archive: Archive, talk: Any, warcio_check: Any
    ) -> None:
        class Stopped(Exception):
            pass

        def stopped(number: int) -> None:
            with pytest.raises(Stopped), store.writing():
                archived(number, talk(f"undone {number}".encode()))
                raise Stopped

        stopped(1)
        archived(2, talk(b"two"))
        stopped(3)
        came_to = archived(4, talk(b"four"))
        archive.close()
        said = warcio_check(warc(store))
        assert said.count("response") == 2
        (capture,) = captures.of_disclosure(store.db.conn, came_to.disclosure)
        assert opened(store, capture).payload == b"four"
        assert check(store, everything=True).faults == ()

    def test_two_files_of_one_moment_have_names_of_their_own(
        self, store: Store, kept: Callable[[int], Any], talk: Any
    ) -> None:
        for number in (1, 2):
            one = Archive(store, "essex", None, "2026-11-03T09:00:00+00:00", {})
            with store.writing():
                one.write(kept(number).disclosure, 1, [talk(str(number).encode())])
            one.close()
        names = sorted(path.name for path in folder_of(store).iterdir())
        stem = "foiwatch-0-essex-20261103T090000Z"
        assert names == [f"{stem}-2.warc.gz", f"{stem}.warc.gz"]

    def test_a_disk_that_refuses_is_named(
        self, store: Store, archived: Callable[..., Any], talk: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="cannot be archived: No space left"):
            archived(1, talk())
        assert store.db.conn.execute("SELECT count(*) FROM disclosures").fetchone() == (0,)


class TestPrivacy:
    def test_only_the_operator_may_read_it(self, store: Store, archived: Callable[..., Any], talk: Any) -> None:
        archived(1, talk())
        assert folder_of(store).stat().st_mode & 0o777 == 0o700
        assert warc(store).stat().st_mode & 0o777 == 0o600
