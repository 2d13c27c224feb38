"""Makes the attachments: a PDF, sheet, CSV or Word file that holds the tables and says it is invented."""

import csv
import io
import re
import zipfile
from functools import lru_cache

from foiwatch.replica.answers import Reply
from foiwatch.replica.disclosures import Attachment, Disclosure

NOTICE = "Invented file, not a real disclosure"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
Rows = list[tuple[str, ...]]


@lru_cache(maxsize=4096)
def make(disclosure: Disclosure, attachment: Attachment) -> bytes:
    """The bytes of the file, the same every time."""
    lines = _lines(disclosure, attachment)
    makers = {"pdf": _pdf, "csv": _csv, "xlsx": _xlsx, "docx": _docx}
    return makers[attachment.kind](lines, _rows(disclosure, attachment))


def extra(path: str, data: bytes) -> Reply:
    """A file put in by a test, its type told from its name."""
    return Reply(data, media_type=MEDIA_TYPES.get(path.rsplit(".", 1)[-1].lower(), "application/octet-stream"))


def _lines(disclosure: Disclosure, attachment: Attachment) -> list[str]:
    lines = [disclosure.title, f"Reference {disclosure.ref}", NOTICE]
    if attachment.revision:
        lines.append(f"Version {attachment.revision + 1}: figures checked again and replaced.")
    return lines + [f"{question.number}. {question.text}" for question in disclosure.questions]


def _rows(disclosure: Disclosure, attachment: Attachment) -> Rows:
    tables = disclosure.tables or [(("Item", "Total"), ("Records found", "0"))]
    rows = [row for table in tables for row in table]
    return rows + [("Added on checking", str(attachment.revision * 3))] * bool(attachment.revision)


def _csv(lines: list[str], rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([[line] for line in lines[:3]] + [list(row) for row in rows])
    return out.getvalue().encode("utf-8")


def _pdf(lines: list[str], rows: Rows) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    out, styles = io.BytesIO(), getSampleStyleSheet()
    story: list[object] = [Paragraph(lines[0], styles["Title"])]
    story += [Paragraph(line.replace("<", "&lt;"), styles["BodyText"]) for line in lines[1:]]
    story += [Spacer(1, 12)] + [Table([[*row]]) for row in rows]
    SimpleDocTemplate(out, title=lines[0], subject=NOTICE, invariant=1).build(story)
    return out.getvalue()


def _xlsx(lines: list[str], rows: Rows) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    notes, figures = book.active, book.create_sheet("Figures")
    notes.title = "Notes"
    for line in lines:
        notes.append([line])
    for row in rows:
        figures.append([_cell(cell) for cell in row])
    book.save(out)
    return _settled(out.getvalue())


def _cell(text: str) -> str | int:
    return int(text.replace(",", "")) if re.fullmatch(r"[\d,]+", text) else text


def _docx(lines: list[str], rows: Rows) -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    document.add_heading(lines[0], 1)
    for line in lines[1:]:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    document.save(out)
    return _settled(out.getvalue())


def _settled(data: bytes) -> bytes:
    # Office files carry the minute they were written in; one that differs at each start would look replaced.
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>2026-01-05T09:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 5, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
