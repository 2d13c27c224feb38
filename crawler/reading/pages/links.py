"""The links of the content, and which of them are the disclosure's own attachments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from crawler.reading.fields import Link
from crawler.reading.letters.phrases import ATTACHMENTS_HEADING
from crawler.reading.pages.addresses import canonical, file_type
from crawler.reading.pages.beside import wrapper
from crawler.reading.pages.lines import squeeze
from crawler.reading.pages.parse import words_in

_UPLOADS = ("/syssiteassets/", "/wp-content/uploads/", "/spa-media/", "/sites/default/files/")
_PICTURES = re.compile("jpe?g|png|gif|tiff?|bmp|webp|svg")
_ATTACHED = re.compile(r"\battach(?:ed|ment)|\bdownload|\benclosed\b", re.I)
# The words of a link that say of themselves that a file comes: its name, or its type with its size.
_SAYS_FILE = re.compile(
    r"\w\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|zip)\s*\)?\s*$"
    r"|\b(?:pdf|word|excel|docx?|xlsx?|csv|ods|odt|rtf|zip)\b[\s,;:–-]*[\d.,]+ ?[km]i?b\b",
    re.I,
)
# Guidance that every letter points at; a force's own file never lies there.
_ELSEWHERE = re.compile(
    r"(?:^|\.)(?:ico\.org\.uk|college\.police\.uk|legislation\.gov\.uk|publishing\.service\.gov\.uk"
    r"|app\.college\.police\.uk"
    r"|gov\.uk|justiceinspectorates\.gov\.uk|policeconduct\.gov\.uk|parliament\.uk)$",
    re.I,
)
# An archive may keep the name of a file and not the link.
_FILE_NAME = re.compile(r"\w[^:;/|]{0,120}\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|zip)", re.I)
_OF_FILES = "//*[contains(@class, 'attach') or contains(@class, 'file') or contains(@class, 'download')][not(.//*)]"
_HANDS_OUT = re.compile(r"(?:^|[/_-])(?:downloads?|attachments?|getfile|files?|documents?|media)(?:[/_.-]|$)|getfile")
_PAGE = re.compile(r"\.(?:x?html?|aspx?|php|jspx?|cfm)$")
_FILED = re.compile(r"/(?:category|categories|tags?|topics?|author|archives?|search)/")
_ANY_FILE = re.compile(r"(?:download|view|open|click here|here|view as html|file)", re.I)
_TURNS = re.compile(r"\b(?:prev|next|tag|category|bookmark|home|author)\b", re.I)
_LONGEST = 60  # characters of a heading
_LABEL_WORDS = 8  # the type and size of a file, beside its link
_MARKED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEADINGS = _MARKED | {"p", "strong", "b", "dt"}


def all_links(box: html.HtmlElement) -> tuple[Link, ...]:
    """Every address in the box with its words, in order, fragments and scripts left out."""
    found = []
    for a in box.iter("a"):
        href = (a.get("href") or "").strip()
        if href and not href.startswith("#") and not href.lower().startswith(("javascript:", "mailto:", "tel:")):
            found.append(Link(href, squeeze(a.text_content())))
    return tuple(found)


def attachments(box: html.HtmlElement, url: str, *, under: bool = False) -> tuple[Link, ...]:
    """The files that the page gives away: by type of file, folder of uploads, or heading, `under` which the box is."""
    found: dict[str, Link] = {}
    for element in box.iter(*_HEADINGS, "a"):
        if element.tag == "a":
            href = (element.get("href") or "").strip()
            if href and _attached(element, href, url, under):
                text = _words(element)
                # A picture of the file's type is often a link of its own, before the words.
                if href not in found or (text and found[href].text == _name(href)):
                    found[href] = Link(href, text or _name(href))
        elif element.tag not in ("p", "strong", "b", "dt") or len(element.text_content()) < 40:
            under = _under(element, under)
    return tuple(found.values())


def only_named(box: html.HtmlElement) -> tuple[Link, ...]:
    """The files that a box for files names and nobody linked: a link without address for each."""
    names = (squeeze(element.text or "") for element in box.xpath(f".{_OF_FILES}"))
    return tuple(Link("", name) for name in dict.fromkeys(names) if _FILE_NAME.fullmatch(name))


def each_once(found: Sequence[Link], url: str) -> tuple[Link, ...]:
    """The links without those to a file that an earlier one leads to; of their addresses the plainest, `a` of `a?b`."""
    once: dict[str, Link] = {}
    for link in found:
        # What a relative address is relative to matters only where the page has no address of its own.
        where = canonical(link.href, urljoin("http://page.invalid", url)) or link.href
        known = once.setdefault(where, link)
        if known.href.startswith(f"{link.href}?"):
            once[where] = replace(known, href=link.href)
    return tuple(once.values())


def headed(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """What follows a heading such as `Downloads`, up to the next heading, wherever it stands on the page."""
    for heading in root.iter(*_HEADINGS, "div"):
        if len(heading) > 1 or len(heading.text or "") > _LONGEST:
            continue
        if not ATTACHMENTS_HEADING.fullmatch(squeeze(heading.text_content())) or _in_foot(heading):
            continue
        for after in wrapper(heading).itersiblings():
            if after.tag in _MARKED:
                break
            yield after


def _in_foot(element: html.HtmlElement) -> bool:
    return next(element.iterancestors("footer", "nav"), None) is not None


def _words(link: html.HtmlElement) -> str:
    """The words of a link that name its file; "" for those that every file has, as `Download`."""
    text = squeeze(link.text_content())
    return "" if _ANY_FILE.fullmatch(text) else text


def _under(element: html.HtmlElement, before: bool) -> bool:
    text = squeeze(element.text_content())
    if ATTACHMENTS_HEADING.fullmatch(text):
        return True
    # A heading may be the name of a file itself (GOV.UK).
    heads = element.tag in _MARKED and element.find(".//a") is None
    return before and (not heads or not text)


def _attached(a: html.HtmlElement, href: str, url: str, under: bool) -> bool:
    path, kind = urlsplit(href).path.lower() if "[" not in href else href.lower(), file_type(href)
    if _PICTURES.fullmatch(kind):
        return under or a.get("download") is not None
    host = _host(href)
    if under and (kind or host == _host(url) or not host) and not href.startswith(("#", "mailto:")):
        return bool(kind) or any(folder in path for folder in _UPLOADS) or _is_handed_out(a, href, url)
    if not kind and not any(folder in path for folder in _UPLOADS):
        own = not host or _same_site(host, _host(url))
        return own and (a.get("download") is not None or bool(_SAYS_FILE.search(a.text_content())))
    return not _ELSEWHERE.search(host) or _same_site(host, _host(url)) or bool(_ATTACHED.search(a.text_content()))


def _is_handed_out(a: html.HtmlElement, href: str, url: str) -> bool:
    """Whether a link under such a heading, that names no file, is one: alone on its line, and to no page near by."""
    path, own = (urlsplit(urljoin(url, each)).path.lower() for each in (href, url))
    block = next(a.iterancestors("li", "p", "td", "dd", "div"), a)
    if len(words_in(block)) - sum(len(words_in(link)) for link in block.iter("a")) > _LABEL_WORDS:
        return False
    if _HANDS_OUT.search(path):
        return True
    # Neighbours in the same folder, and the folders above, are pages of the log.
    near = own.startswith(path) or path.split("/")[1:2] == own.split("/")[1:2]
    return not (near or _PAGE.search(path) or _FILED.search(path) or _TURNS.search(a.get("rel", "")))


def _same_site(host: str, own: str) -> bool:
    return bool(host) and host.removeprefix("www.") == own.removeprefix("www.")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _name(href: str) -> str:
    return unquote(href.split("?")[0].rstrip("/").rsplit("/", 1)[-1])
