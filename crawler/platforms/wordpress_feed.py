"""A page of WordPress's RSS feed as entries."""

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from lxml import etree
from scrapy.http import Response

from crawler.failures import ListingUnreadable
from store.records import Entry

if TYPE_CHECKING:
    from crawler.source import Source


def number(url: str) -> int:
    """The number of a feed's page: `?paged=3` is 3."""
    return int(parse_qs(urlsplit(url).query).get("paged", ["1"])[0])


def entries(source: "Source", response: Response) -> tuple[Entry, ...]:
    """The items of a feed; none where there is no feed. Raises ListingUnreadable for a server's own error."""
    if response.status >= 500 or response.status == 429:
        raise ListingUnreadable(f"HTTP {response.status}: {response.url}")
    if response.status != 200:
        return ()
    # No entities and no network: a feed is a stranger's XML.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        tree = etree.fromstring(response.body, parser)
    except etree.XMLSyntaxError:
        return ()
    items = tree.iterfind("./channel/item") if tree is not None else ()
    found = (_entry(source, item, response.url) for item in items if item.findtext("link"))
    return tuple(entry for entry in found if source.addresses.is_own(entry.address))


def _entry(source: "Source", item: etree._Element, base: str) -> Entry:
    link = (item.findtext("link") or "").strip()
    post = parse_qs(urlsplit(item.findtext("guid") or "").query).get("p", [""])[0]
    return Entry(
        address=source.addresses.canonical(link, base),
        title=" ".join((item.findtext("title") or "").split()),
        published=_day(item.findtext("pubDate") or ""),
        number=post,
        href=source.addresses.as_listed(link, base),
    )


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except ValueError:
        return ""
