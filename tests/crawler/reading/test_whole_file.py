"""Files within files are read level by level, and no number of levels gets more than the limits allow."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from docx import Document

from crawler.reading.documents import Limits, read_file


def letter(words: str = "No information held.") -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_paragraph(words)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Year", "Total", "2024", "7"), strict=True):
        cell.text = text
    document.save(out)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def nested(depth: int, data: bytes) -> bytes:
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "a.csv": data})
    return data


def test_every_file_by_its_place() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Reply"
    mail.set_content("See attached.")
    mail.add_attachment(letter(), maintype="application", subtype="x", filename="letter.docx")
    data = zipped({"mails/reply.eml": mail.as_bytes(), "data.csv": b"a,b\n1,2\n", "odd.bin": bytes(range(256))})
    found = read_file(data, "all.zip")
    assert [part.where for part in found.parts] == [
        "mails/reply.eml",
        "mails/reply.eml, letter.docx",
        "data.csv",
    ]
    assert ("mails/reply.eml, letter.docx, table 1", (("Year", "Total"), ("2024", "7"))) in [
        (table.where, table.rows) for table in found.tables
    ]
    assert found.problem == "odd.bin: unknown type of file"


def test_levels_are_opened_as_far_as_the_limit() -> None:
    assert read_file(nested(3, b"a,b\n1,2\n")).text == "a\tb\n1\t2"
    deep = read_file(nested(4, b"a,b\n1,2\n"))
    assert deep.text == ""
    assert deep.problem == ("3.zip, 2.zip, 1.zip: not opened: more than 3 archives or messages within one another")


def test_a_bomb_of_bombs_costs_a_note_and_the_rest_is_read() -> None:
    bomb = zipped({f"{at}.txt": b"\0" * 300_000 for at in range(4)})
    data = zipped({"a.txt": b"first", **{f"{at}.zip": bomb for at in range(3)}, "z.txt": b"last"})
    found = read_file(data, limits=Limits(unpacked=1 << 20))
    assert [part.text for part in found.parts if part.text] == ["first", "last"]
    assert found.problem.count("too large: the zip unpacks to 1 MiB") == 3


def test_bytes_and_files_are_counted_over_all_levels() -> None:
    inner = zipped({f"{at}.txt": b"word " * 30_000 for at in range(4)})
    found = read_file(zipped({f"{at}.zip": inner for at in range(4)}), limits=Limits(unpacked=1 << 20))
    assert len([part for part in found.parts if part.text]) == 4
    assert "1.zip: too large" in found.problem
    few = read_file(zipped({f"{at}.zip": inner for at in range(4)}), limits=Limits(members=7))
    assert len([part for part in few.parts if part.text]) == 4
    assert "1.zip: too large: the zip holds 4 files" in few.problem


def test_office_files_within_are_weighed_with_the_rest() -> None:
    found = read_file(zipped({f"{at}.docx": letter() for at in range(3)}), limits=Limits(members=25))
    assert [part.where for part in found.parts if part.text] == ["0.docx"]
    assert "1.docx: " in found.problem


def test_words_pictures_and_notes_are_bounded() -> None:
    texts = {f"{at}.txt": b"word " * 20 for at in range(5)}
    found = read_file(zipped(texts), limits=Limits(characters=250))
    assert len(found.text.replace("\n", "")) == 250
    assert "3.txt: not read: after 250 characters of text" in found.problem
    pictures = read_file(zipped({f"{at}.png": b"\x89PNG\r\n\x1a\n" for at in range(3)}), limits=Limits(scanned=1))
    assert "1.png: an image after the first 1, not read" in pictures.problem
    odd = read_file(zipped({f"{at:03}.bin": bytes(range(256)) for at in range(70)}))
    assert odd.problem.count("unknown type") == 50
    assert odd.problem.endswith("; and 20 more")


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_tables_are_bounded(limit: int) -> None:
    found = read_file(zipped({f"{at}.docx": letter() for at in range(3)}), limits=Limits(tables=limit))
    assert len(found.tables) == limit
