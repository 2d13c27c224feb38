"""What a reader asked to be told of, when, and where."""

from dataclasses import dataclass

EVENTS = ("new", "changed", "withdrawn")
MOST = 25  # items that one message spells out; the rest are counted


@dataclass(frozen=True)
class Subscription:
    """One `[[subscription]]` of the configuration; of what narrows it, what is empty does not.

    `topics` are names of topics (any of them), `search` is FTS5 syntax, and `searches` are its (name, query) pairs
    where there are several (any of them). `forces` holds names of sources or full names of forces, `outcomes` those
    of the record, `exemptions` sections such as s40 or s40(2) that were relied on, and all within them.
    A digest goes `at` a time of day in the time `zone`, a weekly one on Mondays; nothing goes in the `quiet` hours
    ("22:00-07:00"). `to` holds Apprise addresses; where they could not be had, `missing` says why.
    With `feed` what it finds may be seen by all who see the site.
    """

    name: str
    topics: tuple[str, ...] = ()
    search: str = ""
    forces: tuple[str, ...] = ()
    events: tuple[str, ...] = EVENTS
    when: str = "at once"
    to: tuple[str, ...] = ()
    searches: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    at: str = "09:00"
    zone: str = "UTC"
    quiet: str = ""
    most: int = MOST
    missing: str = ""
    feed: bool = False

    @property
    def each_search(self) -> tuple[tuple[str, str], ...]:
        """Its searches as (name, query); one without a name goes by its words."""
        return self.searches or (((self.search, self.search),) if self.search else ())
