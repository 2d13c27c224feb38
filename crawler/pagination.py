"""The next page of a listing: by rel=next, by the words of a link, or by a page number, as the page shows it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from lxml.html import HtmlElement

NEXT_WORDS = re.compile(
    r"^(?:go to |view )?(?:the )?(?:next|older|nesaf)(?: (?:page|results|posts|entries|tudalen))?"
    r"(?: of results)?\s*[›»>→]*$|^[›»→>]+$|^tudalen nesaf$",
    re.I,
)
PAGE_PARAMETER = re.compile(r"^(?:page|p|pg|paged|pageno|pagenumber|page_number|pageindex)$", re.I)
PAGE_FOLDER = re.compile(r"/page/(\d+)/?$", re.I)


def next_page(tree: HtmlElement, url: str) -> str:
    """The address of the page after this one, absolute, or "" on the last page."""
    for pick in (_by_rel, _by_words, _by_label, _by_number):
        target = pick(tree, url)
        if target:
            return target
    return ""


def page_number(url: str) -> int | None:
    """The number that an address gives for its page, by folder or by parameter; None when it gives none."""
    parts = urlsplit(url)
    folder = PAGE_FOLDER.search(parts.path)
    if folder:
        return int(folder[1])
    numbers = [v for k, v in parse_qsl(parts.query) if PAGE_PARAMETER.match(k) and v.isdigit()]
    return int(numbers[0]) if numbers else None


def _by_rel(tree: HtmlElement, url: str) -> str:
    return next((to for e, to in _into_listing(tree, url) if "next" in e.get("rel", "").lower().split()), "")


def _by_words(tree: HtmlElement, url: str) -> str:
    return next((to for e, to in _into_listing(tree, url) if any(map(NEXT_WORDS.match, _said(e)))), "")


def _by_label(tree: HtmlElement, url: str) -> str:
    """The link labelled 3 where the page marks 2 as the current one: works with any parameter, also an offset."""
    marked = [" ".join(e.text_content().split()) for e in tree.xpath("//*[@aria-current]")]
    current = next((int(n) for words in marked for n in re.findall(r"^(?:page )?(\d+)$", words, re.I)), None)
    if current is None:
        return ""
    return next((to for e, to in _into_listing(tree, url) if e.text_content().strip() == str(current + 1)), "")


def _by_number(tree: HtmlElement, url: str) -> str:
    numbered = {page_number(to): to for _, to in reversed(list(_into_listing(tree, url)))}
    first = 0 if 0 in numbered else 1  # some products count pages from 0
    here = page_number(url)
    return numbered.get((first if here is None else here) + 1, "")


def _into_listing(tree: HtmlElement, url: str) -> Iterator[tuple[HtmlElement, str]]:
    """The links that lead to another page of the same listing, with their absolute address."""
    here = urlsplit(url)
    for element in tree.xpath("//a[@href] | //link[@rel and @href]"):
        target = urldefrag(urljoin(url, element.get("href").strip())).url
        parts = urlsplit(target)
        if parts.netloc == here.netloc and _folder(parts.path) == _folder(here.path) and target != url:
            yield element, target


def _said(element: HtmlElement) -> tuple[str, ...]:
    words = (element.text_content(), element.get("aria-label", ""), element.get("title", ""))
    return tuple(" ".join(w.split()) for w in words if w.strip())


def _folder(path: str) -> str:
    return PAGE_FOLDER.sub("", path).rstrip("/").lower()
