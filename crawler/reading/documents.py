"""The words of a file, whatever it is: one that cannot be read gives a reason, and never an error."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.reading.formats import kinds
from crawler.reading.formats.filetext import FileText, Hidden, Limits, Part, Table, Unreadable
from crawler.reading.whole_file import WholeFile

__all__ = ["FileText", "Hidden", "Limits", "Part", "Table", "read_file"]

DEFAULT = Limits()
NOTES = 50  # named one by one; a zip can hold thousands of files that are not read


def read_file(
    data: bytes, name: str = "", media_type: str = "", limits: Limits = DEFAULT, *, released: bool = False
) -> FileText:
    """The words and tables of a file, where they stand, and what it hides; `problem` says what was not read.

    The bytes decide the type, then `name` (of a file, or its address), then `media_type` (the header). Bad input
    raises nothing. `released`: an operator let the file go; its hidden sheets are read, and nothing is hidden.
    """
    said = media_type.partition(";")[0].strip().lower()
    if len(data) > limits.bytes:
        return FileText(said, problem=f"too large: {len(data) >> 20:,} MiB")
    try:
        kind = kinds.kind(data, name, media_type)
    except Unreadable as reason:
        return FileText(said, problem=str(reason))
    found = WholeFile(limits, released)
    try:
        found.read(kind, data)
    except Unreadable as reason:
        found.notes.append(str(reason))
    return _file_text(kinds.MEDIA_TYPES[kind], found)


def _file_text(media_type: str, found: WholeFile) -> FileText:
    notes = list(found.notes)
    parts = _cut(found.parts, found.limits.characters)
    if sum(len(part.text) for part in found.parts) > found.limits.characters:
        notes.append(f"text after {found.limits.characters:,} characters not read")
    text = "\n\n".join(part.text for part in parts if part.text)
    if not text.strip() and not notes:
        notes.append("no words in it")
    if len(notes) > NOTES:
        notes = [*notes[:NOTES], f"and {len(notes) - NOTES:,} more"]
    tables = tuple(found.tables[: found.limits.tables])
    return FileText(media_type, text, "; ".join(notes), parts, tables, tuple(found.hidden))


def _cut(parts: Sequence[Part], characters: int) -> tuple[Part, ...]:
    """The parts as far as the limit reaches; a part that ended before it keeps every character of its own."""
    kept: list[Part] = []
    for part in parts:
        if characters > 0 or not part.text:
            kept.append(replace(part, text=part.text[:characters]))
        characters -= min(characters, len(part.text))
    return tuple(kept)
