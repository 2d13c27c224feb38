"""What is hidden in a binary workbook is found in its records, and its cells are read."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.workbook import biff12, sheet, xlsb_hidden

TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"
VISIBLE, VERY_HIDDEN = 0, 2


def record(number: int, body: bytes = b"") -> bytes:
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    low, high = len(body) & 0x7F, len(body) >> 7
    return head + (bytes([low | 0x80, high]) if high else bytes([low])) + body


def string(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = 0x10 if hidden else 0
    return record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0)) + b"".join(cells)


def text(column: int, words: str) -> bytes:
    return record(6, struct.pack("<II", column, 0) + string(words))


def number(column: int, value: float) -> bytes:
    return record(5, struct.pack("<IId", column, 0, value))


def binary_sheet(*rows: bytes, columns: bytes = b"", after: bytes = b"") -> bytes:
    told = record(390) + columns + record(391) if columns else b""
    return (
        record(129) + record(148, bytes(16)) + told + record(145) + b"".join(rows) + record(146) + after + record(130)
    )


def xlsb(*sheets: tuple[str, int, bytes], **members: bytes) -> bytes:
    listed = [
        struct.pack("<II", state, at) + string(f"r{at}") + string(name) for at, (name, state, _) in enumerate(sheets)
    ]
    ties = "".join(
        f'<Relationship Id="r{at}" Type="{TIES}/worksheet" Target="worksheets/sheet{at}.bin"/>'
        for at in range(len(sheets))
    )
    if "styles" in members:
        ties += f'<Relationship Id="s" Type="{TIES}/styles" Target="styles.bin"/>'
    main = f'<Relationship Id="r" Type="{TIES}/officeDocument" Target="xl/workbook.bin"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{LISTED}">{main}</Relationships>')
        archive.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{LISTED}">{ties}</Relationships>')
        bundles = b"".join(record(156, each) for each in listed)
        archive.writestr("xl/workbook.bin", record(131) + record(143) + bundles + record(144) + record(132))
        for at, (_, _, body) in enumerate(sheets):
            archive.writestr(f"xl/worksheets/sheet{at}.bin", body)
        for name, body in members.items():
            archive.writestr(f"xl/{name}.bin", body)
    return out.getvalue()


def styles(*formats: tuple[int, str]) -> bytes:
    """The binary styles of a workbook: of each the number of its number format, and the format where it is told."""
    spelt = [record(44, struct.pack("<H", at) + string(code)) for at, code in formats if code]
    told = record(615, struct.pack("<I", len(spelt))) + b"".join(spelt) + record(616)
    own = b"".join(record(47, struct.pack("<HHHHH", 0, at, 0, 0, 0) + bytes(6)) for at, _ in formats)
    of_all = record(626, struct.pack("<I", 1)) + record(47, bytes(16)) + record(627)
    return told + of_all + record(617, struct.pack("<I", len(formats))) + own + record(618)


def found(data: bytes) -> list[Hidden]:
    return list(xlsb_hidden.find(data, Limits()))


HEADER = row(0, text(0, "Year"), text(1, "Kind"))


def test_a_workbook_that_hides_nothing() -> None:
    error = record(3, struct.pack("<IIB", 1, 0, 0x17))
    data = xlsb(("Data", VISIBLE, binary_sheet(HEADER, row(1, number(0, 2024.0), error))))
    assert found(data) == []
    contents = sheet.read(data, "xlsb", Limits())
    assert (contents.parts[0].text, contents.parts[0].first_cell) == ("Year\tKind\n2024\t#REF!", "A1")
    assert contents.tables[0].rows == (("Year", "Kind"), (2024, "#REF!"))


def test_a_percentage_is_read_as_it_is_shown_and_a_table_keeps_the_number() -> None:
    cells = (record(5, struct.pack("<IId", column, column, value)) for column, value in enumerate((0.5, 0.125, 7.0)))
    data = xlsb(("Data", VISIBLE, binary_sheet(row(0, *cells))), styles=styles((0, ""), (9, ""), (164, "000")))
    contents = sheet.read(data, "xlsb", Limits())
    assert contents.parts[0].text == "0.5\t13%\t007"
    assert contents.tables[0].rows == ((0.5, 0.125, 7),)


@pytest.mark.parametrize(("flags", "words"), [(0, "OFFICIAL\nFOI 7/24"), (2, "OFFICIAL\nFOI 7/24\nThe first page")])
def test_headers_and_footers_are_a_part_of_their_own(flags: int, words: str) -> None:
    none = struct.pack("<I", 0xFFFFFFFF)
    texts = string("&LOFFICIAL") + string("&CFOI 7/24") + none * 2 + string("The first page") + none
    body = binary_sheet(HEADER, after=record(479, struct.pack("<H", flags) + texts))
    contents = sheet.read(xlsb(("Data", VISIBLE, body)), "xlsb", Limits())
    assert contents.parts[1].text == words


def test_merged_cells() -> None:
    after = record(177, struct.pack("<I", 1)) + record(176, struct.pack("<4I", 0, 0, 1, 2)) + record(178)
    body = binary_sheet(row(0, text(0, "Force"), text(1, "2024")), row(1, text(0, "Essex"), text(2, "x")), after=after)
    (table,) = sheet.read(xlsb(("Data", VISIBLE, body)), "xlsb", Limits()).tables
    assert table.rows == (("Force", "2024", "2024"), ("Essex", "", "x"))


def test_hidden_rows_filtered_rows_and_hidden_columns() -> None:
    rows = (
        HEADER,
        row(1, text(0, "secret"), hidden=True),
        row(2, number(0, 7.0), text(0, " "), hidden=True),
        row(3, text(1, "shown")),
    )
    columns = record(60, struct.pack("<IIIIH", 1, 1, 2000, 0, 1))
    after = (
        record(161, struct.pack("<4I", 0, 1, 0, 1)) + record(163, struct.pack("<IH", 0, 0)) + record(164) + record(162)
    )
    assert found(xlsb(("Data", VISIBLE, binary_sheet(*rows, columns=columns, after=after)))) == [
        Hidden("filtered-out rows", "sheet 'Data', row 2", "1 row with 1 value: secret"),
        Hidden("hidden rows", "sheet 'Data', row 3", "1 row with 1 value"),
        Hidden("hidden columns", "sheet 'Data', column B", "1 column with 2 values: Kind; shown"),
    ]


def test_a_hidden_sheet_with_something_in_it() -> None:
    data = xlsb(
        ("Data", VISIBLE, binary_sheet(HEADER)),
        ("Names", VERY_HIDDEN, binary_sheet(row(0, text(0, "Invented")))),
        ("Empty", VERY_HIDDEN, binary_sheet(row(0, text(0, "")))),
    )
    assert found(data) == [Hidden("very hidden sheet", "sheet 'Names'", "1 value: Invented")]
    assert [part.where for part in sheet.read(data, "xlsb", Limits()).parts] == ["sheet 'Data'"]


@pytest.mark.parametrize("records", [1, 0])
def test_a_pivot_cache_with_records_and_one_without(records: int) -> None:
    cache = {"pivotCache/pivotCacheRecords1": record(193) + record(33, b"x") * records + record(194)}
    data = xlsb(("Data", VISIBLE, binary_sheet(HEADER)), **cache)
    assert [each.kind for each in found(data)] == ["pivot cache"] * records


def test_a_stray_cell_in_the_last_corner_does_not_lay_out_the_whole_sheet() -> None:
    body = binary_sheet(HEADER, row(1_048_575, text(16_383, "stray")))
    with pytest.raises(Unreadable, match="too large"):
        sheet.read(xlsb(("Data", VISIBLE, body)), "xlsb", Limits())


def test_a_record_that_is_cut_off_is_damage() -> None:
    assert list(biff12.records(record(145) + record(6, b"x" * 300))) == [(145, b""), (6, b"x" * 300)]
    with pytest.raises(IndexError):
        list(biff12.records(record(6, b"xyz")[:-1]))
    with pytest.raises(Unreadable, match="damaged workbook"):
        found(xlsb(("Data", VISIBLE, binary_sheet(HEADER)[:-9])))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=12))
def test_damage_is_named(outcome: Callable[..., set[str]], at: int, put: bytes) -> None:
    body = binary_sheet(HEADER, row(1, text(0, "secret"), hidden=True))
    at %= len(body)
    for changed in (body[:at] + put + body[at + len(put) :], body[:at] + put + body[at:], body[:at]):
        assert outcome(xlsb(("Data", VISIBLE, changed)), "xlsb", xlsb_hidden.find) <= {"read", "unreadable"}
