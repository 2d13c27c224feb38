"""A page is read here and now; every other file is for a worker."""

import io

import pytest
from reportlab.lib import colors
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from crawler.document import HTML, NotRead, read_document
from crawler.workers import FileReader

PAGE = b"""<!doctype html><html><head><meta name="x-synthetic" content="invented for a test"><title>Dismissals</title>
</head><body><main><h1>Dismissals</h1><p>Our ref: FOI2026/00042</p><p>How many officers were dismissed?</p>
<p>Response: Four officers were dismissed in 2025.</p></main></body></html>"""

SAID = "Fewer than 5 officers were dismissed in the year 2021."


def test_a_page_starts_no_worker() -> None:
    with FileReader(reader="nowhere:read") as files:
        reading, file = read_document(PAGE, files, url="https://x.example/a", media_type="text/html")
        assert files.workers == []
    assert (reading.title, file.media_type in HTML) == ("Dismissals", True)


@pytest.mark.parametrize(
    ("data", "name"), [(b"PK\x03\x04" + PAGE, "a.html"), (b"%PDF-1.7", "a.pdf"), (b"Some words", "a.txt"), (b"", "")]
)
def test_any_other_file_needs_one(data: bytes, name: str) -> None:
    with FileReader(reader="nowhere:read") as files, pytest.raises(NotRead, match="could not be started"):
        read_document(data, files, name=name)


def test_what_a_worker_read_is_understood_here() -> None:
    with FileReader() as files:
        reading, file = read_document(b"Our Ref: FOI2026/00042\n\nResponse: none held.\n", files, name="reply.txt")
        assert len(files.workers) == 1
        with pytest.raises(NotRead, match="empty file"):
            read_document(b"", files, name="reply.txt")
    assert (reading.ref, file.media_type) == ("FOI2026/00042", "text/plain")


def test_a_small_number_in_a_table_of_a_file_is_told_once() -> None:
    out = io.BytesIO()
    table = Table([["Area", "2022", "2023"], ["South", "0", "<5"]], style=[("GRID", (0, 0), (-1, -1), 1, colors.black)])
    SimpleDocTemplate(out).build([*map(Paragraph, ("Dear Requester", "Response:", SAID)), table])
    with FileReader() as files:
        reading, _ = read_document(out.getvalue(), files, name="a.pdf")
    assert reading.suppressed == (
        {"marker": "<5", "where": "page 1, table 1, row 2, column 3"},
        {"marker": "Fewer than 5", "where": SAID},
    )
