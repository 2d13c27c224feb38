"""One document, fetched politely, from a server of our own."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from crawler.fetch import NotFetched, fetch

ROBOTS = b"User-agent: foiwatch\nDisallow: /closed/\n"
ANSWERS = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, ROBOTS),
    "/page/": (200, {"Content-Type": "text/html; charset=windows-1252"}, "<h1>£5</h1>".encode("cp1252")),
    "/old/": (301, {"Location": "/page/"}, b""),
    "/circle/": (302, {"Location": "/circle/"}, b""),
    "/wall/": (403, {"Content-Type": "text/html", "cf-mitigated": "challenge"}, b"<title>Just a moment...</title>"),
    "/closed/page/": (200, {"Content-Type": "text/html"}, b"<h1>Closed</h1>"),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_behind_a_redirect(site: str) -> None:
    got = fetch(site + "/old/", "test")
    assert got.url == site + "/page/"
    assert (got.media_type, got.charset, got.data.decode(got.charset)) == ("text/html", "windows-1252", "<h1>£5</h1>")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none/", "HTTP 404"),
        ("/wall/", "bot wall"),
        ("/circle/", "too many redirects"),
        ("/closed/page/", "robots.txt forbids it"),
    ],
)
def test_what_cannot_be_had_is_named(site: str, path: str, reason: str) -> None:
    with pytest.raises(NotFetched, match=reason):
        fetch(site + path, "test")


def test_nobody_there() -> None:
    with pytest.raises(NotFetched, match=r"127\.0\.0\.1:1/"):
        fetch("http://127.0.0.1:1/", "test")
