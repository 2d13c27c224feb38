"""A source: one disclosure log, polled politely. What all platforms share; a platform adds how its listing is read."""

from abc import abstractmethod
from asyncio import Semaphore
from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from crawler.addresses import Addresses
from crawler.configured import Attributes, configured, moment, own_settings
from crawler.failures import Refused
from crawler.listing_pages import ListingPages
from crawler.reading.formats.filetext import Limits
from crawler.record import Found, Record
from crawler.visits import Visits
from crawler.walk import Walking
from crawler.workers import FileReader
from store.errors import RecordFault, StoreError

FILES_AT_ONCE = 2  # attachments of a source in memory: one is fetched while another is read


class Source(Attributes, scrapy.Spider):
    """A disclosure log. A subclass of a platform declares `name`, `full_name` and `site`, and little else.

    What is marked abstract is a platform's to say; the class is no ABC, whose metaclass Scrapy's feed exports break on.

    Arguments of a run: `full` walks the whole listing and visits every page; `since` (ISO date) leaves out what the
    log says is older; `accept_withdrawals` takes what is gone as withdrawn, however much it is. `files` reads the
    files of several sources; a source that is given none has its own.
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

    def __init__(
        self,
        *args: Any,
        full: object = "",
        since: object = "",
        accept_withdrawals: object = "",
        files: FileReader | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.files = files or FileReader()
        self._own_files = files is None
        self.files_at_once = Semaphore(FILES_AT_ONCE)
        self.full = _yes(full)
        self.accept_withdrawals = _yes(accept_withdrawals)
        self.fault = ""
        self.asked_since = str(since or "")
        self.stopping = False
        self.pages = ListingPages(self)
        self.settle_at(type(self).site)

    def _set_crawler(self, crawler: Crawler) -> None:
        super()._set_crawler(crawler)
        for key, value in configured(type(self), crawler.settings).items():
            setattr(self, key, value)
        if self._own_files:
            self.files = FileReader(Limits(**crawler.settings.getdict("FOIWATCH_READING")))
        self.settle_at(self.site)

    def settle_at(self, site: str) -> None:
        """Take the log to be at `site`, whose pages may still write the address that the class declares."""
        self.site = site.rstrip("/")
        self.addresses = Addresses(self.site, type(self).site, *self.old_sites)

    def open(self) -> None:
        """Begin the run in the record; `fault` says why that could not be done."""
        try:
            self.walking = Walking.begin(self, moment(self.settings))
        except (StoreError, RecordFault) as error:
            self.fault = str(error)
            return
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
        if self._own_files:
            self.files.close()
        if not hasattr(self, "record"):
            return
        if reason != "finished":
            self.record.account.end("stopped")
        assert self.crawler.stats is not None
        self.record.account.requests = self.crawler.stats.get_value("downloader/request_count", 0)
        try:
            self.result = self.record.finish(
                self.withdrawn_after_days,
                moment(self.settings).isoformat(),
                runs_at_least=self.withdrawn_after_runs,
                accept_withdrawals=self.accept_withdrawals,
            )
        except RecordFault as error:
            self.fault = str(error)
        self.record.store.close()

    async def start(self) -> AsyncIterator[Any]:
        for request in () if self.fault else self.first_requests():
            yield request

    @abstractmethod
    def first_requests(self) -> Iterator[Request]:
        """The requests that begin the walk of the listing. For a platform to say."""

    @abstractmethod
    def next_listing(self, url: str) -> Request:
        """The request for a further page of the listing. For a platform to say."""

    def is_listing(self, url: str) -> bool:
        """Whether an address is the log's own listing or the site's front page, not a disclosure."""
        return self.addresses.canonical(url) in map(self.addresses.canonical, (self.site + "/", *self.listings()))

    @abstractmethod
    def listings(self) -> Iterator[str]:
        """The addresses at which the listing may be found. For a platform to say."""

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


def _yes(argument: object) -> bool:
    # `scrapy crawl met -a full=1` gives text.
    return str(argument).lower() in ("1", "true", "yes")
