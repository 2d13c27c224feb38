"""Reads the record again from its archive, with today's reader and without the network; nobody is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crawler.crawl import sources
from crawler.kept_files import as_read, keep_file
from crawler.reader import fingerprint
from crawler.reading import fields
from crawler.reading.disclosure import read_page, read_text
from crawler.reading.documents import FileText
from crawler.rereading import attached, html_of, reread
from crawler.sighting import of_reading
from crawler.source import Source
from crawler.workers import FileReader
from foiwatch.config import Config
from foiwatch.project import settings_for
from store.database import Store
from store.errors import StoreError
from store.evidence import owed
from store.evidence.captures import Capture
from store.evidence.errors import BadArchive
from store.evidence.revising import Difference, Version, file_reader, revise, revise_file, versions_of
from store.files import file_path
from store.holding import read_bytes
from store.quarantine import released
from store.records import ADDED, AttachmentSeen, Sighting


@dataclass(frozen=True)
class Again:
    """What reading a version (or, with `sha256`, a file) of a disclosure again came to."""

    disclosure: int
    version: int
    differences: tuple[Difference, ...]
    sha256: str = ""
    problem: str = ""


@dataclass
class Rereading:
    """Reads disclosures again. Each version and each file is a transaction, so that it can be stopped at any moment.

    `everything`: also what today's reader has read already. `dry_run`: say what would change, and change nothing.
    """

    store: Store
    config: Config
    files: FileReader
    everything: bool = False
    dry_run: bool = False
    _logs: dict[str, Source] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def read(self, disclosure: int) -> Iterator[Again]:
        """Read the files, then the versions of a disclosure, the first first."""
        for version in versions_of(self.store.db.conn, disclosure):
            for file in version.sighting.attachments:
                yield from self._file(version, file)
        versions = versions_of(self.store.db.conn, disclosure)  # a file that is held back takes words of them along
        for at, version in enumerate(versions):
            if self.everything or version.reader != fingerprint():
                yield self._version(version, versions[:at])

    def _file(self, version: Version, file: AttachmentSeen) -> Iterator[Again]:
        reader = file_reader(self.store.db.conn, file.sha256) if file.sha256 else None
        if file.sha256 in self._seen or reader is None or (reader == fingerprint() and not self.everything):
            return
        self._seen.add(file.sha256)
        here = Again(version.disclosure, version.version, (), file.sha256)
        try:
            data = read_bytes(file_path(self.store, file.sha256))
        except StoreError as fault:
            yield replace(here, problem=str(fault))
            return
        let_go = released(self.store, file.sha256)
        name, said = _last(file.address) or file.label, owed.said_type(self.store, file)
        found = self.files.read(data, name, said, released=let_go)
        yield self._keep_file(here, file, data, replace(found, hidden=()) if let_go else found)

    def _keep_file(self, here: Again, file: AttachmentSeen, data: bytes, found: FileText) -> Again:
        if found.hidden:
            if not self.dry_run:
                keep_file(self.store, data, found, file.address, file.label)
            return replace(here, differences=(Difference("quarantined", False, True),))
        if found.problem and not found.text and owed.has_text(self.store, file.sha256):
            return replace(here, problem=f"kept as it was: {found.problem}")
        differences = revise_file(self.store, file.sha256, as_read(found), dry_run=self.dry_run)
        return replace(here, differences=tuple(differences))

    def _version(self, version: Version, before: Sequence[Version]) -> Again:
        here = Again(version.disclosure, version.version, ())
        try:
            again = self._again(version, before)
        except BadArchive as fault:
            return replace(here, problem=str(fault))
        if again is None:
            return replace(here, problem=owed.NOT_ARCHIVED)
        return replace(here, differences=tuple(revise(self.store, version, again, fingerprint(), dry_run=self.dry_run)))

    def _again(self, version: Version, before: Sequence[Version]) -> Sighting | None:
        """What a version says to today's reader; None when nothing of it was archived."""
        if _is_file(version.sighting):
            files = attached(self.store, version.sighting.attachments, version.sighting.attachments)
            return replace(version.sighting, attachments=tuple(files))
        if own := _own_file(version.sighting):
            return self._letter(version.sighting, own)
        capture = owed.page_of(self.store, version, before)
        if capture is None:
            return None
        log = self._log(owed.source_of(self.store, capture))
        kept = version.sighting
        again = reread(log, self.store, capture, kept) if log else self._page(capture, kept)
        # Which force answered may have been told by a person since the page was had.
        said = again and capture.version != version.version
        return replace(again, forces=kept.forces) if again and said else again

    def _letter(self, kept: Sighting, own: AttachmentSeen) -> Sighting:
        (file, *_) = attached(self.store, [own], kept.attachments)
        if not file.text.strip():
            return kept
        return self._brought(kept, read_text(file.text, _address(kept), name=_last(own.address)))

    def _page(self, capture: Capture, kept: Sighting) -> Sighting | None:
        """A page that a person brought."""
        got = html_of(self.store, capture)
        if got is None:
            return None
        return self._brought(kept, read_page(got.body, _address(kept), charset=got.encoding))

    def _brought(self, kept: Sighting, reading: fields.Reading) -> Sighting:
        there = tuple(attached(self.store, kept.attachments, kept.attachments))
        # Which force answered may have been told by the one who brought it.
        forces = kept.forces or reading.forces
        return of_reading(kept.source, reading, there, address=kept.address, forces=forces)

    def _log(self, name: str) -> Source | None:
        """The source of that name, ready to read and not to crawl; None when a person brought the page."""
        if not self._logs:
            from scrapy.settings import Settings

            for each, cls in sources(Settings(settings_for(self.config))).items():
                self._logs[each] = _offline(cls, self.config.sources.get(each, {}), self.files)
        return self._logs.get(name)


def _offline(cls: type[Source], attributes: dict[str, object], files: FileReader) -> Source:
    source = cls(files=files)
    for key, value in attributes.items():
        setattr(source, key, value)
    source.settle_at(source.site)
    return source


def _is_file(kept: Sighting) -> bool:
    """Whether an entry of a log was itself a file: its words are its title there."""
    return kept.source != ADDED and kept.words == kept.title and bool(kept.attachments)


def _own_file(kept: Sighting) -> AttachmentSeen | None:
    """The file that a disclosure is, when a person brought it as one."""
    return next((file for file in kept.attachments if file.sha256 and file.address == kept.address), None)


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _address(kept: Sighting) -> str:
    return kept.address if kept.address.startswith(("http://", "https://")) else ""
