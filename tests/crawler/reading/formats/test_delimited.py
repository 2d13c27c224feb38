"""Plain and delimited text is read in the encodings that offices save."""

import codecs

import pytest

from crawler.reading.documents import Limits, read_file
from crawler.reading.formats.delimited import decode

WORDS = "Cost: £1,250 – “final” reply, Heddlu Dyfed-Powys"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 mark", "utf-16-be mark", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == WORDS
    assert read_file(data, "a.txt").text == WORDS


def test_bytes_of_no_one_encoding_are_still_read() -> None:
    assert "Officers" in decode(b"Officers \x81\x8d\xff dismissed")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b'Year,Kind\r\n2024,"theft, fraud"\r\n'),
        ("a.csv", b"Year;Kind\n2024;theft, fraud\n"),
        ("a.csv", b"Year|Kind\n2024|theft, fraud\n"),
        ("a.tsv", b"Year\tKind\n2024\ttheft, fraud\n"),
        ("a.csv", 'Year\tKind\n2024\t"theft,\nfraud"\n'.encode("utf-16")),
    ],
)
def test_rows(name: str, data: bytes) -> None:
    found = read_file(data, name)
    assert found.text == "Year\tKind\n2024\ttheft, fraud"
    assert found.problem == ""


def test_rows_after_the_limit_are_said_to_be_unread() -> None:
    found = read_file(b"a,b\n" * 20, "a.csv", limits=Limits(rows=5))
    assert found.text == "\n".join(["a\tb"] * 5)
    assert found.problem == "rows after 5 not read"


def test_rows_that_are_not_well_formed_are_kept_as_text() -> None:
    found = read_file(b'a,"' + b"x" * 200_000, "a.csv")
    assert found.text.startswith('a,"xxx')
    assert found.problem.startswith("not well formed, kept as plain text: ")
