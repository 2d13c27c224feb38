"""What was watched in a span of time: which sources were read whole, which were not and since when, what was new."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from store.database import Store
from store.runs import Health, health


@dataclass(frozen=True)
class Watched:
    """Sources by full name: `checked` were read whole since then, `unwell` are not since a moment (ISO 8601),
    `idle` are well but were not looked at. `new` counts the disclosures that were new to the record.
    """

    checked: tuple[str, ...]
    unwell: tuple[tuple[str, str], ...]
    idle: tuple[str, ...]
    new: int


def watched(store: Store, since: str, forces: Collection[str] = ()) -> Watched:
    """What became of the sources after `since`; with `forces` (names of sources or forces), of theirs alone.

    A source that was never run is no part of it. Forces that no source is called after narrow nothing.
    """
    every = [one for one in health(store) if one.last_run]
    narrowed = [one for one in every if one.name in forces or one.full_name in forces]
    asked = narrowed or every
    well = [one for one in asked if not one.failing_since and one.status != "interrupted"]
    return Watched(
        tuple(one.full_name for one in well if one.last_whole > since),
        tuple((one.full_name, one.failing_since or one.last_run) for one in asked if one not in well),
        tuple(one.full_name for one in well if one.last_whole <= since),
        _new(store, since, narrowed),
    )


def _new(store: Store, since: str, sources: Collection[Health]) -> int:
    """Those of these sources; with none named all, also what was added by hand."""
    names = json.dumps([one.name for one in sources])
    query = """SELECT count(*) FROM changes WHERE verb = 'new' AND baseline = 0 AND seen > :since
        AND (:names = '[]' OR source IN (SELECT value FROM json_each(:names)))"""
    return int(store.db.conn.execute(query, {"since": since, "names": names}).fetchone()[0])
