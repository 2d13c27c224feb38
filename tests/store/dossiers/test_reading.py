"""What a dossier shows: force by force, question by question, and tables of one shape in one."""

from collections.abc import Callable
from typing import Any

import pytest

from store.contents import keep_contents
from store.database import Store
from store.dossiers.correcting import split
from store.dossiers.reading import dossier, dossier_of, summaries
from store.errors import NotKept
from store.fileread import FilePart, FileTable
from store.records import AttachmentSeen

from .conftest import DRONES, NOON

Ask = Callable[..., int]
TABLE = [["Year", "Deployments"], ["2021", "12"], ["2022", "<5"], ["2023", "40"]]


def questions(*texts: str) -> list[dict[str, Any]]:
    return [{"number": str(n), "text": text, "parent": None} for n, text in enumerate(texts, 1)]


def test_force_by_force(store: Store, ask: Ask) -> None:
    said: dict[str, dict[str, Any]] = {
        "Essex Police": {"outcome": "disclosed", "responded": "2024-03-30"},
        "Kent Police": {"outcome": "part_disclosed", "responded": "2024-04"},
        "Surrey Police": {"outcome": "refused"},
        "Sussex Police": {"outcome": "not_held"},
        "Gwent Police": {"outcome": "ncnd"},
        "Dorset Police": {"outcome": "pending"},
        "Cumbria Constabulary": {"kind": "correspondence", "response_text": ""},
        "Durham Constabulary": {},
    }
    for force, fields in said.items():
        extra = {"questions": questions(*DRONES), "exemptions": ["s12(1)"] if force == "Surrey Police" else []}
        ask(force, **fields, extra=extra)
    found = {one.force: one for one in dossier(store, 1).forces}
    assert {force: one.answer for force, one in found.items()} == {
        "Essex Police": "answered",
        "Kent Police": "part",
        "Surrey Police": "refused",
        "Sussex Police": "not held",
        "Gwent Police": "NCND",
        "Dorset Police": "pending",
        "Cumbria Constabulary": "no answer seen",
        "Durham Constabulary": "not told",
    }
    assert found["Surrey Police"].sections == ("s12(1)",)
    assert (found["Essex Police"].days, found["Kent Police"].days) == (26, None)


def test_the_answers_to_a_question_side_by_side(store: Store, ask: Ask) -> None:
    ask(
        "Essex Police",
        extra={
            "questions": questions(*DRONES),
            "answers": [{"number": "1", "text": "Nine."}, {"number": "Q2", "text": "40 times."}],
            "outcome_parts": {"3": "refused"},
        },
    )
    turned = (DRONES[1], "The number of drones that the force owns", "Which colour are the drones?")
    ask(
        "Kent Police",
        *turned,
        extra={
            "questions": questions(*turned),
            "answers": [{"number": "2", "text": "Two."}, {"number": "3", "text": "Blue."}],
        },
    )
    rows = {
        question.text: {reply.forces[0]: (reply.number, reply.answer, reply.outcome) for reply in question.replies}
        for question in dossier(store, 1).questions
    }
    assert rows[DRONES[0]] == {"Essex Police": ("1", "Nine.", ""), "Kent Police": ("2", "Two.", "")}
    assert rows[DRONES[1]] == {"Essex Police": ("2", "40 times.", ""), "Kent Police": ("1", "", "")}
    assert rows[DRONES[2]] == {"Essex Police": ("3", "", "refused")}
    assert rows["Which colour are the drones?"] == {"Kent Police": ("3", "Blue.", "")}


def test_tables_of_one_shape_are_one_long_table(store: Store, ask: Ask) -> None:
    first = ask(
        "Essex Police", extra={"questions": questions(*DRONES), "tables": [{"rows": TABLE, "where": "table 1"}]}
    )
    sheet = AttachmentSeen("https://kent.example/a.xlsx", "Figures", "a" * 64, "application/x", 9, "x")
    second = ask("Kent Police", attachments=(sheet,))
    other = [["Year", "Deployments"], ["spring", "many"]]
    ask("Surrey Police", extra={"questions": questions(*DRONES), "tables": [{"rows": other, "where": "table 1"}]})
    rows = (("YEAR ", "Deployments:"), (2021, 7), (2022, 8))
    keep_contents(
        store.db.conn, "a" * 64, "x", [FilePart("sheet 'Data'", "x", "B3")], [FileTable("sheet 'Data'", rows)]
    )
    (table,) = dossier(store, 1).tables
    assert table.columns == ("force", "disclosure", "where", "cells", "Year", "Deployments")
    assert table.rows == (
        ("Essex Police", first, "table 1", "row 2", "2021", "12"),
        ("Essex Police", first, "table 1", "row 3", "2022", "<5"),
        ("Essex Police", first, "table 1", "row 4", "2023", "40"),
        ("Kent Police", second, "a.xlsx, sheet 'Data'", "B4:C4", 2021, 7),
        ("Kent Police", second, "a.xlsx, sheet 'Data'", "B5:C5", 2022, 8),
    )


def test_a_file_in_quarantine_gives_no_table(store: Store, ask: Ask) -> None:
    sheet = AttachmentSeen("https://kent.example/a.xlsx", "Figures", "a" * 64, "application/x", 9, "x")
    ask("Essex Police", extra={"questions": questions(*DRONES), "tables": [{"rows": TABLE, "where": "table 1"}]})
    ask("Kent Police", attachments=(sheet,))
    keep_contents(store.db.conn, "a" * 64, "x", [], [FileTable("page 1", tuple(map(tuple, TABLE)))])
    assert len(dossier(store, 1).tables) == 1
    store.db.conn.execute("INSERT INTO quarantined (sha256, kinds) VALUES (?, '{}')", ("a" * 64,))
    assert dossier(store, 1).tables == ()


def test_the_same_reply_in_two_logs_is_said_to_be_one(store: Store, ask: Ask) -> None:
    first, second = ask("Essex Police"), ask("Kent Police")
    store.db.conn.execute(
        "INSERT INTO merges (kept, other, kind, reason, seen) VALUES (?, ?, 'by hand', 'one reply', ?)",
        (first, second, NOON),
    )
    assert {one.disclosure: one.same_as for one in dossier(store, 1).members} == {first: (second,), second: (first,)}


def test_the_list_counts_answers_by_force(store: Store, ask: Ask) -> None:
    ids = [ask("Essex Police", outcome="refused"), ask("Kent Police", outcome="refused"), ask("Surrey Police")]
    (one,) = summaries(store)
    assert (one.id, one.disclosures, one.answers) == (1, 3, {"refused": 2, "not told": 1})
    assert dossier_of(store, ids) == dict.fromkeys(ids, 1)


def test_what_is_kept_from_view_is_not_shown(store: Store, ask: Ask) -> None:
    ids = [ask(force) for force in ("Essex Police", "Kent Police", "Surrey Police")]
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = ?", (ids[0],))
    assert [one.disclosure for one in dossier(store, 1).members] == ids[1:]


def test_a_correction_is_remembered(store: Store, ask: Ask, ask_again: Ask) -> None:
    ids = [ask(force) for force in ("Essex Police", "Kent Police", "Surrey Police")]
    assert split(store, 1, ids[2], "asked about toys", NOON) == 2
    assert [one.disclosure for one in dossier(store, 1).members] == ids[:2]
    # Neither a change of the request nor a new member that is like both brings it back.
    ask_again("Surrey Police", *DRONES[:2])
    new = ask("Gwent Police")
    together = [one.disclosure for one in dossier(store, 1).members]
    assert ids[2] not in together and new in together
    reasons = store.db.conn.execute("SELECT DISTINCT disclosure, reason FROM dossier_splits").fetchall()
    assert reasons == [(ids[2], "asked about toys")]


def test_only_a_member_can_be_taken_out(store: Store, ask: Ask) -> None:
    ask("Essex Police")
    ask("Kent Police")
    with pytest.raises(NotKept, match="not in dossier 1"):
        split(store, 1, 99, "no", NOON)
