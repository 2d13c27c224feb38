"""The visit of one entry of a log: its page, or the file that it is, turned into a sighting or into a named reason."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response, TextResponse
from twisted.python.failure import Failure

from crawler.answers import excuse, media_type, validators_of, wall_of
from crawler.attachments import Fetched, any_changed, fetch_attachments, keep_file
from crawler.doubts import doubt
from crawler.failures import BotWall, Maintenance
from crawler.giving_way import controls, gave_way
from crawler.middlewares.capture import OF_VISIT
from crawler.middlewares.conditional_get import REVALIDATE
from crawler.middlewares.private_addresses import OffSite
from crawler.reading.disclosure import read_page
from crawler.reading.formats.kinds import IMAGES, MEDIA_TYPES
from crawler.reading.pages.addresses import file_type
from crawler.record import Found
from crawler.rereading import PAGE_TYPES, settle_reader
from crawler.sighting import of_file, of_page
from store import kept, log, lookup
from store.purging.bars import refuse, refuse_addresses
from store.purging.errors import TakenDown
from store.records import Disclosure, Entry
from store.withdrawals import Gone

if TYPE_CHECKING:
    from crawler.source import Source

VISIT = 20  # above a further page of the listing: the newest disclosures are kept before older ones are looked up
LAST = 5  # below: what failed before must not keep the rest of the log waiting
IN_A_ROW = 10  # failures of the site itself, one after the other: the rest waits for the next run
GONE = (404, 410)
DOCUMENTS = {said for kind, said in MEDIA_TYPES.items() if kind not in (*IMAGES.values(), "html", "txt")}


class Visits:
    """Visits entries for a source. Errors keep the old data; a bot wall ends the run."""

    def __init__(self, source: "Source") -> None:
        self.source = source
        self.record = source.record
        self._failed_before = log.failed(source.record.store, source.name)
        self._in_a_row = 0
        self._soft_in_a_row = 0

    def request(self, entry: Entry, *, revalidate: bool = True) -> Request:
        return Request(
            entry.href or entry.address,
            callback=self.arrived,
            errback=self.failed,
            cb_kwargs={"entry": entry},
            meta={REVALIDATE: entry.address if revalidate else "", OF_VISIT: entry.address},
            priority=LAST if entry.address in self._failed_before else VISIT,
            dont_filter=True,
        )

    def failed(self, failure: Failure) -> None:
        entry: Entry = failure.request.cb_kwargs["entry"]  # type: ignore[attr-defined]
        if isinstance(failure.value, OffSite):
            self._fail(entry, excuse(failure.value))
        elif isinstance(failure.value, IgnoreRequest):
            self.record.skipped(entry, excuse(failure.value))
        else:
            self._fail(entry, excuse(failure.value), of_site=True)

    async def arrived(self, response: Response, entry: Entry) -> AsyncIterator[Any]:
        """Whatever the server answered for `entry`: a find to keep, another request, or a reason noted."""
        if response.status == 304:
            again = await self._as_before(entry)
            if again:
                yield again
        elif response.status in GONE:
            self._gone(response, entry, f"HTTP {response.status}")
        elif soft := gave_way(self.source, response, entry, wall := wall_of(response)):
            self._gone(response, entry, soft)
            self._soft(response, entry, soft)
            for other in controls(self.source):
                yield self.request(other)
        elif self._readable(response, entry, wall):
            try:
                found = await self._find(response, entry)
                refuse(self.record.store.db.conn, found.sighting)
            except TakenDown as refused:
                self.record.taken_down(entry.address, refused)
                return
            reason = doubt(self._kept(entry), found.sighting)
            if reason:
                self._fail(entry, reason, response.url)
            else:
                self._in_a_row = self._soft_in_a_row = 0
                settle_reader(self.source, found)
                yield found

    def _kept(self, entry: Entry) -> Disclosure | None:
        known = kept.kept_at(self.record.store, entry.address)
        return lookup.disclosure(self.record.store, known.disclosure) if known else None

    async def _as_before(self, entry: Entry) -> Request | None:
        """The page is as it was: its attachments may not be, and one that had vanished is read anew."""
        known = kept.kept_at(self.record.store, entry.address)
        if known is None or known.status != "present":
            return self.request(entry, revalidate=False)
        if await any_changed(self.source, kept.attachments_of(self.record.store, known.disclosure)):
            return self.request(entry, revalidate=False)
        self.record.unchanged(entry, known.disclosure)
        return None

    def _gone(self, response: Response, entry: Entry, reason: str) -> None:
        if kept.kept_at(self.record.store, entry.address) is None:
            self.record.skipped(entry, f"{reason}: listed but not there")
        else:
            self.record.missing(entry, Gone(entry.address, reason, response.status, response.url))

    def _soft(self, response: Response, entry: Entry, reason: str) -> None:
        self.record.soft.append(Gone(entry.address, reason, response.status, response.url))
        self._soft_in_a_row += 1
        if self._soft_in_a_row == IN_A_ROW:
            self.source.stop(f"{reason}: {IN_A_ROW} pages in a row")

    def _readable(self, response: Response, entry: Entry, wall: str) -> bool:
        reason = wall or self._why_not(response)
        if reason:
            of_site = bool(wall) or response.status >= 500 or response.status in (403, 408, 429)
            self._fail(entry, reason, f"HTTP {response.status}: {response.url}", of_site=of_site)
        if wall:
            # A wall is named also where a page of the log is behind it: nothing may be taken because of it.
            self.record.account.end(f"{wall}: {entry.address}")
        if wall in (BotWall.name, Maintenance.name):
            self.source.stop(wall)
        return not reason

    def _fail(self, entry: Entry, reason: str, detail: str = "", *, of_site: bool = False) -> None:
        self.record.failed(entry, reason, detail)
        self._in_a_row = self._in_a_row + 1 if of_site else 0
        if self._in_a_row == IN_A_ROW:
            self.source.stop(f"{IN_A_ROW} failures in a row: {reason}")

    def _why_not(self, response: Response) -> str:
        if response.status != 200:
            return f"HTTP {response.status}"
        if not self.source.addresses.is_own(response.url):
            return "redirected to another site"
        if self.source.is_listing(response.url):
            return "the log itself"
        if not self._is_page(response) and not self._is_file(response):
            return f"not a page: {media_type(response) or 'no Content-Type'}"
        return "" if response.body else "empty body"

    def _is_page(self, response: Response) -> bool:
        return isinstance(response, HtmlResponse) or media_type(response) in PAGE_TYPES

    def _is_file(self, response: Response) -> bool:
        named = file_type(response.url) or media_type(response) in DOCUMENTS
        return bool(named) or "attachment" in str(response.headers.get("Content-Disposition"))

    async def _find(self, response: Response, entry: Entry) -> Found:
        address = self.source.addresses.canonical(response.url, response.url)
        db = self.record.store.db.conn
        refuse_addresses(db, (entry.address, address))
        validators = [(entry.address, validators_of(response))] if address == entry.address else []
        if not (self._is_page(response) and isinstance(response, TextResponse)):
            attachment = await keep_file(self.source, response, address, entry.title)
            sighting = of_file(self.source, entry, attachment, address)
            return Found(entry, sighting, _said(validators))
        reading = read_page(response.body, address, owner=self.source.full_name, charset=response.encoding)
        refuse(db, of_page(self.source, entry, reading, (), address))
        fetched = await fetch_attachments(self.source, reading.attachments, response.url, entry.address)
        validators += [(f.attachment.address, f.validators) for f in fetched]
        sighting = of_page(self.source, entry, reading, [f.attachment for f in fetched], address)
        return Found(entry, sighting, _said(validators), _unfinished(fetched))


def _said(pairs: list[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((address, validators) for address, validators in pairs if validators)


def _unfinished(fetched: list[Fetched]) -> str:
    return next((f"attachment: {f.attachment.problem}" for f in fetched if f.passing), "")
