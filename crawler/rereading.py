"""Reads an archived page again, as its visit would have read it, without the network.

With a reader that was improved, a page that has not changed reads otherwise. Before a visit may come to "changed",
the version that is kept is therefore read again with today's reader: what then still differs has changed.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy.http import HtmlResponse, TextResponse

from crawler.answers import EXCUSES, media_type
from crawler.evidence import response_of
from crawler.reader import fingerprint
from crawler.reading.disclosure import read_page
from crawler.reading.fields import Link
from crawler.record import Found
from crawler.sighting import of_page
from store import filekeeping, log
from store.database import Store
from store.evidence import owed
from store.evidence.captures import Capture
from store.evidence.errors import BadArchive
from store.evidence.members import opened
from store.evidence.revising import Version, read_otherwise, revise, versions_of
from store.records import AttachmentSeen, Sighting

if TYPE_CHECKING:
    from crawler.source import Source

PAGE_TYPES = ("text/html", "application/xhtml+xml")


def settle_reader(source: "Source", found: Found) -> None:
    """When another reader made what a find would change, read that again first; nobody is told of what differs then.

    What was kept before there was an archive, or cannot be read from it, is left as it is.
    """
    store, record = source.record.store, source.record
    kept = read_otherwise(store.db.conn, found.sighting, record.moment, fingerprint())
    capture = _archived(store, kept) if kept else None
    if kept is None or capture is None:
        return
    page = record.evidence.page(found.entry.address)
    same = page is not None and page.content == capture.content
    again = found.sighting if same else _reread(source, store, capture, kept.sighting)
    if again:
        _put_in_place(store, kept, again, found.sighting)


def settle_brought(store: Store, sighting: Sighting, content: str, moment: str) -> None:
    """The same for a document that a person brings once more, the very same bytes, whose SHA-256 is `content`."""
    kept = read_otherwise(store.db.conn, sighting, moment, fingerprint())
    capture = _archived(store, kept) if kept else None
    if kept and capture and capture.content == content:
        _put_in_place(store, kept, sighting, sighting)


def reread(source: "Source", store: Store, capture: Capture, kept: Sighting) -> Sighting | None:
    """What an archived page says to today's reader; None for a file. Raises BadArchive."""
    response = html_of(store, capture)
    if response is None:
        return None
    address = source.addresses.canonical(response.url, response.url)
    reading = read_page(response.body, address, owner=source.full_name, charset=response.encoding)
    links = [_named(source, link, response.url) for link in reading.attachments]
    entry = log.entry(store, source.name, capture.entry)
    return of_page(source, entry, reading, tuple(attached(store, links, kept.attachments)), address)


def html_of(store: Store, capture: Capture) -> TextResponse | None:
    """An archived page as a response; None for a file. Raises BadArchive."""
    message = opened(store, capture)
    response = response_of(capture.address, capture.status, message.head, message.payload)
    page = isinstance(response, HtmlResponse) or media_type(response) in PAGE_TYPES
    return response if page and isinstance(response, TextResponse) else None


def attached(
    store: Store, links: Iterable[AttachmentSeen], *known: Iterable[AttachmentSeen]
) -> Iterable[AttachmentSeen]:
    """The attachments that a page links to, with the files had then; of several `known` lists the first decides."""
    had: dict[str, AttachmentSeen] = {}
    for files in known:
        for file in files:
            had.setdefault(file.address or file.label, file)
    for link in links:
        met = had.get(link.address or link.label)
        yield replace(_as_read(store, met), label=link.label) if met else link


def _as_read(store: Store, file: AttachmentSeen) -> AttachmentSeen:
    """A file as it reads now, unless it could not be had."""
    if not file.sha256 or file.problem.startswith("HTTP ") or file.problem in EXCUSES.values():
        return file
    return filekeeping.kept(store, file.sha256, file.address, file.label)


def _archived(store: Store, kept: Version) -> Capture | None:
    return owed.page_of(store, kept, versions_of(store.db.conn, kept.disclosure)[: kept.version - 1])


def _put_in_place(store: Store, kept: Version, again: Sighting, met: Sighting) -> None:
    """Let a kept version say what it says to today's reader; a file that was not seen in it before is as now met."""
    files = attached(store, again.attachments, kept.sighting.attachments, met.attachments)
    revise(store, kept, replace(again, attachments=tuple(files)), fingerprint())


def _reread(source: "Source", store: Store, capture: Capture, kept: Sighting) -> Sighting | None:
    try:
        return reread(source, store, capture, kept)
    except BadArchive as fault:
        source.record.note(capture.address, "archive cannot be read", str(fault))
        return None


def _named(source: "Source", link: Link, base: str) -> AttachmentSeen:
    address = source.addresses.canonical(link.href, base)
    problem = "" if address and source.addresses.is_own(address) else "on another site: not fetched"
    return AttachmentSeen(address, link.text, problem=problem if address else "named without a link")
