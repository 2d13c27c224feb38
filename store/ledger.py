"""Writing the ledger and the versions: only ever appended."""

from sqlite3 import Connection

from store.versions import as_json

_VERSION = """INSERT INTO versions (disclosure, version, seen, run, digest, changed, diff, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


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
) -> None:
    """Append a version: `changed` names the fields that differ from the one before."""
    db.execute(_VERSION, (disclosure, version, seen, run, digest, as_json(changed), diff, record))


def write_change(db: Connection, disclosure: int, verb: str, *, seen: str, baseline: bool = False) -> None:
    """Append to the ledger what happened to a disclosure, at the version that it now has."""
    db.execute(
        """INSERT INTO changes (disclosure, version, verb, seen, source, baseline)
        SELECT id, version, ?, ?, source, ? FROM disclosures WHERE id = ?""",
        (verb, seen, int(baseline), disclosure),
    )
