"""What happened in a span: the ledger where it saw it, the day of publication for what was there before."""

import pytest

from store.keeping import keep
from store.past import happened

NOW = "2026-11-21T10:00:00+00:00"


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("2026-09-03", "2026-09-03T12:00:00+00:00"),
        ("2026-09", "2026-09-01T12:00:00+00:00"),
        ("2026-01-01", ""),
        ("2026-08", ""),
        ("2026", ""),
        ("", ""),
        ("2027-01-01", ""),
    ],
)
def test_what_was_there_before_counts_by_its_day(store, sighting, day: str, moment: str) -> None:
    keep(store, sighting(1, published=day, responded=""), seen=NOW, run=None, baseline=True)
    assert [one.moment for one in happened(store, "2026-08-23T10:00:00+00:00", NOW)] == ([moment] if moment else [])


def test_what_came_since_counts_when_it_was_seen_and_once(store, sighting) -> None:
    first = keep(store, sighting(1, published="2026-09-01"), seen="2026-09-02T10:00:00+00:00", run=None).disclosure
    keep(store, sighting(1, published="2026-09-01", words="else"), seen="2026-09-05T10:00:00+00:00", run=None)
    keep(store, sighting(2, published="2026-09-01", responded=""), seen=NOW, run=None, baseline=True)
    found = happened(store, "2026-08-23T10:00:00+00:00", NOW)
    assert [(one.change.disclosure, one.change.verb, one.moment[:10]) for one in found] == [
        (first + 1, "new", "2026-09-01"), (first, "new", "2026-09-02"), (first, "changed", "2026-09-05"),
    ]  # fmt: skip
    assert [one.change.verb for one in happened(store, "2026-09-03T00:00:00+00:00", NOW)] == ["changed"]
