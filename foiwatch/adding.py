"""Keeping a document that a person brought: a letter with its own file, a page with the files that it links to."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.document import HTML
from crawler.fetch import NotFetched, fetch
from crawler.kept_files import keep_file
from crawler.reader import fingerprint
from crawler.reading.fields import Link
from crawler.reading.pages.addresses import canonical
from crawler.rereading import settle_brought
from crawler.sighting import of_reading
from crawler.workers import FileReader
from foiwatch.config import Config
from foiwatch.documents import Document
from foiwatch.project import settings_for
from store.correcting import say_forces
from store.database import Store
from store.evidence.archive import Archive
from store.evidence.captures import page_of
from store.evidence.exchanges import Body, Exchange
from store.keeping import keep
from store.purging.bars import is_down, refuse, refuse_file
from store.records import ADDED, AttachmentSeen, Kept


def add(
    store: Store, document: Document, config: Config, files: FileReader, archive: Archive, *, force: str, moment: str
) -> Kept:
    """Keep a document; `force` is the full name of the force that answered, where the document does not say.

    A page already known from a crawl is that disclosure, seen once more. The force that a person names stands, also
    where the document is kept already and was taken as another's. What it came by goes into the `archive`.
    Raises TakenDown for what was taken down here.
    """
    reading = document.reading
    address = canonical(reading.url) or f"file:{hashlib.sha256(document.data).hexdigest()[:16]}/{document.name}"
    own = hashlib.sha256(document.data).hexdigest()
    # Before its files are kept: nothing of what was taken down is.
    refuse_file(store.db.conn, own)
    refuse(store.db.conn, of_reading(ADDED, reading, (), address=address))
    exchanges = [*document.exchanges] or [_as_file(document, address)]
    if document.file.media_type in HTML:
        linked = [_linked(store, link, document, config, files) for link in reading.attachments]
        attachments = [attachment for attachment, _ in linked]
        exchanges += [exchange for kept, of_file in linked if not is_down(kept) for exchange in of_file]
    else:
        # A letter is its own file, kept as it came, beside those that it only names.
        attachments = [keep_file(store, document.data, document.file, address, document.name)]
        attachments += [AttachmentSeen("", link.text, problem="named without a link") for link in reading.attachments]
    said = replace(reading, forces=(force,)) if force else reading
    sighting = of_reading(ADDED, said, attachments, address=address)
    with store.writing():
        settle_brought(store, sighting, own, moment)
        kept = keep(store, sighting, seen=moment, run=None, reader=fingerprint())
        if kept.verb != "unchanged" or page_of(store.db.conn, kept.disclosure, kept.version) is None:
            archive.write(kept.disclosure, kept.version, [replace(one, seen=moment) for one in exchanges])
        corrected = say_forces(store, kept.disclosure, (force,), seen=moment) if force else kept
    return corrected if corrected.changed else kept


def _as_file(document: Document, address: str) -> Exchange:
    """A file that came some other way: its bytes are all that can be archived."""
    body = Body(document.data)
    return Exchange(
        address, "", 0, b"", body, media_type=document.file.media_type, content=body.digest.partition(":")[2]
    )


def _linked(
    store: Store, link: Link, document: Document, config: Config, files: FileReader
) -> tuple[AttachmentSeen, Sequence[Exchange]]:
    """A file that a page links to, and what went over the network for it."""
    address = canonical(link.href, document.reading.url)
    if not address:
        return AttachmentSeen(link.href, link.text, problem="named without a link"), ()
    if not document.fetched:
        return AttachmentSeen(address, link.text, problem="not fetched: the page was a file"), ()
    if urlsplit(address).netloc != urlsplit(document.reading.url).netloc:
        return AttachmentSeen(address, link.text, problem="on another site: not fetched"), ()
    try:
        got = fetch(address, settings_for(config)["USER_AGENT"])
    except NotFetched as reason:
        return AttachmentSeen(address, link.text, problem=str(reason)), ()
    name = address.rstrip("/").rpartition("/")[2]
    kept = keep_file(store, got.data, files.read(got.data, name, got.media_type), address, link.text)
    return kept, [replace(one, role="attachment") if one.role == "page" else one for one in got.exchanges]
