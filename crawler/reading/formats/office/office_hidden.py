"""What may come along unseen in any Office Open XML file: embedded files, and paths and links to others."""

import posixpath
from collections.abc import Iterator

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.ooxml import Package, Relation

EMBEDDED = ("oleObject", "package", "control", "aFChunk")
# A picture fetched from the web says no more than a link does, and next to every letter names its template.
PLAIN = ("hyperlink", "image", "video", "audio", "media", "attachedTemplate")
SHORT = 120  # characters of what was hidden that the operator is told


def embedded(package: Package, folder: str) -> Iterator[Hidden]:
    """The files inside: those in `folder`, and any that a member is tied to as an object."""
    inside = {name for name in package.names if name.startswith(folder) and not name.endswith("/")}
    inside |= {tie.target for tie in _ties(package) if tie.kind in EMBEDDED and tie.target in package.names}
    for name in sorted(inside):
        yield Hidden(
            "embedded file", "", f"{posixpath.basename(name)}, {package.archive.getinfo(name).file_size:,} bytes"
        )


def linked(package: Package) -> Iterator[Hidden]:
    """Ties to files outside, such as a linked object. Links that a reader clicks and templates are none."""
    found = {(tie.kind, tie.target) for tie in _ties(package) if tie.outside and tie.kind not in PLAIN}
    for kind, target in sorted(found):
        yield Hidden("external link", "", f"{kind}: {target}"[:SHORT])


def short(words: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _ties(package: Package) -> Iterator[Relation]:
    for name in sorted(package.names):
        folder, file = posixpath.split(name)
        if file.endswith(".rels") and posixpath.basename(folder) == "_rels":
            owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            yield from package.relations(owner)
