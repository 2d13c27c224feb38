"""When a message may go: at once, or as a digest at its time of day; and not in the quiet hours."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.readers import hold, note_served

_DAY = timedelta(days=1)


def due(one: Subscription, now: str, served: str = "") -> str:
    """When what is queued now may be sent. `served` is when messages were last sent out for it, "" for never.

    A digest whose time has passed since then goes now: a run once a day would else bring all of it a day late.
    """
    moment = datetime.fromisoformat(now)
    first = moment if one.when == "at once" else _digest(one, moment, served)
    night = _night(one, first)
    if night:
        first = night[1]
    return now if first == moment else first.isoformat()


def serve(store: Store, subscriptions: Collection[Subscription], now: str) -> None:
    """To be called before messages are sent: who is in quiet hours is left in peace, and all count as served now.

    What has been due since before the last waking hours began goes all the same: no run comes when one is awake.
    """
    moment = datetime.fromisoformat(now)
    for one in subscriptions:
        night = _night(one, moment)
        if night:
            woke = _span(one, _local(one, night[0]).date() - _DAY)[1]
            hold(store, one.name, woke.isoformat(), night[1].isoformat(), now)
    note_served(store, (one.name for one in subscriptions), now)


def _digest(one: Subscription, moment: datetime, served: str) -> datetime:
    last = next(slot for slot in _slots(one, moment, -1) if slot <= moment)
    if last == moment or (served and datetime.fromisoformat(served) < last):
        return moment
    return next(slot for slot in _slots(one, moment, 1) if slot > moment)


def _slots(one: Subscription, moment: datetime, step: int) -> Iterator[datetime]:
    """The moments of its digests around this one, day by day forth or back."""
    day = _local(one, moment).date() - step * _DAY
    while True:
        if one.when == "daily" or day.weekday() == 0:
            yield _moment(one, day, time.fromisoformat(one.at))
        day += step * _DAY


def _night(one: Subscription, moment: datetime) -> tuple[datetime, datetime] | None:
    """The quiet hours in which a moment lies, from and to; None when it is outside of them."""
    if not one.quiet:
        return None
    day = _local(one, moment).date()
    nights = (_span(one, evening) for evening in (day - _DAY, day))
    return next((night for night in nights if night[0] <= moment < night[1]), None)


def _span(one: Subscription, evening: date) -> tuple[datetime, datetime]:
    begin, end = (time.fromisoformat(part) for part in one.quiet.split("-"))
    morning = evening if end > begin else evening + _DAY
    return _moment(one, evening, begin), _moment(one, morning, end)


def _moment(one: Subscription, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=_zone(one)).astimezone(UTC)


def _local(one: Subscription, moment: datetime) -> datetime:
    return moment.astimezone(_zone(one))


def _zone(one: Subscription) -> tzinfo:
    # UTC is known without a database of time zones, which not every machine has.
    return UTC if one.zone == "UTC" else ZoneInfo(one.zone)
