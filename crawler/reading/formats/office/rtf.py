"""Words of an RTF file: what its reader sees, its tables, and apart from it what is hidden."""

from collections.abc import Iterator

from crawler.reading.formats.filetext import Contents, Hidden, Limits, Part
from crawler.reading.formats.office.document_tables import tables
from crawler.reading.formats.office.office_hidden import short
from crawler.reading.formats.office.rtf_stream import told


def read(data: bytes, limits: Limits) -> Contents:
    """One part: header, text, footer and notes; its tables too."""
    story = told(data)
    notes = [f"[{number}] {words}" for number, words in enumerate(story.notes, 1)]
    heads, feet = (list(dict.fromkeys(each)) for each in (story.heads, story.feet))
    lines = (line.strip(" ") for line in (*heads, *story.body.lines, *feet, *notes))
    text = "\n".join(line for line in lines if line.strip())
    return Contents((Part("", text),), tables=tables(story.body.grids, limits.tables))


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Comments, tracked changes, hidden words, embedded and linked objects."""
    story = told(data)
    yield from story.found
    for verb in ("deleted", "inserted"):
        words = " … ".join(story.unseen.get(verb, []))
        if words.strip(" …"):
            yield Hidden("revision history", "", short(f"{verb}: {words}"))
    hidden = "".join(story.unseen.get("hidden", []))
    if hidden.strip():
        yield Hidden("hidden text", "", short(hidden))
    blended = " … ".join(filter(str.strip, story.unseen.get("blended", [])))
    if any(map(str.isalnum, blended)):
        yield Hidden("hidden text", "", short(f"in the colour of its background: {blended}"))
