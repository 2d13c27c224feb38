"""One site's log at one moment: its entries, their addresses, and when anything last changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from foiwatch.replica.disclosures import Disclosure
from foiwatch.replica.sites import Site


@dataclass(frozen=True)
class ExtraPage:
    """A page from outside: a fragment of HTML put into the site's chrome, or bytes served as they are."""

    title: str
    body: str = ""
    whole: bytes = b""


@dataclass(frozen=True)
class Entry:
    """One line of a log. `gone` is the status of its address once withdrawn; `page` a page put in by a test.

    `modified` is when the words last changed, `styled` the markup, `filed` an attachment.
    """

    path: str
    disclosure: Disclosure
    modified: datetime
    styled: datetime
    filed: datetime
    markup: int = 0
    gone: int = 0
    page: ExtraPage | None = None


@dataclass
class Log:
    """One site's entries by path, oldest first; `edition` and `modified` move when anything changes."""

    site: Site
    modified: datetime
    entries: dict[str, Entry] = field(default_factory=dict)
    extra_files: dict[str, bytes] = field(default_factory=dict)
    edition: int = 0

    def present(self) -> Iterator[Entry]:
        """The entries that were not withdrawn."""
        # A list first: the world changes in one thread while the server reads in another.
        return (entry for entry in list(self.entries.values()) if not entry.gone)

    def next_serial(self) -> int:
        return 1 + max((entry.disclosure.serial for entry in self.entries.values()), default=-1)

    def put(self, entry: Entry) -> None:
        """Add an entry or replace the one at its path."""
        self.entries[entry.path] = entry
        self.touch(max(entry.modified, entry.styled, entry.filed))

    def touch(self, now: datetime) -> None:
        """Note a change; two in the same second still give two times, since HTTP dates are whole seconds."""
        self.edition += 1
        self.modified = max(now, self.modified + timedelta(seconds=1))

    def publish(self, disclosure: Disclosure) -> Entry:
        """Put a new disclosure in, at an address that no other has."""
        path, turn, stem = self.path(disclosure), 1, disclosure.slug
        while path in self.entries:
            # The same title twice in a month gets a number behind it, as content management systems do.
            turn += 1
            path = self.path(replace(disclosure, slug=f"{stem}{turn}"))
        if turn > 1:
            disclosure = _renamed(disclosure, f"{stem}{turn}")
        day = disclosure.published
        self.put(Entry(path, disclosure, day, day, day))
        return self.entries[path]

    def folder(self, published: datetime) -> str:
        """The editorial part of an address, from the month of publication."""
        return self.site.folder.format(year=published.year, month=f"{published:%B}".lower())

    def path(self, disclosure: Disclosure) -> str:
        """The address that the site's shape gives to a disclosure."""
        if self.site.product == "wordpress":
            return f"/{disclosure.slug}-{disclosure.ref.lower().replace('/', '-')}/"
        return f"/foi-ai/{self.site.page_slug}/{self.folder(disclosure.published)}/{disclosure.slug}/"


def _renamed(disclosure: Disclosure, slug: str) -> Disclosure:
    files = (replace(a, stem=a.stem.replace(disclosure.slug, slug, 1)) for a in disclosure.attachments)
    return replace(disclosure, slug=slug, attachments=tuple(files))
