"""What the operator is told, frozen when it is queued: blocks of sentences, several of one cause in one."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from alerts.operator.sources import NO_NETWORK, day
from alerts.operator.trouble import DEAD, DISK, FEW, FIELD, HELD, MANY, QUIET, SOURCE, STUCK, Trouble
from store.fileread import in_words

SPELLED_OUT = 12
_HEADINGS = {
    SOURCE: "Broken", QUIET: "Unlike its history", FEW: "Unlike its history", MANY: "Unlike its history",
    FIELD: "Unlike its history", DISK: "On this machine", DEAD: "Alerts that do not arrive",
    STUCK: "Alerts that do not arrive",
}  # fmt: skip
_OVER = {
    SOURCE: "read whole again", QUIET: "something came again", FEW: "as much as usual again", FIELD: "there again",
    DISK: "the disk has room again", STUCK: "takes alerts again",
}  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """A trouble that is over; `told` when the operator should hear of that."""

    kind: str
    about: str
    name: str
    since: str
    told: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.about


@dataclass(frozen=True)
class News:
    """What is news to the operator; `held` has the kinds of hidden data of each new file in quarantine, as JSON.

    `lasting` counts all that is wrong now, told before or not.
    """

    begun: tuple[Trouble, ...] = ()
    changed: tuple[Trouble, ...] = ()
    ended: tuple[Ended, ...] = ()
    held: tuple[str, ...] = ()
    lasting: int = 0

    def __bool__(self) -> bool:
        return bool(self.begun or self.changed or self.ended or self.held)


def frozen(news: News, moment: str, names: Collection[str]) -> dict[str, Any]:
    """The body of the alert. `names` are the sources in use."""
    blocks = [
        {"heading": heading, "lines": [*_lines(group, len(names))]}
        for heading, group in _under_headings((*news.begun, *news.changed))
    ]
    if news.held:
        blocks.append({"heading": "In quarantine", "lines": [_quarantined(news.held)]})
    if news.ended:
        blocks.append({"heading": "Well again", "lines": [*_well(news.ended)]})
    troubles = [(HELD, "", "begun")] * bool(news.held)
    for event, some in (("begun", news.begun), ("changed", news.changed), ("ended", news.ended)):
        troubles += [(one.kind, one.about, event) for one in some]
    return {
        "kind": "operator", "moment": moment, "blocks": blocks, "lasting": news.lasting,
        "troubles": [dict(zip(("kind", "about", "event"), one, strict=True)) for one in troubles],
    }  # fmt: skip


def _under_headings(troubles: Iterable[Trouble]) -> Iterator[tuple[str, list[Trouble]]]:
    order = list(dict.fromkeys(_HEADINGS.values()))
    found = sorted(troubles, key=lambda one: (order.index(_HEADINGS[one.kind]), one.kind, one.cause))
    for heading, group in groupby(found, key=lambda one: _HEADINGS[one.kind]):
        yield heading, list(group)


def _lines(troubles: Iterable[Trouble], sources: int) -> Iterator[dict[str, str]]:
    for (kind, cause), group in groupby(troubles, key=lambda one: (one.kind, one.cause)):
        some = list(group)
        if cause and len(some) > 1:
            yield _joint(kind, cause, some, sources)
        else:
            yield from ({"said": one.said, "advice": one.advice} for one in some)


def _joint(kind: str, cause: str, some: list[Trouble], sources: int) -> dict[str, str]:
    """Several of one cause are told once."""
    names = listed(one.name for one in some)
    if cause == NO_NETWORK and len(some) == sources:
        return {"said": f"none of the {sources} sources can be reached: {names}", "advice": "is this machine online?"}
    noun = "sources" if kind == SOURCE else "addresses"
    # The state has no numbers; the first sentence has, where all are alike.
    said = f"{len(some)} {noun} have the same trouble, {cause.replace('#', '…')}: {names}"
    return {"said": said, "advice": "one cause is likelier than many; `foiwatch doctor` says more of each"}


def _quarantined(held: Iterable[str]) -> dict[str, str]:
    every = [json.loads(kinds) for kinds in held]
    kinds: Counter[str] = Counter()
    for one in every:
        kinds.update(one)
    files = "1 new file is" if len(every) == 1 else f"{len(every)} new files are"
    return {
        "said": f"{files} held back: {in_words(kinds)}",
        "advice": "`foiwatch quarantine list`, then show and release",
    }


def _well(ended: Iterable[Ended]) -> Iterator[dict[str, str]]:
    for kind, group in groupby(sorted(ended, key=lambda one: (one.kind, one.since)), key=lambda one: one.kind):
        some = list(group)
        names = listed(one.name if kind != FIELD else f"{one.name}, {one.about.partition(': ')[2]}" for one in some)
        since = f"told of since {day(some[0].since)}"
        said = f"{_OVER[kind]} ({since})" if kind == DISK else f"{names}: {_OVER[kind]} ({since})"
        yield {"said": said, "advice": ""}


def listed(names: Iterable[str]) -> str:
    """Names in a sentence; of very many the first, and how many more."""
    every = list(dict.fromkeys(names))
    more = len(every) - SPELLED_OUT
    return ", ".join(every[:SPELLED_OUT]) + (f" and {more} more" if more > 0 else "")
