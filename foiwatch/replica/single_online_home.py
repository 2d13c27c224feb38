"""A Single Online Home site: finds what an address stands for, and makes its disclosure pages and files."""

from collections.abc import Iterator
from html import escape

from foiwatch.replica import files
from foiwatch.replica.answers import Reply, html, moved
from foiwatch.replica.chrome import CHROME_PATHS, page
from foiwatch.replica.layouts import LAYOUTS
from foiwatch.replica.listing import empty, listing, media_path, old_address
from foiwatch.replica.log import Entry, Log
from foiwatch.replica.sites import LISTING, SYNTHETIC, Variant

ROBOTS = f"""# {SYNTHETIC}
User-agent: *
Disallow: /search/
Disallow: /util/
Allow: /
"""
_OLD_LISTINGS = ("/foi-ai/accessing-information/published-items/", LISTING.rstrip("/"))


class SingleOnlineHome:
    """Answers for one log. Keeps an index of the files and the moved pages at one edition of it."""

    def __init__(self, log: Log, variant: Variant, base: str) -> None:
        self.log, self.variant, self.base = log, variant, base
        self._edition = -1
        self._files: dict[str, tuple[Entry, int]] = {}
        self._old: dict[str, str] = {}

    def reply(self, path: str, query: str) -> Reply:
        """The answer to a GET; unknown addresses are a 404 page."""
        if path == LISTING:
            return listing(self.log, self.variant, query)
        if path == "/robots.txt" and path not in self.log.extra_files:
            return Reply(ROBOTS.encode(), media_type="text/plain; charset=utf-8")
        if path in _OLD_LISTINGS:
            return moved(LISTING + (f"?{query}" if query else ""))
        if path in self.log.entries:
            return self._detail(self.log.entries[path])
        if f"{path}/" in self.log.entries:
            return moved(f"{path}/")
        self._index()
        if path in self._old:
            return moved(self._old[path])
        return self._file(path) or self._chrome_page(path)

    def file_paths(self) -> list[str]:
        """The address of every attachment."""
        self._index()
        return list(self._files)

    def empty_listing(self) -> Reply:
        """A listing that has lost its entries: the failure that must not look like a quiet force."""
        return empty(self.log, self.variant)

    def not_found(self, status: int) -> Reply:
        """The page that says there is no page; with status 200 it is the soft kind."""
        words = "<h1>Page not found</h1><p>It may have been moved or taken away. Check the address.</p>"
        return html(self._page("Page not found", f'<main id="main-content">{words}</main>'), status)

    def _index(self) -> None:
        if self._edition == self.log.edition:
            return
        self._files = dict(self._every_file())
        self._old = {old: entry.path for entry in self.log.present() if (old := old_address(entry))}
        self._edition = self.log.edition

    def _every_file(self) -> Iterator[tuple[str, tuple[Entry, int]]]:
        for entry in self.log.present():
            for place in range(len(entry.disclosure.attachments)):
                yield media_path(self.log, entry, place), (entry, place)

    def _detail(self, entry: Entry) -> Reply:
        if entry.gone:
            return self.not_found(entry.gone)
        if entry.disclosure.file_only:
            return moved(media_path(self.log, entry))
        modified = max(entry.modified, entry.styled) if self.variant.validators else None
        if entry.page and entry.page.whole:
            return Reply(entry.page.whole, modified=modified)
        title, day = entry.disclosure.title, entry.disclosure.published
        body = entry.page.body if entry.page else self._letter(entry)
        heading = "" if "<h1" in body else f'<h1 class="c-page-title">{escape(title)}</h1>'
        main = f'<main id="main-content">{heading}\n<div class="c-richtext">\n{body}\n</div></main>'
        return html(self._page(title, main, (f"{day:%Y}", f"{day:%B %Y}"), entry.markup), modified=modified)

    def _letter(self, entry: Entry) -> str:
        letter = LAYOUTS[self.variant.layout or self.log.site.layout](entry.disclosure)
        items = "".join(
            f'<li><a href="{escape(media_path(self.log, entry, place))}">{escape(attachment.title)}</a></li>'
            for place, attachment in enumerate(entry.disclosure.attachments)
        )
        return f'{letter}\n<div class="c-files"><h2>Attachments</h2><ul>{items}</ul></div>' if items else letter

    def _file(self, path: str) -> Reply | None:
        if path in self.log.extra_files:
            return files.extra(path, self.log.extra_files[path])
        if path not in self._files:
            return None
        entry, place = self._files[path]
        attachment = entry.disclosure.attachments[place]
        data = files.make(entry.disclosure, attachment)
        return Reply(data, media_type=files.MEDIA_TYPES[attachment.kind], modified=entry.filed)

    def _chrome_page(self, path: str) -> Reply:
        if path not in CHROME_PATHS:
            return self.not_found(404)
        words = f'<h1>Welcome</h1><p><a href="{LISTING}">Published items</a></p>'
        return html(self._page("Welcome", f'<main id="main-content">{words}</main>'))

    def _page(self, title: str, main: str, trail: tuple[str, ...] = (), markup: int = 0) -> str:
        return page(self.log.site, title, main, trail=trail, markup=markup, plain=self.variant.plain)
