"""Taking down for the command: what is shown before, what is said after, and exports written anew."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from foiwatch.config import Config
from foiwatch.exporting import write
from foiwatch.feeding import SHAPE, write_again
from store.backup.manifest import NAME as BACKUP
from store.database import Store, open_store
from store.errors import StoreError
from store.export.written import Written
from store.feeds.files import INDEX
from store.purging.preview import Going
from store.purging.purge import Purged, Rewrite, finish, unfinished
from store.quarantine import carriers

# How a file begins that is an export of that format: what a person has put in its place since is not touched.
_BEGINS = {"jsonl": (b"{", b""), "csv": (b"id,", b"\xef\xbb\xbfid,"), "parquet": (b"PAR1",)}
_FOLDERS = {"datapackage": "datapackage.json", SHAPE: INDEX}


def rewriter(store: Store, config: Config, now: datetime) -> Rewrite:
    """Writes an export anew where it still is."""

    def rewrite(export: Written) -> bool:
        if not _is_there(export):
            return False
        if export.shape == SHAPE:
            write_again(config, store, export.path)
            return True
        write(store, export.shape, export.path, export.chosen, now.isoformat())
        return True

    return rewrite


def finish_purges(config: Config, now: datetime) -> None:
    """End what was broken off, and say so, or why not. Call it while no other command is at work on the store."""
    store = open_store(config.store)
    try:
        for done in finish(store, now.isoformat(), rewriter(store, config, now)) if unfinished(store) else ():
            for line in after(store.folder, done):
                click.echo(line, err=True)
    except StoreError as why:
        click.echo(f"a purge is unfinished: {why}", err=True)  # what was taken down is not collected all the same
    finally:
        store.close()


def before(going: Going) -> Iterator[str]:
    """What would be taken down, line by line."""
    yield f"{going.id}  {_flat(going.title)}  [{going.source}]  {going.address}"
    yield f"  {_count(going.versions, 'version')}, {_count(going.responses, 'archived response')}"
    for file in going.files:
        others = ", ".join(map(str, file.others))
        stays = f": stays, disclosures {others} have it too" if file.others else ""
        yield f"  file {file.sha256[:12]} {_flat(file.label)} ({file.bytes:,} bytes){stays}"
    if going.alerts:
        yield f"  {_count(going.alerts, 'alert')} not sent yet"
    yield from (f"  export {path}: would be written anew" for path in going.exports)
    yield from (f"  disclosure {id} was found to be the same ({kind}): it stays" for id, kind in going.joined)


def before_file(store: Store, sha256: str) -> Iterator[str]:
    """The disclosures from which a file would be taken."""
    yield f"file {sha256[:12]}"
    for one in carriers(store.db.conn, sha256):
        yield f"  {one.id}  {_flat(one.title)}  {one.address}: stays, without the file"


def after(folder: Path, done: Purged) -> Iterator[str]:
    """What was taken down, and where the content may still be."""
    what = f"file {done.tombstone.file[:12]}" if done.tombstone.file else f"disclosure {done.tombstone.disclosure}"
    yield f"taken down: {what} (tombstone {done.tombstone.id})"
    yield f"  {_count(len(done.files), 'file')}, {_count(done.records, 'archived response')} removed"
    if done.alerts:
        yield f"  {_count(done.alerts, 'alert')} dropped, not sent: taken down"
    for sha256, others in done.shared:
        yield f"  file {sha256[:12]} stays: disclosures {', '.join(map(str, others))} have it too"
    yield from (f"  export {path} written anew" for path in done.exports)
    yield from (f"  export {path} is no longer there: where it was moved to, it still has it" for path in done.lost)
    yield from (f"  {place}" for place in _out_of_reach(folder))


def _out_of_reach(folder: Path) -> Iterator[str]:
    """Copies beside the store; others nobody knows of."""
    folder = folder.absolute()
    for beside in sorted(folder.parent.iterdir()):
        if beside.is_dir() and beside.name.startswith(f"{folder.name}.before-"):
            yield f"{beside} is an earlier store and may have it: remove it"
        elif (beside / BACKUP).is_file():
            yield f"{beside} is a backup and may have it: run `foiwatch backup {beside}`, which takes it out"
    yield "other backups, and whatever was exported to standard output, may have it: foiwatch cannot reach them"


def _is_there(export: Written) -> bool:
    if export.shape in _FOLDERS:
        return (export.path / _FOLDERS[export.shape]).is_file()
    try:
        with export.path.open("rb") as file:
            begins = file.read(6)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"{export.path}: cannot be read: {error.strerror or error}") from error
    return any(begins.startswith(known) if known else not begins for known in _BEGINS[export.shape])


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _flat(text: str) -> str:
    return " ".join(text.split())
