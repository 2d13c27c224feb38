"""The next page of a listing: by rel=next, by the words of a link, or by a page number, as the page shows it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from crawler.addresses import Addresses

NEXT_WORDS = re.compile(
    r"^(?:go to |view )?(?:the )?(?:next|older|nesaf)(?: (?:page|results|posts|entries|tudalen))?"
    r"(?: of results)?\s*[›»>→]*$|^[›»→>]+$|^tudalen nesaf$",
    re.I,
)
PAGE_PARAMETER = re.compile(r"^(?:page|p|pg|paged|pageno|pagenumber|page_number|pageindex)$", re.I)
PAGE_FOLDER = re.compile(r"/page/(\d+)/?$", re.I)
LABEL = re.compile(r"^(?:page )?(\d{1,4})$", re.I)


def next_page(tree: HtmlElement, url: str, addresses: Addresses) -> str:
    """The address of the page after this one, absolute and on the source's own site, or "" on the last page."""
    links = list(_into_listing(tree, url, addresses))
    others = [(element, to) for element, to in links if to != url]
    return _by_rel(others) or _by_words(others) or _by_label(tree, url, links)


def page_number(url: str) -> int | None:
    """The number that an address gives for its page, by folder or by parameter; None when it gives none."""
    parts = urlsplit(url)
    folder = PAGE_FOLDER.search(parts.path)
    if folder:
        return int(folder[1])
    numbers = [v for k, v in parse_qsl(parts.query) if PAGE_PARAMETER.match(k) and v.isdigit()]
    return int(numbers[0]) if numbers else None


Links = list[tuple[HtmlElement, str]]


def _by_rel(links: Links) -> str:
    return next((to for e, to in links if "next" in e.get("rel", "").lower().split()), "")


def _by_words(links: Links) -> str:
    return next((to for e, to in links if any(map(NEXT_WORDS.match, _said(e)))), "")


def _by_label(tree: HtmlElement, url: str, links: Links) -> str:
    """The link labelled 3 where the page is labelled 2, whatever its address counts: pages, from 0 or 1, or entries."""
    labelled = {int(found[1]): to for e, to in links if (found := LABEL.match(_words(e)))}
    current = _marked(tree) or _own_label(url, labelled)
    return labelled.get(current + 1, "")


def _marked(tree: HtmlElement) -> int:
    """The label that the page marks as the current one, or 0."""
    marked = (LABEL.match(_words(e)) for e in tree.xpath("//*[@aria-current]"))
    return next((int(found[1]) for found in marked if found), 0)


def _own_label(url: str, labelled: dict[int, str]) -> int:
    """The label of this page, from what the addresses of the labelled pages count."""
    here = _counters(url)
    for key in sorted({key for to in labelled.values() for key in _counters(to)}):
        counts = sorted((n, counters[key]) for n, to in labelled.items() if key in (counters := _counters(to)))
        (first, start), (last, end) = counts[0], counts[-1]
        if key not in here:
            return 1
        if end != start:
            return first + round((here[key] - start) * (last - first) / (end - start))
        if here[key] != start:
            return first + (1 if here[key] > start else -1)
    return 1


def _counters(url: str) -> dict[str, int]:
    """The whole numbers that an address carries, by parameter; "" stands for a folder `/page/3/`."""
    parts = urlsplit(url)
    folder = PAGE_FOLDER.search(parts.path)
    numbers = {key: int(value) for key, value in parse_qsl(parts.query) if value.isdigit()}
    return numbers | ({"": int(folder[1])} if folder else {})


def _into_listing(tree: HtmlElement, url: str, addresses: Addresses) -> Iterator[tuple[HtmlElement, str]]:
    """The links that lead into the same listing, with their address."""
    here = urlsplit(url)
    for element in tree.xpath("//a[@href] | //link[@rel and @href]"):
        target = addresses.resolved(element.get("href"), url)
        parts = urlsplit(target)
        if parts.netloc == here.netloc and _folder(parts.path) == _folder(here.path):
            yield element, target


def _said(element: HtmlElement) -> tuple[str, ...]:
    words = (_words(element), element.get("aria-label", "").strip(), element.get("title", "").strip())
    return tuple(w for w in words if w)


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _folder(path: str) -> str:
    return PAGE_FOLDER.sub("", path).rstrip("/").lower()
