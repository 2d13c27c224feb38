"""One round of sending: hosts at the same time, a host's messages one after the other, each noted before the next."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import timedelta

from alerts.compose import Message, compose
from alerts.faces.closing import Closing
from alerts.operator.message import message as to_the_operator
from alerts.operator.trouble import OPERATOR
from alerts.sending.outcome import Outcome
from alerts.sending.patience import (
    FEWEST_ATTEMPTS,
    REFUSALS,
    SUSPECT_AFTER,
    SUSPECT_UNSURE_AFTER,
    closed_until,
    failing,
    given_up_before,
    in_peace,
    next_attempt,
)
from alerts.sending.targets import name
from store import outbox, parcels
from store.database import Store
from store.hindrances import Hindrance, bury, hinder, hindrances, lift
from store.outbox import Delivery
from store.parcels import Parcel

WORKERS = 8
Send = Callable[[str, Message], Outcome]


@dataclass(frozen=True)
class Place:
    """Where a target is: its Apprise address, and a digest of the host that it shares with others."""

    address: str
    host: str


@dataclass
class Round:
    """What is sent now. `places` are the targets of the configuration, by digest."""

    store: Store
    places: Mapping[str, Place]
    now: str
    dead_after: timedelta
    closing: Closing | None = None
    sent: list[Delivery] = field(default_factory=list)
    failures: list[tuple[Parcel, Outcome]] = field(default_factory=list)
    buried: int = 0

    def run(self, send: Send) -> None:
        """Send all that is due to who can be reached; what fails waits, or is given up."""
        self._hindered = hindrances(self.store)
        self._refusals = Counter[str]()
        self._stopped, self._took, self._probed = set[str](), set[str](), set[str]()
        open_to = {target for target in self.places if not self._in_peace(target)}
        # Only now: what waits for a target that is left in peace comes in one message when that is over.
        parcels.freeze(self.store, open_to, self.now, self.closing)
        lanes = self._lanes(parcels.due(self.store, open_to, self.now))
        with ThreadPoolExecutor(WORKERS) as pool:
            flying = dict(self._launch(pool, send, lanes))
            while flying:
                for done in wait(flying, return_when=FIRST_COMPLETED).done:
                    parcel, lane = flying.pop(done)
                    self._settle(parcel, done.result(), lane)
                    flying.update(self._launch(pool, send, [lane]))
        tried = [parcel.id for parcel, _ in self.failures]
        before = given_up_before(self.now, self.dead_after)
        self.buried = bury(self.store, tried, self._stopped, before, FEWEST_ATTEMPTS, self.now)

    def _in_peace(self, target: str) -> bool:
        host = self.places[target].host
        return any(in_peace(self._hindered.get(who), self.now) for who in (f"target {target}", f"host {host}"))

    def _lanes(self, due: Iterable[Parcel]) -> list[deque[Parcel]]:
        lanes: dict[str, deque[Parcel]] = {}
        for parcel in due:
            lanes.setdefault(self.places[parcel.target].host, deque()).append(parcel)
        return list(lanes.values())

    def _launch(
        self, pool: ThreadPoolExecutor, send: Send, lanes: Iterable[deque[Parcel]]
    ) -> Iterator[tuple[Future[Outcome], tuple[Parcel, deque[Parcel]]]]:
        """The next of each lane, but for those whose target or host failed in this round."""
        for lane in lanes:
            while lane and (lane[0].target in self._stopped or self._in_peace(lane[0].target)):
                lane.popleft()
            if lane:
                parcel = lane.popleft()
                parcels.begin(self.store, parcel)
                yield pool.submit(_sent, send, self.places[parcel.target].address, parcel), (parcel, lane)

    def _settle(self, parcel: Parcel, outcome: Outcome, lane: deque[Parcel]) -> None:
        if not outcome.error:
            self._accepted(parcel)
            return
        culprit = self._culprit(parcel, outcome)
        if outcome.blame not in ("silent", ""):
            parcels.answered(self.store, parcel)
        if len(parcel.deliveries) > 1 and self._may_split(parcel, culprit):
            lane.extendleft(reversed(parcels.split(self.store, parcel, self.now)))
        else:
            self._failed(parcel, outcome, culprit)

    def _accepted(self, parcel: Parcel) -> None:
        well = f"target {parcel.target}", f"host {self.places[parcel.target].host}"
        self._refusals[parcel.target] = 0
        self._took.add(parcel.target)
        with self.store.writing_privately():
            outbox.mark_sent(self.store, parcel.deliveries, self.now)
            if any(who in self._hindered for who in well):
                lift(self.store, *well)
        for who in well:
            self._hindered.pop(who, None)
        self.sent += [replace(one, last_error="") for one in parcel.deliveries]

    def _culprit(self, parcel: Parcel, outcome: Outcome) -> str:
        """Whether the `message` is why it failed, or `perhaps`, or only the `other` side."""
        if outcome.refused:
            self._refusals[parcel.target] += 1
            return "message" if self._refusals[parcel.target] <= REFUSALS else "other"
        unsure = parcel.unsure or outcome.blame == "silent"
        suspect = parcel.attempts >= (SUSPECT_UNSURE_AFTER if unsure else SUSPECT_AFTER)
        if suspect and outcome.blame in ("unclear", "silent"):
            return "message" if parcel.target in self._took else "perhaps"
        return "other"

    def _may_split(self, parcel: Parcel, culprit: str) -> bool:
        """Without a sign that the target takes anything, once a round: it may be down, and want one message later."""
        probe = culprit == "perhaps" and parcel.target not in self._probed
        if probe:
            self._probed.add(parcel.target)
        return probe or culprit == "message"

    def _failed(self, parcel: Parcel, outcome: Outcome, culprit: str) -> None:
        self.failures.append((parcel, outcome))
        again = next_attempt(parcel.attempts, self.now, outcome.retry_after, self.dead_after)
        if culprit != "message":
            self._stopped.add(parcel.target)
        with self.store.writing_privately():
            if culprit == "other":
                again = max(again, self._hinder(parcel.target, outcome))
            outbox.mark_failed(self.store, parcel.deliveries, again, outcome.error)

    def _hinder(self, target: str, outcome: Outcome) -> str:
        """Leave the target in peace, and its host if that is what fails; returns until when."""
        who = f"target {target}"
        before = self._hindered.get(who)
        until = next_attempt(before.failures if before else 0, self.now, outcome.retry_after, self.dead_after)
        self._note(failing(before, who, outcome.brief, self.now, until))
        if outcome.blame in ("host", "unclear", "silent"):
            who = f"host {self.places[target].host}"
            before = self._hindered.get(who)
            self._note(failing(before, who, outcome.brief, self.now, closed_until(before, self.now)))
        return until

    def _note(self, one: Hindrance) -> None:
        self._hindered[one.who] = one
        hinder(self.store, one)


def _sent(send: Send, address: str, parcel: Parcel) -> Outcome:
    try:
        message = message_of(parcel)
    except (LookupError, TypeError, ValueError) as error:
        # One that another version of foiwatch wrote must not keep the others from being told.
        brief = f"it cannot be written: {type(error).__name__}"
        return Outcome(name(address), brief, blame="message", brief=brief)
    return send(address, message)


def message_of(parcel: Parcel) -> Message:
    """The message of a parcel: the same each time, as its alerts are frozen."""
    bodies = [one.body for one in parcel.deliveries]
    if parcel.subscription == OPERATOR:
        return to_the_operator(bodies, parcel.key)
    message = compose(parcel.subscription, bodies, made=parcel.made, closing=parcel.closing)
    return replace(message, key=parcel.key)
