"""Fetches one document that a person named, outside a crawl: `foiwatch read`, `add` and `probe`."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from protego import Protego

from crawler.failures import CrawlError
from crawler.reading.addresses import is_private
from crawler.reading.walls import wall

LARGEST = 64 * 1024 * 1024  # bytes
TIMEOUT = 30.0  # seconds


class NotFetched(CrawlError):
    """The document could not be had; the message says why."""


@dataclass(frozen=True)
class Fetched:
    """A document as its server gave it. `url` is the address after redirects."""

    url: str
    data: bytes
    media_type: str
    charset: str


def fetch(url: str, user_agent: str) -> Fetched:
    """Fetch one document politely. Raises NotFetched.

    robots.txt is obeyed. The person named the address, so it may be private; a redirect from the public internet to
    a private network is refused.
    """
    with httpx.Client(headers={"User-Agent": user_agent}, timeout=TIMEOUT, trust_env=False) as client:
        try:
            _check_robots(client, url)
            return _follow(client, url)
        except httpx.HTTPError as error:
            raise NotFetched(f"{url}: {error or type(error).__name__}") from error


def _check_robots(client: httpx.Client, url: str) -> None:
    parts = urlsplit(url)
    answer = client.get(f"{parts.scheme}://{parts.netloc}/robots.txt", follow_redirects=True)
    if answer.status_code >= 500:
        raise NotFetched(f"{url}: robots.txt could not be read: HTTP {answer.status_code}")
    if answer.status_code == 200 and not Protego.parse(answer.text).can_fetch(url, "foiwatch"):
        raise NotFetched(f"{url}: robots.txt forbids it")


def _follow(client: httpx.Client, url: str) -> Fetched:
    start = url
    for _ in range(6):
        with client.stream("GET", url) as answer:
            if answer.has_redirect_location:
                target = str(answer.next_request.url) if answer.next_request else ""
                if is_private(urlsplit(target).hostname or "") and not is_private(urlsplit(url).hostname or ""):
                    raise NotFetched(f"{url}: redirects to a private address")
                url = target
                continue
            return _document(answer, _body(answer))
    raise NotFetched(f"{start}: too many redirects")


def _body(answer: httpx.Response) -> bytes:
    body = bytearray()
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise NotFetched(f"{answer.url}: larger than {LARGEST} bytes")
    return bytes(body)


def _document(answer: httpx.Response, body: bytes) -> Fetched:
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    found = wall(answer.status_code, answer.headers, body.decode("utf-8", "replace") if "html" in media_type else "")
    if found or answer.status_code != 200:
        raise NotFetched(f"{answer.url}: {found or f'HTTP {answer.status_code}'}")
    return Fetched(str(answer.url), body, media_type, answer.charset_encoding or "")
