"""What an OpenDocument text (ODT) holds that one who opens or prints it is not shown."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.filetext import Hidden, Limits
from crawler.reading.formats.office import odf
from crawler.reading.formats.office.odf import HREF, OFFICE, TEXT, Opened
from crawler.reading.formats.office.odt import WHAT
from crawler.reading.formats.office.office_hidden import short

PREFIXES = {"office": OFFICE.strip("{}")}
HELD = (TEXT + "span", TEXT + "p", TEXT + "h", TEXT + "section", TEXT + "hidden-text")
# Members that every document has, and pictures, which are shown.
USUAL = ("META-INF/", "Thumbnails/", "Pictures/", "Configurations2/", "ObjectReplacements/", "media/")


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Comments, tracked changes, hidden words, embedded files, links to files. Raises Unreadable."""
    with odf.opened(data, limits, WHAT) as document:
        for root in (document.content, document.styles) if document.styles is not None else (document.content,):
            for note in root.iter(OFFICE + "annotation"):
                yield Hidden("comment", "", short(" ".join("".join(p.itertext()) for p in note.iter(TEXT + "p"))))
        yield from _changes(document)
        yield from _unseen(document)
        yield from _embedded(document)
        yield from _linked(document)


def _changes(document: Opened) -> Iterator[Hidden]:
    for changes in document.content.iter(TEXT + "tracked-changes"):
        for verb in ("deletion", "insertion"):
            made = list(changes.iter(TEXT + verb))
            words = " … ".join("".join(p.itertext()) for each in made for p in each.iter(TEXT + "p", TEXT + "h"))
            if made:
                yield Hidden("revision history", "", short(f"{len(made)} {verb}(s): {words}".removesuffix(": ")))


def _unseen(document: Opened) -> Iterator[Hidden]:
    hidden = odf.hidden_styles(document)
    for element in document.content.iter(*HELD):
        if not odf.unseen(element, hidden) or any(odf.unseen(each, hidden) for each in element.iterancestors()):
            continue
        words = element.get(TEXT + "string-value", "") + _words(element)
        if words.strip():
            yield Hidden("hidden text", "", short(words))


def _embedded(document: Opened) -> Iterator[Hidden]:
    """Objects in folders of their own (a chart holds its figures), and any file that is none of the format's."""
    folders = {name.split("/")[0] for name in document.sizes if "/" in name and not name.startswith(USUAL)}
    single = {name for name, size in document.sizes.items() if name.startswith("Object ") and "/" not in name and size}
    for name in sorted(folders | single):
        yield Hidden("embedded file", "", posixpath.basename(name))


def _linked(document: Opened) -> Iterator[Hidden]:
    """Sections, objects and templates that come from a file outside; what a reader clicks is none."""
    for element in document.content.iter(TEXT + "section-source", odf.DRAW + "object", odf.DRAW + "object-ole"):
        target = element.get(HREF, "")
        if target and not target.startswith(("./", "#", "Object")):
            yield Hidden("external link", "", short(target))


def _words(element: etree._Element) -> str:
    return "".join(element.xpath(".//text()[not(ancestor::office:annotation)]", namespaces=PREFIXES))
