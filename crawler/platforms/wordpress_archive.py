"""A page of a WordPress year archive (`/2024/page/3/`) as entries: the posts that its headings link to."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement
from scrapy.http import Response, TextResponse

from crawler.failures import ListingUnreadable
from crawler.pagination import next_page, page_number
from crawler.platforms.listing import chrome_free, container, date_in
from crawler.walk import ListingPage
from store.records import Entry

if TYPE_CHECKING:
    from crawler.platforms.wordpress import WordPress

# Headings in every stock theme hold the permalink; a theme without them marks it as a bookmark.
POSTS = "//*[self::h1 or self::h2 or self::h3 or self::h4]//a[@href] | //a[@rel='bookmark'][@href][normalize-space()]"


def year(url: str) -> int:
    """The year of an archive's address."""
    found = re.match(r"/(\d{4})(?:/|$)", urlsplit(url).path)
    return int(found[1]) if found else 0


def page_of(source: "WordPress", response: Response, of_year: int) -> ListingPage:
    """As `page`, of an answer to the archive of that year: none of its posts where the site sent us elsewhere.

    Some sites send on to the front page where WordPress says 404; but not from a page that the archive links to.
    """
    if year(response.url) == of_year and source.addresses.is_own(response.url):
        return page(source, response, of_year)
    assert response.request is not None
    if page_number(response.request.cb_kwargs["address"]) or response.status >= 500:
        raise ListingUnreadable(f"HTTP {response.status}, redirected to {response.url}")
    return ListingPage(response.url, ())


def page(source: "WordPress", response: Response, of_year: int) -> ListingPage:
    """The posts of an archive page; after a year's last page comes the year before. Raises ListingUnreadable."""
    if response.status == 404:
        return ListingPage(response.url, ())
    if response.status != 200 or not isinstance(response, TextResponse) or not response.text.strip():
        raise ListingUnreadable(f"HTTP {response.status}, no HTML: {response.url}")
    tree = html.fromstring(response.text)
    entries = tuple({e.address: e for e in _entries(source, chrome_free(tree), response.url)}.values())
    before = f"{source.site}/{of_year - 1}/" if of_year > source.first_year else ""
    return ListingPage(response.url, entries, next_page(tree, response.url, source.addresses) or before)


def _entries(source: "WordPress", tree: HtmlElement, url: str) -> Iterator[Entry]:
    for link in tree.xpath(POSTS):
        address = source.addresses.canonical(link.get("href"), url)
        title = " ".join(link.text_content().split())
        dated = re.fullmatch(r"[\d/. ]+", title) or not title  # a bookmark on the post's date
        if address and not dated and source.addresses.is_own(address) and not source.is_listing(address):
            yield Entry(
                address=address,
                title=title,
                published=date_in(container(link)),
                href=source.addresses.as_listed(link.get("href"), url),
            )
