"""A source: one disclosure log, polled politely. What all platforms share; a platform adds how its listing is read."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar, Self
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from crawler.answers import excuse, wall_of
from crawler.configured import Attributes, configured, moment, own_settings
from crawler.failures import BY_WALL, BotWall, ListingUnreadable, Maintenance, Refused, RepeatedListing, SourceFailure
from crawler.middlewares.conditional_get import REVALIDATE
from crawler.reading.addresses import canonical
from crawler.record import Found, Record
from crawler.visits import Visits
from crawler.walk import Walking

LISTING = 10  # the priority of a listing page, below that of a visit


class Source(Attributes, scrapy.Spider):
    """A disclosure log. A subclass of a platform declares `name`, `full_name` and `site`, and little else.

    Arguments of a run: `full` walks the whole listing and visits every page; `since` (ISO date) leaves out what the
    log says is older.
    """

    platform: ClassVar[str]
    full_name: ClassVar[str]
    record: Record

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        settings.setdict(own_settings(cls, settings), priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        source = super().from_crawler(crawler, *args, **kwargs)
        source.check_allowed()
        crawler.signals.connect(source.open, signals.spider_opened)
        crawler.signals.connect(source.shut, signals.spider_closed)
        crawler.signals.connect(source.not_understood, signals.spider_error)
        crawler.signals.connect(source.not_kept, signals.item_error)
        return source

    def __init__(self, *args: Any, full: object = "", since: object = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.full = str(full).lower() in ("1", "true", "yes")
        self.asked_since = str(since or "")
        self.listing_pages: set[str] = set()
        self.stopping = False

    def _set_crawler(self, crawler: Crawler) -> None:
        super()._set_crawler(crawler)
        self.published_site = type(self).site.rstrip("/")
        for key, value in configured(type(self), crawler.settings).items():
            setattr(self, key, value)
        self.site = self.site.rstrip("/")

    def open(self) -> None:
        """Begin the run in the record."""
        self.walking = Walking.begin(self, moment(self.settings))
        self.record = self.walking.record
        self.visits = Visits(self)

    def check_allowed(self) -> None:
        """Raises Refused: a live site is polled only with a contact in the User-Agent."""
        if not self.allow_private and not self.settings["FOIWATCH_CONTACT"]:
            raise Refused(
                f"{self.name}: no contact is configured, so the live site is not polled (contact in foiwatch.toml)"
            )

    def shut(self, reason: str) -> None:
        """Close the run: whole, or not and why."""
        if not hasattr(self, "record"):
            return
        if reason != "finished" and not self.record.account.problem:
            self.record.end("stopped", detail=reason)
        assert self.crawler.stats is not None
        self.record.account.requests = self.crawler.stats.get_value("downloader/request_count", 0)
        self.result = self.walking.finish(self.withdrawn_after_days)
        self.record.store.close()

    async def start(self) -> AsyncIterator[Any]:
        for request in self.first_requests():
            yield request

    def first_requests(self) -> Iterator[Request]:
        """The requests that begin the walk of the listing. For a platform to say."""
        raise NotImplementedError

    def next_listing(self, url: str) -> Request:
        """The request for a further page of the listing. For a platform to say."""
        raise NotImplementedError

    def is_listing(self, url: str) -> bool:
        """Whether an address is the log's own listing or the site's front page, not a disclosure."""
        return self.canonical(url, url) in {self.canonical(u, u) for u in (self.site + "/", *self.listings())}

    def listings(self) -> Iterator[str]:
        """The addresses at which the listing may be found. For a platform to say."""
        raise NotImplementedError

    def listing_request(self, url: str, callback: Any, *, revalidate: bool = False, **kwargs: Any) -> Request:
        """A request for a page of the listing; a failure of it ends the run by name.

        Raises RepeatedListing when that page was asked for in this run already: a listing that leads round in a circle.
        """
        if url in self.listing_pages:
            raise RepeatedListing(url)
        self.listing_pages.add(url)
        return Request(
            url,
            callback=self._guarded,
            errback=self.listing_failed,
            cb_kwargs={"read": callback, "address": url, **kwargs},
            meta={REVALIDATE: url if revalidate else ""},
            priority=LISTING,
            dont_filter=True,
        )

    def _guarded(self, response: Response, read: Any, address: str, **kwargs: Any) -> Iterator[Any]:
        """Read a page of the listing; whatever it is instead of a listing has a name and ends the run."""
        try:
            self.refuse_walls(response)
            yield from read(response, **kwargs)
        except SourceFailure as failure:
            self.give_up(failure, address)

    def refuse_walls(self, response: Response) -> None:
        """Raises the SourceFailure that a page of the listing is, if it is one."""
        found = wall_of(response)
        if found:
            raise BY_WALL[found](f"HTTP {response.status}")

    def listing_failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        self.give_up(ListingUnreadable(excuse(failure.value)), request.url)

    def give_up(self, failure: SourceFailure, url: str) -> None:
        """Name why the run is not whole; at a wall also stop: every further request would meet it too."""
        self.record.end(str(failure), url)
        if isinstance(failure, (BotWall, Maintenance)):
            self.stop(failure.name)

    def stop(self, problem: str) -> None:
        """End the run as not whole: what is under way is finished, nothing more is asked."""
        self.record.account.end(problem)
        assert self.crawler.engine is not None
        if not self.stopping:
            self.stopping = True
            deferred_from_coro(self.crawler.engine.close_spider_async(reason=problem))

    def not_understood(self, failure: Failure, response: Response) -> None:
        """A reader broke on a page: a fault of ours, named in the record; Scrapy logs its traceback."""
        reason = f"error in reading: {type(failure.value).__name__}: {failure.value}"
        entry = response.cb_kwargs.get("entry")
        if entry:
            self.record.failed(entry, reason)
        else:
            self.record.end(reason, response.url)

    def not_kept(self, item: Found, failure: Failure) -> None:
        """The record refused a find: a full disk, say. What was kept before stays."""
        self.record.account.settle(item.entry.address, "failed")
        self.record.account.end(f"not kept: {failure.value}")

    def canonical(self, href: str, base: str) -> str:
        """The one form of an address that the log shows; "" for what is no web address."""
        return canonical(self.reachable(canonical(href, base)), base) if href else ""

    def reachable(self, address: str) -> str:
        """The address to ask for: a log served elsewhere (a test server, a mirror) still writes its old host."""
        if self.site != self.published_site and address.startswith(self.published_site + "/"):
            return self.site + address[len(self.published_site) :]
        return address

    def as_listed(self, href: str, base: str) -> str:
        """The address with or without its last slash as the log writes it: some servers know only one form."""
        address = self.canonical(href, base)
        slash = urlsplit(urljoin(base, href.strip())).path.endswith("/")
        return address if slash or "?" in address else address.rstrip("/")

    def is_own(self, address: str) -> bool:
        """Whether an address is on this source's own site."""
        return address.startswith(self.site + "/")
