"""The words of a file, whatever it is: one that cannot be read gives a reason, and never an error."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Protocol

from crawler.reading.formats import archive, delimited, kinds, mail, markup, pdf, sheet, word
from crawler.reading.formats.filetext import Contents, FileText, Limits, Part, Unreadable

__all__ = ["FileText", "Limits", "Part", "read_file"]


class Reader(Protocol):
    """Reads one format. Raises Unreadable, and nothing else, for bad input."""

    def __call__(self, data: bytes, *, limits: Limits) -> Contents: ...


def _nothing_itself(data: bytes, *, limits: Limits) -> Contents:
    return Contents()


READERS: dict[str, Reader] = {
    "zip": _nothing_itself,
    "pdf": pdf.read,
    "docx": word.read,
    "pptx": markup.read_slides,
    "odt": markup.read_odt,
    "rtf": markup.read_rtf,
    "html": markup.read_html,
    "txt": delimited.read_text,
    "eml": mail.read,
    "xlsx": partial(sheet.read, kind="xlsx"),
    "xlsb": partial(sheet.read, kind="xlsb"),
    "ods": partial(sheet.read, kind="ods"),
    "xls": partial(sheet.read, kind="xls"),
    "csv": partial(delimited.read_rows, kind="csv"),
    "tsv": partial(delimited.read_rows, kind="tsv"),
}
IMAGES = ("png", "jpg", "gif", "tiff", "webp")
DEFAULT = Limits()


def read_file(data: bytes, name: str = "", media_type: str = "", limits: Limits = DEFAULT) -> FileText:
    """The words of a file and where they stand; `problem` says what was not read. Bad input raises nothing.

    The bytes decide the type, then `name` (of a file, or its address), then `media_type` (the header).
    """
    said = media_type.partition(";")[0].strip().lower()
    if len(data) > limits.bytes:
        return FileText(said, problem=f"too large: {len(data) >> 20:,} MiB")
    try:
        kind = kinds.kind(data, name, media_type)
    except Unreadable as reason:
        return FileText(said, problem=str(reason))
    try:
        contents = _read(kind, data, limits)
        if kind in ("zip", "eml"):
            contents = _with_files(contents, mail.files(data) if kind == "eml" else _members(data, limits), limits)
    except Unreadable as reason:
        return FileText(kinds.MEDIA_TYPES[kind], problem=str(reason))
    return _file_text(kinds.MEDIA_TYPES[kind], contents, limits)


def _read(kind: str, data: bytes, limits: Limits) -> Contents:
    if kind in IMAGES:
        raise Unreadable("an image: no text")
    if kind not in READERS:
        raise Unreadable(f"no reader for this format (.{kind})")
    return READERS[kind](data, limits=limits)


def _members(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    with archive.weighed(data, limits, "zip") as opened:
        for name in (each.filename for each in opened.infolist() if not each.is_dir()):
            yield name, archive.member(opened, name, "zip")


def _with_files(contents: Contents, files: Iterable[tuple[str, bytes]], limits: Limits) -> Contents:
    """The files of a zip or an e-mail, each read by its own format; a zip within a zip stays shut."""
    parts, notes = list(contents.parts), list(contents.notes)
    for name, data in files:
        try:
            inner = kinds.kind(data, name, "")
            if inner == "zip":
                raise Unreadable("a zip within, not opened")
            found = _read(inner, data, limits)
        except Unreadable as reason:
            notes.append(f"{name}: {reason}")
            continue
        parts += [Part(" ".join(filter(None, (name, part.where))), part.text) for part in found.parts]
        notes += [f"{name}: {note}" for note in found.notes]
    return Contents(tuple(parts), tuple(notes))


def _file_text(media_type: str, contents: Contents, limits: Limits) -> FileText:
    parts, left = [], limits.characters
    for part in contents.parts:
        parts.append(Part(part.where, part.text[:left]))
        left = max(0, left - len(part.text))
    notes = list(contents.notes)
    if sum(len(part.text) for part in contents.parts) > limits.characters:
        notes.append(f"text after {limits.characters:,} characters not read")
    text = "\n\n".join(part.text for part in parts if part.text)
    if not text.strip() and not notes:
        notes.append("no words in it")
    return FileText(media_type, text, "; ".join(notes), tuple(parts))
