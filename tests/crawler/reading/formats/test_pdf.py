"""A PDF gives its words by page; a scan, a lock and damage are named."""

import io

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from crawler.reading.documents import Limits, read_file

SCAN = object()


def pdf(*pages: object, password: str = "") -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    for page in pages:
        if page is SCAN:
            sheet.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 72, 72)
        for number, line in enumerate(page if isinstance(page, list) else []):
            sheet.drawString(72, 700 - 20 * number, line)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_pages_in_order() -> None:
    found = read_file(pdf(["Our Ref: FOI2025/09999", "Year Dismissed"], ["2024 7"]), "a.pdf")
    assert [(part.where, part.text) for part in found.parts] == [
        ("page 1", "Our Ref: FOI2025/09999\nYear Dismissed"),
        ("page 2", "2024 7"),
    ]
    assert found.text == "Our Ref: FOI2025/09999\nYear Dismissed\n\n2024 7"
    assert found.problem == ""


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    found = read_file(pdf(["between 2019-", "2021 on body-", "worn video"]), "a.pdf")
    assert found.text == "between 2019-\n2021 on body-worn video"


def test_a_scan_is_named_by_its_pages() -> None:
    found = read_file(pdf(SCAN, SCAN, SCAN, ["Words"], SCAN), "a.pdf")
    assert found.problem == "page(s) without text: 1-3, 5 (a scan?)"
    assert [part.where for part in found.parts] == ["page 4"]
    assert read_file(pdf(SCAN), "a.pdf").text == ""


def test_a_blank_page_is_no_scan() -> None:
    found = read_file(pdf(["Words"], []), "a.pdf")
    assert (found.text, found.problem) == ("Words", "")


def test_a_lock_is_named() -> None:
    found = read_file(pdf(["Words"], password="invented"), "a.pdf")
    assert (found.text, found.problem) == ("", "encrypted PDF")


def test_damage_is_named() -> None:
    found = read_file(b"%PDF-1.7\nnothing of the kind", "a.pdf")
    assert found.problem.startswith("damaged PDF: ")
    assert found.text == ""


def test_pages_after_the_limit_are_said_to_be_unread() -> None:
    found = read_file(pdf(["One"], ["Two"], ["Three"]), "a.pdf", limits=Limits(pages=2))
    assert found.text == "One\n\nTwo"
    assert found.problem == "pages after 2 not read"
