"""Whatever a log does, and however its runs end, the ledger of states stays lawful and withdraws nobody too soon."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from stores import new_store

from store.errors import MassDisappearance
from store.keeping import keep
from store.log import settle
from store.records import Sighting
from store.runs import begin_run
from store.states import LEGAL, as_status, states_of, unlike
from store.walks import register_sources
from store.withdrawals import Gone, take

PAGES = 4
RUNS, DAYS = 2, 2.0
START = datetime(2026, 11, 1, 12, tzinfo=UTC)


def address(page: int, place: int) -> str:
    return f"https://essex.example/{page}/{place}/"


def look(page: int, place: int, edition: int) -> Sighting:
    words = " ".join(f"answer {page} word {n}" for n in range(20)) + f" edition {edition}"
    return Sighting("essex", address(page, place), f"Page {page}", words, ref=f"FOI {page}", response_text=words)


class Log(RuleBasedStateMachine):
    """A log of a few pages. Each is at one of three places, or nowhere; a run visits all that is or was known."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = new_store(Path(self.folder.name))
        register_sources(self.store, [("essex", "Essex Police", "single_online_home", "https://essex.example")])
        self.now = START
        self.places: dict[int, int | None] = dict.fromkeys(range(PAGES), 0)
        self.editions = dict.fromkeys(range(PAGES), 0)
        self.met: set[tuple[int, int]] = set()
        # What an outsider counts for each disclosure: whole runs that missed it, and the days watched meanwhile.
        self.missed: dict[int, list[Any]] = {}
        self.ran_whole: datetime | None = None
        self.run(whole=True)

    @rule(hours=st.integers(1, 100))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(page=st.integers(0, PAGES - 1))
    def vanish(self, page: int) -> None:
        self.places[page] = None

    @rule(page=st.integers(0, PAGES - 1), place=st.integers(0, 2))
    def put(self, page: int, place: int) -> None:
        self.places[page] = place

    @rule(page=st.integers(0, PAGES - 1))
    def amend(self, page: int) -> None:
        self.editions[page] += 1

    @rule(whole=st.booleans())
    def run(self, whole: bool) -> None:
        """Visit what is there and what was; a run that is not whole breaks off midway."""
        self.now += timedelta(minutes=1)
        moment = self.now.isoformat()
        number = begin_run(self.store, "essex", "poll", moment)
        visits = [(page, place) for page, place in self.places.items() if place is not None]
        visits += sorted(self.met - set(visits))
        gone = []
        for page, place in visits if whole else visits[: len(visits) // 2]:
            if self.places[page] == place:
                self._found(page, place, number, moment)
            else:
                settle(self.store, "essex", address(page, place), "gone", moment)
                gone.append(Gone(address(page, place), "HTTP 404", 404))
        if whole:
            self._take(gone, number, moment)
            self.store.db.conn.execute("UPDATE runs SET whole = 1, ended = started WHERE id = ?", (number,))
        else:
            self.store.db.conn.execute("UPDATE runs SET ended = started, problem = 'x' WHERE id = ?", (number,))
        self.ran_whole = self.now if whole else None

    def _found(self, page: int, place: int, number: int, moment: str) -> None:
        kept = keep(self.store, look(page, place, self.editions[page]), seen=moment, run=number)
        settle(self.store, "essex", address(page, place), "kept", moment, disclosure=kept.disclosure)
        self.met.add((page, place))
        self.missed.pop(kept.disclosure, None)

    def _take(self, gone: list[Gone], number: int, moment: str) -> None:
        before = self._statuses()
        try:
            take(self.store, "essex", gone, now=moment, run=number, runs=RUNS, days=DAYS)
        except MassDisappearance:
            return
        for disclosure, status in self._statuses().items():
            if status in ("suspect", "withdrawn") and before[disclosure] in ("present", "suspect"):
                self._count(disclosure, status)
            elif status in ("present", "moved"):
                self.missed.pop(disclosure, None)

    def _count(self, disclosure: int, status: str) -> None:
        missed = self.missed.setdefault(disclosure, [0, timedelta(0), None])
        missed[0] += 1
        if missed[2] is not None and self.ran_whole is not None:
            missed[1] += self.now - missed[2]
        missed[2] = self.now
        held = missed[0] >= RUNS and missed[1] >= timedelta(days=DAYS)
        assert (status == "withdrawn") == held

    def _statuses(self) -> dict[int, str]:
        return dict(self.store.db.conn.execute("SELECT id, status FROM disclosures"))

    @invariant()
    def the_ledger_is_lawful(self) -> None:
        for disclosure, status in self._statuses().items():
            states = states_of(self.store.db.conn, disclosure)
            last = ""
            for state in states:
                assert state.state in LEGAL[last], f"{last} -> {state.state}"
                last = state.state
            assert as_status(states[-1]) == status
        assert unlike(self.store.db.conn) == []

    @invariant()
    def the_other_ledger_agrees(self) -> None:
        """Withdrawn is told once for each time, and back again only of what was told as withdrawn."""
        for disclosure in self._statuses():
            query = "SELECT verb FROM changes WHERE disclosure = ? AND verb <> 'changed' ORDER BY id"
            verbs = [verb for (verb,) in self.store.db.conn.execute(query, (disclosure,))]
            expected = ["withdrawn", "restored"] * len(verbs)
            assert verbs == ["new", *expected[: len(verbs) - 1]]
            states = [one.state for one in states_of(self.store.db.conn, disclosure)]
            assert verbs.count("withdrawn") == states.count("withdrawn")

    @invariant()
    def what_is_there_is_never_withdrawn_by_a_run_that_saw_it(self) -> None:
        for page, place in self.places.items():
            known = """SELECT status FROM disclosures JOIN sightings ON disclosure = id
                WHERE address = ? AND last_seen >= ?"""
            row = self.store.db.conn.execute(known, (address(page, place or 0), self.now.isoformat())).fetchone()
            assert place is None or row is None or row[0] == "present"

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestLog = Log.TestCase
TestLog.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
