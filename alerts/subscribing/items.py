"""What an alert says, frozen as plain JSON when it is queued: later changes of the record do not alter it."""

from collections.abc import Iterable, Sequence
from typing import Any

from alerts.faces.diffs import diff
from alerts.subscribing.subscriptions import Subscription
from store.database import Store
from store.lookup import disclosures
from store.matches import SourceCount, Wanted, changed_fields, latest_wanted
from store.records import Change, Disclosure, Match
from store.search import passage, words_found
from store.withheld import is_held

ROOT_TOPIC = "misconduct"
EXAMPLES = 3
QUOTE = 280


def wanted(subscription: Subscription) -> Wanted:
    """What a subscription narrows the record to."""
    one = subscription
    return Wanted(one.topics, one.search, one.forces, one.outcomes, one.exemptions)


def items(store: Store, subscription: Subscription, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The bodies for these changes, in their order."""
    kept = {one.id: one for one in disclosures(store, dict.fromkeys(change.disclosure for change in changes))}
    return [
        item(store, subscription, kept[change.disclosure], change.verb, change.version, change.seen)
        for change in changes
        if change.disclosure in kept
    ]


def item(
    store: Store, subscription: Subscription, kept: Disclosure, event: str, version: int, seen: str
) -> dict[str, Any]:
    """One disclosure as an alert tells of it: plain JSON values, nothing of it trusted."""
    matches = sorted(kept.matches, key=lambda match: (match.topic == ROOT_TOPIC, -match.score))
    return {
        "kind": "item",
        "id": kept.id,
        "event": event,
        "version": version,
        "seen": seen,
        "source": kept.source,
        "forces": list(kept.forces) or [kept.source],
        "title": kept.title,
        "ref": kept.ref,
        "date": kept.published or kept.responded or kept.received,
        "published": kept.published,
        "responded": kept.responded,
        "received": kept.received,
        "address": kept.address,
        "topics": [match.topic for match in matches],
        **_why(store, subscription, kept, matches),
        # Nobody is led to a file in which something is hidden.
        "attachments": [{"label": a.label, "address": a.address} for a in kept.attachments if not is_held(a)],
        "changed": _changed(store, kept.id, version) if event == "changed" else [],
        "diff": diff(store, kept.id, version) if event == "changed" else [],
    }


def summary(store: Store, subscription: Subscription, why: str, counts: Iterable[SourceCount]) -> dict[str, Any]:
    """What is there already, said once instead of an alert for each. `why` is subscription or source."""
    told = list(counts)
    latest = latest_wanted(store, wanted(subscription), EXAMPLES, sources=[one.source for one in told])
    return {
        "kind": "summary",
        "event": "summary",
        "why": why,
        "subscription": subscription.name,
        "sources": [
            {"source": one.source, "name": one.full_name, "kept": one.kept, "matching": one.wanted} for one in told
        ],
        "examples": [
            item(store, subscription, kept, "kept", kept.version, kept.first_seen)
            for kept in disclosures(store, latest)
        ],
    }


def _why(store: Store, subscription: Subscription, kept: Disclosure, matches: Sequence[Match]) -> dict[str, str]:
    """The quote that says best why: of a topic asked for, else of the search, else of the request."""
    asked = [match for match in matches if match.topic in subscription.topics]
    if asked or (matches and not subscription.search):
        best = max(asked or matches, key=lambda match: match.score)
        # The title is in the message anyway: other words say more.
        sign = next((one for one in best.evidence if one["where"] != "title"), best.evidence[0])
        return {"quote": sign["quote"][:QUOTE], "words": sign["words"], "where": sign["where"]}
    found, place = passage(store, subscription.search, kept.id) if subscription.search else ("", "")
    text = found or kept.request_text or kept.response_text
    where = f"attachment {place}" if place else "search" if found else "request" if text else ""
    words = words_found(store, subscription.search, kept.id) if found else ()
    return {"quote": _cut(text), "words": " … ".join(words), "where": where}


def _changed(store: Store, disclosure: int, version: int) -> list[str]:
    """The fields that changed; `words` is all of them together, and says something only alone."""
    fields = list(changed_fields(store, disclosure, version))
    return [field for field in fields if field != "words"] or fields


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[:QUOTE].rsplit(" ", 1)[0] + " …"
