"""Puts pages and files from outside into a log, so that a test can have its own documents crawled."""

from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

from foiwatch.replica.composing import compose
from foiwatch.replica.log import Entry, ExtraPage
from foiwatch.replica.world import World


def add_pages(world: World, site: str, pages: Mapping[str, bytes | str]) -> None:
    """Add each to the site's log; a path that ends in "/" is a listed page, any other a file beside it."""
    log = world.logs[site]
    for path, content in pages.items():
        if path.endswith("/"):
            log.put(_entry(world, site, path, content))
        else:
            log.extra_files[path] = content if isinstance(content, bytes) else content.encode("utf-8")
            log.touch(world.now)


def _entry(world: World, site: str, path: str, content: bytes | str) -> Entry:
    log = world.logs[site]
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    title = _title(text) or path.strip("/").rsplit("/", 1)[-1].replace("-", " ").capitalize()
    borrowed = compose(log.site, log.next_serial(), world.now, seed=world.seed)
    plain = replace(borrowed, title=title, attachments=(), file_only=False)
    page = ExtraPage(title, whole=content) if isinstance(content, bytes) else ExtraPage(title, body=content)
    return Entry(path, plain, world.now, world.now, world.now, page=page)


class _Titles(HTMLParser):
    """Finds the first h1 and the title element."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag if tag in ("h1", "title") else self._inside

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.found.setdefault(self._inside, data.strip())


def _title(text: str) -> str:
    parser = _Titles()
    parser.feed(text)
    return parser.found.get("h1") or parser.found.get("title", "")
