"""A workbook with a hidden sheet, from a force's page to quarantine, and from there, once released, to a subscriber."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from foiwatch.replica.receiver import Receiver

PAGE = "/foi-ai/metropolitan-police/disclosure-2026/may-2026/dogs/"
FILE = "/SysSiteAssets/foi-media/metropolitan-police/dogs.xlsx"
SECRET = "quokkaname"
WEEK, NEXT = "2026-11-10T09:00:00+00:00", "2026-11-11T09:00:00+00:00"


@pytest.fixture(scope="module")
def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Year", "Officers dismissed for gross misconduct"])
    book.active.append([2024, 7])
    book.create_sheet("Staff").append(["Name", SECRET])
    book["Staff"].sheet_state = "hidden"
    book.save(out)
    return out.getvalue()


def serve(here: Any, workbook: bytes) -> None:
    page = f'<h1>Kennels</h1><p>Reference no: 01.FOI.26.000001</p><p>How many?</p><a href="{FILE}">Figures (Excel)</a>'
    here.replica.serve_documents({PAGE: page, FILE: workbook})


def said_anywhere(here: Any, *more: str) -> bool:
    """Whether the hidden words are in the public database, in what is exported, or in what was told."""
    data = here.folder / "data"
    public = [path.read_bytes() for path in data.glob("foi.db*")] + [path.read_bytes() for path in data.glob("*.log")]
    texts = [json.dumps(here.export()), *more]
    return any(SECRET.encode() in each for each in public) or any(SECRET in text for text in texts)


def test_a_hidden_sheet_is_held_back_until_it_is_released(desk: Callable[..., Any], workbook: bytes) -> None:
    here = desk({"met": 3})
    with Receiver() as receiver:
        here.configure(f'[[subscription]]\nname = "desk"\ntopics = ["misconduct"]\nto = ["{receiver.target}"]')
        here.run("run", "met")
        serve(here, workbook)
        first, second = here.run("run", "met", now=WEEK), here.run("run", "met", now=NEXT)
        line = "quarantined: dogs.xlsx of Kennels: a hidden sheet; see `foiwatch quarantine list`"
        assert (first.returncode, first.stderr.count(line), second.stderr.count("quarantined")) == (0, 1, 0)
        assert not said_anywhere(here, first.stdout + first.stderr + second.stderr, json.dumps(receiver.received))
        assert not list((here.folder / "data" / "files").rglob("*" + _digest(here)))
        (row,) = [row for row in here.export() if row["title"] == "Kennels"]
        assert (row["attachments"][0]["text"], row["attachments"][0]["problem"]) == ("", "quarantined: a hidden sheet")
        assert (row["status"], row["tables"], row["topics"]) == ("present", [], [])
        done = here.run("quarantine", "release", _digest(here)[:8], "--reason", "invented", now=NEXT)
        assert done.returncode == 0, done.stderr
        receiver.received.clear()
        assert here.run("run", "met", now=NEXT).returncode == 0
        (item,) = receiver.items()
    assert (item["title"], item["event"], item["changed"]) == ("Kennels", "changed", ["attachments"])
    assert item["where"] == "attachment Figures (Excel), sheet 'Data', B1"
    assert said_anywhere(here)


def test_a_workbook_that_is_added_is_held_back_whole(desk: Callable[..., Any], workbook: bytes) -> None:
    here = desk({"met": 1})
    (here.folder / "dogs.xlsx").write_bytes(workbook)
    done = here.run("add", "dogs.xlsx", "--force", "met")
    assert done.returncode == 0, done.stderr
    assert "quarantined: dogs.xlsx: a hidden sheet; see `foiwatch quarantine list`" in done.stderr
    (row,) = here.export()
    assert (row["title"], row["status"], row["response_text"]) == ("dogs.xlsx", "quarantined", "")
    assert row["forces"] == ["Metropolitan Police Service"]
    assert not said_anywhere(here)
    assert here.run("quarantine", "release", _digest(here)[:8]).returncode == 0
    (row,) = here.export()
    assert (row["status"], [table["where"] for table in row["tables"]][-1]) == (
        "present",
        "dogs.xlsx, sheet 'Staff', A1:B1",
    )
    assert said_anywhere(here)


def _digest(here: Any) -> str:
    ((sha256,),) = here.ask("SELECT sha256 FROM quarantined")
    return str(sha256)
