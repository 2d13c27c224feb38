"""Export: the object of `foiwatch read --json` and what the record adds, for those that were chosen."""

import io
import json
from collections.abc import Iterator

import pytest

from store.database import Store
from store.export.jsonl import to_jsonl
from store.export.rows import Chosen, export_rows
from store.filekeeping import keep_file
from store.fileread import FilePart, FileRead, FileTable
from store.keeping import keep
from store.walks import register_sources

NOON = "2026-11-21T12:00:00+00:00"
KEYS = [
    "url", "title", "ref", "alt_refs", "forces", "dates", "request_text", "response_text", "boilerplate_text",
    "questions", "answers", "exemptions", "citations", "outcome", "outcome_parts", "ncnd_part", "tables", "suppressed",
    "attachments", "topics", "paper", "id", "source", "kind", "status", "first_seen", "last_seen", "versions",
    "states", "same_as", "dossier", "reports", "news",
]  # fmt: skip


def test_an_object_has_exactly_the_keys_of_the_contract(store: Store, sighting) -> None:
    extra = sighting(1).extra | {"alt_refs": ["FOI 1a"], "outcome_parts": {"1": "refused"}}
    keep(store, sighting(1, extra=extra, received="2025-06"), seen=NOON, run=None)
    keep(store, sighting(1, extra=extra, received="2025-06", words="Corrected."), seen=NOON, run=None)
    (row,) = export_rows(store)
    assert list(row) == KEYS
    assert row["dates"] == {"received": "2025-06", "responded": None, "published": None}
    assert (row["alt_refs"], row["outcome_parts"]) == (["FOI 1a"], {"1": "refused"})
    assert row["exemptions"] == ["s40(2)"]
    assert row["versions"] == [
        {"version": 1, "seen": NOON, "changed": []},
        {"version": 2, "seen": NOON, "changed": ["words"]},
    ]


def test_an_attachment_tells_of_its_file(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    (row,) = export_rows(store)
    assert row["attachments"] == [
        {
            "href": "https://essex.example/media/1.pdf",
            "label": "The table (PDF)",
            "sha256": f"{1:064x}",
            "media_type": "application/pdf",
            "bytes": 9,
            "text": "spreadsheetword1",
            "problem": "",
            "parts": [],
        }
    ]


def test_the_tables_of_files_follow_those_of_the_page(store: Store, sighting) -> None:
    rows = (("Year", "Dismissed"), (2024, "<5"), (2025, 7.5))
    parts = (FilePart("sheet 'Data'", "Year\tDismissed\n2024\t<5\n2025\t7.5", "A1"),)
    mark = {"marker": "<5", "where": "sheet 'Data', B2"}
    read = FileRead("text/csv", parts[0].text, parts=parts, tables=(FileTable("sheet 'Data', A1:B3", rows, (mark,)),))
    file = keep_file(store, b"bytes", read, "https://essex.example/media/figures.xlsx", "Figures")
    of_page = {"rows": [["a", "b"]], "where": "table 1"}
    keep(store, sighting(1, attachments=(file,), extra={"tables": [of_page]}), seen=NOON, run=None)
    row = json.loads(next(lines(store)))
    assert row["tables"] == [
        of_page,
        {"rows": [["Year", "Dismissed"], [2024, "<5"], [2025, 7.5]], "where": "figures.xlsx, sheet 'Data', A1:B3"},
    ]
    assert row["suppressed"] == [{"marker": "<5", "where": "figures.xlsx, sheet 'Data', B2"}]
    assert row["attachments"][0]["parts"] == [
        {"place": "sheet 'Data'", "start": 0, "length": len(parts[0].text), "first_cell": "A1"}
    ]


def lines(store: Store) -> Iterator[str]:
    out = io.StringIO()
    to_jsonl(export_rows(store), out)
    yield from out.getvalue().splitlines()


def test_topics_carry_the_words_that_matched(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    evidence = json.dumps([{"words": "dismissed", "quote": "q", "where": "response", "rule": "r"}])
    store.db.conn.execute("INSERT INTO matches VALUES (1, 'misconduct', 1, 0.9, ?)", (evidence,))
    assert next(export_rows(store))["topics"] == [{"topic": "misconduct", "score": 0.9, "evidence": ["dismissed"]}]


def test_it_streams_while_more_is_kept(store: Store, sighting) -> None:
    with store.writing():
        for number in range(1, 251):
            keep(store, sighting(number), seen=NOON, run=None)
    rows = export_rows(store)
    first = next(rows)
    keep(store, sighting(999), seen=NOON, run=None)
    assert first["id"] == 1
    assert [row["id"] for row in rows] == list(range(2, 252))


def test_json_lines_are_one_object_a_line(store: Store, sighting) -> None:
    keep(store, sighting(1, words="a\nb\u2028c"), seen=NOON, run=None)
    keep(store, sighting(2), seen=NOON, run=None)
    out = io.StringIO()
    assert to_jsonl(export_rows(store), out) == 2
    assert [json.loads(line)["id"] for line in out.getvalue().split("\n")[:-1]] == [1, 2]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Chosen(), [1, 2, 3]),
        (Chosen(source="essex"), [1, 2]),
        (Chosen(force="Kent Police"), [2, 3]),
        (Chosen(topic="misconduct"), [1]),
        (Chosen(since="2026-03-01"), [2, 3]),
        (Chosen(source="essex", since="2026-03-01"), [2]),
        (Chosen(force="Nobody"), []),
    ],
)
def test_only_the_chosen_are_exported(store: Store, sighting, chosen: Chosen, ids: list[int]) -> None:
    register_sources(store, [("kent", "Kent Police", "single_online_home", "https://kent.example")])
    both = ("Essex Police", "Kent Police")
    keep(store, sighting(1, published="2026-02"), seen=NOON, run=None)
    keep(store, sighting(2, forces=both, responded="2026-03-01"), seen=NOON, run=None)
    keep(store, sighting(3, source="kent", forces=("Kent Police",)), seen=NOON, run=None)
    store.db.conn.execute("INSERT INTO matches VALUES (1, 'misconduct', 1, 0.9, '[]')")
    assert [row["id"] for row in export_rows(store, chosen)] == ids
