"""Sending through Apprise, each target on its own; marked sent only after the service accepted it."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from itertools import groupby

from apprise import Apprise, AppriseAsset, NotifyBase, NotifyFormat
from apprise.plugins.custom_json import NotifyJSON
from apprise.result import AppriseResultStatus
from filelock import FileLock

from alerts.compose import Message, compose
from alerts.patience import given_up, next_attempt
from alerts.subscriptions import Subscription
from alerts.targets import digest, name, single
from store import outbox
from store.database import Store
from store.outbox import Delivery

TIMEOUT = 45  # seconds that one message may take
# Apprise waits 4 s for an answer. A service that accepts a message in 5 s would then be sent it again and again.
ANSWER = 30.0
WORKERS = 8
LOCK = "deliver.lock"

# What Apprise logs of a failure comes back with its result and is said once, by us.
logging.getLogger("apprise").propagate = False


@dataclass(frozen=True)
class Outcome:
    """What a service made of a message: `error` is empty when it accepted it."""

    target: str
    error: str = ""


@dataclass(frozen=True)
class Report:
    """What delivering came to. `errors` are sentences for the operator, one a target that failed."""

    sent: tuple[Delivery, ...] = ()
    waiting: tuple[Delivery, ...] = ()
    dead: tuple[Delivery, ...] = ()
    errors: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_well(self) -> bool:
        """Whether every service accepted what it was sent now."""
        return not self.errors

    def counts(self) -> str:
        """How many were delivered now, and how many wait or are dead in all."""
        return f"delivered {len(self.sent)}, waiting {len(self.waiting)}, dead {len(self.dead)}"


@dataclass(frozen=True)
class _Parcel:
    address: str
    deliveries: tuple[Delivery, ...]
    message: Message


def deliver(store: Store, subscriptions: Iterable[Subscription], now: str) -> Report:
    """Send all that is due, one message for each subscription and target. What fails, waits."""
    addresses = {digest(address): address for one in subscriptions for address in single(one.to)}
    # Two that deliver at once would both send what neither has marked yet.
    with FileLock(store.folder / LOCK):
        sent, errors = _deliver(store, addresses, now)
    return Report(
        tuple(sent),
        tuple(outbox.deliveries(store, "waiting")),
        tuple(outbox.deliveries(store, "dead")),
        tuple(errors),
        {target: name(address) for target, address in addresses.items()},
    )


def _deliver(store: Store, addresses: Mapping[str, str], now: str) -> tuple[list[Delivery], list[str]]:
    waiting = outbox.deliveries(store, "waiting", due=now)
    errors, sent = _orphans(store, waiting, addresses, now), list[Delivery]()
    parcels = [
        _parcel(addresses[target], tuple(group))
        for target, group in _grouped(one for one in waiting if one.target in addresses)
    ]
    with ThreadPoolExecutor(WORKERS) as pool:
        flying = {pool.submit(send, parcel.address, parcel.message): parcel for parcel in parcels}
        for done in as_completed(flying):
            parcel, outcome = flying[done], done.result()
            if outcome.error:
                errors.append(_give_back(store, parcel, outcome.error, now))
            else:
                outbox.mark_sent(store, parcel.deliveries, now)
                sent += [replace(one, last_error="") for one in parcel.deliveries]
    return sent, errors


def _grouped(deliveries: Iterable[Delivery]) -> Iterable[tuple[str, Iterable[Delivery]]]:
    def key(one: Delivery) -> tuple[str, str]:
        return one.subscription, one.target

    for (_, target), group in groupby(sorted(deliveries, key=key), key=key):
        yield target, group


def _parcel(address: str, deliveries: tuple[Delivery, ...]) -> _Parcel:
    key = f"{digest(address)} {' '.join(str(one.alert) for one in deliveries)}"
    message = compose(deliveries[0].subscription, [one.body for one in deliveries], key=key)
    return _Parcel(address, deliveries, message)


def _orphans(store: Store, waiting: Sequence[Delivery], addresses: Mapping[str, str], now: str) -> list[str]:
    """A target that has left the configuration can be sent nothing; that is said, not hidden."""
    lost = [one for one in waiting if one.target not in addresses]
    if not lost:
        return []
    outbox.mark_dead(store, lost, now, "the target is no longer in the configuration")
    return [f"{len(lost)} alerts are for targets that are no longer in the configuration: dead letters"]


def _give_back(store: Store, parcel: _Parcel, error: str, now: str) -> str:
    """Let what failed wait longer each time; what is too old or was tried too often becomes a dead letter."""
    dead = [one for one in parcel.deliveries if given_up(one.attempts, one.queued, now)]
    wait = [one for one in parcel.deliveries if one not in dead]
    if dead:
        outbox.mark_dead(store, dead, now, error)
    if wait:
        tried = min(one.attempts for one in wait)
        outbox.mark_failed(store, wait, next_attempt(tried, now), error)
    fate = f"{len(dead)} given up, {len(wait)} will be tried again" if dead else f"{len(wait)} will be tried again"
    return f"{parcel.deliveries[0].subscription}: {name(parcel.address)}: {error}: {fate}"


def understood(address: str) -> bool:
    """Whether Apprise knows such addresses; whether the service will accept anything is not asked."""
    return all(_service(one) is not None for one in single([address]))


def _service(address: str) -> NotifyBase | None:
    # A scraped title must not be able to name a file or an escape for Apprise to act on.
    asset = AppriseAsset(app_id="foiwatch", app_desc="", interpret_escapes=False)
    service: NotifyBase | None = Apprise.instantiate(address, asset=asset)
    return service


def send(address: str, message: Message) -> Outcome:
    """Send one message to one target, with an Apprise object of its own: one used again makes itself wait."""
    shown, service = name(address), _service(address)
    if service is None:
        return Outcome(shown, "Apprise does not understand this address")
    if isinstance(service, NotifyJSON):
        # Apprise's own keys (title, message, type) stay; the facts for a program stand under "foiwatch".
        service.payload_extras["foiwatch"] = message.payload
        service.headers["Idempotency-Key"] = message.key
    if service.socket_read_timeout == type(service).socket_read_timeout:  # no ?rto= in the address
        service.socket_read_timeout = ANSWER
    kind, body = _face(service, message)
    calls = Apprise()
    calls.add(service)
    result = calls.notify(body=body, title=message.subject, body_format=kind, timeout=TIMEOUT)
    if result:
        return Outcome(shown)
    if result.status is AppriseResultStatus.TIMEOUT:
        return Outcome(shown, f"no answer within {TIMEOUT} s")
    return Outcome(shown, _reason([entry.message for entry in result.logs()]))


def _face(service: object, message: Message) -> tuple[NotifyFormat, str]:
    """The face that a service shows best: HTML for mail, text for programs, Markdown where understood."""
    resolve = service.resolve_format  # type: ignore[attr-defined]
    if isinstance(service, NotifyJSON) or resolve("markdown") is NotifyFormat.TEXT:
        return NotifyFormat.TEXT, message.text
    if resolve("markdown") is NotifyFormat.MARKDOWN:
        return NotifyFormat.MARKDOWN, message.markdown
    return NotifyFormat.HTML, message.html


def _reason(said: Sequence[str]) -> str:
    lines = [" ".join(line.split()).rstrip(".") for line in said if line.strip()]
    return "; ".join(dict.fromkeys(lines))[:300] or "the service did not accept the message"
