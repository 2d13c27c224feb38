"""The rows that hang from a disclosure: forces, attachments and citations, and the files they point at."""

from sqlite3 import Connection

from store.records import Sighting


def keep_files(db: Connection, sighting: Sighting) -> None:
    """A row for each file of the sighting that has none yet: the same bytes are one file."""
    rows = [(a.sha256, a.media_type, a.bytes, a.text, a.problem) for a in sighting.attachments if a.sha256]
    if rows:
        db.executemany(
            """INSERT INTO files (sha256, media_type, bytes, text, problem) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sha256) DO NOTHING""",
            rows,
        )


def attachments_text(db: Connection, sighting: Sighting) -> str:
    """The text of all attachments, for the search; what the sighting does not bring is in table files."""
    unread = [a.sha256 for a in sighting.attachments if a.sha256 and not a.text]
    texts = {}
    if unread:
        marks = ", ".join("?" * len(unread))
        texts = dict(db.execute(f"SELECT sha256, text FROM files WHERE sha256 IN ({marks})", unread))
    return "\n\n".join(filter(None, (a.text or texts.get(a.sha256, "") for a in sighting.attachments)))


def replace_belongings(db: Connection, disclosure: int, sighting: Sighting, *, first: bool = False) -> None:
    """Write forces, attachments and citations anew; what they were before is in the earlier version."""
    if not first:
        for table in ("disclosure_forces", "attachments", "citations"):
            db.execute(f"DELETE FROM {table} WHERE disclosure = ?", (disclosure,))
    _write_forces(db, disclosure, sighting)
    _write_attachments(db, disclosure, sighting)
    _write_citations(db, disclosure, sighting)


def _write_forces(db: Connection, disclosure: int, sighting: Sighting) -> None:
    forces = list(dict.fromkeys(sighting.forces))
    db.executemany("INSERT INTO forces (name) VALUES (?) ON CONFLICT (name) DO NOTHING", [(f,) for f in forces])
    db.executemany("INSERT INTO disclosure_forces (disclosure, force) VALUES (?, ?)", [(disclosure, f) for f in forces])


def _write_attachments(db: Connection, disclosure: int, sighting: Sighting) -> None:
    db.executemany(
        """INSERT INTO attachments (disclosure, position, address, label, sha256, problem)
        VALUES (?, ?, ?, ?, ?, ?)""",
        [
            (disclosure, position, a.address, a.label, a.sha256 or None, a.problem)
            for position, a in enumerate(sighting.attachments, 1)
        ],
    )


def _write_citations(db: Connection, disclosure: int, sighting: Sighting) -> None:
    db.executemany(
        "INSERT INTO citations (disclosure, position, section, relied_on, quote) VALUES (?, ?, ?, ?, ?)",
        [
            (disclosure, position, c["section"], int(bool(c.get("relied_on"))), c.get("quote", ""))
            for position, c in enumerate(sighting.extra.get("citations") or (), 1)
        ],
    )
