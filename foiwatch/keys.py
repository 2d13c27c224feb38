"""What may stand in foiwatch.toml: each key, the type of its value, and the words that say so."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import shorten
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta

from foiwatch.kinds import (
    CLOCK,
    Addresses,
    Contact,
    Events,
    Exemptions,
    Flag,
    Login,
    Outcomes,
    Searches,
    Seconds,
    Text,
    Texts,
    Variable,
    number,
)

TOP: dict[str, Any] = {
    "contact": Contact,
    "store": Annotated[Text, Meta(description="a folder")],
    "topics": Annotated[Text, Meta(description="a file of your own topics")],
    "login": Login,
    "login_env": Variable,
    "operator": Addresses,
    "operator_env": Annotated[
        str, Meta(pattern=r"^[A-Za-z_]\w*\Z", description="the name of an environment variable: FOIWATCH_OPERATOR")
    ],
    "ping": Annotated[
        str, Meta(pattern=r"^https?://[^\s/]+\S*\Z", description="the address of a dead-man switch: https://...")
    ],
    "disk_free_mb": number(1, 1 << 30, "MiB"),
    "dead_after_days": Annotated[float, Meta(gt=0, le=365, description="a number of days above 0, at most 365")],
    "timestamps": Annotated[
        str, Meta(pattern=r"^https?://[^\s/@]+\S*\Z", description="the address of a time-stamping authority")
    ],
    "reading": Annotated[dict[str, Any], Meta(description="the table [reading]")],
    "sources": Annotated[dict[str, Any], Meta(description="tables such as [sources.met]")],
    "subscription": Annotated[list[dict[str, Any]], Meta(description="tables such as [[subscription]]")],
}
SOURCE: dict[str, Any] = {
    "site": Annotated[
        str,
        Meta(pattern=r"^https?://[^\s/@?#]+(/[^\s?#]*)?\Z", description="an address: https://www.example.org"),
    ],
    "enabled": Flag,
    "allow_private": Flag,
    "delay": Seconds,
    "concurrency": Annotated[int, Meta(ge=1, le=16, description="a whole number from 1 to 16")],
    "timeout": Annotated[float, Meta(gt=0, le=3600, description="a number of seconds above 0")],
    "max_bytes": Annotated[int, Meta(ge=1, le=2**31, description="a whole number of bytes, 1 or more")],
    "listing_path": Annotated[str, Meta(pattern=r"^/\S*\Z", description='a path that begins with "/"')],
    "newest_first": Flag,
    "since": Annotated[date, Meta(description="a date: 2024-01-31")],
    "recheck_days": Annotated[float, Meta(gt=0, le=36500, description="a number of days above 0")],
    "withdrawn_after_days": Annotated[float, Meta(ge=0, le=36500, description="a number of days, 0 or more")],
    "withdrawn_after_runs": Annotated[int, Meta(ge=1, le=1000, description="a whole number of runs, 1 to 1,000")],
}
READING: dict[str, Any] = {
    "bytes": number(1 << 10, 1 << 31, "bytes"),
    "unpacked": number(1 << 20, 1 << 36, "bytes"),
    "memory": number(64 << 20, 1 << 40, "bytes"),
    "seconds": Annotated[float, Meta(ge=1, le=86400, description="a number of seconds, 1 or more")],
    "pages": number(1, 1_000_000, "pages"),
    "scanned": number(0, 1_000_000, "pages"),
    "rows": number(1, 10_000_000, "rows"),
    "cells": number(1, 100_000_000, "cells"),
    "tables": number(0, 100_000, "tables"),
    "characters": number(1, 100_000_000, "characters"),
    "members": number(1, 1_000_000, "files"),
    "depth": number(0, 10, "levels"),
}
SUBSCRIPTION: dict[str, Any] = {
    "name": Text,
    "topics": Texts,
    "search": Searches,
    "forces": Texts,
    "outcomes": Outcomes,
    "exemptions": Exemptions,
    "events": Events,
    "when": Annotated[Literal["at once", "daily", "weekly"], Meta(description='"at once", "daily" or "weekly"')],
    "at": Annotated[str, Meta(pattern=rf"^{CLOCK}\Z", description='the time of day of a digest: "08:30"')],
    "zone": Annotated[Text, Meta(description='a time zone: "Europe/London"')],
    "quiet": Annotated[
        str, Meta(pattern=rf"^{CLOCK}-{CLOCK}\Z", description='hours in which nothing is sent: "22:00-07:00"')
    ],
    "most": number(1, 1_000, "items that a message spells out"),
    "feed": Flag,
    "to": Addresses,
    "to_env": Annotated[
        str, Meta(pattern=r"^[A-Za-z_]\w*\Z", description="the name of an environment variable: FOIWATCH_TO")
    ],
}
_SECRET = ("login", "to", "to_env", "operator", "operator_env", "ping")


class Fault(Exception):
    """Something wrong in the configuration, and the `keys` that lead to it."""

    def __init__(self, keys: tuple[str | int, ...], wrong: str, expected: str) -> None:
        super().__init__(f"{wrong}; expected {expected}")
        self.keys = keys


def checked(table: Mapping[str, Any], known: Mapping[str, Any], keys: tuple[str | int, ...]) -> dict[str, Any]:
    """The values of `table`, each of the type that `known` gives for its key, or Fault at the first other."""
    return {key: _value(key, value, known, (*keys, key)) for key, value in table.items()}


def one_of(value: str, known: Iterable[str], kind: str, keys: tuple[str | int, ...]) -> None:
    """Raises Fault when `value` is not among the names `known`, and offers the nearest."""
    names = sorted(known)
    if value not in names:
        raise Fault(keys, f"unknown {kind} {_shown(value)}{_near(value, names)}", _some(names))


def _value(key: str, value: Any, known: Mapping[str, Any], keys: tuple[str | int, ...]) -> Any:
    one_of(key, known, "key", keys)
    try:
        return msgspec.convert(value, known[key])
    except msgspec.ValidationError:
        raise Fault(keys, f"{key} is {_shown(value, key)}", _expectation(known[key])) from None


def _shown(value: Any, key: str = "") -> str:
    """The value for a message, unless it may be the key to somebody's channel, wherever it was put."""
    text = repr(value)
    return "<not shown>" if key in _SECRET or "://" in text else shorten(text, 60)


def _expectation(kind: Any) -> str:
    metas = [meta for meta in kind.__metadata__ if meta.description]
    return metas[-1].description if metas else str(get_args(kind)[0])


def _near(value: str, names: list[str]) -> str:
    near = difflib.get_close_matches(value, names, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:20])
    return f"one of {shown}" + (", ..." if len(names) > 20 else "")
