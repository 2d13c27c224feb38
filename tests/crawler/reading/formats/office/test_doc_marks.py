"""Struck, inserted and hidden words of an old Word document are told by the formatting of their characters."""

import struct

import pytest

from crawler.reading.formats.office.doc_marks import marked

TEXT = 1024  # where the text begins; the page of properties is the one before


def streams(*properties: bytes, text: bytes = b"shown struck", bounds: tuple[int, ...] = (0, 6, 12)) -> dict:
    page = bytearray(512)
    page[511] = len(properties)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *(TEXT + each for each in bounds))
    for index, each in enumerate(properties):
        place = 300 + 40 * index
        page[4 * len(bounds) + index] = place // 2 if each else 0
        page[place : place + 1 + len(each)] = bytes([len(each)]) + each
    head = bytearray(512)
    struct.pack_into("<II", head, 0xFA, 0, 12)
    table = struct.pack("<III", TEXT, TEXT + bounds[-1], 1)
    return {("WordDocument",): bytes(head + page) + text, ("0Table",): table}


@pytest.mark.parametrize(("sprm", "mark"), [(0x0800, "deleted"), (0x0801, "inserted"), (0x083C, "hidden")])
def test_a_mark_and_its_words(sprm: int, mark: str) -> None:
    bold_and_font = struct.pack("<HBHH", 0x0835, 1, 0x4A4F, 2)
    assert marked(streams(b"", bold_and_font + struct.pack("<HB", sprm, 1))) == {mark: ["struck"]}


def test_a_mark_that_is_switched_off_and_one_of_nothing_but_space_are_none() -> None:
    off = struct.pack("<HB", 0x083C, 0)
    on = struct.pack("<HB", 0x083C, 1)
    assert marked(streams(off, on, text=b"shown  ", bounds=(0, 5, 7))) == {}


def test_a_page_that_is_not_there_is_an_error_by_name() -> None:
    broken = streams(b"")
    broken[("0Table",)] = struct.pack("<III", 0, 1, 99)
    with pytest.raises((IndexError, struct.error)):
        marked(broken)
