"""A number that a conditional format replaces by nothing or a mark is found, one that the condition spares is not."""

import io

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.workbook import xlsx_hidden


def found(code: str, kind: str, formulas: list[str], operator: str | None = None) -> list[Hidden]:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Data"
    for row in (["Total", "Other"], [0, 3], [3, 3], [17, 3], ["3", 3]):
        book.active.append(row)
    style = DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=code))
    rule = Rule(type=kind, operator=operator, formula=formulas, dxf=style, priority=1)
    book.active.conditional_formatting.add("A2:A5", rule)
    book.save(out)
    return list(xlsx_hidden.find(out.getvalue(), Limits()))


@pytest.mark.parametrize(
    ("kind", "operator", "formulas"),
    [
        ("cellIs", "lessThan", ["5"]),
        ("cellIs", "between", ["1", "4"]),
        ("cellIs", "notEqual", ["17"]),
        ("expression", None, ["A2<5"]),
        ("expression", None, ["AND($A2>0,$A2<5)"]),
    ],
)
@pytest.mark.parametrize("code", [";;;", '"<5"', '"*"'])
def test_a_number_that_a_condition_hides(code: str, kind: str, operator: str | None, formulas: list[str]) -> None:
    told = Hidden("hidden text", "sheet 'Data', A3", "1 value, by a conditional format: 3")
    assert found(code, kind, formulas, operator) == [told]


@pytest.mark.parametrize(
    ("code", "kind", "operator", "formulas"),
    [
        (";;;", "cellIs", "equal", ["0"]),  # a zero that is not shown is known to be one
        (";;;", "cellIs", "greaterThan", ["20"]),
        (";;;", "cellIs", "between", ["1", "B1"]),
        (";;;", "expression", None, ["A2=0"]),
        (";;;", "expression", None, ["$B2=3"]),
        (";;;", "expression", None, ["ISBLANK(A2)"]),
        (";;;", "expression", None, ["AND(A2<5,B2<5)"]),
        ("0.0", "cellIs", "lessThan", ["5"]),
        ('0" cases"', "cellIs", "lessThan", ["5"]),
    ],
)
def test_a_number_that_is_shown(code: str, kind: str, operator: str | None, formulas: list[str]) -> None:
    assert found(code, kind, formulas, operator) == []
