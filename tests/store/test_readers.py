"""What is known of all subscriptions at once."""

from store import outbox
from store.keeping import keep
from store.outbox import Alert, Step
from store.readers import Reader, hold, note_served, readers, walked_sources
from store.walks import register_sources, save_walk

NOW = "2026-11-21T10:00:00+00:00"
LATER = "2026-11-21T12:00:00+00:00"


def test_all_are_known_by_name(store) -> None:
    assert readers(store) == {}
    outbox.take(store, Step("desk", 4, told=("essex",)), NOW)
    outbox.take(store, Step("other", 7), NOW)
    note_served(store, ["desk", "nobody"], LATER)
    assert readers(store) == {"desk": Reader(4, LATER, frozenset({"essex"})), "other": Reader(7)}


def test_only_what_became_due_since_is_held(store) -> None:
    for number, due in ((1, "2026-11-20T10:00:00+00:00"), (2, NOW), (3, LATER)):
        outbox.take(store, Step("desk", 1, (Alert(number, "new", 1, {}),), ("t",), due), NOW)
    outbox.take(store, Step("other", 1, (Alert(4, "new", 1, {}),), ("t",), NOW), NOW)
    hold(store, "desk", "2026-11-20T10:00:00+00:00", "2026-11-22T07:00:00+00:00", NOW)
    waiting = {one.disclosure: one.next_attempt for one in outbox.deliveries(store, "waiting")}
    assert waiting == {1: "2026-11-20T10:00:00+00:00", 2: "2026-11-22T07:00:00+00:00", 3: LATER, 4: NOW}


def test_a_source_counts_when_its_first_crawl_has_ended_and_something_is_kept(store, sighting) -> None:
    register_sources(store, [(name, name, "p", f"https://{name}.example") for name in ("empty", "half", "whole")])
    for name in ("empty", "whole"):
        save_walk(store, name, complete=True)
    for number, name in enumerate(("half", "whole", "whole", "added"), 1):
        address = f"https://{name}.example/{number}"
        keep(store, sighting(number, source=name, address=address), seen=NOW, run=None)
    assert walked_sources(store) == {"whole", "added"}
