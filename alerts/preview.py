"""Looking without sending: the very messages that would go out, to whom and when, and a sample to try targets with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from alerts.compose import Message, compose
from alerts.faces.closing import closings
from alerts.faces.wording import counted
from alerts.sending.rounds import message_of
from alerts.sending.targets import digest, name, single
from alerts.subscribing.queue import steps
from alerts.subscribing.subscriptions import Subscription
from store import outbox, parcels
from store.database import Store

_EVER = "9999"
_SHOWN = {"mailto": "a mail", "mailtos": "a mail", "slack": "Slack blocks", "json": "JSON", "jsons": "JSON"}

_Key = tuple[int, str, int, str]
_Group = tuple[str, str, tuple[_Key, ...]]  # when, since when its last message, and which alerts


@dataclass(frozen=True)
class Preview:
    """A message that would be sent: to whom (without secrets), when (ISO 8601), and all its faces."""

    subscription: str
    targets: tuple[str, ...]
    when: str
    now: str
    message: Message

    @property
    def heading(self) -> str:
        """One line for the terminal."""
        when = datetime.fromisoformat(self.when).astimezone(UTC)
        moment = "now" if self.when <= self.now else f"on {when.day} {when:%B %Y} at {when:%H:%M} UTC"
        return f"=== {self.subscription}: to {counted(len(self.targets), 'target')}, {moment} ==="


def preview(store: Store, subscriptions: Iterable[Subscription], now: str) -> Iterator[Preview]:
    """Every message that waits or would be queued, each once with all the targets that get the same."""
    for one in subscriptions:
        addresses = {digest(address): address for address in single(one.to)}
        for parcel in parcels.due(store, addresses, _EVER):
            if parcel.subscription == one.name:
                when = max(delivery.next_attempt for delivery in parcel.deliveries)
                yield Preview(one.name, _named(addresses, [parcel.target]), when, now, message_of(parcel))
        yield from _loose(store, one, addresses, now)


def _loose(store: Store, one: Subscription, addresses: Mapping[str, str], now: str) -> Iterator[Preview]:
    """Of what is in no message yet: targets that get the same alerts at the same time are told of together."""
    bodies: dict[_Key, dict[str, Any]] = {}
    going: dict[str, dict[str, list[_Key]]] = {target: defaultdict(list) for target in addresses or [""]}
    for target, when, key, body in (*_waiting(store, one), *_coming(store, one, now)):
        if target in going and body.get("kind") in ("item", "summary"):
            bodies[key] = body
            going[target][max(when, now)].append(key)
    groups: dict[_Group, list[str]] = defaultdict(list)
    for target, moments in going.items():
        for when, every in moments.items():
            groups[when, parcels.last_made(store, one.name, target), tuple(every)].append(target)
    closing = closings(store, [one], now)
    for (when, since, keys), targets in sorted(groups.items()):
        told = [bodies[key] for key in keys]
        message = compose(one.name, told, made=when, closing=closing(one.name, since))
        yield Preview(one.name, _named(addresses, targets), when, now, message)


def _waiting(store: Store, one: Subscription) -> Iterator[tuple[str, str, _Key, dict[str, Any]]]:
    for each in outbox.deliveries(store, "waiting", subscription=one.name):
        if not each.parcel:
            yield each.target, each.next_attempt, (each.disclosure, each.event, each.version, each.about), each.body


def _coming(store: Store, one: Subscription, now: str) -> Iterator[tuple[str, str, _Key, dict[str, Any]]]:
    for step in steps(store, one, now):
        for alert in step.alerts:
            key = (alert.disclosure, alert.event, alert.version, alert.about)
            for target in step.targets or ("",):
                yield target, step.due, key, dict(alert.body)


def _named(addresses: Mapping[str, str], targets: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name(addresses[one])}: {_face(addresses[one])}" for one in targets if one in addresses)


def _face(address: str) -> str:
    return _SHOWN.get(address.partition("://")[0].lower(), "text or Markdown, as the service takes it")


def sample(subscription: Subscription, now: str) -> Message:
    """A marked test message with an invented disclosure in it."""
    topics = list(subscription.topics) or ["misconduct"]
    invented = {
        "kind": "item",
        "id": 0,
        "event": "new",
        "version": 1,
        "seen": now,
        "source": "example",
        "forces": ["Example Constabulary"],
        "title": "Example: misconduct hearings and their outcomes",
        "ref": "000/00",
        "date": now[:10],
        "published": now[:10],
        "address": "https://example.org/disclosure-log/example/",
        "topics": topics,
        "quote": "How many misconduct hearings were held last year, and with what outcome?",
        "words": "misconduct hearings",
        "where": "request",
        "attachments": [{"label": "example.pdf", "address": "https://example.org/example.pdf"}],
        "changed": [],
    }
    return compose(subscription.name, [invented], key=f"test {now}", test=True, made=now)
