"""The charts: drawn from canned queries, told in words, with the table behind them, and inert."""

import base64
import csv
import re
from collections.abc import Callable
from hashlib import sha256
from io import StringIO
from typing import Any

import pytest
from lxml import etree

from store.site import shapes
from store.site.charts import CHARTS
from store.site.drawing import Series, drawn
from store.site.figures import table
from store.site.sheet import sheet

Get = Callable[[str], Any]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script>\x00\x1b{{ 7 * 7 }}" + "long " * 80
KINDS = ("columns", "groups", "bars", "shares", "percent", "pairs")


def read(body: bytes) -> Any:
    return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.mark.parametrize("narrow", ["", "&narrow=1"])
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_told_in_words_and_runs_nothing(get: Get, known: dict[str, Any], name: str, narrow: str) -> None:
    one = CHARTS[name]
    of = {"force": "Northshire+Police", "section": "s40%282%29"}.get(one.of, "")
    answer = get(f"/charts/{name}.svg?{one.of}={of}{narrow}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    root = read(answer.content)
    assert root.find(f"{SVG}title").text.startswith(one.title.partition("{")[0])
    assert root.find(f"{SVG}desc").text == one.description
    assert root.get("role") == "img" and root.get("aria-labelledby") == "title description"
    assert not list(root.iter(f"{SVG}script")) and b"http://pygal" not in answer.content
    assert not re.search(rb"(href|src|url\()", answer.content), "it loads nothing"


def test_a_chart_may_have_its_own_style_and_nothing_else(get: Get, known: dict[str, Any]) -> None:
    answer = get("/charts/months.svg")
    policy = answer.headers["content-security-policy"]
    (style,) = read(answer.content).iter(f"{SVG}style")
    digest = base64.b64encode(sha256(style.text.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert policy.endswith("base-uri 'none'; frame-ancestors 'none'; sandbox")
    assert "style=" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_table_behind_it_is_a_file_without_formulas(get: Get, known: dict[str, Any]) -> None:
    answer = get("/charts/outcomes.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="outcomes.csv"'
    rows = list(csv.reader(StringIO(answer.text)))
    assert rows[0][:2] == ["", "Disclosures (n)"] and rows[1][0] == "Eastmere Constabulary"
    assert sheet("a.csv", [("=cmd", -3, None, " +1")]).body == "'=cmd,-3,,' +1\r\n"


def test_there_is_no_other_chart(get: Get, known: dict[str, Any]) -> None:
    assert get("/charts/nothing.svg").status_code == 404


@pytest.mark.parametrize("name", CHARTS)
def test_its_query_is_there_for_all(get: Get, known: dict[str, Any], name: str) -> None:
    one = CHARTS[name]
    answer = get(f"/foi/{one.query}.json?_shape=arrays&{one.of}=Northshire+Police")
    assert answer.status_code == 200
    assert answer.json()["ok"]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_are_words_of_a_chart(kind: str, narrow: bool) -> None:
    series = (Series(HOSTILE, "h0", (1.0, 2.0)), Series("b", "h1", (3.0, 0.0)))
    root = read(drawn(kind, HOSTILE, HOSTILE, (HOSTILE, "2024"), series, narrow))
    assert "<script>" in root.find(f"{SVG}title").text
    assert not list(root.iter(f"{SVG}script")) and "49" not in root.find(f"{SVG}title").text


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_nothing_is_drawn(kind: str) -> None:
    assert read(drawn(kind, "t", "d", (), ())).tag == f"{SVG}svg"


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("values", [(1.0, 2.0, 0.0), (0.0, 0.0, 1.0), (3.0, 40.0, 12345.0)])
def test_no_figure_stands_twice_at_an_axis(kind: str, narrow: bool, values: tuple[float, ...]) -> None:
    drawing = read(drawn(kind, "Title", "About", ("a", "b", "c"), (Series("", "h0", values),), narrow))
    figures = [text.text for text in drawing.iter(f"{SVG}text") if re.fullmatch(r"[\d,.]+%?", text.text or "")]
    assert len(figures) >= 2 and len(figures) == len(set(figures))
    assert kind != "columns" or all("." not in figure for figure in figures)


def test_figures_of_a_table_may_be_parts_of_one() -> None:
    drawing = read(drawn("groups", "Title", "About", ("a", "b"), (Series("", "h0", (0.2, 0.45)),)))
    assert {text.text for text in drawing.iter(f"{SVG}text")} >= {"0", "0.2", "0.4"}


def test_colours_go_by_what_is_shown_not_by_place() -> None:
    body = drawn("shares", "t", "d", ("a (n = 2)",), (Series("Refused", "refused", (50,)), Series("x", "h1", (50,))))
    names = " ".join(str(one.get("class")) for one in read(body).iter(f"{SVG}g"))
    assert "refused" in names and "color-0" not in names


def test_a_month_without_a_disclosure_is_seen() -> None:
    shape = shapes.by_month([("Kent Police", "2024-01", 3), ("Kent Police", "2024-04", 1)])
    assert shape.labels == ("2024-01", "2024-02", "2024-03", "2024-04")
    assert shape.series[0].values == (3, 0, 0, 1)
    assert shape.rows[0] == ("2024-04", 1)


def test_of_many_forces_those_that_publish_less_are_together() -> None:
    rows = [(f"Force {number:02}", "2024-01", number) for number in range(1, 12)]
    shape = shapes.by_month(rows)
    assert [one.name for one in shape.series] == [
        *(f"Force {number:02}" for number in range(11, 4, -1)),
        "Other forces",
    ]
    assert shape.series[-1].values == (1 + 2 + 3 + 4,)
    assert shape.rows == (("2024-01", 11, 10, 9, 8, 7, 6, 5, 10, 66),)


def test_shares_stand_on_their_base() -> None:
    shape = shapes.outcomes([("Kent Police", "disclosed", 3), ("Kent Police", "refused", 1), ("x", "odd", 2)])
    assert shape.labels == ("Kent Police (n = 4)", "x (n = 2)")
    assert {one.name: one.values for one in shape.series} == {
        "Disclosed": (75.0, 0.0), "Refused": (25.0, 0.0), "Not read": (0.0, 100.0),
    }  # fmt: skip
    assert shape.rows[0] == ("Kent Police", 4, "75.0%", "25.0%", "0.0%")


def test_few_answers_are_in_the_table_and_not_in_the_chart() -> None:
    shape = shapes.days([("a", 4, 1.0, 2.0, 3.0, 9), ("b", 5, 10.0, 20.0, 25.0, 30)])
    assert shape.labels == ("b (n = 5)",) and len(shape.rows) == 2
    assert [one.values for one in shape.series] == [(10.0,), (10.0,), (5.0,)]
    assert shape.series[0].hue == "none"


def test_two_forces_are_compared_in_per_cent_of_their_own() -> None:
    shape = shapes.compared([("s40(2)", 1, 4, 10, 100), ("s12(1)", 0, 4, 5, 100)])
    assert [one.values for one in shape.series] == [(25.0, 0.0), (10.0, 5.0)]
    assert shape.rows[0] == ("s40(2)", 1, "25.0%", 10, "10.0%")
    assert shapes.compared([("s40(2)", 0, None, 1, 2)]).rows == (("s40(2)", 0, "–", 1, "50.0%"),)


def test_a_section_is_drawn_with_what_it_is_about() -> None:
    shape = shapes.by_section([("s40(2)", 3, 2, 9), ("reg12(4)", 1, 1, 9)])
    assert shape.labels == ("s40(2), personal information", "reg12(4)")
    assert shape.rows[0][0] == "s40(2)"


def test_the_table_of_a_chart_is_text_with_thousands_apart() -> None:
    said = table(("", "n"), (("<b>Essex</b>", 1234), ("Kent", 2.5), ("Devon", 3.0), ("Avon", "few & far")))
    assert '<td></td><th scope="col">n</th>' in said
    assert '<th scope="row">&lt;b&gt;Essex&lt;/b&gt;</th><td>1,234</td>' in said
    assert "<td>2.5</td>" in said
    assert "<td>3</td>" in said
    assert "<td>few &amp; far</td>" in said
