"""Fetches the attachments of a page, reads them, and keeps their bytes; a file that cannot be had says why."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler import kept_files
from crawler.answers import NOT_HAD, excuse, media_type, validators_of, wall_of
from crawler.failures import BotWall
from crawler.middlewares.capture import OF_FILE, OF_VISIT
from crawler.middlewares.conditional_get import REVALIDATE
from crawler.reading.fields import Link
from crawler.reading.formats.kinds import AN_HTML_PAGE
from store import kept
from store.purging.bars import file_down
from store.records import AttachmentSeen, Validators

if TYPE_CHECKING:
    from crawler.source import Source

# A server's own trouble passes, and the page is visited again. A file that is not there is what the log shows.
PASSING = {408, 429, *range(500, 600)}


@dataclass(frozen=True)
class Fetched:
    """An attachment as met, the validators of its response, and whether another visit may bring more."""

    attachment: AttachmentSeen
    validators: Validators | None = None
    passing: bool = False


async def fetch_attachments(source: "Source", links: Sequence[Link], base: str, visit: str) -> list[Fetched]:
    """Fetch each link of a page at `base`, one after the other, asking only for what has changed.

    `visit` is the address of the entry that is visited: what is exchanged belongs to its evidence.
    """
    return [await _fetch(source, link, source.addresses.canonical(link.href, base), visit) for link in links]


async def any_changed(source: "Source", attachments: Sequence[AttachmentSeen]) -> bool:
    """Whether any of the files kept is now another one, by the word of its server."""
    for attachment in attachments:
        if not attachment.address or not source.addresses.is_own(attachment.address):
            continue
        try:
            response = await _download(source, attachment.address)
        except NOT_HAD:
            continue  # an error keeps the old data
        sha256 = hashlib.sha256(response.body).hexdigest()
        if (
            response.status == 200
            and sha256 != attachment.sha256
            and not file_down(source.record.store.db.conn, sha256)
        ):
            return True
    return False


async def _fetch(source: "Source", link: Link, address: str, visit: str) -> Fetched:
    if not address:
        return Fetched(AttachmentSeen("", link.text, problem="named without a link"))
    if not source.addresses.is_own(address):
        return Fetched(AttachmentSeen(address, link.text, problem="on another site: not fetched"))
    async with source.files_at_once:
        return await _download_and_keep(source, link, address, visit)


async def _download_and_keep(source: "Source", link: Link, address: str, visit: str) -> Fetched:
    try:
        response = await _download(source, address, visit)
    except NOT_HAD as error:
        return _not_had(source, link, address, excuse(error), passing=not isinstance(error, IgnoreRequest))
    if response.status == 304:
        known = kept.attachment_from(source.record.store, address)
        if known:
            return Fetched(replace(known, label=link.text))
    if wall_of(response) == BotWall.name:
        source.stop(f"{BotWall.name}: {address}")
        return _not_had(source, link, address, BotWall.name, passing=True)
    if response.status == 200 and not response.body:
        return _not_had(source, link, address, "empty file", passing=False)
    if response.status != 200:
        reason = f"HTTP {response.status}"
        return _not_had(source, link, address, reason, passing=response.status in PASSING)
    return Fetched(await keep_file(source, response, address, link.text), validators_of(response))


async def keep_file(source: "Source", response: Response, address: str, label: str) -> AttachmentSeen:
    """Read the bytes of a response, in a worker while the crawl goes on, and keep them by their SHA-256."""
    name = address.rstrip("/").rpartition("/")[2]
    read = await source.files.read_async(response.body, name, media_type(response))
    if read.problem and not read.hidden:  # of a file with something hidden it might name that
        source.record.note(address, "attachment not read whole", read.problem)
    if read.problem.endswith(AN_HTML_PAGE):
        return AttachmentSeen(address, label, problem=read.problem)  # what was kept of the file before stays
    return kept_files.keep_file(source.record.store, response.body, read, address, label)


def _not_had(source: "Source", link: Link, address: str, reason: str, *, passing: bool) -> Fetched:
    source.record.note(address, f"attachment: {reason}")
    return Fetched(AttachmentSeen(address, link.text, problem=reason), passing=passing)


async def _download(source: "Source", address: str, visit: str = "") -> Response:
    assert source.crawler.engine is not None
    meta = {REVALIDATE: address, OF_VISIT: visit, OF_FILE: address}
    request = Request(address, meta=meta, callback=NO_CALLBACK, dont_filter=True)
    return await source.crawler.engine.download_async(request)
