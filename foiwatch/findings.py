"""What `foiwatch doctor` finds, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from store.database import Store
from store.evidence.checking import check
from store.purging.bars import tombstones
from store.purging.purge import unfinished
from store.unfilled import unfilled


@dataclass(frozen=True)
class Finding:
    """One line of the table: level is ok, warning or fault."""

    level: str
    what: str
    found: str
    advice: str = ""


def purges(store: Store) -> Finding:
    """What was taken down, and whether something of it may be left."""
    begun = unfinished(store)
    found = "\n".join(f"unfinished: {one.said}" for one in begun) or f"{len(tombstones(store.db.conn))} taken down"
    return Finding("fault" if begun else "ok", "purge", found, "`foiwatch purge` ends it, and so does the next run")


def evidence(store: Store, everything: bool) -> Finding:
    """Whether the archive can be read and agrees with its digests, as far as it was looked at."""
    checked = check(store, everything=everything)
    read = f"{checked.captures:,} responses, {checked.read:,} of them read"
    found = "\n".join((read, *checked.faults))
    return Finding("fault" if checked.faults else "ok", "evidence", found, "restore evidence/ from your last copy")


def uncompared(store: Store) -> Iterator[Finding]:
    """What an older record has to be asked once."""
    for one in unfilled(store):
        yield Finding("warning", "older record", one.found, f"`{one.command}`, once")
