"""From changes to alerts: every wanted change once, and one summary instead of a flood at the beginning."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.items import items, summary, wanted
from alerts.subscriptions import Subscription
from alerts.targets import digest, single
from store import outbox
from store.database import Store
from store.lookup import last_change
from store.matches import SourceCount, count_wanted, ready_changes, wanted_among
from store.outbox import Alert, Step
from store.records import Change

BATCH = 500
DIGEST_HOUR = 9  # UTC
# Who hears that something was withdrawn hears also that it is back.
_EVENT_OF = {"restored": "withdrawn"}


@dataclass(frozen=True)
class Queued:
    """What queueing came to: how many alerts are new, and how many of these are summaries."""

    alerts: int = 0
    summaries: int = 0


def queue(store: Store, subscriptions: Iterable[Subscription], now: str) -> Queued:
    """Queue what each subscription has not read yet. Alerts and the cursor move in one transaction."""
    alerts = summaries = 0
    for subscription in subscriptions:
        if _replaced(store, outbox.read_to(store, subscription.name)):
            outbox.forget(store, subscription.name, now)
        for step in steps(store, subscription, now):
            new = outbox.take(store, step, now)
            alerts += new
            summaries += min(new, sum(alert.event == "summary" for alert in step.alerts))
    return Queued(alerts, summaries)


def steps(store: Store, subscription: Subscription, now: str) -> Iterator[Step]:
    """What would be queued, step by step; nothing is written here."""
    cursor = outbox.read_to(store, subscription.name)
    if cursor is None or _replaced(store, cursor):
        yield _begin(store, subscription, now)
        return
    while changes := ready_changes(store, cursor, BATCH):
        cursor = changes[-1].id
        yield _step(subscription, now, cursor, _alerts(store, subscription, changes))
    yield from _first_crawls(store, subscription, now, cursor)


def _replaced(store: Store, cursor: int | None) -> bool:
    """Whether more was read than the record holds: foi.db is a new one, or an older copy put back."""
    return cursor is not None and cursor > last_change(store)


def _begin(store: Store, subscription: Subscription, now: str) -> Step:
    """A new subscription reads from here on; what is kept already makes one summary."""
    here = last_change(store)
    counts = [one for one in count_wanted(store, wanted(subscription)) if one.complete]
    told = tuple(one.source for one in counts)
    if not any(one.kept for one in counts):
        return _step(subscription, now, here, (), told)
    body = summary(store, subscription, "subscription", counts)
    return _step(subscription, now, here, (Alert(0, "summary", 0, body),), told)


def _first_crawls(store: Store, subscription: Subscription, now: str, cursor: int) -> Iterator[Step]:
    """One summary for each source whose first crawl has ended since, no alert for each disclosure."""
    told = outbox.told_sources(store, subscription.name)
    for one in count_wanted(store, wanted(subscription)):
        if one.complete and one.source not in told:
            yield _step(subscription, now, cursor, _first_crawl(store, subscription, one), (one.source,))


def _first_crawl(store: Store, subscription: Subscription, one: SourceCount) -> tuple[Alert, ...]:
    if not one.crawled:
        # Nothing came by a first crawl: letters that were added have had alerts of their own.
        return ()
    body = summary(store, subscription, "source", [one])
    return (Alert(0, "summary", 0, body, about=one.source),)


def _alerts(store: Store, subscription: Subscription, changes: Sequence[Change]) -> tuple[Alert, ...]:
    events = [
        change
        for change in _as_new(store, subscription, changes)
        if not change.baseline and _EVENT_OF.get(change.verb, change.verb) in subscription.events
    ]
    among = wanted_among(store, wanted(subscription), {change.disclosure for change in events})
    bodies = items(store, subscription, [change for change in events if change.disclosure in among])
    return tuple(Alert(body["id"], body["event"], body["version"], body) for body in bodies)


def _as_new(store: Store, subscription: Subscription, changes: Sequence[Change]) -> list[Change]:
    """What is completed is no change of the force's: new to whom its first words did not concern, else nothing."""
    told = outbox.told_of(store, subscription.name, (change.disclosure for change in changes if change.completed))
    last = {change.disclosure: change.id for change in changes if change.verb == "new" or change.completed}
    plain = [change for change in changes if not change.completed or change.disclosure not in told]
    # Of new and completed in one batch the last speaks for all: it is matched by all of its words.
    ours = [c for c in plain if not (c.verb == "new" or c.completed) or last[c.disclosure] == c.id]
    return [replace(change, verb="new") if change.completed else change for change in ours]


def _step(
    subscription: Subscription, now: str, read_to: int, alerts: tuple[Alert, ...], told: tuple[str, ...] = ()
) -> Step:
    targets = tuple(digest(address) for address in single(subscription.to))
    return Step(subscription.name, read_to, alerts, targets, due(subscription.when, now), told)


def due(when: str, now: str) -> str:
    """When an alert may be sent: now, or for a digest at the next 09:00 UTC, weekly at that of a Monday."""
    if when == "at once":
        return now
    moment = datetime.fromisoformat(now)
    first = moment.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    if first < moment:
        first += timedelta(days=1)
    if when == "weekly":
        first += timedelta(days=-first.weekday() % 7)
    return first.isoformat()
