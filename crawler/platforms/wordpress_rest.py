"""A page of /wp-json/wp/v2/posts as entries. https://developer.wordpress.org/rest-api/reference/posts/"""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from lxml import html
from scrapy.http import Response

from crawler.failures import ListingUnreadable
from crawler.walk import ListingPage
from store.records import Entry

if TYPE_CHECKING:
    from crawler.source import Source

FIELDS = "id,link,date,modified_gmt,title"
ABSENT = (401, 403, 404, 405, 410, 501)  # how sites that switched the API off answer

PAGE_SIZE = 100  # the most that the API gives
OVERLAP = timedelta(days=1)  # modified_after is read in the site's own time zone, whichever that is


class NoRest(Exception):
    """The site does not offer the REST API."""


def query(categories: Sequence[int] = (), modified_to: str = "") -> str:
    """What to ask the API for: posts newest first, or those modified since `modified_to`, ISO 8601, latest first."""
    asked: dict[str, object] = {"per_page": PAGE_SIZE, "_fields": FIELDS, "orderby": "date", "order": "desc"}
    if categories:
        asked["categories"] = ",".join(map(str, categories))
    if modified_to:
        # Reaches back to a post that is known: an answer without any post is then a fault, not a quiet force.
        since = datetime.fromisoformat(modified_to) - OVERLAP
        asked |= {"orderby": "modified", "modified_after": since.isoformat()}
    return urlencode(asked)


def page(source: "Source", response: Response) -> ListingPage:
    """The posts of one answer. Raises NoRest when there is no API, ListingUnreadable when it fails."""
    if response.status in ABSENT or 300 <= response.status < 400:
        raise NoRest(f"HTTP {response.status}")
    beyond_the_end = response.status == 400 and b"rest_post_invalid_page_number" in response.body
    if response.status != 200 and not beyond_the_end:
        raise ListingUnreadable(f"HTTP {response.status}: {response.url}")
    posts = [] if beyond_the_end else _posts(response)
    usable = [post for post in posts if _is_usable(source, post, response.url)]
    if posts and not usable:
        raise ListingUnreadable(f"none of {len(posts)} posts has an address on this site: {response.url}")
    entries = tuple(_entry(source, post, response.url) for post in usable)
    poll = "modified_after" in response.url
    total = 0 if poll else _number(response, "X-WP-Total")
    # A log whose newest change is known may have nothing new; the page after the last may be empty too.
    empty = beyond_the_end or _page(response.url) > 1 or poll
    return ListingPage(
        response.url,
        entries,
        _next(response, len(posts)),
        total,
        may_be_empty=empty,
        ordered="order=desc" in response.url,
    )


def unusable(source: "Source", response: Response) -> int:
    """How many posts of a page that `page` could read have no address, or one on another site."""
    posts = _posts(response) if response.status == 200 else []
    return sum(not _is_usable(source, post, response.url) for post in posts)


def _is_usable(source: "Source", post: Any, base: str) -> bool:
    link = post.get("link") if isinstance(post, dict) else None
    return isinstance(link, str) and source.addresses.is_own(source.addresses.canonical(link, base))


def _posts(response: Response) -> list[Any]:
    try:
        posts = json.loads(response.body)
    except ValueError:
        raise NoRest("no JSON") from None
    if not isinstance(posts, list):
        raise NoRest("no list of posts")
    return posts


def _entry(source: "Source", post: dict[str, Any], base: str) -> Entry:
    title = post.get("title") or {}
    rendered = title.get("rendered", "") if isinstance(title, dict) else str(title)
    return Entry(
        address=source.addresses.canonical(post["link"], base),
        title=_text(rendered),
        published=str(post.get("date") or "")[:10],
        modified=str(post.get("modified_gmt") or ""),
        number=str(post.get("id") or ""),
        href=source.addresses.as_listed(post["link"], base),
    )


def _text(rendered: str) -> str:
    if not rendered.strip():
        return ""
    bare = html.fromstring(f"<p>{rendered}</p>").text_content() if "<" in rendered else unescape(rendered)
    return re.sub(r"\s+", " ", bare).strip()


def _next(response: Response, posts: int) -> str:
    """The next page, by X-WP-TotalPages; where a proxy strips that header, until a page is not full."""
    here = _page(response.url)
    pages = _number(response, "X-WP-TotalPages")
    size = int(parse_qs(urlsplit(response.url).query).get("per_page", ["10"])[0])
    if (here >= pages) if pages else (posts < size):
        return ""
    parts = urlsplit(response.url)
    query = dict(parse_qsl(parts.query)) | {"page": str(here + 1)}
    return parts._replace(query=urlencode(query, safe="/")).geturl()


def _page(url: str) -> int:
    return int(parse_qs(urlsplit(url).query).get("page", ["1"])[0])


def _number(response: Response, header: str) -> int:
    value = (response.headers.get(header) or b"").decode("latin-1")
    return int(value) if value.isdigit() else 0
