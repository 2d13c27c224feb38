"""A `[[subscription]]` of the configuration as the alerts know it; what only sending needs may be missing here."""

import os
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alerts.subscribing.subscriptions import Subscription
from foiwatch.keys import Fault

Keys = tuple[str | int, ...]
_TAKEN_APART = ("to", "to_env", "search")


def subscription(values: dict[str, Any], keys: Keys) -> Subscription:
    """The subscription of these checked values. Raises Fault where they do not go together.

    An environment variable that is not set is no fault but `missing`: only who sends must refuse.
    """
    _times(values, keys)
    to, missing = _addresses(values, keys)
    rest: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in values.items()
        if key not in _TAKEN_APART
    }
    found = searches(values)
    several = found if isinstance(values.get("search"), list | dict) else ()
    return Subscription(**rest, to=to, missing=missing, search=joined(found), searches=several)


def searches(values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The searches as (name, query): one, a list, or a table of names. What has no name goes by its words."""
    search = values.get("search", [])
    if isinstance(search, dict):
        return tuple(search.items())
    return tuple((query, query) for query in ([search] if isinstance(search, str) else search))


def joined(found: Sequence[tuple[str, str]]) -> str:
    """Several searches as one, which the index of the record can answer; a single one stays as it was written."""
    return found[0][1] if len(found) == 1 else " OR ".join(f"({query})" for _, query in found)


def _times(values: dict[str, Any], keys: Keys) -> None:
    if "zone" in values:
        _zone(values["zone"], (*keys, "zone"))
    if "at" in values and values.get("when", "at once") == "at once":
        raise Fault((*keys, "at"), "at is the time of a digest", 'when = "daily" or "weekly" beside it')
    begin, _, end = values.get("quiet", "").partition("-")
    if begin and begin == end:
        raise Fault((*keys, "quiet"), "quiet begins when it ends", 'hours such as "22:00-07:00"')


def _zone(name: str, keys: Keys) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Fault(keys, f"unknown time zone {name!r}", 'one such as "Europe/London"') from None


def _addresses(values: dict[str, Any], keys: Keys) -> tuple[tuple[str, ...], str]:
    if ("to" in values) == ("to_env" in values):
        wrong = "has both to and to_env" if "to" in values else "says not where to send"
        raise Fault(keys, f"subscription {values['name']!r} {wrong}", "either to = [...] or to_env = NAME")
    if "to" in values:
        return tuple(values["to"]), ""
    addresses = tuple(os.environ.get(values["to_env"], "").split())
    if addresses and all("://" in address for address in addresses):
        return addresses, ""
    wrong = "holds no Apprise address" if values["to_env"] in os.environ else "is not set"
    return (), f"the environment variable {values['to_env']} {wrong}"
