"""A feed as Atom 1.0 (RFC 4287), built with lxml, which refuses what XML may not hold."""

from lxml import etree

from store.feeds.feed import Entry, Filled, Links
from store.feeds.plain import flat, link, moment
from store.feeds.wording import AUTHOR, as_html, feed_title, feed_words, happened, quote, tags, title

MEDIA_TYPE = "application/atom+xml"
ENDING = "atom"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(filled: Filled, links: Links) -> bytes:
    """The feed as UTF-8, with its declaration; the same bytes for the same entries and links."""
    root = etree.Element(f"{{{_NAMESPACE}}}feed", {_LANGUAGE: "en-GB"}, nsmap={None: _NAMESPACE})
    _add(root, "id", filled.id)
    _add(root, "title", feed_title(filled.feed))
    _add(root, "subtitle", feed_words(filled.feed))
    _add(root, "updated", moment(filled.updated))
    _add(_add(root, "author"), "name", AUTHOR)
    _add(root, "generator", AUTHOR)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=links.own)
    if links.home:
        _add(root, "link", rel="alternate", type="text/html", href=links.home)
    for entry in filled.entries:
        _entry(_add(root, "entry"), entry, links)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(parent: etree._Element, entry: Entry, links: Links) -> None:
    _add(parent, "id", entry.id)
    _add(parent, "title", title(entry), type="text")
    _add(parent, "updated", moment(entry.seen))
    _add(parent, "published", moment(entry.seen))
    for force in entry.forces:
        _add(_add(parent, "author"), "name", flat(force) or AUTHOR)
    kept, original = links.page(entry.disclosure), link(entry.address)
    if kept or original:
        _add(parent, "link", rel="alternate", type="text/html", href=kept or original)
    if kept and original:
        _add(parent, "link", rel="via", href=original)
    for term, label in tags(entry):
        _add(parent, "category", term=term, label=label)
    _add(parent, "summary", quote(entry) or happened(entry), type="text")
    _add(parent, "content", as_html(entry, links), type="html")


def _add(parent: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = words or None
    return element
