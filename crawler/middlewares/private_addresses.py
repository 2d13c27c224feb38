"""Refuses addresses on this machine or a private network, also behind a redirect, unless the source allows them."""

import asyncio
import ipaddress
import socket

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.httpobj import urlparse_cached

REASON = "private address"


class OffSite(IgnoreRequest):
    """A redirect that leads off the source's own site: what is there is not this log's."""


class PrivateAddresses:
    """A downloader middleware: a log must not be able to send the crawler to the router or to a cloud's metadata."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._public: dict[str, bool] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PrivateAddresses":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises IgnoreRequest for a host that resolves to a private address, OffSite for a redirect elsewhere."""
        source = self.crawler.spider
        if request.meta.get("redirect_times") and not source.addresses.is_own(request.url):  # type: ignore[union-attr]
            raise OffSite("redirected to another site")
        if getattr(source, "allow_private", False):
            return
        host = urlparse_cached(request).hostname or ""
        if host not in self._public:
            self._public[host] = await is_public(host)
        if not self._public[host]:
            raise IgnoreRequest(f"{REASON}: {host}")


async def is_public(host: str) -> bool:
    """Whether every address of `host` is public. A host that does not resolve is left to the download."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return True
    return all(ipaddress.ip_address(str(row[4][0]).partition("%")[0]).is_global for row in found)
