"""Restoring a backup: checked before it takes the store's place; what was there is kept beside it."""

import shutil
from pathlib import Path

from store.backup.manifest import FOLDERS, Manifest, digest_of_file, read_manifest
from store.checkup import damage
from store.database import PRIVATE_NAME, open_store
from store.errors import StoreError
from store.purging.carrying import carry_over


def verify(folder: Path) -> Manifest:
    """The manifest of a backup, of which every byte was compared with its digest. Raises StoreError."""
    manifest = read_manifest(folder)
    for name, digest in manifest.databases.items():
        if not (folder / name).is_file() or digest_of_file(folder / name) != digest:
            raise StoreError(f"{folder / name}: is not what was backed up")
    for name, size in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            raise StoreError(f"{path}: is not what was backed up")
        if not name.startswith("evidence/") and digest_of_file(path) != path.name:
            raise StoreError(f"{path}: its bytes do not agree with its name")
    return manifest


def restore(folder: Path, store: Path, moment: str) -> tuple[Manifest, Path | None]:
    """Put a backup in the place of `store`, a folder; gives its manifest and where the store that was there is now.

    Hold the lock of the store: no run may be at work on it. Raises StoreError, the store as it was.
    """
    manifest = verify(folder)
    fresh = store.with_name(f"{store.name}.restoring")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        _copy(folder, fresh, manifest)
        _check(fresh)
        carry_over(store, fresh, moment)  # what was taken down since the backup stays so
        before = _set_aside(store, moment)
        fresh.rename(store)
    except OSError as error:
        raise StoreError(f"{store}: the backup could not be put in place: {error.strerror or error}") from error
    return manifest, before


def _copy(folder: Path, fresh: Path, manifest: Manifest) -> None:
    fresh.mkdir(parents=True)
    for name in (*manifest.databases, *manifest.files):
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, target)
    (fresh / PRIVATE_NAME).chmod(0o600)
    for private in (fresh / name for name in FOLDERS if name != "files"):
        if private.exists():
            private.chmod(0o700)


def _check(fresh: Path) -> None:
    """Opened by this version, with its migrations, the record is sound."""
    opened = open_store(fresh)
    try:
        faults = damage(opened)
    finally:
        opened.close()
    if faults:
        raise StoreError(f"the backup is not sound: {'; '.join(faults)}")


def _set_aside(store: Path, moment: str) -> Path | None:
    if not store.exists():
        return None
    stamp = "".join(sign for sign in moment[:19] if sign.isalnum())
    before = store.with_name(f"{store.name}.before-{stamp}")
    store.rename(before)
    return before
