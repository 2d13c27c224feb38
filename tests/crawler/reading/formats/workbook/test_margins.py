"""What a sheet says in no cell is read: its header and footer, and the titles of its charts."""

import io

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from crawler.reading.formats.filetext import Limits, Part
from crawler.reading.formats.workbook import sheet
from crawler.reading.formats.workbook.margins import margins


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&LOFFICIAL&RFOI 1234/24", ["OFFICIAL", "FOI 1234/24"]),
        ('&C&"Arial,Bold"&14&K000000Essex Police&K01+049 FOI', ["Essex Police FOI"]),
        ("&CPage &P of &N", []),
        ("Sheet - &P/&N &D &T &F &A &Z &G", []),
        ("Produced by Corporate &&& Data Team, page &P", ["Produced by Corporate & Data Team,"]),
        ("Two\nlines&CTwo\nlines", ["Two lines"]),
        ("&", []),
        ("Data &&Co &", ["Data &Co"]),
    ],
)
def test_the_codes_of_a_header(text: str, words: list[str]) -> None:
    assert margins([text]) == words


def test_headers_and_titles_of_charts_are_parts_of_their_own() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Year", 7])
    book.active.oddHeader.center.text = "Essex Police && Co"
    book.active.oddFooter.left.text = "Page &[Page]"
    book.active.evenFooter.left.text = "not in use"
    for place, title in ((book.active, "Dismissals by year"), (book.create_chartsheet("Chart"), "Complaints")):
        chart = BarChart()
        chart.title, chart.y_axis.title = title, "Officers"
        chart.add_data(Reference(book["Data"], 2, 1))
        place.add_chart(chart)
    book.save(out)
    found = sheet.read(out.getvalue(), "xlsx", Limits())
    assert found.parts == (
        Part("sheet 'Data'", "Year\t7", "A1"),
        Part("sheet 'Data', charts", "Dismissals by year\nOfficers"),
        Part("sheet 'Data', header and footer", "Essex Police & Co"),
        Part("sheet 'Chart'", "", "A1"),
        Part("sheet 'Chart', charts", "Complaints\nOfficers"),
    )
