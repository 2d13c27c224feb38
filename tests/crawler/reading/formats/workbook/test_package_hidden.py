"""What lies in an Excel package beside its sheets is found: caches, links, comments, other files."""

import io
import zipfile

import openpyxl
import pytest

from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.workbook import xlsx_hidden

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"


def plain(added: dict[str, str]) -> bytes:
    """A workbook of one cell with further members; one that is there is replaced."""
    book, before, out = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Year"])
    book.save(before)
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in added:
                new.writestr(name, old.read(name))
        for name, body in added.items():
            new.writestr(name, body)
    return out.getvalue()


def relations(*ties: tuple[str, str]) -> str:
    lines = (f'<Relationship Id="r{at}" Type="{TIES}/{kind}" {rest}/>' for at, (kind, rest) in enumerate(ties))
    return f'<Relationships xmlns="{LISTED}">{"".join(lines)}</Relationships>'


def found(data: bytes) -> list[Hidden]:
    return list(xlsx_hidden.find(data, Limits()))


def test_a_thread_of_comments_and_the_note_that_stands_for_it() -> None:
    data = plain(
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                ("comments", 'Target="../comments1.xml"'), ("threadedComment", 'Target="../threadedComments/t1.xml"')
            ),
            "xl/comments1.xml": f'<comments xmlns="{MAIN}"><commentList><comment ref="A1"><text><t>[Threaded comment]'
            "</t></text></comment></commentList></comments>",
            "xl/threadedComments/t1.xml": "<ThreadedComments><threadedComment ref='A1'><text>first</text>"
            "</threadedComment><threadedComment ref='A1'><text>second</text></threadedComment></ThreadedComments>",
        }
    )
    assert found(data) == [Hidden("comment", "sheet 'Data', A1", "2 comments: first; second")]


def test_a_pivot_cache_with_records_and_one_without() -> None:
    ties = relations(("pivotCacheRecords", 'Target="pivotCacheRecords1.xml"'))
    source = f'<pivotCacheDefinition xmlns="{MAIN}"><cacheSource><worksheetSource ref="A1:F9" sheet="Raw"/>'
    data = plain(
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations(("pivotTable", 'Target="../pivotTables/p1.xml"')),
            "xl/pivotTables/p1.xml": "<p/>",
            "xl/pivotTables/_rels/p1.xml.rels": relations(("pivotCacheDefinition", 'Target="/xl/pivotCache/d.xml"')),
            "xl/pivotCache/d.xml": f"{source}</cacheSource></pivotCacheDefinition>",
            "xl/pivotCache/_rels/d.xml.rels": ties,
            "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords xmlns="{MAIN}"><r/><r/></pivotCacheRecords>',
            "xl/pivotCache/pivotCacheRecords2.xml": f'<pivotCacheRecords xmlns="{MAIN}" count="0"/>',
        }
    )
    assert found(data) == [Hidden("pivot cache", "sheet 'Data'", "2 records of Raw, A1:F9")]


def test_a_pivot_cache_whose_records_are_not_saved_lists_texts_all_the_same() -> None:
    source = '<cacheSource><worksheetSource ref="A1:F9" sheet="Raw"/></cacheSource>'
    items = '<cacheField><sharedItems><s v="Invented"/><m/><s v="Person"/></sharedItems></cacheField>'
    cache = f'<pivotCacheDefinition xmlns="{MAIN}">{source}<cacheFields>%s</cacheFields></pivotCacheDefinition>'
    name = "xl/pivotCache/pivotCacheDefinition1.xml"
    assert found(plain({name: cache % items})) == [
        Hidden("pivot cache", "", "2 values listed of Raw, A1:F9: Invented; Person")
    ]
    assert found(plain({name: cache % '<cacheField><sharedItems><n v="7"/></sharedItems></cacheField>'})) == []


def test_links_to_other_workbooks() -> None:
    data = plain(
        {
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"><externalBook><sheetDataSet>'
            '<sheetData><row r="1"><cell r="A1"><v>kept</v></cell></row></sheetData></sheetDataSet>'
            "</externalBook></externalLink>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                ("externalLinkPath", 'Target="file:///S:/HR/names.xlsx" TargetMode="External"')
            ),
            "xl/connections.xml": f'<connections xmlns="{MAIN}"><connection name="Register"/></connections>',
        }
    )
    assert found(data) == [
        Hidden("external link", "", "1 value of file:///S:/HR/names.xlsx: kept"),
        Hidden("external link", "", "connection: Register"),
    ]


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("xl/revisions/revisionHeaders.xml", "revision history"),
        ("xl/embeddings/oleObject1.bin", "embedded file"),
        ("xl/media/clip1.mp4", "embedded file"),
        ("xl/model/item.data", "pivot cache"),
    ],
)
def test_what_lies_beside_the_sheets(member: str, kind: str) -> None:
    assert [each.kind for each in found(plain({member: "<x/>"}))] == [kind]


def test_pictures_are_shown() -> None:
    assert found(plain({"xl/media/image1.png": "a picture", "xl/media/image2.emf": "another"})) == []


def test_a_sheet_that_the_workbook_does_not_list() -> None:
    stray = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'
    (hidden,) = found(plain({"xl/worksheets/sheet9.xml": stray}))
    assert (hidden.kind, "sheet9.xml" in hidden.detail) == ("very hidden sheet", True)
