"""How a subscription begins: one summary of what is there already, instead of a flood."""

from collections.abc import Collection, Iterator

from alerts.subscribing.items import summary, wanted
from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.matches import SourceCount, count_wanted
from store.outbox import Alert


def of_subscription(store: Store, one: Subscription) -> tuple[Alert, ...]:
    """For a new one: what of the sources whose first crawl has ended is as it asks."""
    counts = [count for count in count_wanted(store, wanted(one)) if count.complete]
    if not any(count.kept for count in counts):
        return ()
    return (Alert(0, "summary", 0, summary(store, one, "subscription", counts)),)


def of_sources(store: Store, one: Subscription, sources: Collection[str]) -> Iterator[Alert]:
    """One for each of the sources, whose first crawl has ended since, that its forces do not leave out."""
    for count in count_wanted(store, wanted(one)) if sources else ():
        if count.source in sources:
            yield from _of_source(store, one, count)


def _of_source(store: Store, one: Subscription, count: SourceCount) -> Iterator[Alert]:
    # Where nothing came by a first crawl, letters that were added have had alerts of their own.
    if count.crawled:
        yield Alert(0, "summary", 0, summary(store, one, "source", [count]), about=count.source)
