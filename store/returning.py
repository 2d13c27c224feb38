"""A kept disclosure is found again: what was missing is back, or has moved to where it was found."""

from sqlite3 import Connection

from store.identity import Identity, move_to
from store.records import ADDED
from store.states import CAME_BACK, FOUND_AT, State, write_state


def came_back(db: Connection, disclosure: int, status: str, identity: Identity, *, seen: str, run: int | None) -> None:
    """Note a look that found a disclosure; `status` is what it had.

    Met under an address not known before, what was missing has moved there. What a person brings proves nothing
    of the force's site: it may be a copy that was saved before the page was taken down.
    """
    address = identity.sighting.address
    if identity.sighting.source == ADDED and status in ("suspect", "withdrawn", "moved"):
        return
    db.execute(
        """UPDATE sightings SET last_seen = max(last_seen, ?), missing_since = '', missing_runs = 0
        WHERE disclosure = ?""",
        (seen, disclosure),
    )
    evidence = {"address": address}
    missing = status in ("suspect", "withdrawn", "moved")
    moved = identity.merge is not None and identity.merge.kind == "moved"
    if missing:
        db.execute("UPDATE disclosures SET status = 'present' WHERE id = ?", (disclosure,))
    elif not moved:
        return
    if moved or (status != "moved" and any(address == fresh for fresh, _ in identity.addresses)):
        move_to(db, disclosure, address)
        write_state(db, disclosure, State("moved", seen, run, FOUND_AT + address, evidence | {"found": address}))
    else:
        state = "restored" if status == "withdrawn" else "present"
        write_state(db, disclosure, State(state, seen, run, CAME_BACK, evidence))
