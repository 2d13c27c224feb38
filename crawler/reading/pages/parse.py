"""Bytes to an element tree: the character set found as a browser would, and no document too odd to parse."""

import re

from lxml import etree, html

from crawler.reading.pages.wrapped import paragraphs

_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PREFORMATTED = etree.XPath("descendant-or-self::*[self::pre or contains(@style, 'white-space')]")
_SHOWS_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_PLAIN = ("div", "p", "section", "blockquote", "article", "td", "span")
_INLINE = ("a", "b", "strong", "i", "em", "u", "span", "sup", "sub", "br", "small", "font")
_STYLE = ("b", "strong", "i", "em", "u", "span", "small", "font")
_EMPTY = "<html><head></head><body></body></html>"


def decode(data: bytes | str, charset: str = "") -> str:
    """The text of `data`; the charset of the response wins, then a mark, then the page's own, then UTF-8."""
    if isinstance(data, str):
        return _UNWANTED.sub("", data)
    found = _META.search(data[:4096])
    names = [charset, _mark(data), found.group(1).decode("ascii", "replace") if found else "", "utf-8"]
    for name in filter(None, names):
        try:
            return _UNWANTED.sub("", data.decode(name).removeprefix("\ufeff"))
        except (UnicodeDecodeError, LookupError):
            continue
    return _UNWANTED.sub("", data.decode("cp1252", "replace"))


def parse(data: bytes | str, charset: str = "") -> html.HtmlElement:
    """The `html` element, with a body; an empty document for what holds no element at all."""
    text = decode(data, charset)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace") or _EMPTY, parser=parser)
    except etree.ParserError:
        root = html.document_fromstring(_EMPTY)
    if root.find("body") is None:
        etree.SubElement(root, "body")
    _preformat(root)
    return root


def _preformat(root: html.HtmlElement) -> None:
    """Make every element that shows its line breaks a `pre`, and the lines in it whole that were cut at a margin."""
    for element in _PREFORMATTED(root):
        styled = _SHOWS_BREAKS.search(element.get("style", ""))
        if (
            styled
            and element.tag in _PLAIN
            and all(child.tag in _INLINE for child in element.iter() if child is not element)
        ):
            element.tag = "pre"
        if (
            element.tag == "pre"
            and len(element)
            and all(child.tag in _STYLE for child in element.iter() if child is not element)
        ):
            etree.strip_tags(element, *_STYLE)
        if element.tag == "pre" and len(element) == 0 and element.text:
            element.text = "\n".join(paragraphs(element.text.splitlines()))


def words_in(element: html.HtmlElement) -> list[str]:
    """The words of an element; those of two elements stay two where no white space stands between the tags."""
    return " ".join(element.itertext()).split()


def _mark(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
