"""What a reader asked to be told of, and where."""

from dataclasses import dataclass

EVENTS = ("new", "changed", "withdrawn")


@dataclass(frozen=True)
class Subscription:
    """One `[[subscription]]` of the configuration.

    `topics` are names of topics (any of them), `search` is FTS5 syntax, `forces` holds names of sources or
    full names of forces; what is empty does not narrow. `to` holds Apprise addresses.
    """

    name: str
    topics: tuple[str, ...] = ()
    search: str = ""
    forces: tuple[str, ...] = ()
    events: tuple[str, ...] = EVENTS
    when: str = "at once"
    to: tuple[str, ...] = ()
