"""How fast attachments are read, and in how much memory: each format beside the plain library that opens it.

Every figure is of a process of its own, which reads one invented file: MB/s of the file's bytes, and how much the peak
memory of the process rose above what it held before.
"""

import argparse
import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

ROWS, COLUMNS, PAGES = 6_000, 10, 60
SENTENCE = "Hertfordshire Constabulary holds 17 records of officers who faced a misconduct hearing in that year. "


def rows() -> list[list[str | int]]:
    head = [f"Column {number}" for number in range(1, COLUMNS + 1)]
    return [head, *([f"Division {at % 40}", *range(at, at + COLUMNS - 1)] for at in range(ROWS))]


def letter_pdf() -> bytes:
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    return _pdf(SimpleDocTemplate, lambda style: [(Paragraph(SENTENCE * 25, style), PageBreak())] * PAGES)


def table_pdf() -> bytes:
    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate, Table

    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    return _pdf(SimpleDocTemplate, lambda _: [(Table(rows()[:400], repeatRows=1, style=grid),)])


def _pdf(template: Callable[..., object], story: Callable[[object], list[tuple[object, ...]]]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet

    out = io.BytesIO()
    document = template(out)
    document.build([part for parts in story(getSampleStyleSheet()["Normal"]) for part in parts])  # type: ignore[attr-defined]
    return out.getvalue()


def xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in rows():
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def comma_separated() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows() * 10)
    return out.getvalue().encode()


def docx() -> bytes:
    import docx as library

    document = library.Document()
    for _ in range(PAGES * 20):
        document.add_paragraph(SENTENCE)
    table = document.add_table(rows=40, cols=4)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "17"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf() -> bytes:
    return (r"{\rtf1\ansi " + r"\par ".join([SENTENCE] * PAGES * 20) + "}").encode()


def eml() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Your request"
    message.set_content(SENTENCE * 200)
    message.add_attachment(xlsx(), maintype="application", subtype="octet-stream", filename="figures.xlsx")
    return message.as_bytes()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("figures.xlsx", xlsx())
        archive.writestr("reply.pdf", letter_pdf())
    return out.getvalue()


def plain_pdf(data: bytes) -> None:
    import pypdfium2

    for page in pypdfium2.PdfDocument(data):
        page.get_textpage().get_text_bounded()


def plain_tables(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()


def plain_xlsx(data: bytes) -> None:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def plain_csv(data: bytes) -> None:
    list(csv.reader(io.StringIO(data.decode())))


def plain_docx(data: bytes) -> None:
    import docx as library

    document = library.Document(io.BytesIO(data))
    "\n".join(paragraph.text for paragraph in document.paragraphs)


def plain_eml(data: bytes) -> None:
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        part.get_payload(decode=True)


def plain_zip(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            archive.read(name)


FORMATS: dict[str, tuple[Callable[[], bytes], str, Callable[[bytes], object]]] = {
    "letter.pdf": (letter_pdf, "pypdfium2", plain_pdf),
    "table.pdf": (table_pdf, "pdfplumber", plain_tables),
    "figures.xlsx": (xlsx, "calamine", plain_xlsx),
    "figures.csv": (comma_separated, "csv", plain_csv),
    "letter.docx": (docx, "python-docx", plain_docx),
    "letter.rtf": (rtf, "bytes.decode", bytes.decode),
    "mail.eml": (eml, "email", plain_eml),
    "all.zip": (zipped, "zipfile", plain_zip),
}


def measure(path: Path, ours: bool) -> None:
    """Read one file and print seconds and bytes of memory as JSON; run in a process of its own."""
    from crawler.reading.documents import read_file

    plain = FORMATS[path.name][2]
    data = path.read_bytes()
    before = _peak()
    start = time.perf_counter()
    if ours:
        read_file(data, path.name)
    else:
        plain(data)
    print(json.dumps({"seconds": time.perf_counter() - start, "memory": _peak() - before}))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def child(path: Path, side: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(path), side]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", nargs=2, metavar=("FILE", "SIDE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        return measure(Path(asked.measure[0]), asked.measure[1] == "ours")
    print(f"{'file':14} {'size':>9}  {'read_file':>22}    the plain library")
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, library, _) in FORMATS.items():
            path = Path(folder) / name
            path.write_bytes(make())
            size = path.stat().st_size / 1e6
            ours, plain = child(path, "ours"), child(path, "plain")
            figures = [f"{size / each['seconds']:8.2f} MB/s {each['memory'] / 1e6:6.0f} MB" for each in (ours, plain)]
            print(f"{name:14} {size:6.2f} MB  {figures[0]}    {figures[1]}  {library}")
    return None


if __name__ == "__main__":
    main()
