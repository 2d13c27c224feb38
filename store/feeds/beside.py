"""What a feed tells of beside the ledger: one more answer to the same request, and news that reports a disclosure."""

from collections.abc import Collection, Iterator, Sequence

from store.database import Store
from store.feeds.feed import Feed
from store.feeds.row import Row
from store.happenings import grown, reported
from store.matches import Wanted, wanted_among
from store.records import Change


def beside(store: Store, feed: Feed, changes: Sequence[Change], told: Collection[int]) -> list[Row]:
    """The rows that these changes bring to a feed that wants either side, but for what is `told` as new by itself."""
    rows = [row for row in _rows(store, feed, changes[::-1]) if row.disclosure not in told]
    ids = {id for row in rows for id in (row.disclosure, *row.others)}
    # What is held back is not told of, whichever side it is.
    among, shown = (wanted_among(store, wanted, ids) for wanted in (feed.wanted, Wanted()))
    sides = ((row, {row.disclosure, *row.others}) for row in rows)
    return [row for row, both in sides if both & among and both <= shown]


def _rows(store: Store, feed: Feed, changes: Sequence[Change]) -> Iterator[Row]:
    if "dossier" in feed.verbs:
        for growth in grown(store, changes):
            one = growth.change
            yield Row(one.id, one.disclosure, one.version, "dossier", one.seen, growth.others)
    if "news" in feed.verbs:
        for link in reported(store, changes):
            yield Row(link.change.id, link.news, link.version, "news", link.change.seen, (link.disclosure,))
