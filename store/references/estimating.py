"""Estimates how many requests were numbered, year by year, and what share of these is published here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from store.database import Store
from store.references import proofs
from store.references.coverage import Coverage, coverage
from store.references.holes import Hole, Month, by_month, largest_holes
from store.references.limits import NO_YEAR, NOTHING_READ, limits_of, unseen
from store.references.outliers import settled
from store.references.proofs import Test
from store.references.sequences import Seen, Series, groups, series_of, twice_counted
from store.references.serial import BETWEEN, FROM_ONE, Interval, between, from_one
from store.references.years import after, before, year_of


@dataclass(frozen=True)
class Estimate:
    """One sequence in one year. `reason` says why its numbering allows no estimate, "" where it does.

    `seen` counts the different numbers, from `lowest` to `highest`; `up_to` is their newest date; `running`: the
    year was not over at the last look. `numbered` is how many requests were, by estimate, numbered, and `share`
    which part of these is published here; both None without an estimate. `at_least`: for the reasons in `limits`
    the share may be larger. `unnumbered`: disclosures of the year of which no number was read. `aside`: numbers
    out of all sequence, left out.
    """

    forces: tuple[str, ...]
    sources: tuple[str, ...]
    series: str
    year: str
    seen: int
    lowest: int = 0
    highest: int = 0
    up_to: str = ""
    running: bool = False
    numbered: Interval | None = None
    share: tuple[float, float, float] | None = None
    at_least: bool = False
    unnumbered: int = 0
    aside: tuple[int, ...] = ()
    holes: tuple[Hole, ...] = ()
    months: tuple[Month, ...] = ()
    tests: tuple[Test, ...] = ()
    reason: str = ""
    method: str = ""
    limits: tuple[str, ...] = ()


def estimates(store: Store, forces: Collection[str] = ()) -> tuple[Estimate, ...]:
    """Each sequence in each year, by force, series and year, of all forces or of these (full names).

    Those whose numbering allows no estimate are among them, with the reason; `share` is (estimate, low, high).
    Reads the narrow table alone, force by force: about a second for forty thousand disclosures. What was noted
    when the last crawl ended is had at once, by `store.references.noted.noted`.
    """
    db = store.db.conn
    twice = twice_counted(db)
    return tuple(one for group in groups(db, forces) for one in of_group(db, group, twice))


def of_group(db: Connection, forces: tuple[str, ...], twice: Collection[int]) -> Iterator[Estimate]:
    """The estimates of one of the `groups`; disclosures of `twice_counted` do not count."""
    for series in series_of(db, forces, twice):
        yield from of_series(series, coverage(db, series.sources))


def of_series(series: Series, logs: Sequence[Coverage]) -> Iterator[Estimate]:
    """One for each year of a sequence; `logs` are those that it is published in."""
    if not series.years:
        yield _nothing_read(series)
    numbers = {year: [one.number for one in settled(seen)[0]] for year, seen in series.years.items()}
    for year, seen in series.years.items():
        if not year:
            yield _without_year(series, seen)
            continue
        yield _Year(series, year, numbers, logs).estimate()


def _nothing_read(series: Series) -> Estimate:
    count = len(series.unnumbered)
    reason = NOTHING_READ.format(count=count)
    tests = (Test("a running number in the reference", False, reason),)
    return Estimate(series.forces, series.sources, "", "", 0, unnumbered=count, tests=tests, reason=reason)


def _without_year(series: Series, seen: Sequence[Seen]) -> Estimate:
    lowest, highest = seen[0].number, seen[-1].number
    test = Test("a year in the reference", False, NO_YEAR)
    up_to = max(one.day for one in seen)
    return Estimate(
        series.forces, series.sources, series.name, "", len(seen), lowest, highest, up_to,
        tests=(test,), reason=NO_YEAR,
    )  # fmt: skip


class _Year:
    """One sequence in one year, while it is judged."""

    def __init__(self, series: Series, year: str, numbers: dict[str, list[int]], logs: Sequence[Coverage]) -> None:
        self.series, self.year, self.logs = series, year, logs
        self.seen, self.aside = settled(series.years[year])
        self.numbers, self.last_year = numbers[year], numbers.get(before(year), [])
        self.next_year = numbers.get(after(year), [])
        self.unnumbered = sum(year_of(day, year) == year for day in series.unnumbered)

    def estimate(self) -> Estimate:
        tests = [Test("a year in the reference", True, self.year), unseen(self.year, self.logs)]
        tests += [proofs.enough(self.seen), proofs.rises(self.seen)]
        reason = next((test.said for test in tests if test.refuses and not test.passed), "")
        return self._refused(tests, reason) if reason else self._estimated(tests)

    def _refused(self, tests: list[Test], reason: str) -> Estimate:
        return self._told(tests=tuple(tests), reason=reason)

    def _estimated(self, tests: list[Test]) -> Estimate:
        start = proofs.from_the_start(self.numbers, self.last_year)
        first = 1 if start.passed else self.numbers[0]
        numbered = self._numbered(start.passed)
        share = tuple(min(1.0, len(self.numbers) / total) for total in (numbered.estimate, numbered.high, numbered.low))
        tests += [start, proofs.dense(share[0]), proofs.even(self.numbers, first, first + numbered.estimate - 1)]
        limits, at_least = limits_of(self.series, self.year, self.logs, tests, self.unnumbered, self.running)
        return self._told(
            numbered=numbered,
            share=(share[0], share[1], share[2]),
            at_least=at_least,
            holes=largest_holes(self.seen, first),
            months=by_month(self.seen, first),
            tests=tuple(tests),
            method=FROM_ONE if start.passed else BETWEEN,
            limits=limits,
        )

    def _numbered(self, from_the_start: bool) -> Interval:
        lowest, highest, count = self.numbers[0], self.numbers[-1], len(self.numbers)
        if from_the_start:
            return from_one(highest, count)
        if proofs.goes_on(self.last_year, self.numbers) and proofs.goes_on(self.numbers, self.next_year):
            return between(lowest, highest, count, self.next_year[0] - self.last_year[-1] - 1)
        return between(lowest, highest, count)

    @property
    def running(self) -> bool:
        return any(year_of(log.last, self.year) == self.year for log in self.logs)

    def _told(self, **told: object) -> Estimate:
        days = [one.day for one in self.seen if one.day]
        known: dict[str, object] = {
            "lowest": self.numbers[0], "highest": self.numbers[-1], "up_to": max(days, default=""),
            "running": self.running, "unnumbered": self.unnumbered,
            "aside": tuple(sorted(one.number for one in self.aside)),
        }  # fmt: skip
        series = self.series
        return Estimate(series.forces, series.sources, series.name, self.year, len(self.numbers), **known, **told)  # type: ignore[arg-type]
