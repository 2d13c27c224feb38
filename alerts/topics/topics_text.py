"""What topics files hold, as written, and how the rules in them are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WAYS = ("any", "all", "near", "then")


@dataclass(frozen=True)
class Example:
    """A sentence that must, or must not, be about the topic; the title may come before a `|`."""

    text: str
    wanted: bool

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        title, bar, rest = self.text.partition("|")
        return (("title", title.strip()), ("request", rest.strip())) if bar else (("request", title.strip()),)


@dataclass(frozen=True)
class TopicEntry:
    """A topic as written."""

    title: str
    about: str
    part_of: str
    rules: tuple[dict[str, Any], ...]
    examples: tuple[Example, ...]
    kind: tuple[str, ...] = ()


@dataclass
class TopicsText:
    """The contents of one or more topics files, put together."""

    acronyms: dict[str, list[str]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    topics: dict[str, TopicEntry] = field(default_factory=dict)


def way_of(rule: Mapping[str, Any]) -> str:
    """How a rule wants its groups to stand."""
    return next(way for way in WAYS if way in rule)


def groups_of(rule: Mapping[str, Any]) -> list[list[str]]:
    """The groups of phrases of a rule; `any` has one."""
    groups = rule[way_of(rule)]
    return [groups] if way_of(rule) == "any" else list(groups)
