"""Asks again only for what has changed: sends the server's own ETag and Last-Modified back, verbatim.

RFC 9110 section 13: a stock nginx compares If-Modified-Since for equality, so a time of our own never matches.
"""

from scrapy import Request
from scrapy.crawler import Crawler

REVALIDATE = "revalidate"


class ConditionalGet:
    """A downloader middleware: meta `revalidate` names the address whose validators the record holds."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ConditionalGet":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        address = request.meta.get(REVALIDATE)
        if not address or request.meta.get("redirect_times"):
            return
        validators = self.crawler.spider.record.validators(address)  # type: ignore[union-attr]
        if validators is None:
            return
        if validators.etag:
            request.headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            request.headers["If-Modified-Since"] = validators.last_modified
