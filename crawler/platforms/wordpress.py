"""WordPress: the log by its REST API, else by its feed, else by its year archives, whichever the site still offers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.failures import EmptyListing, ListingUnreadable
from crawler.platforms import wordpress_archive, wordpress_feed, wordpress_rest
from crawler.platforms.wordpress_rest import NoRest
from crawler.platforms.wordpress_visits import PostVisits
from crawler.platforms.wordpress_ways import ARCHIVE, FEED, REST, WAYS, after, rest_beside, way_of
from crawler.source import Source
from crawler.walk import ListingPage


class WordPress(Source):
    """A source on WordPress 4.7 or later. Posts are read as pages, as a reader sees them, with their attachments.

    A source that had to be read by its feed or archives goes back to the REST API, which alone tells of edits, as
    soon as that answers: a poll looks once, any other walk tries every way anew.
    """

    platform = "WordPress"
    categories: ClassVar[tuple[int, ...]] = ()  # ids of the categories that hold disclosures; empty: all posts
    first_year = 2005

    def open(self) -> None:
        super().open()
        if not self.fault:
            self.visits = PostVisits(self)

    def listings(self) -> Iterator[str]:
        return (self.site + way for way in WAYS)

    def is_listing(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.path.rstrip("/") == "":
            return not re.match(r"p=\d", parts.query)
        return bool(re.fullmatch(r"/(?:feed|\d{4}|wp-json/.*)(?:/page/\d+)?/?", parts.path))

    def listing_page(self, response: Response) -> ListingPage:
        """What a page of the listing holds, in whichever way. Raises NoRest and SourceFailure."""
        way = way_of(response.url, self.site)
        if way in REST:
            return wordpress_rest.page(self, response)
        if way in FEED:
            return ListingPage(response.url, wordpress_feed.entries(self, response))
        return wordpress_archive.page(self, response, wordpress_archive.year(response.url))

    def first_requests(self) -> Iterator[Request]:
        known = self.walking.before.listing
        way = way_of(known, self.site)
        if not known or way in REST or not self.walking.polls:
            yield self._by(way if way in REST else REST[0])
        elif way or wordpress_archive.year(known) == self.walking.record.now.year:
            yield self._rest(rest_beside(way), instead=known)
        else:
            # In a new year the archives cost a request more, so that the API has to wait.
            yield self._by(known)

    def next_listing(self, url: str) -> Request:
        way = way_of(url, self.site)
        if way in REST:
            return self.pages.request(url, self.read_rest, way=way)
        if way in FEED:
            return self.pages.request(url, self.read_feed, way=way, number=wordpress_feed.number(url))
        return self.pages.request(url, self.read_archive, year=wordpress_archive.year(url))

    # From one way to another

    def _by(self, listing: str) -> Request:
        """The first request by a way, given as such or as an address; anything else stands for the archives."""
        way = listing if listing in WAYS else way_of(listing, self.site)
        if way in REST:
            return self._rest(way)
        return self._feed(way) if way in FEED else self._archive(self.walking.record.now.year)

    def _not_had(
        self, failure: Failure, way: str, instead: str, give_up: Callable[[Failure], None]
    ) -> Iterator[Request]:
        # robots.txt may close one way and leave another; and to look again whether there is an API cannot fail.
        if instead or isinstance(failure.value, IgnoreRequest):
            yield self._by(instead or after(way))
        else:
            give_up(failure)

    def _or_another(self, request: Request, way: str, instead: str = "") -> Request:
        assert request.errback is not None
        request.errback = partial(self._not_had, way=way, instead=instead, give_up=request.errback)
        return request

    def _offered(self, response: Response, ways: tuple[str, ...]) -> bool:
        """Whether an answer comes from where it was asked for, not from a login or the front page."""
        return way_of(response.url, self.site) in ways and self.addresses.is_own(response.url)

    def _keep_to(self, way: str) -> None:
        """Forget where the last walk broke off if that was in another way, which may be closed by now."""
        if way_of(self.walking.before.frontier, self.site) != way:
            self.walking.before = replace(self.walking.before, frontier="")

    # The REST API

    def _rest(self, way: str, instead: str = "") -> Request:
        """The first page by the API; with `instead`, one request and no more to see if there is an API again."""
        since = self.walking.last_modified() if self.walking.polls else ""
        query = wordpress_rest.query(self.categories, since)
        request = self.pages.request(self.site + way + query, self.read_rest, way=way, instead=instead)
        if instead:
            request.meta.update(dont_redirect=True, dont_retry=True)
        return self._or_another(request, way, instead)

    def read_rest(self, response: Response, way: str, instead: str = "") -> Iterator[Any]:
        """A page of posts. A site without the API is read by `instead`, or by the next way."""
        try:
            if not self._offered(response, REST):
                raise NoRest(f"redirected to {response.url}")
            page = wordpress_rest.page(self, response)
        except (NoRest, ListingUnreadable) as trouble:
            if isinstance(trouble, ListingUnreadable) and not instead:
                raise
            yield self._by(instead or after(way))
            return
        unusable = wordpress_rest.unusable(self, response)
        if unusable:
            self.record.note(response.url, "posts without an address on this site", str(unusable))
        if not page.entries and "modified_after" in response.url and not self.walking.seen:
            # The newest post that was known may be gone: the log as a whole tells.
            query = wordpress_rest.query(self.categories)
            yield self.pages.request(self.site + way + query, self.read_rest, way=way)
            return
        self._keep_to(way)
        yield from self.walking.page(page)
        self.walking.found_at(self.site + way)

    # The feed

    def _feed(self, way: str) -> Request:
        url = (self.site + way).rstrip("?&")
        request = self.pages.request(url, self.read_feed, revalidate=self.walking.may_revalidate, way=way)
        return self._or_another(request, way)

    def read_feed(self, response: Response, way: str, number: int = 1) -> Iterator[Any]:
        """A page of the feed; beyond the last one WordPress answers 404. A site without a feed has archives."""
        offered = self._offered(response, FEED)
        if offered and response.status == 304:
            yield from self.walking.end()
            return
        entries = wordpress_feed.entries(self, response) if offered else ()
        if entries:
            if number == 1:
                self._keep_to(way)
                self.walking.found_at(self.site + way)
                self.walking.remember(response)
            yield from self.walking.page(ListingPage(response.url, entries, f"{self.site}{way}paged={number + 1}"))
        elif number > 1 and response.status == 404:
            yield from self.walking.end()
        elif number > 1:
            raise EmptyListing(response.url)
        else:
            yield self._by(after(way))

    # The year archives

    def _archive(self, year: int) -> Request:
        return self.pages.request(self.site + ARCHIVE.format(year=year), self.read_archive, year=year)

    def read_archive(self, response: Response, year: int) -> Iterator[Any]:
        """A page of a year's archive. A year without posts answers 404; the walk ends at `first_year`."""
        page = wordpress_archive.page_of(self, response, year)
        if page.entries:
            if not self.walking.seen:
                self._keep_to("")
                self.walking.found_at(self.site + ARCHIVE.format(year=year))
            yield from self.walking.page(page)
        elif year > self.first_year:
            yield self._archive(year - 1)
        elif self.walking.seen:
            yield from self.walking.end()
        else:
            raise EmptyListing(response.url)
