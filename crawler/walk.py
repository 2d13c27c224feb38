"""The walk of a listing: what is known from last time, when it goes on, and when it may stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import Request
from scrapy.http import Response

from crawler.answers import validators_of
from crawler.evidence import Evidence
from crawler.failures import EmptyListing, RepeatedListing, ShortListing
from crawler.record import Record
from store import log, runs, walks
from store.database import open_store
from store.records import Entry, Validators

if TYPE_CHECKING:
    from crawler.source import Source

TOLERANCE = 0.02  # of the number that a listing gives for itself: logs change while they are walked


@dataclass(frozen=True)
class ListingPage:
    """A page of a listing as read: its entries, where the next page is, and how many entries it claims in all."""

    url: str
    entries: Sequence[Entry]
    next_url: str = ""
    total: int = 0
    may_be_empty: bool = False
    ordered: bool = False


@dataclass
class Walking:
    """One run's walk of the listing of `source`. Modes: first (until the end was reached once), full, poll."""

    source: "Source"
    record: Record
    before: walks.Walk
    since: str
    seen: set[str] = field(default_factory=set)
    cut: bool = False  # the walk left a part out on purpose, so that totals do not tell
    above: bool = True  # no page of known entries was met yet
    jumped: bool = False  # to where the last walk broke off
    validators: list[tuple[str, Validators]] = field(default_factory=list)

    @classmethod
    def begin(cls, source: "Source", now: datetime) -> Self:
        """Open the store and begin a run in the mode that the record calls for."""
        store = open_store(Path(source.settings["FOIWATCH_STORE"]))
        walks.register_sources(store, [(source.name, source.full_name, source.platform, source.site)])
        walks.register_forces(store, [(source.full_name, type(source).site)])
        before = walks.walk(store, source.name)
        since = source.asked_since or source.since or ("" if source.full else before.since)
        mode = _mode(source, before, since, now)
        run = runs.begin_run(store, source.name, mode, now.isoformat())
        about = {"software": source.settings["BOT_NAME"], "http-header-user-agent": source.settings["USER_AGENT"]}
        evidence = Evidence(store, source.name, run, now.isoformat(), about)
        return cls(source, Record(store, source.name, mode, now, run, evidence), before, since)

    @property
    def polls(self) -> bool:
        """Whether this run looks for what is new only; it may then stop at a page of known entries."""
        return self.record.mode == "poll"

    @property
    def may_revalidate(self) -> bool:
        """Whether "not modified" would tell all: not when the last walk broke off behind the first page."""
        return self.polls and not self.before.frontier

    def last_modified(self) -> str:
        """The latest modification that a walk which came to its end has seen, ISO 8601; "" when there is none."""
        return self.before.modified_to

    def page(self, page: ListingPage) -> Iterator[Request]:
        """The requests that follow from a page of the listing. Raises EmptyListing and RepeatedListing."""
        first = not self.seen
        unknown, owed = self._note(page)
        yield from self._visits(owed)
        if first:
            yield from self._visits(log.waiting(self.record.store, self.source.name))
        target = self._next(page, unknown)
        if target:
            if self.jumped or not self.before.frontier:
                walks.save_walk(self.record.store, self.source.name, frontier=target)
            yield self.source.next_listing(target)
        else:
            self._check_total(page)
            yield from self.end()

    def end(self) -> Iterator[Request]:
        """The listing was walked as far as this run has to: now the re-check."""
        store, name, now = self.record.store, self.source.name, self.record.moment
        modified = log.latest_modified(store, name)
        changes = {"walked": now, "complete": True, "frontier": "", "since": self.since, "modified_to": modified}
        if not self.polls:
            changes["walked_fully"] = now
        walks.save_walk(store, name, **changes)
        self.record.save_validators(self.validators)
        yield from self._visits(log.waiting(store, name))
        if self.source.full:
            yield from self._visits(log.due(store, name, now, 0.0))
        elif self.record.mode == "full":
            yield from self._visits(log.not_listed(store, name, now))
        yield from self._visits(log.due(store, name, now, self.source.recheck_days))

    def found_at(self, listing: str) -> None:
        """Remember the address at which the listing was read."""
        walks.save_walk(self.record.store, self.source.name, listing=listing)

    def remember(self, response: Response) -> None:
        """Note what the server says of the listing's first page, to be kept only once the walk has come to its end."""
        assert response.request is not None
        self.validators = [(response.request.cb_kwargs["address"], validators_of(response) or Validators())]

    def _note(self, page: ListingPage) -> tuple[set[str], list[Entry]]:
        """The addresses that were never listed before, and the entries that are owed a visit."""
        addresses = {entry.address for entry in page.entries}
        if not addresses and not page.may_be_empty:
            raise EmptyListing(page.url)
        if addresses and addresses <= self.seen:
            raise RepeatedListing(page.url)
        self.seen |= addresses
        self.record.account.listed |= addresses
        unknown = addresses - log.known(self.record.store, self.source.name, addresses)
        # Above the first page of known entries stands what was published since an earlier run: news even while
        # the first walk goes on, which may take days or, where a page of the log is broken, never ends.
        self.above = self.above and bool(unknown)
        if self.above and self.source.newest_first and (self.before.walked or self.before.frontier):
            self.record.news |= unknown
        return unknown, self.record.listed(page.entries)

    def _visits(self, entries: Sequence[Entry]) -> Iterator[Request]:
        for entry in entries:
            if not self.record.account.take_up(entry.address):
                continue
            if self._too_old(entry):
                self.cut = True
                self.record.skipped(entry, f"before {self.since}", settle=False)
            else:
                yield self.source.visits.request(entry)

    def _too_old(self, entry: Entry) -> bool:
        # A month ("2025-03") is too old only when all of it is.
        return bool(self.since and entry.published and entry.published < self.since[: len(entry.published)])

    def _next(self, page: ListingPage, unknown: set[str]) -> str:
        """The address of the listing's page to walk to, or "" when this run need not go on."""
        ordered = self.source.newest_first and (page.ordered or in_order(page.entries))
        if self.since and ordered and page.entries and all(map(self._too_old, page.entries)):
            self.cut = True
            return ""
        if unknown or not page.next_url:
            return page.next_url
        if ordered and self.before.frontier and not self.jumped:
            self.cut = self.jumped = True
            return self.before.frontier
        return "" if self.polls and ordered else page.next_url

    def _check_total(self, page: ListingPage) -> None:
        if self.polls or self.cut or not page.total:
            return
        if len(self.seen) < page.total * (1 - TOLERANCE):
            short = ShortListing(f"it says {page.total} and shows {len(self.seen)}")
            self.record.end(str(short), page.url)  # what it does show is still kept


def in_order(entries: Sequence[Entry]) -> bool:
    """Whether the dates that a page of the listing shows, if any, run from the newest to the oldest."""
    # A month is what the folders of an address tell, in which no log is sorted.
    dates = [entry.published for entry in entries if len(entry.published) == len("2026-01-31")]
    return all(a >= b for a, b in pairwise(dates))


def _mode(source: "Source", before: walks.Walk, since: str, now: datetime) -> str:
    reaches_further = bool(before.since) and (not since or since < before.since)
    if not before.complete or reaches_further:
        return "first"
    fully = datetime.fromisoformat(before.walked_fully) if before.walked_fully else now
    overdue = now - fully >= timedelta(days=source.recheck_days)
    return "full" if source.full or overdue else "poll"
