"""robots.txt, obeyed also when it cannot be had: RFC 9309 section 2.3.1.4 asks to stay away then."""

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from crawler.answers import excuse

FORBIDDEN = "robots.txt forbids it"
UNREADABLE = "robots.txt could not be read"


class RobotsUnreadable(IgnoreRequest):
    """The server answered robots.txt with an error of its own."""


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware takes a server error, or no answer, for permission; this one takes it for a refusal."""

    _troubles: dict[str, str]

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        netloc = request.url.split("/")[2]
        if rp is None:
            raise IgnoreRequest(f"{UNREADABLE}: {self._known_troubles().get(netloc, 'no answer')}")
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest:
            raise IgnoreRequest(FORBIDDEN) from None

    async def _parse_robots(self, resp: Response, netloc: str, request: Request) -> None:
        if resp.status >= 500:
            raise RobotsUnreadable(f"HTTP {resp.status}")
        await super()._parse_robots(resp, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._known_troubles()[netloc] = excuse(exc)
        super()._robots_error(exc, netloc)

    def _known_troubles(self) -> dict[str, str]:
        if not hasattr(self, "_troubles"):
            self._troubles = {}
        return self._troubles
