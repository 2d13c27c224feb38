"""Whether a source does what it always did: how often something comes, how much of it, and with which fields."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alerts.operator.chance import likely_counts, longest, quiet_limit, still_empty, upper, went_empty
from alerts.operator.trouble import FEW, FIELD, MANY, QUIET, Trouble
from alerts.operator.workdays import WEEK, workday
from store import upkeep
from store.database import Store

YEARS = timedelta(days=3 * 365)
A_MONTH, MONTHS = 21, 20  # working days: a month, and what counts are taken over
FEW_ARRIVALS, ENOUGH_ARRIVALS = 5, 25
FLOOD = 1.5  # a log that grows will now and then have its busiest week: that is none
SHORTER = 0.7  # logs grow; what a walk to the end lists does not shrink by a third


@dataclass(frozen=True)
class Days:
    """A source's items on working days: `known` by publication, `arrived` as they were seen to come.

    `late`: how many working days after its date an item of this source may come.
    """

    known: tuple[int, ...]
    arrived: tuple[int, ...]
    late: int
    now: int

    @property
    def by_arrival(self) -> bool:
        """Whether enough has come while we looked; before that, the dates of what was there must serve."""
        return len(self.arrived) >= ENOUGH_ARRIVALS and quiet_limit(self.arrived) is not None

    @property
    def allowed(self) -> int:
        """What must be added to a span of publication before it is one of arrival."""
        return 0 if self.by_arrival else self.late


def days(found: upkeep.History, now: date) -> Days:
    """A source's items as numbers of working days; what is dated in the future is a mistake and left out."""
    today = workday(now)
    arrived = [(_number(one.seen), one.published) for one in found.arrivals]
    before = Counter(found.published) - Counter(published for _, published in arrived)
    known = [workday(date.fromisoformat(day)) for day, number in before.items() for _ in range(number)]
    known += [_number(published) if published else seen for seen, published in arrived]
    lags = [seen - _number(published) for seen, published in arrived if published]
    late = max(0, upper(lags, 0.95)) if len({seen for seen, _ in arrived}) >= FEW_ARRIVALS and lags else A_MONTH
    return Days(
        tuple(sorted(day for day in known if day <= today)), tuple(sorted(seen for seen, _ in arrived)), late, today
    )


def _number(moment: str) -> int:
    return workday(date.fromisoformat(moment[:10]))


def look(store: Store, source: str, name: str, now: date, opened: Mapping[str, str]) -> Iterator[Trouble]:
    """What is unlike the history of a source whose last run was whole. `name` is the force's.

    `opened` holds since when what was told of it lasts: by field, and FEW. What has been so since then is no history.
    """
    found = upkeep.history(store, source, (now - YEARS).isoformat())
    yield from counts(source, name, days(found, now), _number(opened[FEW]) if FEW in opened else None)
    yield from listing(source, name, found.listed)
    yield from empty_fields(store, source, name, opened)


def counts(source: str, name: str, these: Days, few_since: int | None = None) -> Iterator[Trouble]:
    """Quiet, or else too few; or too many."""
    advice = f"look at its site, then `foiwatch probe` its log and `foiwatch crawl {source} --full`"
    quiet, limit = _quiet(these)
    if quiet:
        said = f"{name}: nothing new for {quiet} working days; its history makes more than {limit} unlikely"
        yield Trouble(QUIET, source, "quiet", said, advice)
    number, bounds = _lately(these, MONTHS, few_since)
    # Quiet says it already; but what was told as few has not ended because nothing at all comes now.
    if bounds and number < bounds[0] and (not quiet or few_since is not None):
        said = f"{name}: {number} new in {MONTHS + these.allowed} working days, where at least {bounds[0]} are likely"
        yield Trouble(FEW, source, "few", said, advice)
    number, bounds = _lately(these, WEEK)
    if bounds and number > FLOOD * bounds[1]:
        said = f"{name}: {number} new within a week, where at most {bounds[1]} are likely"
        yield Trouble(MANY, source, "many", said, "look at some of them: old pages may stand at new addresses")


def _quiet(these: Days) -> tuple[int, int]:
    """For how long nothing has come, and the limit, where that is passed."""
    published, came = quiet_limit(these.known), quiet_limit(these.arrived)
    limits = [] if came is None else [came]
    # What is put up a month at a time shows no gap of publication, and nothing for a month.
    limits += [] if published is None else [max(published, these.late + WEEK)]
    if not limits:
        return 0, 0
    limit = max(min(limits), longest(these.known), longest(these.arrived))
    quiet = these.now - max((*these.known, *these.arrived))
    return (quiet, limit) if quiet > limit else (0, 0)


def _lately(these: Days, width: int, opened: int | None = None) -> tuple[int, tuple[int, int] | None]:
    """How many came in the last `width` working days, and the bounds that history, until `opened`, sets to that."""
    span = width + these.allowed
    # Few: what came in a span that allows for being late is compared with a plain one. Many: the other way round.
    since = these.now - (span if width == MONTHS else width)
    until = since if opened is None else min(since, opened - span)
    counted = these.arrived if these.by_arrival or width == WEEK else these.known
    # What was dated before we looked knows of seasons that nobody has seen come yet.
    histories = (these.arrived, these.known) if these.by_arrival else (these.known,)
    found = [likely_counts(days, until, width if width == MONTHS else span) for days in histories]
    likely = [bounds for bounds in found if bounds]
    bounds = (min(one.least for one in likely), max(one.most for one in likely)) if likely else None
    return sum(day >= since for day in counted), bounds


def listing(source: str, name: str, listed: Sequence[int]) -> Iterator[Trouble]:
    """Too few entries in a log that was walked to its end; `listed` begins with the last walk."""
    most = max(listed[1:], default=0)
    if most >= 20 and listed[0] < SHORTER * most:
        said = f"{name}: its log lists {listed[0]} disclosures, where it listed {most} before"
        advice = f"see whether its pages lead on to one another: `foiwatch probe`, `foiwatch crawl {source} --full`"
        yield Trouble(FEW, f"{source}: listing", "few", said, advice)


def empty_fields(store: Store, source: str, name: str, opened: Mapping[str, str]) -> Iterator[Trouble]:
    """Fields that were mostly there and are not there any more."""
    found = upkeep.fields(store, source)
    for number, field in enumerate(upkeep.FIELDS):
        last = [flags[number] for flags in found.last]
        before = [flags[number] for flags in found.before]
        empty, width = went_empty(before, last)
        if not empty and field in opened:
            earlier = upkeep.fields(store, source, opened[field]).before
            if still_empty([flags[number] for flags in earlier], last):
                empty, width = sum(last), len(last)
        if empty:
            share = f"{sum(before)} of {len(before)}"
            said = f"{name}: no {field} in {empty} of the last {width} disclosures; before, {share} had none"
            advice = "the site may have changed: `foiwatch probe` a page of it"
            yield Trouble(FIELD, f"{source}: {field}", "empty", said, advice)
