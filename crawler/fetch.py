"""Fetches one document that a person named, outside a crawl: `foiwatch read`, `add` and `probe`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

import httpx
from protego import Protego

from crawler.failures import CrawlError
from crawler.reading.pages.addresses import is_private
from crawler.reading.pages.walls import wall
from store.evidence.exchanges import Body, Exchange, head

LARGEST = 64 * 1024 * 1024  # bytes
TIMEOUT = 30.0  # seconds
PIECE = 1 << 16  # bytes that are unpacked at once


class NotFetched(CrawlError):
    """The document could not be had; the message says why."""


@dataclass(frozen=True)
class Fetched:
    """A document as its server gave it. `url` is the address after redirects.

    `exchanges` are what went over the network for it, the redirects first; the time is left open.
    """

    url: str
    data: bytes
    media_type: str
    charset: str
    exchanges: tuple[Exchange, ...] = ()


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
    exchanges: list[Exchange] = []
    for _ in range(6):
        with client.stream("GET", url) as answer:
            server = answer.extensions["network_stream"].get_extra_info("server_addr")
            sent = _limited(answer, answer.iter_raw())  # which may close the connection
            exchanges.append(_exchange(answer, sent, str(server[0])))
            if answer.has_redirect_location:
                target = str(answer.next_request.url) if answer.next_request else ""
                if is_private(urlsplit(target).hostname or "") and not is_private(urlsplit(url).hostname or ""):
                    raise NotFetched(f"{url}: redirects to a private address")
                url = target
                continue
            return _document(answer, _unpacked(answer, sent), exchanges)
    raise NotFetched(f"{start}: too many redirects")


def _unpacked(answer: httpx.Response, sent: bytes) -> bytes:
    """The body without its Content-Encoding, unpacked a piece at a time: it may be a bomb."""
    pieces = (sent[at : at + PIECE] for at in range(0, len(sent), PIECE))
    again = httpx.Response(answer.status_code, headers=answer.headers, content=pieces)
    return _limited(answer, again.iter_bytes())


def _exchange(answer: httpx.Response, sent: bytes, ip: str) -> Exchange:
    asked = answer.request
    line = b" ".join((asked.method.encode(), asked.url.raw_path, b"HTTP/1.1"))
    first = f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}".rstrip()
    # httpx puts chunks together: what is archived is not in chunks.
    headers = [(name, value) for name, value in answer.headers.raw if name.lower() != b"transfer-encoding"]
    return Exchange(
        address=str(asked.url).partition("#")[0],
        seen="",
        status=answer.status_code,
        head=head(first.encode("latin-1"), headers),
        body=Body(sent),
        request=head(line, asked.headers.raw),
        role="redirect" if answer.has_redirect_location else "page",
        media_type=_media_type(answer),
        ip=ip,
    )


def _limited(answer: httpx.Response, chunks: Iterator[bytes]) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > LARGEST:
            raise NotFetched(f"{answer.url}: larger than {LARGEST} bytes")
    return bytes(body)


def _document(answer: httpx.Response, body: bytes, exchanges: list[Exchange]) -> Fetched:
    media_type = _media_type(answer)
    found = wall(answer.status_code, answer.headers, body.decode("utf-8", "replace") if "html" in media_type else "")
    if found or answer.status_code != 200:
        raise NotFetched(f"{answer.url}: {found or f'HTTP {answer.status_code}'}")
    exchanges[-1] = replace(exchanges[-1], content=sha256(body).hexdigest())
    return Fetched(str(answer.url), body, media_type, answer.charset_encoding or "", tuple(exchanges))


def _media_type(answer: httpx.Response) -> str:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()
