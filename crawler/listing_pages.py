"""Asks for the pages of a listing, each once, and names whatever comes instead of one."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.answers import excuse, wall_of
from crawler.failures import BY_WALL, BotWall, ListingUnreadable, Maintenance, RepeatedListing, SourceFailure
from crawler.middlewares.conditional_get import REVALIDATE

if TYPE_CHECKING:
    from crawler.source import Source

PRIORITY = 10  # below that of a visit: the newest disclosures are kept before older ones are looked up
Read = Callable[..., Iterator[Any]]


class ListingPages:
    """The requests for the listing of a source. A failure makes the run less than whole; a wall also ends it."""

    def __init__(self, source: "Source") -> None:
        self.source = source
        self._asked: set[str] = set()

    def request(self, url: str, read: Read, *, revalidate: bool = False, **kwargs: Any) -> Request:
        """A request for a page of the listing, to be read by `read(response, **kwargs)`.

        Raises RepeatedListing when that page was asked for in this run: the listing leads round in a circle.
        """
        if url in self._asked:
            raise RepeatedListing(url)
        self._asked.add(url)
        return Request(
            url,
            callback=self._arrived,
            errback=self._failed,
            cb_kwargs={"read": read, "address": url, **kwargs},
            meta={REVALIDATE: url if revalidate else ""},
            priority=PRIORITY,
            dont_filter=True,
        )

    def _arrived(self, response: Response, read: Read, address: str, **kwargs: Any) -> Iterator[Any]:
        try:
            self._refuse_walls(response)
            yield from read(response, **kwargs)
        except SourceFailure as failure:
            self._give_up(failure, address)

    def _refuse_walls(self, response: Response) -> None:
        found = wall_of(response)
        # A feed and an archive end with a 404 that says so: only one that claims to be a page is a soft one.
        if found and response.status != 404:
            raise BY_WALL[found](f"HTTP {response.status}")

    def _failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        self._give_up(ListingUnreadable(excuse(failure.value)), request.url)

    def _give_up(self, failure: SourceFailure, url: str) -> None:
        self.source.record.end(str(failure), url)
        if isinstance(failure, (BotWall, Maintenance)):
            self.source.stop(failure.name)
