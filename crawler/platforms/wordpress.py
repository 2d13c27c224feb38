"""WordPress: the log by its REST API, else by its feed, else by its year archives, whichever the site still offers."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode, urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler.failures import EmptyListing
from crawler.platforms import wordpress_archive, wordpress_feed, wordpress_rest
from crawler.platforms.wordpress_rest import NoRest
from crawler.source import Source
from crawler.walk import ListingPage

# Each with pretty permalinks first, then as a site with plain ones (`?p=123`), the stock setting, has it.
REST = ("/wp-json/wp/v2/posts?", "/?rest_route=/wp/v2/posts&")
FEED = ("/feed/?", "/?feed=rss2&")
ARCHIVE = "/{year}/"
PAGE_SIZE = 100  # the most that the REST API gives
OVERLAP = timedelta(days=1)  # modified_after is read in the site's own time zone, whichever that is


class WordPress(Source):
    """A source on WordPress 4.7 or later. Posts are read as pages, as a reader sees them, with their attachments."""

    platform = "WordPress"
    categories: ClassVar[tuple[int, ...]] = ()  # ids of the categories that hold disclosures; empty: all posts
    first_year = 2005

    def listings(self) -> Iterator[str]:
        return (self.site + way for way in (*REST, *FEED))

    def is_listing(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.path.rstrip("/") == "":
            return not re.match(r"p=\d", parts.query)
        return bool(re.fullmatch(r"/(?:feed|\d{4}|wp-json/.*)(?:/page/\d+)?/?", parts.path))

    def listing_page(self, response: Response) -> ListingPage:
        """What a page of the listing holds, in whichever way. Raises NoRest and SourceFailure."""
        if response.url.startswith(self._ways(REST)):
            return wordpress_rest.page(self, response)
        if response.url.startswith(tuple(way.rstrip("?&") for way in self._ways(FEED))):
            return ListingPage(response.url, wordpress_feed.entries(self, response))
        return wordpress_archive.page(self, response, wordpress_archive.year(response.url))

    def first_requests(self) -> Iterator[Request]:
        known = self.walking.before.listing
        if known in self._ways(FEED):
            yield self._feed(known)
        elif known.startswith(self.site) and known not in self._ways(REST):
            yield self._archive(self.walking.record.now.year)
        else:
            yield self._rest(known or self._ways(REST)[0])

    def next_listing(self, url: str) -> Request:
        if url.startswith(self._ways(REST)):
            return self.pages.request(url, self.read_rest)
        return self.pages.request(url, self.read_feed if url.startswith(self._ways(FEED)) else self.read_archive)

    def _ways(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.site + path for path in paths)

    def _another(self, ways: tuple[str, ...], tried: str) -> str:
        """The second of two ways where `tried` was the first, or ""."""
        later = [way for way in ways[1:] if not tried.startswith(way.rstrip("?&"))]
        return later[0] if later else ""

    # The REST API

    def _rest(self, way: str) -> Request:
        query: dict[str, object] = {"per_page": PAGE_SIZE, "_fields": wordpress_rest.FIELDS}
        if self.categories:
            query["categories"] = ",".join(map(str, self.categories))
        last = self.walking.last_modified()
        if self.walking.polls and last:
            # Reaches back to a post that is known: an answer without any post is then a fault, not a quiet force.
            after = datetime.fromisoformat(last) - OVERLAP
            query |= {"orderby": "modified", "order": "desc", "modified_after": after.isoformat()}
        else:
            query |= {"orderby": "date", "order": "desc"}
        return self.pages.request(way + urlencode(query), self.read_rest)

    def read_rest(self, response: Response) -> Iterator[Any]:
        """A page of posts. A site without the API is read by its feed."""
        try:
            page = wordpress_rest.page(self, response)
        except NoRest:
            another = self._another(self._ways(REST), response.url)
            yield self._rest(another) if another else self._feed(self._ways(FEED)[0])
            return
        way = next(way for way in self._ways(REST) if response.url.startswith(way))
        if not page.entries and "modified_after" in response.url and not self.walking.seen:
            # The newest post that was known may be gone: the log as a whole tells.
            query = urlencode({"per_page": PAGE_SIZE, "_fields": wordpress_rest.FIELDS})
            yield self.pages.request(way + query, self.read_rest)
            return
        yield from self.walking.page(page)
        self.walking.found_at(way)

    # The feed

    def _feed(self, way: str) -> Request:
        return self.pages.request(way.rstrip("?&"), self.read_feed, revalidate=self.walking.may_revalidate)

    def read_feed(self, response: Response) -> Iterator[Any]:
        """A page of the feed; beyond the last one WordPress answers 404. A site without a feed has archives."""
        if response.status == 304:
            yield from self.walking.end()
            return
        way = next(way for way in reversed(self._ways(FEED)) if response.url.startswith(way.rstrip("?&")))
        number = wordpress_feed.number(response.url)
        entries = wordpress_feed.entries(self, response)
        if entries:
            if number == 1:
                self.walking.found_at(way)
                self.walking.remember(response)
            yield from self.walking.page(ListingPage(response.url, entries, f"{way}paged={number + 1}"))
        elif number > 1 and response.status == 404:
            yield from self.walking.end()
        elif number > 1:
            raise EmptyListing(response.url)
        else:
            another = self._another(self._ways(FEED), response.url)
            yield self._feed(another) if another else self._archive(self.walking.record.now.year)

    # The year archives

    def _archive(self, year: int) -> Request:
        return self.pages.request(self.site + ARCHIVE.format(year=year), self.read_archive)

    def read_archive(self, response: Response) -> Iterator[Any]:
        """A page of a year's archive. A year without posts answers 404; the walk ends at `first_year`."""
        year = wordpress_archive.year(response.url)
        page = wordpress_archive.page(self, response, year)
        if page.entries:
            yield from self.walking.page(page)
            self.walking.found_at(self.site + ARCHIVE.format(year=year))
        elif year > self.first_year:
            yield self._archive(year - 1)
        elif self.walking.seen:
            yield from self.walking.end()
        else:
            raise EmptyListing(response.url)
