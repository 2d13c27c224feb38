"""Keeping a document that a person brought: a letter with its own file, a page with the files that it links to."""

import hashlib
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.document import HTML
from crawler.fetch import NotFetched, fetch
from crawler.kept_files import keep_file
from crawler.reading.addresses import canonical
from crawler.reading.fields import Link
from crawler.sighting import of_reading
from crawler.workers import FileReader
from foiwatch.config import Config
from foiwatch.documents import Document
from foiwatch.project import settings_for
from store.database import Store
from store.keeping import keep
from store.records import ADDED, AttachmentSeen, Kept


def add(store: Store, document: Document, config: Config, files: FileReader, *, force: str, moment: str) -> Kept:
    """Keep a document; `force` is the full name of the force that answered, where the document does not say.

    A page already known from a crawl is that disclosure, seen once more.
    """
    reading = document.reading
    address = canonical(reading.url) or f"file:{hashlib.sha256(document.data).hexdigest()[:16]}/{document.name}"
    if document.file.media_type in HTML:
        attachments = [_linked(store, link, document, config, files) for link in reading.attachments]
    else:
        # A letter is its own file, kept as it came, beside those that it only names.
        attachments = [keep_file(store, document.data, document.file, address, document.name)]
        attachments += [AttachmentSeen("", link.text, problem="named without a link") for link in reading.attachments]
    said = replace(reading, forces=(force,)) if force else reading
    return keep(store, of_reading(ADDED, said, attachments, address=address), seen=moment, run=None)


def _linked(store: Store, link: Link, document: Document, config: Config, files: FileReader) -> AttachmentSeen:
    address = canonical(link.href, document.reading.url)
    if not address:
        return AttachmentSeen(link.href, link.text, problem="named without a link")
    if not document.fetched:
        return AttachmentSeen(address, link.text, problem="not fetched: the page was a file")
    if urlsplit(address).netloc != urlsplit(document.reading.url).netloc:
        return AttachmentSeen(address, link.text, problem="on another site: not fetched")
    try:
        got = fetch(address, settings_for(config)["USER_AGENT"])
    except NotFetched as reason:
        return AttachmentSeen(address, link.text, problem=str(reason))
    name = address.rstrip("/").rpartition("/")[2]
    return keep_file(store, got.data, files.read(got.data, name, got.media_type), address, link.text)
