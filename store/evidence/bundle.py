"""The evidence of one disclosure as a folder that a third party can check with public tools, and with no foiwatch."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO

from store.database import Store
from store.errors import StoreError
from store.evidence import captures
from store.evidence.captures import Capture
from store.evidence.manifest import Left, described
from store.evidence.members import info_of, raw
from store.evidence.readme import readme
from store.evidence.records import write_info
from store.evidence.revising import versions_of
from store.files import file_path, held_path
from store.quarantine import held_among
from store.records import AttachmentSeen
from store.withheld import file_name

SUMS = "SHA256SUMS"
_QUARANTINED = "in quarantine: something is hidden in it, or it was held by hand"


@dataclass(frozen=True)
class Copied:
    """A file of the disclosure in the folder: its path there, and as which attachment of which versions it was met."""

    path: str
    attachment: AttachmentSeen
    versions: tuple[int, ...]


def write(
    store: Store, disclosure: int, folder: Path, *, software: str, made: str, include_quarantined: bool = False
) -> dict[str, Any]:
    """Write the folder, which must not be there, and give its manifest; whatever fails, there is all of it or nothing.

    `software` names the program and its version, `made` is the time. Raises StoreError.
    """
    if folder.exists():
        raise StoreError(f"{folder}: is there already; evidence is not written over")
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.absolute().parent) as parts:
            inside = Path(parts) / "evidence"
            inside.mkdir()
            about = {"software": software, "made": made}
            manifest = _fill(store, disclosure, inside, about, include_quarantined)
            inside.rename(folder.absolute())
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return manifest


def _fill(
    store: Store, disclosure: int, inside: Path, about: dict[str, str], include_quarantined: bool
) -> dict[str, Any]:
    own = captures.of_disclosure(store.db.conn, disclosure)
    every = sorted(own + captures.originals(store.db.conn, own), key=lambda one: (one.file, one.offset))
    files = _files(store, disclosure)
    digests = {one.content for one in every} | {file.sha256 for file, _ in files}
    held = set() if include_quarantined else held_among(store.db.conn, digests)
    shown = [one for one in every if one.content not in held]
    name = f"disclosure-{disclosure}.warc.gz"
    with (inside / name).open("wb") as out:
        _copy_records(store, out, name, shown, about)
    copied = [_copy(store, inside, number, *file, held) for number, file in enumerate(files, 1)]
    left = [Left(one.address, one.content, _QUARANTINED) for one in every if one.content in held]
    left += [Left(f.address, f.sha256, why) for (f, _), why in zip(files, copied, strict=True) if isinstance(why, str)]
    there = [one for one in copied if isinstance(one, Copied)]
    manifest = described(store, disclosure, shown, there, list(dict.fromkeys(left)), name) | about
    (inside / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (inside / "README.txt").write_text(readme(manifest), encoding="utf-8")
    (inside / SUMS).write_text("".join(_sums(inside)), encoding="utf-8")
    return manifest


def _copy_records(store: Store, out: BinaryIO, name: str, shown: Sequence[Capture], about: dict[str, str]) -> None:
    """The records as they are in the archive, byte for byte, each file's behind the record that begins it."""
    said = {"software": about["software"], "format": "WARC File Format 1.1"}
    write_info(out, name, about["made"], said | {"description": "Records copied, unchanged, from the files named here"})
    file = ""
    for one in shown:
        if one.file != file:
            out.write(info_of(store, one.file))
            file = one.file
        out.write(raw(store, one.file, one.offset, one.end - one.offset))


def _files(store: Store, disclosure: int) -> list[tuple[AttachmentSeen, tuple[int, ...]]]:
    """Every file that any version had, once, as last met, with the numbers of those versions."""
    met: dict[str, AttachmentSeen] = {}
    where: dict[str, list[int]] = {}
    for version in versions_of(store.db.conn, disclosure):
        for attachment in version.sighting.attachments:
            if attachment.sha256:
                met[attachment.sha256] = attachment
                where.setdefault(attachment.sha256, []).append(version.version)
    return [(attachment, tuple(dict.fromkeys(where[digest]))) for digest, attachment in met.items()]


def _copy(
    store: Store, inside: Path, number: int, file: AttachmentSeen, versions: tuple[int, ...], held: set[str]
) -> Copied | str:
    """The file as copied, or why it is left out."""
    if file.sha256 in held:
        return _QUARANTINED
    source = file_path(store, file.sha256)
    source = source if source.is_file() else held_path(store, file.sha256)
    if not source.is_file():
        return "its bytes are not in the store"
    path = f"attachments/{number:02}-{safe_name(file_name(file.address, file.label))}"
    (inside / "attachments").mkdir(exist_ok=True)
    shutil.copyfile(source, inside / path)
    return Copied(path, file, versions)


def safe_name(name: str) -> str:
    """A name that is a name, and harmless, on every system: a number stands before it, so that no two are alike."""
    stem, dot, ending = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-").rpartition(".")
    return (f"{stem[:80]}.{ending[:10]}" if dot else ending[:80]) or "file"


def _sums(inside: Path) -> Iterator[str]:
    for path in sorted(path for path in inside.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            yield f"{file_digest(file, 'sha256').hexdigest()}  {path.relative_to(inside).as_posix()}\n"
