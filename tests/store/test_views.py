"""The views that the site reads: what is new, without what a first walk brought."""

from store.database import Store
from store.keeping import keep

NOON = "2026-11-21T12:00:00+00:00"


def test_the_latest_changes_come_first_with_what_changed(store: Store, rows, sighting) -> None:
    keep(store, sighting(1), seen=NOON, run=None, baseline=True)
    keep(store, sighting(2, forces=("Kent Police", "Essex Police")), seen=NOON, run=None)
    keep(store, sighting(1, words="Corrected."), seen=NOON, run=None)
    store.db.conn.execute("INSERT INTO matches VALUES (1, 'misconduct', 2, 0.9, '[]')")
    changes = rows("SELECT disclosure, verb, version, changed, topics, title FROM latest_changes")
    assert changes == [
        (1, "changed", 2, '["words"]', "misconduct", "Officers dismissed, question 1"),
        (2, "new", 1, "[]", None, "Officers dismissed, question 2"),
    ]
    assert set(rows("SELECT forces FROM latest_changes WHERE disclosure = 2")[0][0].split(", ")) == {
        "Kent Police",
        "Essex Police",
    }


def test_a_view_takes_a_run_of_yesterday_that_never_ended_for_killed(store: Store, rows) -> None:
    store.db.conn.execute("INSERT INTO runs (source, started) VALUES ('essex', datetime('now', '-1 day'))")
    assert rows("SELECT status FROM source_health") == [("interrupted",)]
    store.db.conn.execute("INSERT INTO runs (source, started) VALUES ('essex', datetime('now'))")
    assert rows("SELECT status FROM source_health") == [("running",)]
