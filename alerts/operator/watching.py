"""Looks for all that is wrong, compares it with what was told, and queues the difference as one message."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from alerts.operator import habits, household, sources
from alerts.operator.report import Ended, News, frozen
from alerts.operator.trouble import DISK, FEW, FIELD, MANY, OPERATOR, QUIET, SOURCE, STUCK, Trouble
from store import outbox, runs, troubles, upkeep
from store.database import Store
from store.troubles import Open

OF_A_SOURCE = (SOURCE, QUIET, FEW, MANY, FIELD)
# Of these the operator hears also that they are over; a flood that has passed, or letters that were sent, need no word.
_ENDS = (SOURCE, QUIET, FEW, FIELD, DISK, STUCK)
Opened = Mapping[tuple[str, str], Open]


@dataclass(frozen=True)
class Watch:
    """What to look at: the sources in use, those that could not be started, and who is to be told.

    `targets` are the digests of the operator's addresses; `readers` names those of the readers, by digest;
    `disk_free` are MiB.
    """

    names: frozenset[str]
    unstarted: frozenset[str] = frozenset()
    targets: tuple[str, ...] = ()
    readers: Mapping[str, str] = field(default_factory=dict)
    disk_free: int = 1024


def look(store: Store, watch: Watch, now: datetime, opened: Opened) -> list[Trouble]:
    """All that is wrong now, by what was known to be wrong before. Nothing is written."""
    health = [one for one in runs.health(store) if one.name in watch.names]
    found = [*household.disk(store, watch.disk_free, told=(DISK, "") in opened)]
    found += sources.broken(health, watch.unstarted)
    found += [trouble for one in _whole(health, watch) for trouble in _habits(store, one, opened)]
    dead = [*household.dead_letters(store, watch.readers)]
    return found + dead + [*household.stuck(store, watch.readers, now, {one.about for one in dead})]


def _whole(health: Iterable[runs.Health], watch: Watch) -> Iterator[runs.Health]:
    return (one for one in health if one.status == "whole" and one.name not in watch.unstarted)


def _habits(store: Store, one: runs.Health, opened: Opened) -> Iterator[Trouble]:
    """As of the last run: of the time since then nothing is known."""
    since = {
        about.partition(": ")[2] or kind: open.since
        for (kind, about), open in opened.items()
        if kind in (FEW, FIELD) and _source(about) == one.name
    }
    return habits.look(store, one.name, one.full_name, datetime.fromisoformat(one.last_run).date(), since)


def watch_over(store: Store, watch: Watch, now: datetime) -> News:
    """Tell the operator what is news since the last time: remembered, and queued, in one transaction.

    Without targets it is only remembered; the first message to an operator is of all that lasts.
    """
    opened = troubles.open_troubles(store)
    found = look(store, watch, now, opened)
    number, moment = troubles.reports(store, OPERATOR), now.isoformat()
    told = opened if number or not watch.targets else {}
    over = [*_over(store, watch, opened, {one.key for one in found})]
    held = upkeep.unreported(store) if watch.targets else []
    news = News(
        tuple(one for one in found if one.key not in told),
        tuple(one for one in found if one.key in told and one.state not in told[one.key].states),
        tuple(one for one in over if one.told and one.key in told),
        tuple(kinds for _, kinds in held),
        len(opened.keys() | {one.key for one in found}) - len(over),
    )
    with store.writing_privately():
        troubles.write_troubles(store, _lasting(found, opened, moment), [one.key for one in over])
        if watch.targets:
            upkeep.mark_reported(store, [sha256 for sha256, _ in held], moment)
        if watch.targets and news:
            alert = outbox.Alert(0, OPERATOR, number + 1, frozen(news, moment, watch.names))
            outbox.take(store, outbox.Step(OPERATOR, 0, (alert,), watch.targets, moment), moment)
    return news


def _lasting(found: Iterable[Trouble], opened: Opened, moment: str) -> Iterator[Open]:
    for one in found:
        before = opened.get(one.key)
        if before is None:
            yield Open(one.kind, one.about, (one.state,), moment)
        elif one.state not in before.states:
            yield Open(one.kind, one.about, (*before.states, one.state), before.since)


def _over(store: Store, watch: Watch, opened: Opened, found: set[tuple[str, str]]) -> Iterator[Ended]:
    """What has ended. Of a source that could not be read nobody knows; one that was switched off is not told of."""
    health = {one.name: one for one in runs.health(store)}
    judged = {one.name for one in _whole(health.values(), watch)}
    for (kind, about), before in opened.items():
        source = _source(about) if kind in OF_A_SOURCE else ""
        lasts = (kind, about) in found or (source in watch.names and source not in judged)
        if not lasts:
            name = health[source].full_name if source in health else watch.readers.get(about, about)
            told = kind in _ENDS and (not source or source in watch.names)
            yield Ended(kind, about, name, before.since, told)


def _source(about: str) -> str:
    return about.partition(": ")[0]
