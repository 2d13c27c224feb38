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
from crawler.pagination import next_page, page_number
from crawler.platforms.listing import chrome_free, container, date_in, folder_month, heading
from crawler.platforms.totals import beside, says_nothing, total
from crawler.reading.pages.addresses import file_type
from crawler.source import Source
from crawler.walk import ListingPage
from store.records import Entry

NOT_THERE = (200, 404, 410)  # how a search page answers a query that it does not know


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
            # A log that was read with one query before is not looked for with another: it is empty, and that is said.
            another = "" if self.walking.before.listing else self._another_query(start)
            if not another or response.status not in NOT_THERE:
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
        tree.make_links_absolute(response.url, resolve_base_href=True, handle_failures="ignore")
        bare = chrome_free(tree)
        anchors = self._anchors(bare, response.url)
        entries = tuple(self._entry(address, links, response.url) for address, links in anchors.items())
        words = beside(bare, [container(link) for links in anchors.values() for link in links])
        if says_nothing(words) or not entries:
            if page_number(response.url) and says_nothing(words):
                return ListingPage(response.url, (), may_be_empty=True)  # the page behind the last one
            raise EmptyListing(response.url)
        return ListingPage(response.url, entries, next_page(tree, response.url, self.addresses), total(words))

    def _anchors(self, tree: HtmlElement, url: str) -> dict[str, list[HtmlElement]]:
        """The links of each entry of a listing, in its order. A folder that holds other entries is a menu's."""
        links: dict[str, list[HtmlElement]] = {}
        for link in tree.xpath("//a[@href]"):
            address = self.addresses.canonical(link.get("href"), url)
            if address and self._is_entry(address):
                links.setdefault(address, []).append(link)
        folders = {address[: at + 1] for address in links for at, letter in enumerate(address[:-1]) if letter == "/"}
        return {address: anchors for address, anchors in links.items() if address not in folders}

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
