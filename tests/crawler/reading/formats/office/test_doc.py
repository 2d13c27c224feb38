"""A Word document of before 2007 is read by antiword, whose absence, haste and refusal are reasons and no errors."""

import shutil
import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office import doc
from crawler.reading.formats.office.doc_hidden import find
from crawler.reading.formats.office.doc_margins import margins

Writer = Callable[[Mapping[str, bytes]], bytes]
DOCBOOK = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.1.2//EN" "http://www.oasis-open.org/docbook/docbookx.dtd">
<book><bookinfo><author><surname>Nobody</surname></author></bookinfo><chapter><title>Response</title>
<para>The force’s &lt;5\a</para>
<orderedlist numeration='arabic'><listitem><para>How many?</para></listitem></orderedlist>
<para><informaltable><tgroup cols='3'>
<colspec colwidth='50.00pt'/><colspec colwidth='50.00pt'/><colspec colwidth='40.00pt'/>
<tbody><row><entry>Rank</entry><entry>Year</entry><entry>Total</entry></row></tbody></tgroup>
<tgroup cols='2'><colspec colwidth='100.20pt'/><colspec colwidth='39.80pt'/>
<tbody><row><entry>All</entry><entry>7</entry></row></tbody></tgroup></informaltable></para>
<para>Yours <emphasis>faithfully</emphasis></para></chapter></book>"""


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts a program called antiword where it is looked for first."""
    file = folder / "antiword"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def letter(compound: Writer, comment: str = "", more: Mapping[str, bytes] | None = None, counted: int = 0x5C) -> bytes:
    """A document whose only words are a comment (or the text: `counted` 0x4C), in one piece of two bytes a letter."""
    words = comment.encode("utf-16-le")
    head = bytearray(1024)
    struct.pack_into("<H", head, 0, 0xA5EC)
    struct.pack_into("<I", head, counted, len(comment))
    struct.pack_into("<II", head, 0x1A2, 0, 21)
    pieces = b"\x02" + struct.pack("<III", 16, 0, len(comment)) + struct.pack("<HIH", 0, len(head), 0)
    return compound({"WordDocument": bytes(head) + words, "0Table": pieces, **(more or {})})


def test_words_and_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compound: Writer) -> None:
    (tmp_path / "out.xml").write_text(DOCBOOK)
    program(tmp_path, monkeypatch, f'test "$*" = "-x db -" && cat {tmp_path / "out.xml"}')
    found = read_file(letter(compound), "reply.doc")
    assert found.text.split("\n") == [
        "Response",
        "The force’s <5",
        "- How many?",
        "Rank\tYear\tTotal",
        "All\t7",
        "Yours faithfully",
    ]
    assert [(table.where, table.rows) for table in found.tables] == [
        ("table 1", (("Rank", "Year", "Total"), ("All", "All", "7")))
    ]
    assert found.problem == "the numbers of lists not read"


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("echo 'I think so' >&2; exit 1", "damaged Word document: antiword: I think so"),
        ("exit 3", "damaged Word document: antiword: exit code 3"),
        ("exit 127", "no reader for this format (.doc): antiword is not installed"),
    ],
)
def test_what_antiword_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compound: Writer, script: str, problem: str
) -> None:
    program(tmp_path, monkeypatch, script)
    assert read_file(letter(compound), "reply.doc").problem == problem


def test_a_letter_that_is_too_short_for_antiword_is_read_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compound: Writer
) -> None:
    program(
        tmp_path, monkeypatch, 'echo "I\'m afraid the text stream of this file is too small to handle." >&2; exit 1'
    )
    found = read_file(letter(compound, "Seven officers\rYear\x072024\x07\x07Yours\r", counted=0x4C), "reply.doc")
    assert found.text == "Seven officers\nYear 2024 Yours"
    assert found.problem == "read without its tables: antiword takes no letter as short as this one"
    broken = letter(compound).replace(struct.pack("<II", 0, 21), struct.pack("<II", 9, 21))
    assert read_file(broken, "reply.doc").problem.startswith("damaged Word document: ")


def test_without_antiword(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compound: Writer) -> None:
    (tmp_path / "sh").symlink_to("/bin/sh")
    monkeypatch.setenv("PATH", str(tmp_path))
    problem = "no reader for this format (.doc): antiword is not installed"
    assert read_file(letter(compound), "reply.doc").problem == problem


def test_antiword_is_not_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compound: Writer) -> None:
    program(tmp_path, monkeypatch, "exec sleep 30")
    monkeypatch.setattr(doc, "SECONDS", 0.2)
    with pytest.raises(Unreadable, match="took longer"):
        doc.read(letter(compound), Limits())


def test_a_real_letter() -> None:
    found = read_file((Path(__file__).parent / "letter.doc").read_bytes(), "letter.doc")
    lines = [
        "Invented Constabulary, Information Rights",
        "Our ref: 99/25",
        "The force’s figures – “officers dismissed”.",
        "Year\tTotal",
        "2024\t<5",
        "Seen",
        "Yours faithfully",
        "OFFICIAL",
    ]
    absent = "no reader for this format (.doc): antiword is not installed"
    assert (found.text, found.problem) == (("\n".join(lines), "") if shutil.which("antiword") else ("", absent))
    assert found.hidden == (Hidden("comment", "", "Check"), Hidden("hidden text", "", "unseen"))


def test_headers_are_not_to_be_had_from_a_damaged_file() -> None:
    data = (Path(__file__).parent / "letter.doc").read_bytes()
    assert margins(data) == (("Invented Constabulary, Information Rights",), ("OFFICIAL",))
    assert margins(data[:2000]) == margins(b"") == ((), ())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_raises_nothing(data: st.DataObject) -> None:
    damaged = bytearray((Path(__file__).parent / "letter.doc").read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=30)):
        damaged[at] = data.draw(st.integers(0, 255))
    assert len(margins(bytes(damaged))) == 2


def test_what_is_known_to_be_hidden(compound: Writer) -> None:
    data = letter(compound, more={"ObjectPool/_1/Package": b"1", "ObjectPool/_1/Name": b"2"})
    assert list(find(data, Limits())) == [Hidden("embedded file", "", "an object of another program (_1)")]
    assert list(find(letter(compound, "Check"), Limits())) == [Hidden("comment", "", "Check")]
    assert list(find(letter(compound), Limits())) == []
    with pytest.raises(Unreadable, match="damaged Word document"):
        list(find(b"\xd0\xcf\x11\xe0", Limits()))
    with pytest.raises(Unreadable, match="damaged Word document"):
        list(find(compound({"WordDocument": b"\0" * 700}), Limits()))
