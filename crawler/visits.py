"""The visit of one entry of a log: its page, or the file that it is, turned into a sighting or into a named reason."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response, TextResponse
from twisted.python.failure import Failure

from crawler.answers import excuse, media_type, validators_of, wall_of
from crawler.attachments import Fetched, any_changed, fetch_attachments, keep_file
from crawler.failures import BotWall, Maintenance
from crawler.middlewares.conditional_get import REVALIDATE
from crawler.reading.addresses import file_type
from crawler.reading.disclosure import read_page
from crawler.record import Found
from crawler.sighting import of_file, of_page
from store import kept
from store.records import Entry

if TYPE_CHECKING:
    from crawler.source import Source

VISIT = 20  # above a further page of the listing: the newest disclosures are kept before older ones are looked up
IN_A_ROW = 10  # so many failures one after the other are the site's, not the pages': the rest waits for the next run
GONE = (404, 410)
PAGE_TYPES = ("text/html", "application/xhtml+xml")


class Visits:
    """Visits entries for a source. Errors keep the old data; a bot wall ends the run."""

    def __init__(self, source: "Source") -> None:
        self.source = source
        self.record = source.record

    def request(self, entry: Entry, *, revalidate: bool = True) -> Request:
        return Request(
            entry.href or entry.address,
            callback=self.arrived,
            errback=self.failed,
            cb_kwargs={"entry": entry},
            meta={REVALIDATE: entry.address if revalidate else ""},
            priority=VISIT,
            dont_filter=True,
        )

    def failed(self, failure: Failure) -> None:
        entry: Entry = failure.request.cb_kwargs["entry"]  # type: ignore[attr-defined]
        if isinstance(failure.value, IgnoreRequest):
            self.record.skipped(entry, excuse(failure.value))
        else:
            self._fail(entry, excuse(failure.value))

    async def arrived(self, response: Response, entry: Entry) -> AsyncIterator[Any]:
        """Whatever the server answered for `entry`: a find to keep, another request, or a reason noted."""
        if response.status == 304:
            again = await self._as_before(entry)
            if again:
                yield again
        elif response.status in GONE:
            self._gone(response, entry)
        elif self._readable(response, entry):
            yield await self._find(response, entry)

    async def _as_before(self, entry: Entry) -> Request | None:
        """The page is as it was: its attachments may not be, and one that had vanished is read anew."""
        known = kept.kept_at(self.record.store, entry.address)
        if known is None or known.status != "present":
            return self.request(entry, revalidate=False)
        if await any_changed(self.source, kept.attachments_of(self.record.store, known.disclosure)):
            return self.request(entry, revalidate=False)
        self.record.unchanged(entry, known.disclosure)
        return None

    def _gone(self, response: Response, entry: Entry) -> None:
        reason = f"HTTP {response.status}"
        if kept.kept_at(self.record.store, entry.address) is None:
            self.record.skipped(entry, f"{reason}: listed but not there")
        else:
            self.record.missing(entry, reason)

    def _readable(self, response: Response, entry: Entry) -> bool:
        wall = wall_of(response)
        reason = wall or self._why_not(response)
        if reason:
            self._fail(entry, reason, f"HTTP {response.status}: {response.url}")
        if wall:
            # A wall is named also where a page of the log is behind it: nothing may be taken because of it.
            self.record.account.end(f"{wall}: {entry.address}")
        if wall in (BotWall.name, Maintenance.name):
            self.source.stop(wall)
        return not reason

    def _fail(self, entry: Entry, reason: str, detail: str = "") -> None:
        self.record.failed(entry, reason, detail)
        if self.record.account.failed_in_a_row == IN_A_ROW:
            self.source.stop(f"{IN_A_ROW} failures in a row: {reason}")

    def _why_not(self, response: Response) -> str:
        if response.status != 200:
            return f"HTTP {response.status}"
        if not self.source.addresses.is_own(response.url):
            return "redirected to another site"
        if self.source.is_listing(response.url):
            return "redirected to the log"
        if not self._is_page(response) and not self._is_file(response):
            return f"not a page: {media_type(response) or 'no Content-Type'}"
        return "" if response.body else "empty body"

    def _is_page(self, response: Response) -> bool:
        return isinstance(response, HtmlResponse) or media_type(response) in PAGE_TYPES

    def _is_file(self, response: Response) -> bool:
        return bool(file_type(response.url)) or "attachment" in str(response.headers.get("Content-Disposition"))

    async def _find(self, response: Response, entry: Entry) -> Found:
        address = self.source.addresses.canonical(response.url, response.url)
        validators = [(entry.address, validators_of(response))] if address == entry.address else []
        if not (self._is_page(response) and isinstance(response, TextResponse)):
            attachment = keep_file(self.source, response, address, entry.title)
            sighting = of_file(self.source, entry, attachment, address)
            return Found(entry, sighting, _said(validators))
        reading = read_page(response.body, address, owner=self.source.full_name, charset=response.encoding)
        fetched = await fetch_attachments(self.source, reading.attachments, response.url)
        validators += [(f.attachment.address, f.validators) for f in fetched]
        sighting = of_page(self.source, entry, reading, [f.attachment for f in fetched], address)
        return Found(entry, sighting, _said(validators), _unfinished(fetched))


def _said(pairs: list[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((address, validators) for address, validators in pairs if validators)


def _unfinished(fetched: list[Fetched]) -> str:
    return next((f"attachment: {f.attachment.problem}" for f in fetched if f.passing), "")
