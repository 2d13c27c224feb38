"""What was said at each address of a disclosure, as far as its versions and the notes of its merges tell."""

from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

import msgspec

from store.merging.listing import Merge
from store.records import AttachmentSeen, Sighting
from store.versions import sighting_from


@dataclass(frozen=True)
class Seen:
    """A version of a disclosure: what was seen, when, in which run, by which reader; and its number there."""

    sighting: Sighting
    seen: str
    run: int | None
    reader: str
    digest: str
    version: int


def versions(db: Connection, id: int) -> list[Seen]:
    query = "SELECT record, seen, run, reader, digest, version FROM versions WHERE disclosure = ? ORDER BY version"
    return [Seen(sighting_from(record), *rest) for record, *rest in db.execute(query, (id,))]


def said_there(db: Connection, made: Merge, shown: list[Seen]) -> list[Seen]:
    """What was said at the address of the merge, in order: the versions seen there, and what agreed with others."""
    said = [one for one in shown if one.sighting.address == made.address]
    if "apart" in made.evidence or not said:
        said.insert(0, _agreeing(made, shown))
    now = _at(db, made.address, shown)
    if now and now.digest != said[-1].digest:
        said.append(
            replace(now, sighting=replace(now.sighting, address=made.address, aliases=said[-1].sighting.aliases))
        )
    return said


def said_last(db: Connection, made: Merge, shown: list[Seen]) -> Seen | None:
    """What was last said at the other addresses of the disclosure; None when nothing was ever seen there."""
    last = next((one for one in reversed(shown) if one.sighting.address != made.address), None)
    now = _at(db, last.sighting.address, shown) if last else None
    if last is None or now is None or now.digest == last.digest:
        return last
    named = replace(now.sighting, address=last.sighting.address, aliases=last.sighting.aliases)
    return replace(now, sighting=named)


def _at(db: Connection, address: str, shown: list[Seen]) -> Seen | None:
    """The version that the last look at an address agreed with."""
    row = db.execute("SELECT digest FROM addresses WHERE address = ?", (address,)).fetchone()
    return next((one for one in reversed(shown) if row and one.digest == row[0]), None)


def _agreeing(made: Merge, shown: list[Seen]) -> Seen:
    """What was seen at an address that at first said the same: the version of that time, but for what was noted."""
    version = made.evidence.get("before", {}).get("version", len(shown))
    then = shown[min(version, len(shown)) - 1]
    apart = {name: _thawed(name, value) for name, value in made.evidence.get("apart", {}).items()}
    aliases = then.sighting.aliases if "apart" in made.evidence else ()
    sighting = replace(then.sighting, **{"address": made.address, "aliases": aliases, **apart})
    return replace(then, sighting=sighting, seen=made.seen)


def _thawed(name: str, value: Any) -> Any:
    if name == "attachments":
        return tuple(msgspec.convert(one, AttachmentSeen) for one in value)
    return tuple(tuple(one) if isinstance(one, list) else one for one in value) if isinstance(value, list) else value
