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
PARAGRAPHS = (TEXT + "p", TEXT + "h")
INLINE = (TEXT + "span", TEXT + "a")
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
        yield from _white(document)
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
    hidden = odf.hidden_styles(document) | _blended(document)
    for element in document.content.iter(*HELD):
        if not odf.unseen(element, hidden) or any(odf.unseen(each, hidden) for each in element.iterancestors()):
            continue
        words = element.get(TEXT + "string-value", "") + _words(element)
        if words.strip():
            yield Hidden("hidden text", "", short(words))


def _white(document: Opened) -> Iterator[Hidden]:
    """White words on the bare page; in tables and boxes, or where anything is shaded, they may well be seen."""
    styles = document.named(odf.STYLE + "style")
    for element in document.content.iter(TEXT + "span", *PARAGRAPHS):
        own = styles.get(element.get(TEXT + "style-name", ""))
        if own is None or _said(own, "color") != "#ffffff":
            continue
        around = [element, *element.iterancestors(TEXT + "span", *PARAGRAPHS)]
        backs = (styles.get(each.get(TEXT + "style-name", "")) for each in around)
        is_bare = around[-1].getparent().tag == OFFICE + "text" and not any(map(_is_shaded, backs))
        words = _uncoloured(element, styles)
        if is_bare and any(map(str.isalnum, words)):
            yield Hidden("hidden text", "", short(f"white: {words}"))


def _uncoloured(element: etree._Element, styles: dict[str, etree._Element]) -> str:
    """The words of a span or a paragraph, without those to which a span within gives a colour of their own."""
    said = [element.text or ""]
    for child in element.iterchildren(etree.Element):
        style = styles.get(child.get(TEXT + "style-name", "")) if child.tag == TEXT + "span" else None
        if child.tag in INLINE and not (style is not None and _said(style, "color")):
            said.append(_uncoloured(child, styles))
        said.append(child.tail or "")
    return "".join(said)


def _is_shaded(style: etree._Element | None) -> bool:
    based = style is not None and style.get(odf.STYLE + "parent-style-name", "Standard") not in ("", "Standard")
    return based or (style is not None and _said(style, "background-color") not in ("", "transparent", "#ffffff"))


def _said(style: etree._Element, name: str) -> str:
    """What a style says of its characters, or of the paragraph that they stand in."""
    return "".join(each.get(odf.FO + name, "") for each in style).lower()


def _blended(document: Opened) -> frozenset[str]:
    """The styles whose words are in the colour of their own background: blacked out, and still there."""
    found = set()
    for name, style in document.named(odf.STYLE + "style").items():
        said = style.find(odf.STYLE + "text-properties")
        if said is not None and said.get(odf.FO + "color", "").lower() == said.get(odf.FO + "background-color", "-"):
            found.add(name)
    return frozenset(found)


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
