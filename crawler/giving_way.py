"""Pages that gave way to another without saying that they are gone, and what tells whether the site is at fault."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from scrapy.http import Response

from crawler.doubts import SOFT_404, TO_THE_FRONT, TO_THE_LOG
from crawler.failures import SoftNotFound
from store import log
from store.records import Entry

if TYPE_CHECKING:
    from crawler.source import Source

CONTROLS = 2  # other pages to look at for each that gave way: is it the page, or the site?
MOST = 20


def gave_way(source: "Source", response: Response, entry: Entry, wall: str) -> str:
    """What a page gave way to, where the status does not say that it is gone; "" when it did not. `wall` names one."""
    if response.status != 200 or not source.addresses.is_own(response.url):
        return ""
    if wall == SoftNotFound.name:
        return SOFT_404
    came_to = source.addresses.canonical(response.url)
    if came_to == entry.address or not source.is_listing(response.url):
        return ""
    return TO_THE_LOG if came_to in map(source.addresses.canonical, source.listings()) else TO_THE_FRONT


def controls(source: "Source") -> Iterator[Entry]:
    """Other pages of the log to look at now, so that the run will know whether it is the page or the site."""
    record = source.record
    if record.account.seen < CONTROLS * len(record.soft):
        others = log.longest_unseen(record.store, source.name, MOST)
        yield from islice((other for other in others if record.account.take_up(other.address)), CONTROLS)
