"""Single Online Home, the platform of most forces: a search page over published items, a page or file for each.

Its markup has not been seen, only its text and addresses, so a listing is read by the shapes of addresses, by
headings and by dates; everything assumed is a class attribute.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.failures import EmptyListing, ListingUnreadable
from crawler.pagination import next_page
from crawler.platforms.listing import chrome_free, container, date_in, folder_month, heading
from crawler.reading.addresses import file_type
from crawler.source import Source
from crawler.walk import ListingPage
from store.records import Entry

TOTAL = re.compile(r"\b(?:of|found|all|showing)\s+(?:about\s+)?([\d,]+)\s+(?:results|items|documents|entries)\b", re.I)


class SingleOnlineHome(Source):
    """A source on Single Online Home."""

    platform = "Single Online Home"
    listing_path = "/foi-ai/af/accessing-information/published-items/"
    # The generations of the query in use in 2024, the commonest first. The first that lists anything is kept to.
    queries = (
        "?q=&dt=Disclosure+log,Environmental+information+regulation,Publication+scheme&fdte=&tdte=&ic=&dir=&bor=",
        "?q=&dt=Disclosure+log&fdte=&tdte=&ic=&icsc=",
        "?q=&dt=Disclosure+log&dt=Publication+scheme&fdte=&tdte=",
        "",
    )
    # A disclosure's page lies at least two folders below /foi-ai/; `af` holds the search and the forms, and the old
    # addresses of some pages.
    page_shape = re.compile(
        r"^/foi-ai/(?:af/(?=[^/]+/[^/]+/[^/]+))?(?!af/|accessing-information/)[^/]+/(?!accessing-information/)[^/]+",
        re.I,
    )
    file_shape = re.compile(r"^/SysSiteAssets/", re.I)

    def listings(self) -> Iterator[str]:
        return (self.site + self.listing_path + query for query in self.queries)

    def is_listing(self, url: str) -> bool:
        path = urlsplit(url).path.rstrip("/")
        return path in ("", self.listing_path.rstrip("/")) or super().is_listing(url)

    def first_requests(self) -> Iterator[Request]:
        known = self.walking.before.listing
        start = known if known.startswith(self.site + "/") else next(self.listings())
        yield self.pages.request(start, self.read_listing, revalidate=self.walking.may_revalidate, start=start)

    def next_listing(self, url: str) -> Request:
        return self.pages.request(url, self.read_listing)

    def read_listing(self, response: Response, start: str = "") -> Iterator[Any]:
        """A page of the listing; `start` is set on the first, for which another query may have to be tried."""
        if response.status == 304:
            yield from self.walking.end()
            return
        try:
            page = self.listing_page(response)
        except (EmptyListing, ListingUnreadable):
            another = self._another_query(start)
            if not another or response.status >= 500:
                raise
            yield self.pages.request(another, self.read_listing, start=another)
            return
        if start:
            self.walking.found_at(start)
            self.walking.remember(response)
        yield from self.walking.page(page)

    def listing_page(self, response: Response) -> ListingPage:
        """What a page of the listing holds. Raises ListingUnreadable or EmptyListing."""
        if response.status != 200:
            raise ListingUnreadable(f"HTTP {response.status}: {response.url}")
        if not isinstance(response, TextResponse) or not response.text.strip():
            raise ListingUnreadable(f"no HTML: {response.url}")
        tree = html.fromstring(response.text)
        entries = tuple(self.entries(chrome_free(tree), response.url))
        if not entries:
            raise EmptyListing(response.url)
        said = TOTAL.search(" ".join(tree.text_content().split()))
        total = int(said[1].replace(",", "")) if said else 0
        return ListingPage(response.url, entries, next_page(tree, response.url), total)

    def entries(self, tree: HtmlElement, url: str) -> Iterator[Entry]:
        """The entries of a listing, in its order; an address that is shown twice counts once."""
        links: dict[str, list[HtmlElement]] = {}
        for link in tree.xpath("//a[@href]"):
            address = self.addresses.canonical(link.get("href"), url)
            if address and self._is_entry(address):
                links.setdefault(address, []).append(link)
        for address, anchors in links.items():
            yield self._entry(address, anchors, url)

    def _entry(self, address: str, anchors: list[HtmlElement], url: str) -> Entry:
        titles = [heading(anchor) for anchor in anchors]
        return Entry(
            address=address,
            title=next((t for t in titles if t), ""),
            published=date_in(container(anchors[0])) or folder_month(address),
            kind="file" if file_type(address) else "page",
            href=self.addresses.as_listed(anchors[0].get("href"), url),
        )

    def _is_entry(self, address: str) -> bool:
        path = urlsplit(address).path
        if not self.addresses.is_own(address) or self.is_listing(address):
            return False
        return bool(self.page_shape.match(path) or (self.file_shape.match(path) and file_type(address)))

    def _another_query(self, tried: str) -> str:
        """The listing's address with the next generation of the query, or "" when all were tried."""
        if not tried:
            return ""
        options = list(self.listings())
        at = options.index(tried) if tried in options else -1
        return options[at + 1] if at + 1 < len(options) else ""
