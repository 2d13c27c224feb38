"""What a source at an address would yield, from one response: pure, so that it can be tried on a saved page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from lxml import html
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.document import HTML, NotRead, read_document
from crawler.failures import SourceFailure
from crawler.fetch import Fetched
from crawler.platforms.single_online_home import SingleOnlineHome
from crawler.platforms.wordpress import WordPress
from crawler.platforms.wordpress_rest import NoRest
from crawler.reading.pages.addresses import file_type
from crawler.source import Source
from crawler.workers import FileReader
from store.records import Entry

PlatformSource = TypeVar("PlatformSource", bound=Source)


@dataclass(frozen=True)
class Understood:
    """What was understood of a page: facts as (name, value) pairs, and the entries when it is a listing."""

    facts: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...] = ()

    @property
    def understood(self) -> bool:
        return bool(self.entries) or any(name == "title" for name, _ in self.facts)


def understand(got: Fetched, files: FileReader) -> Understood:
    """Read a fetched document as a listing of each platform, else as a single disclosure."""
    site = "/".join(got.url.split("/")[:3])
    response = _response(got)
    found = _as_search(_at(SingleOnlineHome(name="probed"), site), response)
    return found or _as_wordpress(_at(WordPress(name="probed"), site), response) or _as_disclosure(got, files)


def _at(source: PlatformSource, site: str) -> PlatformSource:
    source.settle_at(site)
    return source


def _response(got: Fetched) -> Response:
    kind = HtmlResponse if got.media_type in HTML else TextResponse
    return kind(got.url, body=got.data, encoding=got.charset or "utf-8")


def _as_search(source: SingleOnlineHome, response: Response) -> Understood | None:
    if not isinstance(response, HtmlResponse) or source.listing_path not in response.url:
        return None
    try:
        page = source.listing_page(response)
    except SourceFailure as failure:
        return Understood((("platform", source.platform), ("listing", str(failure))))
    said = f"it says {page.total}" if page.total else "it gives no total"
    return _listing(source, page.entries, page.next_url, said)


def _as_wordpress(source: WordPress, response: Response) -> Understood | None:
    archive = isinstance(response, HtmlResponse)
    if not source.is_listing(response.url) or (archive and not _made_by_wordpress(response)):
        return None
    try:
        page = source.listing_page(response)
    except (NoRest, SourceFailure) as failure:
        return Understood((("platform", source.platform), ("listing", str(failure))))
    how = "by its archive" if archive else "by its API or feed"
    return _listing(source, page.entries, page.next_url, how) if page.entries else None


def _made_by_wordpress(response: Response) -> bool:
    return b"/wp-content/" in response.body or b"/wp-includes/" in response.body or b"wp-block" in response.body


def _listing(source: Source, entries: Sequence[Entry], next_url: str, said: str) -> Understood:
    facts = (
        ("platform", source.platform),
        ("listing", f"{len(entries)} entries ({said})"),
        ("dated", f"{sum(bool(e.published) for e in entries)} of {len(entries)}"),
        ("next page", next_url or "none: the last page"),
    )
    return Understood(facts, tuple(entries))


def _as_disclosure(got: Fetched, files: FileReader) -> Understood:
    try:
        reading, file = read_document(got.data, files, url=got.url, media_type=got.media_type, charset=got.charset)
    except NotRead as reason:
        return Understood((("not read", str(reason)),))
    tree = html.fromstring(got.data) if got.media_type in HTML and got.data.strip() else None
    made = tree.xpath("string(//meta[@name='generator']/@content)") if tree is not None else ""
    facts = {
        "kind": reading.kind,
        "made with": made,
        "file": f"{file_type(got.url) or file.media_type}",
        "title": reading.title,
        "reference": reading.ref,
        "forces": ", ".join(reading.forces),
        "outcome": reading.outcome,
        "request": f"{len(reading.request_text.split())} words",
        "response": f"{len(reading.response_text.split())} words",
        "attachments": ", ".join(a.text or a.href for a in reading.attachments),
        "notes": "; ".join(reading.notes),
    }
    return Understood(tuple((name, value) for name, value in facts.items() if value))
