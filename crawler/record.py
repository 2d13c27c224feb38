"""One source's run as the store sees it: what is listed, what was kept, what failed, and how the run ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crawler.account import Account
from crawler.doubts import of_the_site
from crawler.evidence import Evidence
from crawler.reader import fingerprint
from store import keeping, kept, log, runs, walks, withdrawals
from store.database import Store
from store.errors import MassDisappearance
from store.purging.bars import addresses_down, refusal
from store.purging.burying import bury_entry
from store.purging.errors import TakenDown
from store.records import Entry, Kept, RunResult, Sighting, Validators
from store.references import noted
from store.withdrawals import RUNS, Gone


@dataclass(frozen=True)
class Found:
    """What a source yields for each page that it could read: the item of the Scrapy project."""

    entry: Entry
    sighting: Sighting
    validators: tuple[tuple[str, Validators], ...] = ()
    unfinished: str = ""


@dataclass
class Record:
    """Writes one run of `source`. Nothing is taken from the record before the run has proved to be whole."""

    store: Store
    source: str
    mode: str
    now: datetime
    run: int
    evidence: Evidence
    account: Account = field(default_factory=Account)
    gone: list[Gone] = field(default_factory=list)
    soft: list[Gone] = field(default_factory=list)
    news: set[str] = field(default_factory=set)

    @property
    def moment(self) -> str:
        return self.now.isoformat()

    def _baseline(self, address: str) -> bool:
        """The first walk of a log brings what was there already: no news, but for what was published meanwhile."""
        return self.mode == "first" and address not in self.news

    def listed(self, entries: Sequence[Entry]) -> list[Entry]:
        """Note what a listing page shows; returns what is to be fetched: not kept yet, or modified since."""
        down = addresses_down(self.store.db.conn, [entry.address for entry in entries])
        for address, tombstone in down.items():
            if self.account.take_up(address):
                self.taken_down(address, refusal(tombstone))
        others = [entry for entry in entries if entry.address not in down]
        return log.list_entries(self.store, self.source, others, self.moment)

    def taken_down(self, address: str, refused: TakenDown) -> None:
        """It was taken down here: nothing of it is kept, not even where it is listed."""
        self.evidence.forget(address)
        bury_entry(self.store, refused.tombstone, self.source, address)
        runs.add_problem(self.store, self.run, "", "skipped", str(refused))
        self.account.settle(address, "skipped")

    def validators(self, address: str) -> Validators | None:
        return walks.validators(self.store, address)

    def save_validators(self, pairs: Sequence[tuple[str, Validators]]) -> None:
        for address, validators in pairs:
            walks.save_validators(self.store, address, validators, self.moment)

    def keep(self, found: Found) -> Kept:
        """Keep a sighting with all that belongs to it, and settle its entry, in one transaction."""
        with self.store.writing():
            baseline = self._baseline(found.entry.address)
            came_to = keeping.keep(
                self.store, found.sighting, seen=self.moment, run=self.run, baseline=baseline, reader=fingerprint()
            )
            self.evidence.kept(found.entry.address, found.sighting, came_to)
            if found.unfinished:
                self._settle(found.entry, "failed", found.unfinished, came_to.disclosure)
            else:
                self.save_validators(found.validators)
                self._settle(found.entry, "kept", "", came_to.disclosure)
        came = "unchanged" if came_to.verb == "completed" else came_to.verb
        self.account.settle(found.entry.address, "failed" if found.unfinished else came)
        return came_to

    def unchanged(self, entry: Entry, disclosure: int) -> None:
        """The server says that the page is as it was kept."""
        with self.store.writing():
            kept.seen_again(self.store, disclosure, self.moment)
            self._settle(entry, "kept", "", disclosure)
        self.account.settle(entry.address, "unchanged")

    def skipped(self, entry: Entry, reason: str, detail: str = "", *, settle: bool = True) -> None:
        """Not read, for a reason that is no failure; `settle=False` leaves it waiting for another run."""
        with self.store.writing():
            if settle:
                self._settle(entry, "skipped", reason)
                runs.add_problem(self.store, self.run, entry.address, "skipped", reason, detail)
        self.account.settle(entry.address, "skipped")

    def failed(self, entry: Entry, reason: str, detail: str = "") -> None:
        """Could not be read; stays owed, and the run is not whole."""
        with self.store.writing():
            self._settle(entry, "failed", reason)
            runs.add_problem(self.store, self.run, entry.address, "failed", reason, detail)
        self.account.settle(entry.address, "failed")

    def missing(self, entry: Entry, gone: Gone) -> None:
        """Its own server says that the page is gone. What that means is decided when the run ends."""
        with self.store.writing():
            self.evidence.gone(entry.address)
            self._settle(entry, "gone", gone.reason)
        self.gone.append(gone)
        self.account.settle(entry.address, "skipped")

    def note(self, address: str, reason: str, detail: str = "") -> None:
        """Something that the operator should know and that does not make the run less than whole."""
        runs.add_problem(self.store, self.run, address, "noted", reason, detail)

    def end(self, problem: str, address: str = "", detail: str = "") -> None:
        """The run ends here and is not whole."""
        self.account.end(problem)
        runs.add_problem(self.store, self.run, address, "failed", problem, detail)

    def finish(
        self, withdrawn_after_days: float, ended: str, *, runs_at_least: int = RUNS, accept_withdrawals: bool = False
    ) -> RunResult:
        """Close the run at the time `ended`; only a whole one may take from the record."""
        if not accept_withdrawals and of_the_site(len(self.soft), self.account.seen):
            self._disbelieve()
        if self.account.whole:
            self._take(withdrawn_after_days, runs_at_least, accept_withdrawals)
        self.evidence.close()
        result = self._result(ended)
        runs.finish_run(self.store, self.run, result)
        noted.renew(self.store, self.source, self.moment)
        return result

    def _disbelieve(self) -> None:
        """So many pages gave way to another that the site is at fault: they are owed, and nothing is taken."""
        self.end(f"{self.soft[0].reason}: {len(self.soft)} pages at once", self.soft[0].address)
        for one in self.soft:
            self.failed(Entry(one.address), one.reason, f"HTTP {one.status}: {one.url}")

    def _take(self, days: float, runs_at_least: int, however_many: bool) -> None:
        try:
            self.account.withdrawn = withdrawals.take(
                self.store,
                self.source,
                self.gone,
                now=self.moment,
                run=self.run,
                runs=runs_at_least,
                days=days,
                however_many=however_many,
            )
        except MassDisappearance as vanished:
            self.end(str(vanished))

    def _settle(self, entry: Entry, state: str, reason: str, disclosure: int | None = None) -> None:
        log.settle(self.store, self.source, entry.address, state, self.moment, reason=reason, disclosure=disclosure)
        self.evidence.forget(entry.address)

    def _result(self, ended: str) -> RunResult:
        account = self.account
        return RunResult(
            source=self.source,
            started=self.moment,
            ended=ended,
            mode=self.mode,
            whole=account.whole,
            problem=account.why,
            listed=len(account.listed | account.taken_up),
            new=account.count("new"),
            changed=account.count("changed") + account.count("restored"),
            unchanged=account.unchanged,
            skipped=account.count("skipped"),
            failed=account.count("failed"),
            withdrawn=account.withdrawn,
            requests=account.requests,
        )
