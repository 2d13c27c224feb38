"""What is joined is told with each of the two when the record is exported."""

from store.database import Store
from store.export.rows import export_rows
from store.keeping import keep
from store.merging.undoing import make, undo

NOON = "2026-11-21T12:00:00+00:00"


def test_each_object_names_those_that_are_the_same(store: Store, sighting) -> None:
    for number in (1, 2, 3):
        keep(store, sighting(number), seen=NOON, run=None)
    make(store, 1, 3, reason="one request", now=NOON)
    assert [row["same_as"] for row in export_rows(store)] == [
        [{"id": 3, "kind": "by hand", "reason": "one request", "merge": 1}],
        [],
        [{"id": 1, "kind": "by hand", "reason": "one request", "merge": 1}],
    ]
    undo(store, 1, reason="two", now=NOON)
    assert [row["same_as"] for row in export_rows(store)] == [[], [], []]
