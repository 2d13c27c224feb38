"""How a digest ends: what was checked, what was not since when, how many were new, so that silence can be trusted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from alerts.faces.untrusted import flat
from alerts.faces.wording import counted, day
from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.watched import Watched, watched

NAMED = 6  # so many sources are told by name
_FIRST = {"weekly": timedelta(days=7)}  # what a first digest looks back on; else a day

Closing = Callable[[str, str], dict[str, Any]]


def closings(store: Store, subscriptions: Iterable[Subscription], now: str) -> Closing:
    """A function of a subscription's name and of when its last digest was made ("" if never): the closing, plain JSON.

    It is {} for what is told at once: only a digest speaks for the time in which it was silent.
    """
    digests = {one.name: one for one in subscriptions if one.when != "at once"}

    def closing(name: str, since: str) -> dict[str, Any]:
        if name not in digests:
            return {}
        return _closing(store, digests[name], since, now)

    return closing


def _closing(store: Store, one: Subscription, since: str, now: str) -> dict[str, Any]:
    begin = since or (datetime.fromisoformat(now) - _FIRST.get(one.when, timedelta(days=1))).isoformat()
    seen: Watched = watched(store, begin, one.forces)
    return {
        "since": begin,
        "checked": list(seen.checked),
        "not_healthy": [{"name": name, "since": moment} for name, moment in seen.unwell],
        "not_checked": list(seen.idle),
        "new": seen.new,
    }


def sentences(closing: Mapping[str, Any], told: int, made: str) -> Iterator[str]:
    """The closing in words; `told` is how many new ones the message tells of. Nothing for what has no closing."""
    if not closing:
        return
    checked, unwell, idle = closing["checked"], closing["not_healthy"], closing["not_checked"]
    total = len(checked) + len(unwell) + len(idle)
    named = f" ({_named(checked)})" if 0 < len(checked) <= NAMED else ""
    since = day(closing["since"], made)
    logs = f"{len(checked):,} of {counted(total, 'disclosure log')}{named}" if total else "no disclosure log"
    yield f"Checked since {since}: {logs}."
    ill = [f"{flat(one['name'])} since {day(one['since'], made)}" for one in unwell]
    yield f"Not healthy: {'; '.join(ill) or 'none'}."
    if idle:
        yield f"Not looked at: {_named(idle)}."
    yield f"New since {since}: {counted(closing['new'], 'disclosure')}, {told:,} of them as you asked."


def _named(names: Iterable[str]) -> str:
    every = [flat(name) for name in names]
    more = f" and {len(every) - NAMED:,} more" if len(every) > NAMED else ""
    return ", ".join(every[:NAMED]) + more
