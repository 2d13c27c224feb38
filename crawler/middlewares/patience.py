"""Tries again what may pass, and waits as long as the server asks: Scrapy itself knows no Retry-After."""

import asyncio
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.middlewares.conditional_get import REVALIDATE

LONGEST_WAIT = 300.0  # seconds; a server that asks for more is left alone until the next run


class Patience(RetryMiddleware):
    """Retry with Retry-After (RFC 9110 section 10.2.3): every request to the host waits, not only the refused one."""

    def __init__(self, settings: object) -> None:
        super().__init__(settings)  # type: ignore[arg-type]
        self._not_before: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Patience":
        patience = cls(crawler.settings)
        patience.crawler = crawler
        return patience

    async def process_request(self, request: Request) -> None:
        """Hold the request until its host may be asked again."""
        wait = self._not_before.get(_host(request), 0.0) - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        if b"cf-mitigated" in {name.lower() for name in response.headers}:
            return response  # a bot wall: asking again would be knocking at it
        if response.status == 304 and not request.meta.get(REVALIDATE):
            return self._retry(request, "304 without being asked") or response
        wait = seconds_to_wait(response)
        if wait > LONGEST_WAIT:
            return response
        if wait > 0 and response.status in self.retry_http_codes:
            self._not_before[_host(request)] = time.monotonic() + wait
        return super().process_response(request, response)


def seconds_to_wait(response: Response) -> float:
    """What Retry-After asks for, as seconds from now; 0 when it is absent or unreadable."""
    asked = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if asked.isdigit():
        return float(asked)
    try:
        until = parsedate_to_datetime(asked) if asked else None
    except ValueError:
        return 0.0
    if until is None:
        return 0.0
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _host(request: Request) -> str:
    return request.url.split("/")[2]
