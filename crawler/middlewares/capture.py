"""Takes down what goes over the network in a visit, as near to it as can be: the bytes as sent, not yet unpacked.

Scrapy hands on neither the order of the headers nor the words after a status, and it puts chunks together: names of
headers are written in their usual form, the words are those of the standard, and Transfer-Encoding is left out.
"""

from http.client import responses
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from crawler.answers import media_type
from crawler.configured import moment
from store.evidence.exchanges import Body, Exchange, head

OF_VISIT = "visit"  # of meta: the address of the entry that is visited
OF_FILE = "file"  # of meta: the address of an attachment that is asked for in the visit
REDIRECTS = (301, 302, 303, 307, 308)


class Capture:
    """A downloader middleware: meta `visit` names the entry in whose visit a request is made."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Capture":
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        visit = request.meta.get(OF_VISIT)
        if visit:
            evidence = self.crawler.spider.record.evidence  # type: ignore[union-attr]
            body = Body(response.body, evidence.folder)
            seen = moment(self.crawler.settings).isoformat()
            exchange = _exchange(request, response, body, seen)
            first = not request.meta.get("redirect_times")
            evidence.take_down(visit, request.meta.get(OF_FILE, ""), exchange, first=first)
        return response


def _exchange(request: Request, response: Response, body: Body, seen: str) -> Exchange:
    role = "attachment" if request.meta.get(OF_FILE) else "page"
    return Exchange(
        address=request.url.partition("#")[0],
        seen=seen,
        status=response.status,
        head=_response_head(response),
        body=body,
        request=_request_head(request),
        role="redirect" if response.status in REDIRECTS else role,
        media_type=media_type(response),
        entry=request.meta[OF_VISIT],
        ip=str(response.ip_address or ""),
    )


def _request_head(request: Request) -> bytes:
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = _pairs(request.headers)
    if b"Host" not in request.headers:
        headers.append((b"Host", parts.netloc.rpartition("@")[2].encode()))
    return head(f"{request.method} {path} HTTP/1.1".encode(), headers)


def _response_head(response: Response) -> bytes:
    first = f"HTTP/1.1 {response.status} {responses.get(response.status, '')}".rstrip()
    return head(first.encode(), _pairs(response.headers))


def _pairs(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]
