"""What a subscription would have brought in the last 90 days, and what may be wrong with it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.compose import compose
from alerts.subscribing.happenings import happenings
from alerts.subscribing.items import items, wanted
from alerts.subscribing.queue import events_of
from alerts.subscribing.schedule import due
from alerts.subscribing.subscriptions import EVENTS, Subscription
from store.database import Store
from store.lookup import disclosures
from store.matches import wanted_among
from store.past import Happened, happened
from store.vocabulary import SAMPLE, Related, related, unknown

DAYS = 90
SHOWN = 3
FLOOD = 10  # a day, on average
_NARROWING = ("topics", "search", "forces", "outcomes", "exemptions")


@dataclass(frozen=True)
class Sample:
    """A message that would have been sent: when, its subject, and the first of its items with their quotes."""

    moment: str
    subject: str
    items: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Check:
    """What a subscription would have brought. `unknown` are words of its search that no disclosure has."""

    subscription: str
    days: int
    messages: int
    disclosures: int
    last: tuple[Sample, ...]
    warnings: tuple[str, ...]
    related: tuple[Related, ...]
    unknown: dict[str, list[str]]


def check(store: Store, one: Subscription, now: str) -> Check:
    """Play the last 90 days. Told at once counts as one message for each day on which there was something."""
    since = (datetime.fromisoformat(now) - timedelta(days=DAYS)).isoformat()
    past = happened(store, since, now)
    told = _told(store, one, past)
    messages: dict[str, list[Happened]] = defaultdict(list)
    for piece in told:
        messages[_message(one, piece.moment)].append(piece)
    about = list(dict.fromkeys(piece.change.disclosure for piece in reversed(told)))
    strange = {word: near for _, query in one.each_search for word, near in unknown(store, query).items()}
    return Check(
        one.name,
        DAYS,
        len(messages),
        len(about),
        tuple(_sample(store, one, moment, messages[moment]) for moment in sorted(messages)[-SHOWN:][::-1]),
        tuple(_warnings(store, one, past, about, list(messages.values()))),
        tuple(_related(store, one, about)),
        strange,
    )


def _told(store: Store, one: Subscription, past: Sequence[Happened]) -> list[Happened]:
    """What of the past it would have been told."""
    ours = wanted_among(store, wanted(one), {piece.change.disclosure for piece in past})
    told = [piece for piece in past if piece.change.disclosure in ours and events_of(piece.change) & set(one.events)]
    return sorted([*told, *_beside(store, one, past, told)], key=lambda piece: piece.moment)


def _beside(store: Store, one: Subscription, past: Sequence[Happened], told: Sequence[Happened]) -> Iterator[Happened]:
    """Dossiers that grew and news, where the record saw it happen."""
    changes = [piece.change for piece in past if not piece.change.baseline]
    beside = happenings(store, changes, [one])
    ours = wanted_among(store, wanted(one), beside.about)
    known = {piece.change.disclosure for piece in told}
    for growth in beside.dossiers:
        if growth.change.disclosure not in known and ours & {growth.change.disclosure, *growth.others}:
            yield Happened(replace(growth.change, verb="dossier"), growth.change.seen)
    for link in beside.news:
        if link.news not in known and ours & {link.news, link.disclosure}:
            yield Happened(replace(link.change, disclosure=link.news, verb="news"), link.change.seen)


def _message(one: Subscription, moment: str) -> str:
    """What goes together: a day's, or all until the digest is due."""
    return moment[:10] if one.when == "at once" else due(one, moment)


def _sample(store: Store, one: Subscription, moment: str, told: Sequence[Happened]) -> Sample:
    bodies = items(store, one, [piece.change for piece in told][-one.most :])
    shown = ({"title": body["title"], "address": body["address"], "quote": body["quote"]} for body in bodies[-SHOWN:])
    return Sample(moment[:10], compose(one.name, bodies).subject, tuple(shown))


def _warnings(
    store: Store,
    one: Subscription,
    past: Sequence[Happened],
    about: Sequence[int],
    messages: Sequence[Sequence[Happened]],
) -> Iterator[str]:
    if not past:
        yield f"the record knows of nothing in the last {DAYS} days: let it be filled first (`foiwatch run`)"
    elif not about:
        yield f"none: in the last {DAYS} days nothing would have been sent"
        yield from _too_narrow(store, one, past)
    every = len({piece.change.disclosure for piece in past})
    if len(about) > FLOOD * DAYS:
        yield f"a flood: {len(about) / DAYS:.0f} disclosures a day on average"
    elif len(about) >= 50 and len(about) > every / 2 and (one.topics or one.search):
        yield f"a flood: it asks for {len(about):,} of the {every:,} disclosures of that time"
    over = sum(len(told) > one.most for told in messages)
    if over:
        yield f"{over} of {len(messages)} messages have more than {one.most} items; only so many are spelled out"


def _too_narrow(store: Store, one: Subscription, past: Sequence[Happened]) -> Iterator[str]:
    """What there would be without one of the things that narrow it."""
    for name in _NARROWING:
        if getattr(one, name):
            wider = replace(one, **({"search": "", "searches": ()} if name == "search" else {name: ()}))
            yield f"without {name} it would be {_count(store, wider, past)}"
    if set(one.events) != set(EVENTS):
        wider = replace(one, events=EVENTS)
        yield f"with the usual events it would be {_count(store, wider, past)}"


def _count(store: Store, one: Subscription, past: Sequence[Happened]) -> str:
    return f"{len({piece.change.disclosure for piece in _told(store, one, past)}):,}"


def _related(store: Store, one: Subscription, about: Sequence[int]) -> list[Related]:
    """Words beside its own: those of the search, and those that the topics go by."""
    if not about or not (one.topics or one.search):
        return []
    matches = [match for kept in disclosures(store, about[:SAMPLE]) for match in kept.matches]
    signs = [sign["words"] for match in matches for sign in match.evidence]
    return related(store, about, [one.search, *signs])
