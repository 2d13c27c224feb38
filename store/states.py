"""The ledger of what became of each disclosure on its force's site: only ever appended, with dates and reasons."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

FIRST_SEEN = "first seen"
CAME_BACK = "came back"
FOUND_AT = "found at "

# A repeated suspect is a further look at which it was still missing. What is withdrawn or suspect may be found under
# another address; what has moved, and what is back, is present and may go missing again.
_PRESENT = frozenset({"suspect", "moved"})
LEGAL: Mapping[str, frozenset[str]] = {
    "": frozenset({"present"}),
    "present": _PRESENT,
    "restored": _PRESENT,
    "moved": _PRESENT | {"present"},
    "suspect": frozenset({"suspect", "withdrawn", "present", "moved"}),
    "withdrawn": frozenset({"restored", "moved"}),
}
# SQL: the status of a disclosure by the last row of its ledger; `as_status` says the same of a state.
LAST_STATUS = """coalesce((SELECT CASE
        WHEN state = 'moved' AND json_extract(evidence, '$.disclosure') IS NOT NULL THEN 'moved'
        WHEN state IN ('suspect', 'withdrawn') THEN state ELSE 'present' END
    FROM states WHERE states.disclosure = disclosures.id ORDER BY states.id DESC LIMIT 1), 'present')"""
_CHUNK = 500


@dataclass(frozen=True)
class State:
    """A row of the ledger. `evidence` holds the address looked at and, where one came, the answer of its server."""

    state: str
    seen: str
    run: int | None = None
    reason: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)


def write_state(db: Connection, disclosure: int, state: State) -> None:
    """Append to the ledger; the status of the disclosure is the writer's to set."""
    db.execute(
        "INSERT INTO states (disclosure, state, seen, run, reason, evidence) VALUES (?, ?, ?, ?, ?, ?)",
        (disclosure, state.state, state.seen, state.run, state.reason, json.dumps(state.evidence)),
    )


def states_of(db: Connection, disclosure: int) -> tuple[State, ...]:
    """What became of a disclosure, the first state first."""
    return states_among(db, [disclosure])[disclosure]


def states_among(db: Connection, ids: Iterable[int]) -> dict[int, tuple[State, ...]]:
    """The same for several, by their ids; empty for one that has no states."""
    asked = list(ids)
    found: dict[int, list[State]] = defaultdict(list)
    for start in range(0, len(asked), _CHUNK):
        chunk = asked[start : start + _CHUNK]
        query = f"""SELECT disclosure, state, seen, run, reason, evidence FROM states
            WHERE disclosure IN ({", ".join("?" * len(chunk))}) ORDER BY disclosure, id"""
        for disclosure, state, seen, run, reason, evidence in db.execute(query, chunk):
            found[disclosure].append(State(state, seen, run, reason, json.loads(evidence)))
    return {id: tuple(found[id]) for id in asked}


def as_status(state: State) -> str:
    """The status that a disclosure has in a state: what moved is present at its new address.

    Only where that address is another disclosure's, which then goes on in its place, does it stay "moved".
    """
    if state.state == "moved" and "disclosure" in state.evidence:
        return "moved"
    return state.state if state.state in ("suspect", "withdrawn") else "present"


def unlike(db: Connection, limit: int = 10) -> list[str]:
    """Disclosures whose status is not that of their last state, in words; empty is well."""
    rows = db.execute(
        f"""SELECT id, status, {LAST_STATUS} AS last FROM disclosures
        WHERE status <> 'quarantined' AND status <> last ORDER BY id LIMIT ?""",
        (limit,),
    )
    return [f"disclosure {id} is {status}, and {last} by the ledger of its states" for id, status, last in rows]
