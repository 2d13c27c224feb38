"""Alerts of what happened beside a disclosure: one more force has answered the same request, or news reports it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alerts.subscribing.items import item
from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.happenings import Grown, Reported, grown, reported
from store.lookup import disclosures
from store.outbox import Alert
from store.records import Change

Wants = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True)
class Happenings:
    """What some changes mean for other disclosures."""

    dossiers: tuple[Grown, ...] = ()
    news: tuple[Reported, ...] = ()

    @property
    def about(self) -> set[int]:
        """All disclosures by which somebody may be concerned."""
        members = {id for one in self.dossiers for id in (one.change.disclosure, *one.others)}
        return members | {id for one in self.news for id in (one.news, one.disclosure)}


def happenings(store: Store, changes: Sequence[Change], subscriptions: Iterable[Subscription]) -> Happenings:
    """What the changes mean beside themselves, as far as any of the subscriptions asks for such events."""
    asked = {event for one in subscriptions for event in one.events}
    return Happenings(
        tuple(grown(store, changes)) if "dossier" in asked else (),
        tuple(reported(store, changes)) if "news" in asked else (),
    )


def alerts(store: Store, one: Subscription, happened: Happenings, wants: Wants, told: Collection[int]) -> list[Alert]:
    """The alerts of these for a subscription that `wants` some disclosures: either side will do.

    What was `told` as new in the same breath is not told again. Each exists once: a dossier grows by a disclosure
    once, and an article that changes is no news again.
    """
    found: list[Alert] = []
    for growth in happened.dossiers if "dossier" in one.events else ():
        id = growth.change.disclosure
        if id not in told and any(other in wants for other in (id, *growth.others)):
            found += _alert(store, one, growth.change, id, growth.others, ("dossier", f"dossier {growth.dossier}"))
    for link in happened.news if "news" in one.events else ():
        if link.news not in told and (link.news in wants or link.disclosure in wants):
            about = ("news", f"reports {link.disclosure}")
            found += _alert(store, one, link.change, link.news, (link.disclosure,), about)
    return found


def _alert(
    store: Store, one: Subscription, change: Change, id: int, others: Sequence[int], about: tuple[str, str]
) -> Iterator[Alert]:
    event, what = about
    for kept in disclosures(store, [id]):
        body: dict[str, Any] = item(store, one, kept, event, kept.version, change.seen)
        # The number comes first and in a list: so it is found when that disclosure is taken down.
        body["reports" if event == "news" else "others"] = [
            {"id": other.id, "title": other.title, "forces": list(other.forces), "address": other.address}
            for other in disclosures(store, others)
        ]
        yield Alert(id, event, 1, body, what)
