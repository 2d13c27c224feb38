"""Making a backup while crawls go on: what is in it belongs together, whatever was written meanwhile."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shutil import copy2

from sqlite_utils import Database

from store.backup.manifest import FOLDERS, NAME, Manifest, digest_of_file, read_manifest, write_manifest
from store.database import PRIVATE_NAME, PUBLIC_NAME, Store
from store.errors import RecordFault, StoreError


def back_up(store: Store, folder: Path, made: str) -> Manifest:
    """Bring `folder`, new, empty or an earlier backup, to what the store is now. `made` is ISO 8601.

    Only what changed is copied; what the store no longer has goes. A backup that breaks off keeps no manifest, so
    that nobody takes it for a whole one; the next one goes on from it. Raises StoreError.
    """
    _refuse_other(folder, store)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / NAME).unlink(missing_ok=True)
        (folder / ".unfinished").touch()
        # Files before and after the databases: a file that was held back or removed meanwhile is there in either case.
        _mirror(store, folder, remove=True)
        counted = _copy_databases(store, folder)
        _mirror(store, folder, remove=False)
        _drop_held(folder)
        manifest = Manifest(made, *counted)
        manifest.files.update(_sizes(folder))
        write_manifest(folder, manifest)
        (folder / ".unfinished").unlink()
    except (OSError, RecordFault) as error:
        raise StoreError(f"{folder}: the backup is not whole: {error}") from error
    return manifest


def _refuse_other(folder: Path, store: Store) -> None:
    inside = folder.absolute().is_relative_to(store.folder.absolute())
    if inside or store.folder.absolute().is_relative_to(folder.absolute()):
        raise StoreError(f"{folder}: a backup lies outside the store, and the store outside its backup")
    if folder.exists() and any(folder.iterdir()) and not (folder / ".unfinished").exists():
        read_manifest(folder)


def _mirror(store: Store, folder: Path, *, remove: bool) -> None:
    for name in FOLDERS:
        source, target = store.folder / name, folder / name
        for path in _files(source):
            _copy(path, target / path.relative_to(source))
        for path in _files(target) if remove else ():
            if not (source / path.relative_to(target)).exists():
                path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    # What begins with a dot is being written.
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))


def _copy(source: Path, target: Path) -> None:
    try:
        there, here = source.stat(), target.stat() if target.exists() else None
        if here and (here.st_size, here.st_mtime_ns) == (there.st_size, there.st_mtime_ns):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}")
        copy2(source, part)
        part.replace(target)
    except FileNotFoundError:
        # It was moved into quarantine, or taken down, since it was listed: the next pass meets it where it is.
        if source.exists():
            raise


def _copy_databases(store: Store, folder: Path) -> tuple[dict[str, str], dict[str, int], int]:
    """The digests of the databases, no files yet, and how many disclosures."""
    # The private one first: its cursors must not be ahead of the ledger that they point into.
    for name, db in ((PRIVATE_NAME, store.private), (PUBLIC_NAME, store.db)):
        part = folder / f".{name}"
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        _snapshot(db, part)
        part.replace(folder / name)
    digests = {name: digest_of_file(folder / name) for name in (PUBLIC_NAME, PRIVATE_NAME)}
    with _opened(folder / PUBLIC_NAME) as copy:
        count = copy.execute("SELECT count(*) FROM disclosures").fetchone()[0]
    return digests, {}, count


def _snapshot(db: Database, path: Path) -> None:
    """A copy as of one moment: SQLite's online backup in one step, during which others may read and write."""
    copy = sqlite3.connect(path)
    try:
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        fault = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
    if fault != "ok":
        raise StoreError(f"{path}: the copy is not sound: {fault}")


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _drop_held(folder: Path) -> None:
    """A file that was held back between the passes is in both folders; the databases say that it is held."""
    with _opened(folder / PUBLIC_NAME) as copy:
        held = [sha256 for (sha256,) in copy.execute("SELECT sha256 FROM quarantined")]
    for sha256 in held:
        (folder / "files" / sha256[:2] / sha256).unlink(missing_ok=True)


def _sizes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size for name in FOLDERS for path in _files(folder / name)
    }
