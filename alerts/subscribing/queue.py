"""From changes to alerts: every wanted change once, and one summary instead of a flood at the beginning."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from alerts.sending.targets import digest, single
from alerts.subscribing import schedule
from alerts.subscribing.beginnings import of_sources, of_subscription
from alerts.subscribing.happenings import Happenings, happenings
from alerts.subscribing.happenings import alerts as beside
from alerts.subscribing.interest import interested
from alerts.subscribing.items import items
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import Store
from store.lookup import last_change
from store.matches import ready_changes
from store.outbox import Alert, Step
from store.readers import Reader, readers, walked_sources
from store.records import Change

BATCH = 500  # changes
AT_A_TIME = 200  # beginnings of subscriptions in one transaction
Written = dict[tuple[object, ...], list[dict[str, Any]]]


@dataclass(frozen=True)
class Queued:
    """What queueing came to: how many alerts are new, and how many of these are summaries."""

    alerts: int = 0
    summaries: int = 0


def queue(store: Store, subscriptions: Iterable[Subscription], now: str) -> Queued:
    """Queue what each subscription has not read yet. Alerts and the cursor move in one transaction.

    Who has no address yet reads nothing: it would be told to nobody.
    """
    everyone = [one for one in subscriptions if not one.missing]
    end, known = last_change(store), readers(store)
    for one in everyone:
        # More was read than the record holds: foi.db is a new one, or an older copy put back.
        if one.name in known and known[one.name].read_to > end:
            outbox.forget(store, one.name, now)
    alerts = summaries = 0
    for some in _steps(store, everyone, known, now):
        for step, new in zip(some, outbox.take_all(store, some, now), strict=True):
            alerts += new
            summaries += min(new, sum(alert.event == "summary" for alert in step.alerts))
    return Queued(alerts, summaries)


def steps(store: Store, subscription: Subscription, now: str) -> Iterator[Step]:
    """What would be queued for one subscription, step by step; nothing is written here."""
    for some in _steps(store, [subscription], readers(store), now):
        yield from some


def _steps(
    store: Store, subscriptions: Iterable[Subscription], known: Mapping[str, Reader], now: str
) -> Iterator[list[Step]]:
    """For all of them, some steps at a time; those that have read as far as each other go on together."""
    here = last_change(store)
    fresh: list[Subscription] = []
    at: dict[int, list[Subscription]] = defaultdict(list)
    for one in subscriptions:
        reader = known.get(one.name)
        group = fresh if reader is None or reader.read_to > here else at[reader.read_to]
        group.append(one)
    walked = walked_sources(store)
    yield from _some(_step(one, Reader(here), now, here, of_subscription(store, one), walked) for one in fresh)
    for cursor, some in sorted(at.items()):
        yield from _read_on(store, some, known, cursor, now)
    yield from _some(_first_crawls(store, chain.from_iterable(at.values()), known, walked, now))


def _some(steps: Iterable[Step]) -> Iterator[list[Step]]:
    left = iter(steps)
    while some := list(islice(left, AT_A_TIME)):
        yield some


def _read_on(
    store: Store, some: Sequence[Subscription], known: Mapping[str, Reader], cursor: int, now: str
) -> Iterator[list[Step]]:
    while changes := ready_changes(store, cursor, BATCH):
        cursor = changes[-1].id
        told = _alerts(store, some, changes)
        yield [_step(one, known[one.name], now, cursor, tuple(told.get(one.name, ()))) for one in some]


def _first_crawls(
    store: Store, some: Iterable[Subscription], known: Mapping[str, Reader], walked: set[str], now: str
) -> Iterator[Step]:
    """One summary for each source whose first crawl has ended since, no alert for each disclosure."""
    for one in some:
        reader = known[one.name]
        ended = walked - reader.told
        if ended:
            # What was read meanwhile stays read: the cursor never goes back.
            yield _step(one, reader, now, reader.read_to, tuple(of_sources(store, one, ended)), ended)


def _alerts(store: Store, some: Sequence[Subscription], changes: Sequence[Change]) -> dict[str, list[Alert]]:
    """The alerts of these changes by the name of the subscription; the changes are matched with all at once."""
    fresh = [change for change in changes if not change.baseline]
    happened = happenings(store, fresh, some)
    ids = dict.fromkeys([change.disclosure for change in fresh] + sorted(happened.about))
    wants = interested(store, some, ids) if ids else {}
    written: Written = {}
    return {one.name: _told(store, one, fresh, happened, wants[one.name], written) for one in some if one.name in wants}


def _told(
    store: Store,
    one: Subscription,
    changes: Sequence[Change],
    happened: Happenings,
    wants: Mapping[int, tuple[str, ...]],
    written: Written,
) -> list[Alert]:
    ours = _as_new(store, one, [change for change in changes if change.disclosure in wants])
    events = [change for change in ours if events_of(change) & set(one.events)]
    bodies = _bodies(store, one, events, written)
    found = [Alert(body["id"], body["event"], body["version"], body) for body in bodies]
    found += beside(store, one, happened, wants, {change.disclosure for change in events})
    return [replace(alert, body=_asked(alert.body, one, wants)) for alert in found]


def events_of(change: Change) -> set[str]:
    """The events under which a change is told: who hears that something was withdrawn hears also that it is back."""
    return {change.verb, "withdrawn"} if change.verb == "restored" else {change.verb}


def _bodies(store: Store, one: Subscription, events: Sequence[Change], written: Written) -> list[dict[str, Any]]:
    """An item says the same to all who ask for the same topics and search: it is written once."""
    asked = one.topics, one.search, tuple((change.id, change.verb) for change in events)
    if asked not in written:
        written[asked] = items(store, one, events)
    return written[asked]


def _asked(body: Mapping[str, Any], one: Subscription, wants: Mapping[int, tuple[str, ...]]) -> dict[str, Any]:
    """The body with the names of all searches that found it, and how many items a message of it spells out."""
    return {**body, "asked": list(wants.get(body["id"], ())), "most": one.most}


def _as_new(store: Store, subscription: Subscription, changes: Sequence[Change]) -> list[Change]:
    """What is completed is no change of the force's: new to whom its first words did not concern, else nothing."""
    completed = {change.disclosure for change in changes if change.completed}
    told = outbox.told_of(store, subscription.name, completed) if completed else set()
    last = {change.disclosure: change.id for change in changes if change.verb == "new" or change.completed}
    plain = [change for change in changes if not change.completed or change.disclosure not in told]
    # Of new and completed in one batch the last speaks for all: it is matched by all of its words.
    ours = [c for c in plain if not (c.verb == "new" or c.completed) or last[c.disclosure] == c.id]
    return [replace(change, verb="new") if change.completed else change for change in ours]


def _step(
    one: Subscription, reader: Reader, now: str, read_to: int, alerts: tuple[Alert, ...], told: Collection[str] = ()
) -> Step:
    if not alerts:
        return Step(one.name, read_to, told=tuple(told))
    targets = tuple(digest(address) for address in single(one.to))
    return Step(one.name, read_to, alerts, targets, schedule.due(one, now, reader.served), tuple(told))
