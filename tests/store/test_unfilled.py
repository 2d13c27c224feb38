"""A record that was made before there were dossiers and duplicates is told from one that was not."""

from collections.abc import Callable
from typing import Any

from store.database import Store
from store.dossiers.rebuilding import rebuild
from store.keeping import keep
from store.merging.filling import fill
from store.unfilled import unfilled

NOON = "2026-11-21T12:00:00+00:00"


def test_a_record_of_today_lacks_nothing(store: Store, sighting: Callable[..., Any]) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    keep(store, sighting(2, kind="news"), seen=NOON, run=None)
    assert unfilled(store) == []


def test_what_an_older_record_lacks_is_counted_and_filled_by_what_it_names(
    store: Store, sighting: Callable[..., Any]
) -> None:
    for number in (1, 2):
        keep(store, sighting(number), seen=NOON, run=None)
    store.db.conn.execute("DELETE FROM dossier_requests")
    store.db.conn.execute("DELETE FROM wordings WHERE disclosure = 1")
    assert [(one.count, one.found, one.command) for one in unfilled(store)] == [
        (2, "2 disclosures were never compared for the same question across forces", "foiwatch dossiers rebuild"),
        (1, "1 disclosure was never compared for duplicates", "foiwatch merge find"),
    ]
    rebuild(store, NOON)
    fill(store, NOON)
    assert unfilled(store) == []


def test_what_is_kept_from_view_is_in_no_dossier_and_lacks_none(store: Store, sighting: Callable[..., Any]) -> None:
    keep(store, sighting(1), seen=NOON, run=None)
    store.db.conn.execute("UPDATE disclosures SET status = 'quarantined'")
    store.db.conn.execute("DELETE FROM dossier_requests")
    assert unfilled(store) == []
