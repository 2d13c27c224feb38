"""What was exchanged in the visits under way, and which of it is archived: what led to a version, or to its end."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from store.database import Store
from store.evidence import captures
from store.evidence.archive import Archive, folder_of
from store.evidence.exchanges import Exchange, headers_of
from store.purging.bars import is_down
from store.records import Kept, Sighting

LARGEST = 1 << 30  # bytes of an unpacked body; when it was fetched, `max_bytes` of its source was the limit
_GONE_AND_TOLD = ("withdrawn", "moved")


class Evidence:
    """The evidence of one run. `about` is what the first record of its WARC file says."""

    def __init__(self, store: Store, source: str, run: int, moment: str, about: dict[str, str]) -> None:
        self.folder: Path = folder_of(store)
        self._store = store
        self._archive = Archive(store, source, run, moment, about)
        self._visits: dict[str, dict[str, list[Exchange]]] = {}

    def take_down(self, visit: str, file: str, exchange: Exchange, *, first: bool) -> None:
        """Hold an exchange of a visit; `first` of those that are made for the page, or for this `file` of it.

        Only what a redirect led to and the last answer count: an earlier one was tried again.
        """
        chain = self._visits.setdefault(visit, {}).setdefault(file, [])
        while chain and (first or chain[-1].role != "redirect"):
            chain.pop().body.close()
        chain.append(exchange)

    def page(self, visit: str) -> Exchange | None:
        """The answer that a visit got for its page, as far as it got one."""
        chain = self._visits.get(visit, {}).get("", [])
        return replace(chain[-1], content=_content(chain[-1])) if chain else None

    def kept(self, visit: str, sighting: Sighting, came_to: Kept) -> None:
        """Archive what led to a version, and what a version has no evidence of yet. Within `store.writing()`."""
        if came_to.verb != "unchanged" or not self._has(came_to):
            self._archive.write(came_to.disclosure, came_to.version, self._exchanges(visit, sighting))

    def gone(self, visit: str) -> None:
        """Archive the answer that makes a disclosure suspect or withdrawn. Within `store.writing()`."""
        query = """SELECT disclosures.id, version FROM addresses JOIN disclosures ON disclosures.id = disclosure
            WHERE addresses.address = ? AND status NOT IN (?, ?)"""
        row = self._store.db.conn.execute(query, (visit, *_GONE_AND_TOLD)).fetchone()
        if row:
            disclosure, version = row
            chain = [replace(one, content=_content(one)) for one in self._visits.get(visit, {}).get("", [])]
            said = [replace(one, role="gone") if one.role == "page" else one for one in chain]
            self._archive.write(disclosure, version, said)

    def forget(self, visit: str) -> None:
        """The visit has come to its end."""
        for chain in self._visits.pop(visit, {}).values():
            for exchange in chain:
                exchange.body.close()

    def close(self) -> None:
        for visit in list(self._visits):
            self.forget(visit)
        self._archive.close()

    def _has(self, kept: Kept) -> bool:
        return captures.page_of(self._store.db.conn, kept.disclosure, kept.version) is not None

    def _exchanges(self, visit: str, sighting: Sighting) -> list[Exchange]:
        files = {attachment.address: attachment.sha256 for attachment in sighting.attachments}
        down = {attachment.address for attachment in sighting.attachments if is_down(attachment)}
        return [
            replace(one, content=files.get(file, "") if one.role == "attachment" else _content(one))
            for file, chain in self._visits.get(visit, {}).items()
            if file not in down
            for one in chain
        ]


class _Unpacked(HttpCompressionMiddleware):
    """Scrapy's own way to unpack a response, without a crawl."""

    def __init__(self) -> None:
        self.stats = None
        self._max_size, self._warn_size = LARGEST, 0


def response_of(address: str, status: int, head: bytes, payload: bytes) -> Response:
    """A response as a visit gets it: unpacked, of the class that its headers and bytes call for."""
    headers = Headers()
    for name, value in headers_of(head):
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=address, body=payload)
    sent = kind(address, status=status, headers=headers, body=payload)
    return _Unpacked().process_response(Request(address), sent)  # type: ignore[return-value]


def _content(exchange: Exchange) -> str:
    if exchange.role == "redirect":
        return ""  # whatever stands in it, nobody reads it
    if not any(name.lower() == b"content-encoding" for name, _ in headers_of(exchange.head)):
        return exchange.body.digest.partition(":")[2]
    payload = b"".join(exchange.body.chunks())
    return sha256(response_of(exchange.address, exchange.status, exchange.head, payload).body).hexdigest()
