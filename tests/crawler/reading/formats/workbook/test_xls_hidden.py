"""What is hidden in an Excel 97-2003 workbook is found, and its errors and merged cells are read."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.workbook import biff8, sheet, xls_hidden

SECTOR = 512
WHITE, BLACK = 9, 8  # of the palette
PLAIN, BY_COLOUR, ON_BLACK, BY_FORMAT = 15, 16, 17, 18


def record(number: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def string(text: str, size: str = "<B") -> bytes:
    return struct.pack(size, len(text)) + b"\0" + text.encode("latin-1")


def text(row: int, column: int, words: str, style: int = PLAIN) -> bytes:
    return record(0x204, struct.pack("<HHH", row, column, style) + string(words, "<H"))


def number(row: int, column: int, value: float, style: int = PLAIN) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def row(at: int, hidden: bool = False, height: int = 255) -> bytes:
    flags = 0x100 | (0x20 if hidden else 0) | (0x40 if height != 255 else 0)
    return record(0x208, struct.pack("<HHHHHHHH", at, 0, 9, height, 0, 0, flags, PLAIN))


def style(font: int = 0, form: int = 0, pattern: int = 0, colour: int = 0x40) -> bytes:
    return record(0xE0, struct.pack("<HHHBBBBIIH", font, form, 1, 0x20, 0, 0, 0, 0, pattern << 26, colour | 0x41 << 7))


def font(colour: int) -> bytes:
    return record(0x31, struct.pack("<HHHHHBBBB", 200, 0, colour, 400, 0, 0, 0, 0, 0) + string("Arial"))


def begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0, 6))


def workbook(*sheets: tuple[str, int, bytes], more: bytes = b"") -> bytes:
    """The stream of a workbook: of each sheet its name, its state (0 shown, 1 hidden, 2 very hidden), its records."""
    styles = style() * 16 + style(font=5) + style(font=5, pattern=1, colour=BLACK) + style(form=164)
    head = begin(5) + record(0x42, struct.pack("<H", 1200)) + font(0x7FFF) * 4 + font(WHITE)
    head += record(0x41E, struct.pack("<H", 164) + string(";;;", "<H")) + styles + more
    listed = [struct.pack("<BB", state, 0) + string(name) for name, state, _ in sheets]
    at = len(head) + sum(len(each) + 8 for each in listed) + 4
    bodies = []
    for index, (_, _, body) in enumerate(sheets):
        bodies.append(begin(0x10) + record(0x200, struct.pack("<IIHHH", 0, 99, 0, 99, 0)) + body + record(0x0A))
        head += record(0x85, struct.pack("<I", at) + listed[index])
        at += len(bodies[-1])
    return head + record(0x0A) + b"".join(bodies)


def xls(stream: bytes, folder: str = "", within: tuple[str, bytes] = ("", b"")) -> bytes:
    """A compound file ([MS-CFB] 2) of the stream "Workbook" and, if there is one, of a folder with one stream."""
    chain: list[int] = [0xFFFFFFFD, 0xFFFFFFFE]
    starts, bodies = [], []
    for body in (stream, within[1]):
        body = body.ljust(4096, b"\0")
        body += b"\0" * (-len(body) % SECTOR)
        starts.append(len(chain))
        chain += [*range(len(chain) + 1, len(chain) + len(body) // SECTOR), 0xFFFFFFFE]
        bodies.append(body)
    none = 0xFFFFFFFF
    entries = entry("Root Entry", 5, none, 1, 0xFFFFFFFE, 0)
    entries += entry("Workbook", 2, 2 if folder else none, none, starts[0], len(bodies[0]))
    entries += entry(folder, 1, none, 3, 0, 0) if folder else bytes(128)
    entries += entry(within[0], 2, none, none, starts[1], len(bodies[1])) if folder else bytes(128)
    fat = struct.pack("<128I", *chain, *[none] * (128 - len(chain)))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return head + struct.pack("<109I", 0, *[none] * 108) + fat + entries + b"".join(bodies)


def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    told = name.encode("utf-16-le")
    body = told.ljust(64, b"\0") + struct.pack("<HBBIII", len(told) + 2, kind, 1, 0xFFFFFFFF, right, child)
    return body + bytes(36) + struct.pack("<IQ", start, size)


def found(data: bytes) -> list[Hidden]:
    return list(xls_hidden.find(data, Limits()))


FIGURES = text(0, 0, "Force") + text(0, 1, "Total") + text(1, 0, "Essex") + number(1, 1, 7.0)


def test_a_workbook_that_hides_nothing() -> None:
    data = xls(workbook(("Data", 0, FIGURES)))
    assert found(data) == []
    contents = sheet.read(data, "xls", Limits())
    assert (contents.parts[0].text, contents.parts[0].first_cell) == ("Force\tTotal\nEssex\t7", "A1")


def test_errors_and_merged_cells() -> None:
    division = struct.pack("<HHH", 1, 1, PLAIN) + b"\x02\0\x07\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 0)
    error = struct.pack("<HHHBB", 1, 2, PLAIN, 0x17, 1)
    merged = record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 1, 2))
    cells = (
        text(0, 0, "Force") + text(0, 1, "2024") + text(1, 0, "Essex") + record(0x06, division) + record(0x205, error)
    )
    stream = workbook(("First", 0, FIGURES), ("Data", 0, cells + merged))
    assert biff8.errors(stream) == [{}, {(1, 1): "#DIV/0!", (1, 2): "#REF!"}]
    table = sheet.read(xls(stream), "xls", Limits()).tables[1]
    assert table.rows == (("Force", "2024", "2024"), ("Essex", "#DIV/0!", "#REF!"))


@pytest.mark.parametrize(("state", "kind"), [(1, "hidden sheet"), (2, "very hidden sheet")])
def test_a_hidden_sheet_with_something_in_it(state: int, kind: str) -> None:
    sheets = (("Data", 0, FIGURES), ("Names", state, text(0, 0, "Invented")), ("Empty", state, b""))
    data = xls(workbook(*sheets))
    assert found(data) == [Hidden(kind, "sheet 'Names'", "1 value: Invented")]
    assert [part.where for part in sheet.read(data, "xls", Limits()).parts] == ["sheet 'Data'"]


def test_hidden_rows_and_columns() -> None:
    columns = record(0x7D, struct.pack("<HHHHHH", 1, 1, 2000, PLAIN, 1, 0))
    rows = row(0) + row(1, hidden=True) + row(2, height=0) + row(5, hidden=True)
    assert found(xls(workbook(("Data", 0, columns + rows + FIGURES + text(2, 0, "low"))))) == [
        Hidden("hidden rows", "sheet 'Data', rows 2-3", "2 rows with 3 values: Essex; 7; low"),
        Hidden("hidden columns", "sheet 'Data', column B", "1 column with 2 values: Total; 7"),
    ]


def test_rows_that_a_filter_leaves_out() -> None:
    body = record(0x9B) + row(0) + row(1, hidden=True) + FIGURES
    assert [(each.kind, each.where) for each in found(xls(workbook(("Data", 0, body))))] == [
        ("filtered-out rows", "sheet 'Data', row 2")
    ]


def test_text_that_cannot_be_seen() -> None:
    cells = text(3, 0, "white", BY_COLOUR) + text(4, 0, "on black", ON_BLACK) + number(5, 0, 12.0, BY_FORMAT)
    assert found(xls(workbook(("Data", 0, FIGURES + cells)))) == [
        Hidden("hidden text", "sheet 'Data', A4", "1 value, in the colour of its background: white"),
        Hidden("hidden text", "sheet 'Data', A6", "1 value, number format ;;;: 12"),
    ]


def test_values_that_a_merged_cell_covers() -> None:
    merged = record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 0, 1))
    assert found(xls(workbook(("Data", 0, FIGURES + merged)))) == [
        Hidden("hidden text", "sheet 'Data', B1", "1 value under merged cells: Total")
    ]


def test_links_to_other_workbooks() -> None:
    path = "\x01\x01S\x03names.xls"
    book = struct.pack("<HHB", 1, len(path), 0) + path.encode("latin-1") + struct.pack("<HB", 4, 0) + b"Data"
    itself = struct.pack("<HH", 1, 0x0401)
    assert found(xls(workbook(("Data", 0, FIGURES), more=record(0x1AE, itself)))) == []
    (hidden,) = found(xls(workbook(("Data", 0, FIGURES), more=record(0x1AE, book) + record(0x5A, bytes(4)))))
    assert (hidden.kind, "names.xls" in hidden.detail) == ("external link", True)


@pytest.mark.parametrize(
    ("folder", "body", "kinds"),
    [
        ("_SX_DB_CUR", record(0xC6, struct.pack("<I", 3)), ["pivot cache"]),
        ("_SX_DB_CUR", record(0xC6, struct.pack("<I", 0)), []),
        ("MBD0001", b"", ["embedded file"]),
        ("LNK0001", b"", ["external link"]),
    ],
)
def test_what_lies_beside_the_sheets(folder: str, body: bytes, kinds: list[str]) -> None:
    data = xls(workbook(("Data", 0, FIGURES)), folder, ("0001", body))
    assert [each.kind for each in found(data)] == kinds


@pytest.mark.parametrize(
    "more",
    [
        record(0xFC, struct.pack("<II", 1 << 31, 1 << 31)),
        record(0x200, struct.pack("<IIHHH", 0, 1 << 31, 0, 1 << 15, 0)),
        number(0, 1 << 15, 1.0),
    ],
    ids=["strings", "dimensions", "a far cell"],
)
def test_what_claims_more_than_a_sheet_may_hold_is_not_laid_out(more: bytes) -> None:
    stream = workbook(("Data", 0, more + FIGURES))
    assert not biff8.is_sound(stream)
    with pytest.raises(Unreadable, match="longer than the file"):
        sheet.read(xls(stream), "xls", Limits())


@pytest.mark.parametrize("cut", [600, 1500, 3000])
def test_a_workbook_that_is_cut_off_is_damaged(cut: int) -> None:
    with pytest.raises(Unreadable, match="damaged workbook"):
        found(xls(workbook(("Data", 0, FIGURES)))[:cut])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=12))
def test_damage_is_named(outcome: Callable[..., set[str]], at: int, put: bytes) -> None:
    stream = workbook(("Data", 0, row(1, hidden=True) + FIGURES), ("Names", 1, FIGURES))
    at %= len(stream)
    assert outcome(xls(stream[:at] + put + stream[at + len(put) :]), "xls", xls_hidden.find) <= {"read", "unreadable"}
    assert outcome(xls(stream[:at] + put + stream[at:]), "xls", xls_hidden.find) <= {"read", "unreadable"}


def test_a_percentage_is_read_as_it_is_shown_and_a_table_keeps_the_number() -> None:
    many = record(0xBD, struct.pack("<HHHIHIH", 1, 1, 20, 25 << 2 | 2, PLAIN, 7 << 2 | 2, 2))  # whole numbers
    cells = text(0, 0, "Share") + text(0, 1, "Rise") + number(1, 0, 0.125, 19) + many
    formats = record(0x41E, struct.pack("<H", 165) + string("000", "<H"))
    stream = workbook(("Data", 0, cells), more=formats + style(form=10) + style(form=165))
    contents = sheet.read(xls(stream), "xls", Limits())
    assert contents.parts[0].text == "Share\tRise\n12.50%\t025\t7"
    assert contents.tables[0].rows[1] == (0.125, 25, 7)


def test_headers_and_footers_are_a_part_of_their_own() -> None:
    header = record(0x14, string("&LOFFICIAL&CEssex Police", "<H")) + record(0x15, string("&CPage &P", "<H"))
    contents = sheet.read(xls(workbook(("Data", 0, header + record(0x15) + text(0, 0, "Share")))), "xls", Limits())
    assert [(part.where, part.text) for part in contents.parts] == [
        ("sheet 'Data'", "Share"),
        ("sheet 'Data', header and footer", "OFFICIAL\nEssex Police"),
    ]


def shape(kind: int, *pieces: bytes) -> bytes:
    """A shape of a kind (6: text box, 25: note); each piece of its text begins with a flag: bytes a letter."""
    length = sum(len(each) - 1 >> each[0] for each in pieces)
    head = record(0x5D, struct.pack("<HHHH", 0x15, 0x12, kind, 1) + bytes(14))
    text = record(0x1B6, struct.pack("<HH6xHH4x", 0, 0, length, 16))
    return head + text + b"".join(record(0x3C, each) for each in (*pieces, bytes(16)))


def test_text_boxes_are_a_part_of_their_own() -> None:
    box = shape(6, b"\0Figures are ", b"\1" + "£ –\nSee the letter".encode("utf-16-le"))
    stream = workbook(("Data", 0, text(0, 0, "Share") + box + shape(25, b"\0Ask a colleague")))
    contents = sheet.read(xls(stream), "xls", Limits())
    assert [(part.where, part.text) for part in contents.parts] == [
        ("sheet 'Data'", "Share"),
        ("sheet 'Data', text boxes", "Figures are £ –\nSee the letter"),
    ]
