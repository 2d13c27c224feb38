"""What lasts is remembered with its first moment and all its forms, until it is forgotten."""

from store import outbox
from store.database import Store
from store.troubles import Open, open_troubles, reports, write_troubles


def test_a_trouble_keeps_the_moment_when_it_began(store: Store) -> None:
    write_troubles(store, [Open("source", "essex", ("HTTP 500",), "2026-11-01"), Open("disk", "", ("full",), "1")], [])
    write_troubles(store, [Open("source", "essex", ("HTTP 500", "bot wall"), "2026-11-09")], [("disk", "")])
    assert open_troubles(store) == {
        ("source", "essex"): Open("source", "essex", ("HTTP 500", "bot wall"), "2026-11-01")
    }


def test_reports_are_counted_by_the_last(store: Store) -> None:
    assert reports(store, "operator") == 0
    for number in (1, 2):
        outbox.take(store, outbox.Step("operator", 0, (outbox.Alert(0, "operator", number, {}),), ("x",), ""), "")
    assert reports(store, "operator") == 2
    assert reports(store, "desk") == 0
