"""What a feed is, what an entry of it says, and where its links lead."""

from collections.abc import Callable
from dataclasses import dataclass

from store.matches import Wanted

MOST = 50
TOPIC, FORCE, SUBSCRIPTION = KINDS = ("topic", "force", "subscription")
VERBS = ("new", "changed", "withdrawn", "restored")
EVENTS = (*VERBS, "dossier", "news")


@dataclass(frozen=True)
class Feed:
    """A feed on offer: `kind` is one of KINDS, `slug` its name in addresses, `verbs` what of EVENTS is told."""

    kind: str
    slug: str
    name: str
    wanted: Wanted
    verbs: tuple[str, ...] = VERBS


@dataclass(frozen=True)
class Offer:
    """What the configuration adds to the feeds that the record itself has: topics, and feeds of subscriptions.

    A subscription says what somebody is looking into, so only those marked `feed = true` are here.
    """

    topics: tuple[str, ...] = ()
    subscriptions: tuple[Feed, ...] = ()


@dataclass(frozen=True)
class Entry:
    """What happened to a disclosure as a feed tells of it; its words are a page's, and nothing of them is trusted.

    `id` is a urn:uuid that says nothing of the host. `verb` is one of EVENTS, or "kept" for what the first walk of a
    log brought. `seen` is an ISO 8601 time; `dated` holds the dates that the page gives, as (word, date); `others`
    are the disclosures that asked the same, or that news reports, as (number, title with forces, address).
    """

    id: str
    verb: str
    disclosure: int
    version: int
    seen: str
    title: str
    ref: str
    address: str
    status: str
    forces: tuple[str, ...]
    dated: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()
    quote: str = ""
    words: str = ""
    where: str = ""
    changed: tuple[str, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True)
class Filled:
    """A feed with its entries, the newest first. `id` is a urn:uuid, `updated` an ISO 8601 time."""

    feed: Feed
    id: str
    updated: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Links:
    """Where the links of a feed lead: `own` is its own address, `home` a page that shows the same, or "".

    `page` gives the page of a disclosure by its number, or "" where there is none: then the force's page stands.
    """

    own: str
    home: str = ""
    page: Callable[[int], str] = lambda disclosure: ""
