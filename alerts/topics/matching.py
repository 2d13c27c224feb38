"""Matching what is kept against the topics, each disclosure once for each of its versions."""

from alerts.topics.topics import Topics, match
from store.database import Store
from store.lookup import disclosures
from store.matches import save_matches, unmatched
from store.places import places_in
from store.records import Disclosure, Match

BATCH = 100


def match_new(store: Store, topics: Topics) -> int:
    """Match all that is not matched yet, a batch a transaction; returns how many disclosures that were."""
    done = 0
    while ids := unmatched(store, topics.digest, BATCH):
        kept = disclosures(store, ids)
        save_matches(store, topics.digest, [(one.id, one.version, _matches(store, topics, one)) for one in kept])
        done += len(kept)
    return done


def _matches(store: Store, topics: Topics, kept: Disclosure) -> tuple[Match, ...]:
    read = parts(kept)
    first = len(read) - len(kept.attachments)
    places = {number: places_in(store, file) for number, file in enumerate(kept.attachments, first) if file.text}
    return match(topics, read, places)


def parts(kept: Disclosure) -> list[tuple[str, str]]:
    """What the topics read of a disclosure, as (where, text)."""
    return [
        ("title", kept.title),
        ("request", kept.request_text),
        ("response", kept.response_text),
        *((f"attachment {file.label or file.address.rsplit('/', 1)[-1]}", file.text) for file in kept.attachments),
    ]
