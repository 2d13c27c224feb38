"""Text is read in the encodings that offices save."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.documents import read_file
from crawler.reading.formats.decode import decode

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


def test_what_a_mac_wrote_is_told_by_its_quotes() -> None:
    words = "The officer’s “final written warning”, £500"
    assert decode(words.encode("mac_roman")) == words


def test_what_a_mac_wrote_is_told_by_its_line_ends() -> None:
    assert decode("Café\rÉire\r".encode("mac_roman")) == "Café\rÉire\r"


def test_a_pound_sign_of_dos() -> None:
    assert decode("Year;Cost\r\n2024;£1,250\r\n".encode("cp850")) == "Year;Cost\r\n2024;£1,250\r\n"


def test_capitals_with_accents_are_left_as_they_are() -> None:
    assert decode("Ò, Ó and Õ; OÕNEILL".encode("cp1252")) == "Ò, Ó and Õ; OÕNEILL"


def test_one_wrong_byte_does_not_turn_utf_8_into_something_else() -> None:
    assert decode("£1, £2, £3, – £4".encode() + b" \xff") == "£1, £2, £3, – £4 \ufffd"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
