"""A message kept by Outlook reads as the e-mail that it is, with its files and the messages within it."""

import struct
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.mail import msg
from crawler.reading.formats.mail.packed_rtf import unpacked

Writer = Callable[[Mapping[str, bytes]], bytes]
PROPERTIES = "__properties_version1.0"
TICKS = 133_958_016_000_000_000  # 100 nanoseconds since 1601, on 1 July 2025


def text(number: int, words: str) -> dict[str, bytes]:
    return {f"__substg1.0_{number:04X}001F": words.encode("utf-16-le")}


def fixed(header: int, values: Mapping[tuple[int, int], int]) -> dict[str, bytes]:
    rows = (struct.pack("<HHIQ", kind, number, 6, value) for (number, kind), value in values.items())
    return {PROPERTIES: b"\0" * header + b"".join(rows)}


def message(header: int = 32, subject: str = "Reply – FOI 99/25") -> dict[str, bytes]:
    return {
        **text(0x0037, subject),
        **text(0x1000, "Dear Applicant\r\n\r\n7 officers.\r\n"),
        **text(0x0C1A, "Information Unit"),
        **text(0x5D01, "foi@invented.police.uk"),
        **text(0x0E04, "Applicant, Any; someone@example.org"),
        **fixed(header, {(0x0039, 0x40): TICKS, (0x3FDE, 3): 65001}),
    }


def attached(name: str, data: bytes) -> dict[str, bytes]:
    return {**text(0x3707, name), "__substg1.0_37010102": data, **fixed(8, {(0x3705, 3): 1})}


def under(folder: str, streams: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in streams.items()}


def test_who_wrote_when_about_what_and_the_words(compound: Writer) -> None:
    found = read_file(compound(message()), "reply.msg")
    assert found.text.split("\n") == [
        "From: Information Unit <foi@invented.police.uk>",
        "To: Applicant, Any",
        "Date: 1 July 2025",
        "Subject: Reply – FOI 99/25",
        "",
        "Dear Applicant",
        "",
        "7 officers.",
    ]
    assert (found.media_type, found.problem) == ("application/vnd.ms-outlook", "")


def test_words_in_a_code_page_of_their_own(compound: Writer) -> None:
    streams = {"__substg1.0_1000001E": "Łódź".encode("cp1250"), **fixed(32, {(0x3FFD, 3): 1250})}
    assert read_file(compound(streams)).text == "Łódź"


def test_words_kept_as_a_page(compound: Writer) -> None:
    page = "<html><table><tr><td>Year<td>Total<tr><td>2024<td>£7</table></html>".encode()
    found = read_file(compound({"__substg1.0_10130102": page, **fixed(32, {(0x3FDE, 3): 65001})}))
    assert found.text == "Year\tTotal\n2024\t£7"
    assert [table.rows for table in found.tables] == [(("Year", "Total"), ("2024", "£7"))]


def test_files_and_messages_within(compound: Writer) -> None:
    inner = under("__substg1.0_3701000D", message(24, "Earlier letter"))
    streams = {
        **message(),
        **under("__attach_version1.0_#00000000", attached("data.csv", b"Year,Total\n2024,7\n" + b"2023,1\n" * 900)),
        **under("__attach_version1.0_#00000001", {**text(0x3001, "Earlier"), **fixed(8, {}), **inner}),
    }
    found = read_file(compound(streams), "reply.msg")
    assert [part.where for part in found.parts] == ["", "data.csv", "Earlier.eml"]
    assert found.parts[1].text.startswith("Year\tTotal\n2024\t7\n2023\t1")
    assert "Subject: Earlier letter" in found.parts[2].text


def test_damage_is_named(compound: Writer) -> None:
    whole = compound(message())
    with pytest.raises(Unreadable, match="damaged Outlook message"):
        msg.message_from(whole[:700])
    with pytest.raises(Unreadable, match="no properties"):
        msg.message_from(compound({"other": b"1"}))


@pytest.mark.parametrize(
    ("packed", "words"),
    [
        # The example of [MS-OXRTFCP] 4.1, and words that are not packed at all.
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            "hello world",
        ),
        ((struct.pack("<II", 28, 16) + b"MELA\0\0\0\0{\\rtf1 7 held\\par}").hex(), "7 held"),
        (struct.pack("<II4sI", 12, 0, b"LZFu", 0).hex(), ""),
    ],
)
def test_words_kept_as_rtf_alone(packed: str, words: str, compound: Writer) -> None:
    kept = {"__substg1.0_10090102": bytes.fromhex(packed), **fixed(32, {})}
    assert read_file(compound(kept)).text == words


def test_rtf_that_cannot_be_unpacked_is_named(compound: Writer) -> None:
    for packed in (b"short", b"\0" * 8 + b"ELSE" + b"\0" * 4):
        with pytest.raises(Unreadable, match="damaged Outlook message: its words are"):
            msg.read(compound({"__substg1.0_10090102": packed, **fixed(32, {})}), Limits())


@given(st.binary(max_size=200))
def test_any_bytes_unpack_to_no_more_than_they_can(data: bytes) -> None:
    assert len(unpacked(struct.pack("<II4sI", 0, 1 << 31, b"LZFu", 0) + data)) <= 9 * len(data)


def test_a_logo_shown_within_is_no_attachment(compound: Writer) -> None:
    image = b"\x89PNG\r\n\x1a\n"
    listed = {**attached("scan.png", image), **text(0x3712, "scan@01"), **fixed(8, {(0x7FFE, 11): 0})}
    shown = {**attached("image001.png", image), **text(0x3712, "image001@01"), **fixed(8, {(0x7FFE, 11): 1})}
    streams = {**message(), **under("__attach_version1.0_#00000000", shown)}
    assert read_file(compound(streams)).problem == ""
    assert "scan.png" in read_file(compound({**streams, **under("__attach_version1.0_#00000001", listed)})).problem
