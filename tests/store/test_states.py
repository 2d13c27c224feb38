"""The ledger of states: what an older record knows goes into it, and a status agrees with its last row."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import Store, open_store
from store.keeping import keep
from store.migrations import public
from store.states import LEGAL, State, as_status, states_among, states_of, unlike, write_state
from store.tables import RECORD

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The folder of a store as it was before there were states, with a disclosure of each status."""
    db = Database(sqlite3.connect(tmp_path / "foi.db"))
    public.apply(db, stop_before="m003_evidence")
    for id, status in enumerate(("present", "suspect", "withdrawn", "present", "quarantined"), 1):
        db.execute(
            """INSERT INTO disclosures (id, source, address, first_seen, digest, status)
            VALUES (?, 'essex', ?, ?, 'd', ?)""",
            (id, f"https://essex.example/{id}", DAYS[0], status),
        )
        missing = DAYS[3] if status in ("suspect", "withdrawn") else ""
        db.execute("INSERT INTO sightings VALUES (?, ?, ?, 1)", (id, DAYS[2], missing))
        db.execute("INSERT INTO addresses VALUES (?, ?, 'own', ?, '')", (f"https://essex.example/{id}", id, DAYS[0]))
        db.execute(
            "INSERT INTO versions (disclosure, version, seen, digest, record) VALUES (?, 1, ?, 'd', ?)",
            (id, DAYS[0], json.dumps({"source": "essex", "address": "x", "title": "", "words": ""})),
        )
    for id, verb, seen in ((3, "withdrawn", DAYS[5]), (4, "withdrawn", DAYS[1]), (4, "restored", DAYS[6])):
        db.execute(
            "INSERT INTO changes (disclosure, version, verb, seen, source) VALUES (?, 1, ?, ?, 'e')", (id, verb, seen)
        )
    db.conn.commit()
    db.close()
    return tmp_path


def test_what_an_older_record_knows_goes_into_the_ledger(older: Path) -> None:
    store = open_store(older)
    ledger = states_among(store.db.conn, range(1, 7))
    assert {id: [(s.state, s.seen) for s in states] for id, states in ledger.items()} == {
        1: [("present", DAYS[0])],
        2: [("present", DAYS[0]), ("suspect", DAYS[3])],
        3: [("present", DAYS[0]), ("suspect", DAYS[3]), ("withdrawn", DAYS[5])],
        4: [("present", DAYS[0]), ("withdrawn", DAYS[1]), ("restored", DAYS[6])],
        5: [("present", DAYS[0])],
        6: [],
    }
    assert unlike(store.db.conn) == []
    store.close()


def test_a_disclosure_begins_present_with_the_run_that_found_it(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=DAYS[0], run=None)
    assert states_of(store.db.conn, 1) == (State("present", DAYS[0], None, "first seen"),)


def test_a_status_that_contradicts_the_ledger_is_named(store: Store, sighting) -> None:
    for number in (1, 2, 3):
        keep(store, sighting(number), seen=DAYS[0], run=None)
    store.db.conn.execute("UPDATE disclosures SET status = 'withdrawn' WHERE id = 1")
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined' WHERE id = 2")
    write_state(store.db.conn, 3, State("moved", DAYS[1], evidence={"disclosure": 1}))
    assert unlike(store.db.conn) == [
        "disclosure 1 is withdrawn, and present by the ledger of its states",
        "disclosure 3 is present, and moved by the ledger of its states",
    ]


def test_every_state_of_the_table_is_lawful_somewhere() -> None:
    (table,) = [one for one in RECORD if "CREATE TABLE disclosures (" in one]
    assert set().union(*LEGAL.values()) == set(LEGAL) - {""}
    for state in LEGAL:
        assert f"'{as_status(State(state, ''))}'" in table
