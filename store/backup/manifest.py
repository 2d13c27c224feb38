"""What a backup says of itself: when it was made, of what, and the digests by which it is checked."""

from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from store.errors import StoreError

NAME = "backup.json"
FORMAT = 1
# Files that once written never change: those of disclosures, those held back, the archived responses.
FOLDERS = ("files", "quarantine", "evidence")


@dataclass(frozen=True)
class Manifest:
    """A finished backup. `databases` gives each one's SHA-256; `files` the sizes, in bytes, of all others by path."""

    made: str
    databases: dict[str, str]
    files: dict[str, int]
    disclosures: int
    format: int = FORMAT


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a backup. Raises StoreError when the folder holds none that this version understands."""
    try:
        manifest = msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise StoreError(f"{folder}: no finished backup is here ({NAME} is missing)") from None
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreError(f"{folder / NAME}: cannot be read: {error}") from error
    if manifest.format != FORMAT:
        raise StoreError(f"{folder}: made by another foiwatch (format {manifest.format}); this one knows {FORMAT}")
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it last: a backup without it is not finished."""
    part = folder / f".{NAME}"
    part.write_bytes(msgspec.json.format(msgspec.json.encode(asdict(manifest)), indent=1))
    part.replace(folder / NAME)


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
