"""What a server's answer, or the lack of one, comes to in words that an operator understands."""

import zlib
from gzip import BadGzipFile

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError, ConnectionClosed

from crawler.reading.pages.walls import wall
from store.records import Validators

# Everything that can stand between a request and its response. The order matters: the first that fits names it.
EXCUSES: dict[type[BaseException], str] = {
    DownloadTimeoutError: "no answer in time",
    CannotResolveHostError: "host name not found",
    DownloadConnectionRefusedError: "connection refused",
    ResponseDataLossError: "truncated body",
    DownloadCancelledError: "larger than allowed",
    UnsupportedURLSchemeError: "not a web address",
    DownloadFailedError: "connection failed",
    BadGzipFile: "damaged compression",
    EOFError: "damaged compression",
    zlib.error: "damaged compression",
    ConnectionClosed: "connection broken",
    ConnectError: "connection failed",
    OSError: "connection failed",
}
NOT_HAD: tuple[type[BaseException], ...] = (*EXCUSES, IgnoreRequest)


def excuse(error: BaseException | None) -> str:
    """The name of what `error` did to a request."""
    if isinstance(error, IgnoreRequest):
        return str(error) or "refused"
    return next((name for kind, name in EXCUSES.items() if isinstance(error, kind)), type(error).__name__)


def validators_of(response: Response) -> Validators | None:
    """The ETag and Last-Modified of a response, verbatim; None when it has neither."""
    etag, modified = ((response.headers.get(name) or b"").decode("latin-1") for name in ("ETag", "Last-Modified"))
    return Validators(etag, modified) if etag or modified else None


def media_type(response: Response) -> str:
    """The Content-Type without its parameters, in lower case; "" when there is none."""
    return (response.headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()


def wall_of(response: Response) -> str:
    """The name of the wall that a response is (bot wall, soft 404, maintenance page), or ""."""
    headers = {k.decode("latin-1"): v[0].decode("latin-1") for k, v in response.headers.items() if v}
    # Scrapy takes a PDF that begins with letters for text, and would then try one encoding after the other on it.
    words = "" if response.body.startswith(b"%PDF-") else getattr(response, "text", "")
    return wall(response.status, headers, words, response.url)
