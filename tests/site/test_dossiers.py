"""The pages of dossiers: force by force, outcomes, answers side by side, and tables in one with chart and CSV."""

import csv
import html
import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from asking import asking
from lxml import etree

from store.database import open_store
from store.dossiers.shape import Stacked
from store.dossiers.stacking import BESIDE
from store.figures.filling import refresh
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app
from store.site.stacks import figure, stack

Get = Callable[[str], Any]
NOW = "2026-11-21T12:00:00+00:00"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
DRONES = (
    "How many drones does the force own?",
    "How many times were drones deployed in 2021, 2022 and 2023?",
    "What was the total cost of maintaining drones in each of those years?",
)
FORCES = ("Essex Police", "Kent Police", "Surrey Police")


def words(response: Any) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.text)))


def reply(place: int, said: str = "", **fields: Any) -> Sighting:
    force, number = FORCES[place], place + 1
    text = "\n".join(f"{n}. {question}" for n, question in enumerate(DRONES, 1))
    extra = {
        "questions": [{"number": str(n), "text": question, "parent": None} for n, question in enumerate(DRONES, 1)],
        "answers": [{"number": "1", "text": said or f"We own {number * 11} drones."}],
        "outcome_parts": {"1": "disclosed", "2": "refused"},
        "exemptions": ["s12(1)"] if place else [],
        "tables": [
            {
                "rows": [["Year", "Deployments"], ["2021", str(number)], ["2022", said or "=cmd"], ["2023", "7"]],
                "where": said,
            }
        ],
    }
    usual: dict[str, Any] = {"title": "Use of drones", "words": text + force, "forces": (force,), "request_text": text}
    usual |= {"outcome": ("disclosed", "refused", "ncnd")[place], "extra": extra}
    usual |= {"received": f"2024-03-0{number}", "responded": "2024-03-30", "ref": f"FOI {number}"}
    name = force.split()[0].lower()
    return Sighting(name, f"https://{name}.example/{number}/", **(usual | fields))


def site(folder: Path, *replies: Sighting) -> Iterator[Get]:
    store = open_store(folder)
    for one in replies:
        keep(store, one, seen=NOW, run=None)
    refresh(store, NOW)
    store.close()
    with asking(datasette_app(folder)) as get:
        yield get


@pytest.fixture(scope="module")
def see(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    yield from site(tmp_path_factory.mktemp("dossiers"), *map(reply, range(3)))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    bad = {"title": f"Use of drones {HOSTILE}", "ref": HOSTILE}
    replies = [reply(place, HOSTILE, **bad) for place in range(3)]
    yield from site(tmp_path_factory.mktemp("hostile"), *replies)


def test_the_list_says_who_answered_how(see: Get) -> None:
    assert "Use of drones 3 forces, 3 replies 1 answered 1 refused 1 neither confirmed nor denied" in words(
        see("/dossiers")
    )
    assert see("/dossiers?order=forces&page=99").status_code == 200
    assert see("/dossiers?order='&page=x").status_code == 200


def test_a_dossier_shows_force_by_force_and_side_by_side(see: Get) -> None:
    said = words(see("/dossiers/1"))
    assert "Essex Police Answered – 29 Use of drones FOI 1 30 March 2024" in said
    assert "Kent Police Refused s12(1) 28" in said
    assert "Essex Police FOI 1 Disclosed Refused not read" in said, "the matrix"
    assert "1. How many drones does the force own? Essex Police FOI 1 Disclosed We own 11 drones." in said
    assert "Kent Police FOI 2 Disclosed We own 22 drones." in said
    assert "Deployments by Year, by force" in said


def test_its_tables_are_one_csv_without_formulas(see: Get) -> None:
    answer = see("/dossiers/1/table-1.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="dossier-1-table-1.csv"'
    rows = list(csv.reader(StringIO(answer.text)))
    assert rows[0] == [*BESIDE, "Year", "Deployments"]
    assert rows[1][0] == "Essex Police" and rows[1][4:] == ["2021", "1"]
    assert not [cell for row in rows for cell in row if cell.startswith("=")] and "'=cmd" in answer.text


def test_its_tables_are_drawn(see: Get) -> None:
    answer = see("/dossiers/1/table-1.svg?narrow=1")
    root = etree.fromstring(answer.content)
    assert root[0].text == "Deployments by Year, by force"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/dossiers/2", "/dossiers/0", "/dossiers/1/table-2.csv", "/dossiers/1/table-9.svg"])
def test_what_is_not_there_is_not_found(see: Get, path: str) -> None:
    assert see(path).status_code == 404


def test_a_dossier_that_was_merged_leads_to_the_other(tmp_path: Path) -> None:
    for _ in site(tmp_path, *map(reply, range(3))):
        store = open_store(tmp_path)
        store.db.conn.execute("INSERT INTO dossiers (id, title, merged_into) VALUES (7, 'Gone', 1)")
        store.close()
    for see in site(tmp_path):
        assert (see("/dossiers/7").status_code, see("/dossiers/7").headers["location"]) == (302, "/dossiers/1")


def test_hostile_words_stay_words(hostile: Get) -> None:
    for path in ("/dossiers", "/dossiers/1"):
        page = hostile(path)
        assert page.status_code == 200 and "&lt;script&gt;alert(1)" in page.text
        assert "<script" not in page.text and "<img src=x" not in page.text
    table = hostile("/dossiers/1/table-1.csv")
    assert table.headers["content-type"].startswith("text/csv")


def test_what_is_held_back_is_in_no_dossier(tmp_path: Path) -> None:
    for _ in site(tmp_path, *map(reply, range(3))):
        store = open_store(tmp_path)
        store.db.conn.execute("UPDATE disclosures SET status = 'quarantined', title = 'Secret' WHERE id = 1")
        store.close()
    for see in site(tmp_path):
        assert "Secret" not in see("/dossiers").text + see("/dossiers/1").text
        assert "Essex Police" not in see("/dossiers/1").text


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,204", 1204),
        ("£3.50", 3.5),
        ("12%", 12),
        (7, 7),
        (0.5, 0.5),
        ("-3", -3),
        ("<5", None),
        ("*", None),
        ("", None),
    ],
)
def test_a_figure_is_what_is_written_as_one(cell: Any, number: float | None) -> None:
    assert figure(cell) == number


def stacked(*rows: tuple[Any, ...], columns: tuple[str, ...] = ("Year", "Cases", "Cost")) -> Stacked:
    beside = [(force, disclosure, "on the page", "row 2", *rest) for force, disclosure, *rest in rows]
    return Stacked((*BESIDE, *columns), tuple(beside), tuple(dict.fromkeys(row[1] for row in beside)))


def test_years_are_labels_and_a_figure_kept_back_is_not_drawn() -> None:
    table = stacked(
        ("A", 1, "2022", 5, "£1"), ("A", 1, "2021", 4, "£2"), ("B", 2, "2021", "<5", "£3"), ("B", 2, "2022", 9, "£4")
    )
    drawing = stack(table, "")
    assert drawing and (drawing.labels, drawing.columns) == (("2021", "2022"), ("Cases", "Cost"))
    assert [(one.name, one.values) for one in drawing.series] == [("A", (4, 5)), ("B", (0, 9))]
    cost = stack(table, "Cost")
    assert cost and cost.title == "Cost by Year, by force" and cost.series[1].values == (3, 4)


def test_a_second_reply_of_a_force_is_not_added_to_its_first() -> None:
    drawing = stack(stacked(("A", 1, "x", 5, 1), ("A", 3, "x", 6, 1), ("A", 1, "x", 2, 1), ("B", 2, "x", 1, 1)), "")
    assert drawing and drawing.series[0].values == (7,)


def test_of_more_forces_than_colours_one_label_is_drawn() -> None:
    table = stacked(*((f"F{n}", n, year, n * 10, 1) for n in range(1, 13) for year in ("2022", "2023")))
    drawing = stack(table, "")
    assert drawing and (drawing.kind, drawing.title) == ("bars", "Cases, Year 2023, by force")
    assert drawing.series[0].values[:3] == (10, 20, 30)


def test_words_alone_are_not_drawn() -> None:
    assert stack(stacked(("A", 1, "x", "y", "z"), ("B", 2, "x", "y", "z")), "") is None
    assert stack(stacked(("A", 1, "x", 5, 1), ("A", 1, "y", 6, 1)), "") is None, (
        "of one force there is nothing to compare"
    )
