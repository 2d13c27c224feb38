"""The files that Outlook wraps in a winmail.dat are read like any that came with a letter."""

import struct
from email.message import EmailMessage

import pytest

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.mail import tnef


def attribute(name: int, value: bytes) -> bytes:
    return struct.pack("<BII", 2, name, len(value)) + value + struct.pack("<H", sum(value) % 65536)


def wrapped(*files: tuple[bytes, bytes]) -> bytes:
    each = (
        attribute(tnef.BEGINS, b"\1") + attribute(tnef.CONTENT, data) + attribute(tnef.TITLE, name + b"\0")
        for name, data in files
    )
    return tnef.SIGNATURE + b"\0\0" + attribute(tnef.CODE_PAGE, struct.pack("<II", 1250, 0)) + b"".join(each)


def test_the_files_of_a_letter_in_the_format_of_outlook() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Reply"
    mail.set_content("See attached.")
    data = wrapped((b"\xa3\xf3d\x9f.csv", b"Year,Total\n2024,7\n"), (b"", b"Words"), (b"none.txt", b""))
    mail.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    found = read_file(mail.as_bytes(), "a.eml")
    assert [(part.where, part.text) for part in found.parts[1:]] == [
        ("winmail.dat, Łódź.csv", "Year\tTotal\n2024\t7"),
        ("winmail.dat, attachment 2", "Words"),
    ]
    assert found.problem == ""


@pytest.mark.parametrize("length", [12, 30, -1])
def test_damage_is_named(length: int) -> None:
    with pytest.raises(Unreadable, match=r"damaged winmail\.dat: cut off"):
        list(tnef.files(wrapped((b"a.txt", b"Words"))[:length]))
