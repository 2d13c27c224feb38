"""Archived answers are handed out one by one, as bytes to save; what is held back, gone or damaged is not."""

import gzip
import re
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli
import pytest
from asking import asking
from warcio.archiveiterator import ArchiveIterator

from store.database import Store, open_store
from store.evidence.archive import Archive
from store.evidence.exchanges import Body, Exchange, head
from store.filekeeping import keep_file
from store.fileread import Concealed, FileRead
from store.holding import hold_by_hand
from store.keeping import keep
from store.purging.purge import purge
from store.records import ADDED, Sighting
from store.site import copies
from store.site.app import datasette_app
from store.site.unpacking import zstd

Get = Callable[[str], Any]
NOON = "2026-11-21T12:00:00+00:00"
CONTACT = b"desk@quokka.example"
PAGE = b"<!DOCTYPE html><script>alert(1)</script><h1 onclick=alert(2)>\xe9 Wombats</h1>"
HOSTILE = 'https://essex.example/foi/1/?a="><script>\r\nX-Split: 1;é'
SECRET = b"Name,quokkaname"


def answer(
    body: bytes, address: str = "https://essex.example/foi/1/", *, sent: bytes = b"", way: bytes = b"gzip", **other: Any
) -> Exchange:
    """What a server answered: `sent` is the body as it went over the network, where that is packed in a `way`."""
    encoded = ((b"Content-Encoding", way),) if sent else ()
    said = head(b"HTTP/1.1 200 OK", ((b"Content-Type", b"text/html"), *encoded))
    asked = head(b"GET / HTTP/1.1", ((b"From", CONTACT),))
    usual = {"media_type": "text/html", "content": sha256(body).hexdigest(), "request": asked}
    return Exchange(address, NOON, 200, said, Body(sent or body), **(usual | other))


def fill(store: Store) -> None:
    archive = Archive(store, "essex", None, NOON, {"http-header-user-agent": CONTACT.decode()})
    held = keep_file(store, SECRET, FileRead("text/csv", "quokkaname"), "https://essex.example/staff.csv", "Staff")
    letter = keep_file(store, b"letter", FileRead("text/plain", "x", hidden=(Concealed("comment"),)), "file:1/l.txt")
    of_file = {"role": "attachment", "media_type": "text/csv"}
    seen = [
        (Sighting("essex", "https://essex.example/foi/1/", "One", "w", attachments=(held,)), [
            answer(PAGE, HOSTILE),
            answer(PAGE),  # a revisit of the first
            answer(b"Packed" * 99, sent=gzip.compress(b"Packed" * 99)),
            answer(b"Raw" * 99, sent=zlib.compress(b"Raw" * 99)[2:-4], way=b"deflate"),
            answer(SECRET, "https://essex.example/staff.csv", **of_file),
            answer(b"", "https://essex.example/old/", role="redirect", content=""),
            answer(b"Whatever was sent", content="0" * 64),
            answer(b"Unknown", "https://essex.example/none.csv", **of_file | {"content": ""}),
        ]),
        (Sighting(ADDED, "file:1/l.txt", "Letter", "quokkaname", attachments=(letter,)), [
            replace(answer(b"letter", "file:1/l.txt"), request=b"", media_type="text/plain"),
        ]),
        (Sighting("essex", "https://essex.example/foi/3/", "Three", "w"), [
            answer(b"Emus"),
            answer(b"Brotli" * 99, sent=brotli.compress(b"Brotli" * 99), way=b"br"),
            answer(b"Zstd" * 99, sent=zstd.compress(b"Zstd" * 99), way=b"zstd"),
        ]),
    ]  # fmt: skip
    for sighting, answers in seen:
        with store.writing():
            archive.write(keep(store, sighting, seen=NOON, run=None).disclosure, 1, answers)
    archive.close()
    hold_by_hand(store, held.sha256, "named", NOON)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    store = open_store(folder)
    fill(store)
    store.close()
    return folder


@pytest.fixture(scope="module")
def get(filled: Path) -> Iterator[Get]:
    with asking(datasette_app(filled)) as asks:
        yield asks


@pytest.mark.parametrize(
    ("disclosure", "copy", "source"),
    [
        (1, 1, PAGE),
        (1, 2, PAGE),
        (1, 3, b"Packed" * 99),
        (1, 4, b"Raw" * 99),
        (3, 11, b"Brotli" * 99),
        (3, 12, b"Zstd" * 99),
    ],
)
def test_the_source_is_bytes_to_save_and_never_a_page(get: Get, disclosure: int, copy: int, source: bytes) -> None:
    given = get(f"/disclosures/{disclosure}/copies/{copy}.txt")
    assert (given.status_code, given.content) == (200, source)
    assert given.headers["content-type"] == "text/plain"
    assert given.headers["content-disposition"] == f'attachment; filename="disclosure-{disclosure}-copy-{copy}.txt"'
    assert given.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert given.headers["x-content-type-options"] == "nosniff"
    assert given.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("ending", ["txt", "warc.gz"])
def test_it_says_when_where_and_what_it_is(get: Get, ending: str) -> None:
    given = get(f"/disclosures/1/copies/1.{ending}")
    assert given.headers["memento-datetime"] == "Sat, 21 Nov 2026 12:00:00 GMT"
    address = "https://essex.example/foi/1/?a=%22%3E%3Cscript%3E%0D%0AX-Split:%201;%C3%A9"
    assert given.headers["link"] == f'<{address}>; rel="original"'
    assert "x-split" not in given.headers
    digest = re.fullmatch("sha-256=:(.*):", given.headers["repr-digest"])
    assert digest and b64decode(digest[1]) == sha256(given.content).digest()


def test_the_record_is_one_that_any_reader_of_archives_takes(get: Get) -> None:
    given = get("/disclosures/1/copies/3.warc.gz")
    assert given.headers["content-type"] == "application/warc"
    (record,) = ArchiveIterator(BytesIO(given.content), check_digests="raise")
    assert record.rec_type == "response"
    assert record.rec_headers.get_header("WARC-Target-URI") == "https://essex.example/foi/1/"


def test_what_is_repeated_goes_before_what_repeats_it(get: Get) -> None:
    given = get("/disclosures/1/copies/2.warc.gz")
    kinds = [(one.rec_type, one.raw_stream.read()) for one in ArchiveIterator(BytesIO(given.content))]
    assert [kind for kind, _ in kinds] == ["response", "revisit"]
    assert kinds[0][1].endswith(PAGE)


def test_the_operators_contact_is_in_none(get: Get) -> None:
    for copy in (1, 2, 3, 4, 6, 7):
        records = ArchiveIterator(BytesIO(get(f"/disclosures/1/copies/{copy}.warc.gz").content), no_record_parse=True)
        said = b"".join(str(one.rec_headers).encode() + one.raw_stream.read() for one in records)
        assert b"200 OK" in said and CONTACT not in said


REFUSED = (
    "1/copies/5.warc.gz",  # a file that is held back since
    "1/copies/5.txt",
    "1/copies/6.txt",  # leads elsewhere
    "1/copies/7.txt",  # not what its digest says
    "1/copies/8.warc.gz",  # a file that was not kept
    "2/copies/9.warc.gz",  # a disclosure that is a held file
    "2/copies/9.txt",
    "1/copies/10.txt",  # of another disclosure
    "3/copies/1.txt",
    "1/copies/99.txt",
    "1/copies/1.html",
    "1/copies/1.warc",
    "1/copies/0.txt",
    "1/copies/999999999999999999.txt",
    "999/copies/1.txt",
)


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_held_back_or_another_s_is_not_given(get: Get, path: str) -> None:
    given = get(f"/disclosures/{path}")
    assert given.status_code == 404
    assert "quokka" not in given.text and given.headers["content-type"].startswith("text/html")


def test_the_page_links_to_what_is_given_and_to_nothing_else(get: Get) -> None:
    linked = re.findall(r'href="(/disclosures/\d+/copies/[^"]+)"', get("/foi/disclosures/1").text)
    assert sorted(linked) == sorted(
        [f"/disclosures/1/copies/{copy}.warc.gz" for copy in (1, 2, 3, 4, 6, 7)]
        + [f"/disclosures/1/copies/{copy}.txt" for copy in (1, 2, 3, 4, 7)]
    )
    assert get("/foi/disclosures/1").text.count("Not given out") == 2
    assert "/copies/" not in get("/foi/disclosures/2").text


def made(folder: Path, change: str = "", *values: Any) -> Any:
    """A collection of one's own, with something done to its index."""
    store = open_store(folder)
    fill(store)
    with store.writing():
        store.db.conn.execute(change, values)
    store.close()
    return datasette_app(folder)


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("UPDATE captures SET offset = offset + ? WHERE id = 1", 1),
        ("UPDATE captures SET length = ? WHERE id = 1", copies.PACKED),
        ("UPDATE captures SET length = ? WHERE id = 1", 1 << 40),
        ("UPDATE captures SET length = ? WHERE id = 1", -1),
        ("UPDATE captures SET record = ? WHERE id = 1", "<urn:uuid:other>"),
        ("UPDATE captures SET refers_to = ? WHERE id = 1", 9),  # of what is held back
        ("INSERT INTO tombstones (disclosure, file, seen, reason, salt) VALUES (?, '', '', '', '')", 1),
        ("UPDATE disclosures SET status = ? WHERE id = 1", "quarantined"),
    ],
)
def test_nothing_is_given_of_what_the_index_does_not_say_rightly(tmp_path: Path, change: str, value: Any) -> None:
    with asking(made(tmp_path, change, value)) as get:
        assert get("/disclosures/1/copies/1.txt").status_code == 404
        assert get("/disclosures/1/copies/1.warc.gz").status_code == 404


def test_no_name_in_the_index_leads_out_of_the_archive(tmp_path: Path) -> None:
    site = made(tmp_path, "PRAGMA foreign_keys = OFF")
    (archived,) = (tmp_path / "evidence").iterdir()
    archived.rename(tmp_path / archived.name)
    store = open_store(tmp_path)
    store.db.conn.execute("PRAGMA foreign_keys = OFF")
    store.db.conn.execute("UPDATE captures SET file = ?", (f"../{archived.name}",))
    store.db.conn.commit()
    store.close()
    with asking(site) as get:
        assert get("/disclosures/1/copies/1.warc.gz").status_code == 404


def test_an_archive_that_is_gone_is_no_error_of_the_site(tmp_path: Path) -> None:
    site = made(tmp_path, "SELECT 1")
    for file in (tmp_path / "evidence").iterdir():
        file.unlink()
    with asking(site) as get:
        assert get("/disclosures/1/copies/1.txt").status_code == 404
        assert get("/foi/disclosures/1").status_code == 200


def test_what_unpacks_to_more_than_a_page_is_refused_by_name(tmp_path: Path) -> None:
    large = bytes(copies.LARGEST + 1)
    packed = {b"gzip": gzip.compress(large, 1), b"br": brotli.compress(large, quality=1), b"zstd": zstd.compress(large)}
    store = open_store(tmp_path)
    archive = Archive(store, "essex", None, NOON, {})
    with store.writing():
        page = keep(store, Sighting("essex", "https://essex.example/foi/1/", "One", "w"), seen=NOON, run=None)
        bombs = [answer(large), *(answer(large, sent=sent, way=way) for way, sent in packed.items())]
        archive.write(page.disclosure, 1, bombs)
    archive.close()
    store.close()
    with asking(datasette_app(tmp_path)) as get:
        for path in ("1.txt", "1.warc.gz", "2.txt", "3.txt", "4.txt"):
            given = get(f"/disclosures/1/copies/{path}")
            assert given.status_code == 404
            assert "too large to be unpacked here: it holds more than 32 MiB" in given.text
        for path in ("2.warc.gz", "3.warc.gz", "4.warc.gz"):
            assert get(f"/disclosures/1/copies/{path}").status_code == 200


def test_what_was_taken_down_is_gone_from_the_copies_too(tmp_path: Path) -> None:
    site = made(tmp_path, "SELECT 1")
    with asking(site) as get:
        assert get("/disclosures/1/copies/1.txt").status_code == 200
        store = open_store(tmp_path)
        purge(store, 1, "asked for", NOON, lambda export: True)
        store.close()
        assert get("/disclosures/1/copies/1.txt").status_code == 404
        assert get("/disclosures/3/copies/10.txt").content == b"Emus"
