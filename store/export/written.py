"""Where exports were written to: kept, privately, so that what is taken down can be taken out of them too."""

from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from store.database import Store
from store.export.rows import Chosen


@dataclass(frozen=True)
class Written:
    """An export on this machine: `shape` is its format, `when` an ISO 8601 time."""

    path: Path
    shape: str
    chosen: Chosen
    when: str


def note(store: Store, written: Written) -> None:
    """Remember an export; one written to the same place takes its place."""
    with store.writing_privately():
        store.private.conn.execute(
            """INSERT INTO exports (path, shape, chosen, written) VALUES (?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE
            SET shape = excluded.shape, chosen = excluded.chosen, written = excluded.written""",
            (str(written.path), written.shape, msgspec.json.encode(asdict(written.chosen)).decode(), written.when),
        )


def written(store: Store) -> list[Written]:
    """The exports that were written to files, the oldest first; a person may have moved them since."""
    rows = store.private.conn.execute("SELECT path, shape, chosen, written FROM exports ORDER BY written, path")
    return [
        Written(Path(path), shape, msgspec.json.decode(chosen, type=Chosen), when) for path, shape, chosen, when in rows
    ]
