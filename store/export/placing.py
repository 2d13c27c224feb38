"""Writing an export to a place: whole or not at all, and never over what is no export."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from store.errors import StoreError
from store.export.package import DESCRIPTION


def write_file(path: Path, write: Callable[[Path], int]) -> int:
    """Let `write` fill a file beside `path`, which then takes its place. Raises StoreError when the disk refuses."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".foiwatch-") as beside:
            part = Path(beside) / path.name
            count = write(part)
            part.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: the export could not be written: {error.strerror or error}") from error
    return count


def write_folder(folder: Path, write: Callable[[Path], int]) -> int:
    """The same for a folder; one that is there must be empty or a package. Raises StoreError."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / DESCRIPTION).is_file())):
        raise StoreError(f"{folder}: it is there and is no data package; name a new folder")
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".foiwatch-") as beside:
            part = Path(beside) / "package"
            part.mkdir()
            count = write(part)
            if folder.exists():
                folder.rename(Path(beside) / "before")
            shutil.move(part, folder)
    except OSError as error:
        raise StoreError(f"{folder}: the export could not be written: {error.strerror or error}") from error
    return count
