"""Which feeds there are: each topic and force in the record, and what the configuration adds."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from store.database import Store
from store.feeds.feed import EVENTS, FORCE, SUBSCRIPTION, TOPIC, VERBS, Feed, Offer
from store.matches import Wanted

# From one topic to the next by the index: the table holds a row for each match.
_TOPICS = """WITH RECURSIVE known (topic) AS (SELECT min(topic) FROM matches
    UNION ALL SELECT (SELECT min(topic) FROM matches WHERE topic > known.topic) FROM known WHERE topic IS NOT NULL)
    SELECT topic FROM known WHERE topic IS NOT NULL"""
_FORCES = """SELECT name FROM forces
    WHERE EXISTS (SELECT 1 FROM disclosure_forces WHERE force = name) ORDER BY name"""
_LONGEST = 60


def feeds(store: Store, offer: Offer) -> list[Feed]:
    """All feeds: topics, forces, then subscriptions, each kind by name."""
    db = store.db.conn
    topics = {name for (name,) in db.execute(_TOPICS)} | set(offer.topics)
    forces = [name for (name,) in db.execute(_FORCES)]
    return [
        *_named(TOPIC, ((name, Wanted(topics=(name,)), VERBS) for name in sorted(topics))),
        *_named(FORCE, ((name, Wanted(forces=(name,)), VERBS) for name in forces)),
        *offer.subscriptions,
    ]


def subscribed(asked: Iterable[tuple[str, Wanted, Sequence[str]]]) -> tuple[Feed, ...]:
    """The feeds of subscriptions, each given by its name, what it wants, and the events that it asks for."""
    return tuple(_named(SUBSCRIPTION, ((name, wanted, _verbs(events)) for name, wanted, events in asked)))


def slug(name: str) -> str:
    """A name as an address and a file may bear it: small letters, figures and dashes, or a part of its digest."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", folded).strip("-")[:_LONGEST].strip("-") or _digest(name)


def _named(kind: str, asked: Iterable[tuple[str, Wanted, tuple[str, ...]]]) -> Iterator[Feed]:
    """Feeds, whose addresses differ even where their names are written alike."""
    all_asked = list(asked)
    often = Counter(slug(name) for name, _, _ in all_asked)
    for name, wanted, verbs in all_asked:
        own = slug(name)
        yield Feed(kind, own if often[own] == 1 else f"{own}-{_digest(name)}", name, wanted, verbs)


def _verbs(events: Sequence[str]) -> tuple[str, ...]:
    # Who hears that something was withdrawn hears also that it is back.
    asked = {*events, *(("restored",) if "withdrawn" in events else ())}
    return tuple(verb for verb in EVENTS if verb in asked)


def _digest(name: str) -> str:
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
