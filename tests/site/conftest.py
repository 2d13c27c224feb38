"""A small invented collection, and the site over it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asking import asking

from store.database import Store, open_store
from store.figures.filling import refresh
from store.files import put_file
from store.keeping import keep
from store.records import AttachmentSeen, RunResult, Sighting
from store.runs import add_problem, begin_run, finish_run
from store.site.app import datasette_app

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'
REQUEST = """I would like to know:

1. How many officers faced an allegation of gross misconduct in 2023 and 2024?
2. What was the outcome of each?

I would prefer a spreadsheet."""
ANSWER = """Please find our answer below.

| Year | Allegations | Dismissed |
|---|---|---|
| 2023 | 41 | 6 |
| 2024 | 57 | <5 |

1. The table gives the allegations of gross misconduct by year.
2. Held back under **section 40(2)**, personal information.

Figures below five are given as <5."""
APART = {
    "questions": [
        {"number": "1", "text": "How many officers faced an allegation?", "parent": None},
        {"number": "2", "text": "What was the outcome of each?", "parent": None},
    ],
    "answers": [{"number": "1", "text": "The table gives the allegations of gross misconduct by year."}],
    "outcome_parts": {"1": "disclosed", "2": "refused"},
    "tables": [{"rows": [["Year", "Allegations"], ["2023", "41"], ["2024", "<5"]], "where": "table 1"}],
    "suppressed": [{"marker": "<5", "where": "table 1, row 3, column 2"}],
}
QUOTE = "The table gives the allegations of gross misconduct by year."


def plain(number: int) -> Sighting:
    """One of many everyday disclosures."""
    subject = ("Stop and search", "Speed cameras", "Vehicle fleet", "Drones", "Knife crime")[number % 5]
    force = ("Northshire Police", "Eastmere Constabulary")[number % 2]
    return Sighting(
        source=("northshire", "eastmere")[number % 2],
        address=f"https://www.northshire.example/foi/{number}/",
        title=f"{subject} figures {2000 + number}",
        words=f"{subject} in numbers",
        ref=f"FOI/{number:04}/24",
        forces=(force,),
        published=f"202{number % 5}-0{number % 9 + 1}",
        request_text=f"How many records of {subject.lower()} are there?",
        response_text=f"There were {number * 17} of {subject.lower()}.",
        outcome=("disclosed", "not_held", "part_disclosed")[number % 3],
    )


def misconduct(sheet: str, answer: str = ANSWER) -> Sighting:
    """The disclosure that most tests look at."""
    files = (
        AttachmentSeen("https://www.northshire.example/media/allegations%202024.xlsx", "Allegations", sheet, SHEET),
        AttachmentSeen("https://www.northshire.example/media/annex.pdf", "Annex", problem="not_found"),
    )
    citation = {
        "section": "s40(2)",
        "quote": "Held back under section 40(2), personal information.",
        "relied_on": True,
    }
    return Sighting(
        source="northshire",
        address="https://www.northshire.example/foi/gross-misconduct/",
        title="Gross misconduct of officers 2023 and 2024",
        words=REQUEST + "\n\n" + answer,
        ref="01.FOI.24.012345",
        forces=("Northshire Police", "Eastmere Constabulary"),
        received="2024-11-02",
        responded="2024-11-29",
        published="2024-12",
        request_text=REQUEST,
        response_text=answer,
        outcome="part_disclosed",
        attachments=files,
        extra={"citations": [citation], "alt_refs": ["NS/24/77"], **APART},
    )


def hostile(file: str) -> Sighting:
    """A page whose every word tries to be markup."""
    table = f"| {HOSTILE} | b |\n|---|---|\n| {HOSTILE} | [x](javascript:alert(3)) |"
    name = "%22%3E%3Cscript%3Ealert(4)%3C/script%3E.html"
    files = (
        AttachmentSeen(f"https://www.eastmere.example/{name}", f"{HOSTILE}.html", file, "text/html"),
        AttachmentSeen("javascript:alert(5)", HOSTILE, problem=HOSTILE),
    )
    return Sighting(
        source="eastmere",
        address="javascript:alert(6)//",
        title=f"Hostile {HOSTILE}",
        words=table,
        ref='"><b>ref',
        forces=(f"Force {HOSTILE}",),
        published=HOSTILE,
        request_text=f"Hostile {HOSTILE}\n\n- {HOSTILE}\n\n1. {HOSTILE}\n\n# {HOSTILE}\n\n**{HOSTILE}**",
        response_text=f"{table}\n\n<svg onload=alert(7)>\n\n[link](data:text/html,x) ![i](http://evil.example/i.png)",
        attachments=files,
        extra={
            "citations": [{"section": HOSTILE, "quote": HOSTILE, "relied_on": False}],
            "alt_refs": [HOSTILE],
        },
    )


def filled(folder: Path) -> dict[str, Any]:
    """Fill a store; gives the numbers and digests that the tests ask for."""
    store = open_store(folder)
    runs = _sources_and_runs(store)
    sheet = put_file(store, b"PK invented", SHEET, "Force | Allegations | whistleblower\nNorth | 41", "")
    page = put_file(store, b"<script>alert(1)</script>", "text/html", HOSTILE, "")
    loose = put_file(store, b"no disclosure links to this", "text/plain", "loose", "")
    at = "2026-11-{:02}T09:00:00+00:00".format
    for number in range(45):
        keep(store, plain(number), seen=at(1), run=runs[0], baseline=True)
    first = keep(store, misconduct(sheet), seen=at(2), run=runs[0])
    changed = ANSWER.replace("| 2024 | 57 | <5 |", "| 2024 | 61 | <5 |")
    keep(store, misconduct(sheet, changed), seen=at(9), run=runs[1])
    bad = keep(store, hostile(page), seen=at(3), run=runs[0])
    gone = keep(store, plain(60), seen=at(4), run=runs[0])
    held = keep(store, plain(61), seen=at(4), run=runs[0])
    by_hand = Sighting(
        "added", "file:0123/letter.txt", "A letter", "w", "correspondence", forces=("Northshire Police",)
    )
    letter = keep(store, by_hand, seen=at(5), run=None)
    _matches(store, first.disclosure, bad.disclosure)
    _statuses(store, gone.disclosure, held.disclosure, at(12))
    refresh(store, at(13))
    store.close()
    numbers = {"first": first, "hostile": bad, "gone": gone, "held": held, "letter": letter}
    return {k: kept.disclosure for k, kept in numbers.items()} | {
        "sheet": sheet,
        "page": page,
        "loose": loose,
    }


def _sources_and_runs(store: Store) -> list[int]:
    for name, full in (("northshire", "Northshire Police"), ("eastmere", "Eastmere Constabulary")):
        site = f"https://www.{name}.example"
        store.db.conn.execute(
            "INSERT INTO sources (name, full_name, platform, site, listing) VALUES (?, ?, ?, ?, ?)",
            (name, full, "single_online_home", site, site + "/foi/"),
        )
    runs = [_run(store, "northshire", 1, whole=True), _run(store, "northshire", 9, whole=True)]
    broken = _run(store, "eastmere", 9, whole=False)
    add_problem(store, broken, "https://www.eastmere.example/foi/", "failed", "challenge", "Just a moment")
    add_problem(store, broken, "https://www.eastmere.example/foi/news/", "skipped", "outside the log")
    return runs


def _run(store: Store, source: str, day: int, *, whole: bool) -> int:
    started, ended = f"2026-11-{day:02}T09:00:00+00:00", f"2026-11-{day:02}T09:04:00+00:00"
    run = begin_run(store, source, "poll", started)
    counts = (48, 46, 1, 1, 0, 0, 0, 61) if whole else (0, 0, 0, 0, 1, 1, 0, 3)
    problem = "" if whole else "challenge"
    finish_run(store, run, RunResult(source, started, ended, "poll", whole, problem, *counts))
    return run


def _matches(store: Store, first: int, bad: int) -> None:
    evidence = [{"words": "gross misconduct", "quote": QUOTE, "where": "response", "rule": "conduct"}]
    nasty = [{"words": "script", "quote": HOSTILE, "where": HOSTILE, "rule": "x"}]
    rows = [
        (first, "misconduct", 2, 0.93, json.dumps(evidence)),
        (first, "disciplinary_outcomes", 2, 0.6, json.dumps(evidence)),
        (bad, f"t{HOSTILE}", 1, 0.5, json.dumps(nasty)),
    ]
    store.db.conn.executemany("INSERT INTO matches VALUES (?, ?, ?, ?, ?)", rows)


def _statuses(store: Store, gone: int, held: int, seen: str) -> None:
    db = store.db.conn
    db.execute("UPDATE disclosures SET status = 'withdrawn' WHERE id = ?", (gone,))
    db.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (held,))
    db.execute(
        "INSERT INTO changes (disclosure, version, verb, seen, source) VALUES (?, 1, 'withdrawn', ?, ?)",
        (gone, seen, "northshire"),
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="session")
def known(folder: Path) -> dict[str, Any]:
    return filled(folder)


@pytest.fixture(scope="session")
def get(folder: Path, known: dict[str, Any]) -> Iterator[Callable[[str], Any]]:
    """Asks the site for a path, in this process and without a port."""
    with asking(datasette_app(folder)) as asks:
        yield asks
