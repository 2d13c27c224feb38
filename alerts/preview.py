"""Looking without sending: what would go out now, a sample of it, and what a topic would have brought."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rich.table import Table
from rich.text import Text

from alerts.compose import Message, compose
from alerts.items import item
from alerts.queue import due, steps
from alerts.subscriptions import Subscription
from alerts.text_face import flat
from store import outbox
from store.database import Store
from store.lookup import disclosures
from store.matches import Wanted, latest_wanted

MOST_ROWS = 1_000


@dataclass(frozen=True)
class Preview:
    """A message that would be sent: to whom and when in the heading, the plain text as it would be."""

    heading: str
    text: str


def preview(store: Store, subscriptions: Iterable[Subscription], now: str) -> Iterator[Preview]:
    """One message for each subscription that has something to say: what is queued and what would be."""
    for subscription in subscriptions:
        waiting = outbox.deliveries(store, "waiting", subscription=subscription.name)
        bodies: dict[object, Any] = {one.alert: one.body for one in waiting}
        for step in steps(store, subscription, now):
            for alert in step.alerts:
                bodies[alert.disclosure, alert.event, alert.version, alert.about] = alert.body
        if bodies:
            moment = due(subscription.when, now)
            when = "now" if moment == now else f"at {moment}"
            heading = f"=== {subscription.name}: to {len(subscription.to)} targets, {when} ==="
            yield Preview(heading, compose(subscription.name, list(bodies.values())).text)


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
        "address": "https://example.org/disclosure-log/example/",
        "topics": topics,
        "quote": "How many misconduct hearings were held last year, and with what outcome?",
        "words": "misconduct hearings",
        "where": "request",
        "attachments": [{"label": "example.pdf", "address": "https://example.org/example.pdf"}],
        "changed": [],
    }
    return compose(subscription.name, [invented], key=f"test {now}", test=True)


def backtest(store: Store, topic: str, since: str) -> Table:
    """The disclosures about a topic since a day, the latest first, with the words that say so."""
    everything = Subscription("backtest", topics=(topic,))
    table = Table("Date", "Force", "Reference", "Title", "Score", "Words", box=None, pad_edge=False)
    ids = latest_wanted(store, Wanted(topics=(topic,)), MOST_ROWS, since=since)
    for kept in disclosures(store, ids):
        told = item(store, everything, kept, "kept", kept.version, kept.first_seen)
        score = max(match.score for match in kept.matches if match.topic == topic)
        row = (
            told["date"],
            " and ".join(told["forces"]),
            kept.ref,
            kept.title,
            f"{score:.2f}",
            told["words"],
        )
        # As Text: brackets in a title are no markup.
        table.add_row(*(Text(flat(cell)) for cell in row))
    table.caption = f"{len(ids)} disclosures about {topic} since {since}"
    return table
