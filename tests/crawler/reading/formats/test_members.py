"""The files within archives and messages, whose names are only names."""

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.members import members


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def found(kind: str, data: bytes, limits: Limits | None = None) -> list[tuple[str, bytes]]:
    return [(member.name, member.load()) for member in members(kind, data, limits or Limits())]


def test_names_are_only_names() -> None:
    files = (("../../etc/passwd", b"1"), ("/root.txt", b"2"), ("a\nb.txt", b"3"), ("x" * 500 + ".txt", b"4"))
    assert found("zip", zipped(*files)) == [
        ("../../etc/passwd", b"1"),
        ("/root.txt", b"2"),
        ("a b.txt", b"3"),
        ("x" * 200, b"4"),
    ]
    assert found("tar", tarred(*files[:2])) == [("../../etc/passwd", b"1"), ("/root.txt", b"2")]


def test_what_systems_leave_behind_is_no_file() -> None:
    files = (("__MACOSX/._a.csv", b"1"), ("b/.DS_Store", b"2"), ("Thumbs.db", b"3"), ("b/", b""), ("b/a.csv", b"4"))
    assert found("zip", zipped(*files)) == [("b/a.csv", b"4")]


def test_a_damaged_member_leaves_the_others_whole() -> None:
    whole = zipped(("a.txt", b"first"), ("b.txt", b"second"))
    damaged = whole.replace(b"first", b"FIRST", 1)
    files = members("zip", damaged, Limits())
    with pytest.raises(Unreadable, match="damaged zip: Bad CRC-32"):
        next(files).load()
    assert next(files).load() == b"second"


def test_files_of_one_name_are_several() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", b"first"), ("a.txt", b"second"))
    assert found("zip", data) == [("a.txt", b"first"), ("a.txt", b"second")]


def locked(data: bytes, name: bytes) -> bytes:
    """The zip with one member marked as encrypted, in its own header and in the directory."""
    flagged = bytearray(data)
    for sign, length, flags in ((b"PK\3\4", 30, 6), (b"PK\1\2", 46, 8)):
        at = next(at for at in range(len(data)) if data.startswith(sign, at) and data.startswith(name, at + length))
        flagged[at + flags] |= 1
    return bytes(flagged)


def test_an_encrypted_member_leaves_the_others_to_be_read() -> None:
    one = locked(zipped(("a.txt", b"first"), ("b.txt", b"second")), b"b.txt")
    first, second = members("zip", one, Limits())
    with pytest.raises(Unreadable, match="encrypted zip"):
        second.load()
    assert first.name == "a.txt"
    assert read_file(one).text == "first"
    with pytest.raises(Unreadable, match="encrypted zip"):
        found("zip", locked(one, b"a.txt"))


def test_names_as_macs_and_old_programs_of_windows_write_them() -> None:
    data = zipped(("T\u0177 \u2013 1.txt", b"1"), ("b\\Thumbs.db", b"2"), ("b\\~$c.docx", b"3"), ("b\\c.txt", b"4"))
    unsaid = bytearray(data)
    for sign, flags in ((b"PK\3\4", 7), (b"PK\1\2", 9)):
        unsaid[data.index(sign) + flags] &= ~8  # that the name is in UTF-8
    for each in (data, bytes(unsaid)):
        assert [name for name, _ in found("zip", each)] == ["T\u0177 \u2013 1.txt", "b/c.txt"]


def test_gz() -> None:
    assert found("gz", gzip.compress(b"words")) == [("", b"words")]
    out = io.BytesIO()
    with gzip.GzipFile("log.txt", "w", fileobj=out) as stream:
        stream.write(b"words")
    assert found("gz", out.getvalue()) == [("log.txt", b"words")]
    with pytest.raises(Unreadable, match="too large: the gz unpacks to more than 0 MiB"):
        found("gz", gzip.compress(b"\0" * 100_000), Limits(unpacked=1_000))
    with pytest.raises(Unreadable, match="damaged gz"):
        found("gz", gzip.compress(b"words")[:12])


def test_a_tar_of_too_many_files() -> None:
    with pytest.raises(Unreadable, match="holds more than 1 files"):
        found("tar", tarred(("a", b""), ("b", b"")), Limits(members=1))


@given(st.sampled_from(["zip", "gz", "tar", "eml", "msg", "tnef"]), st.binary(max_size=600))
def test_random_bytes_raise_nothing_else(kind: str, data: bytes) -> None:
    magic = {"gz": b"\x1f\x8b\x08", "zip": b"PK\x03\x04", "msg": b"\xd0\xcf\x11\xe0"}.get(kind, b"")
    try:
        files = found(kind, magic + data)
    except Unreadable as reason:
        assert str(reason)
    else:
        assert all(isinstance(name, str) for name, _ in files)
