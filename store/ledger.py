"""Writing the ledger and the versions: only ever appended."""

from sqlite3 import Connection

from store.versions import as_json

_VERSION = """INSERT INTO versions (disclosure, version, seen, run, digest, changed, diff, record, reader, completed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write_version(
    db: Connection,
    disclosure: int,
    version: int,
    *,
    seen: str,
    run: int | None,
    digest: str,
    record: str,
    changed: tuple[str, ...] = (),
    diff: str = "",
    reader: str = "",
    completed: bool = False,
) -> None:
    """Append a version: `changed` names the fields that differ from the one before.

    `completed`: the force changed nothing, the record knows more than it did.
    """
    db.execute(_VERSION, (disclosure, version, seen, run, digest, as_json(changed), diff, record, reader, completed))


def write_change(
    db: Connection, disclosure: int, verb: str, *, seen: str, baseline: bool = False, completed: bool = False
) -> None:
    """Append to the ledger what happened to a disclosure, at the version that it now has."""
    db.execute(
        """INSERT INTO changes (disclosure, version, verb, seen, source, baseline, completed)
        SELECT id, version, ?, ?, source, ?, ? FROM disclosures WHERE id = ?""",
        (verb, seen, int(baseline), int(completed), disclosure),
    )


def came_by_baseline(db: Connection, disclosure: int) -> bool:
    """Whether a disclosure was there when its log was first walked, and so was never news."""
    query = "SELECT 1 FROM changes WHERE disclosure = ? AND verb = 'new' AND baseline LIMIT 1"
    return db.execute(query, (disclosure,)).fetchone() is not None
