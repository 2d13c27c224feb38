"""A document that a person named, a file here or an address, brought in and read."""

from dataclasses import dataclass
from pathlib import Path

from crawler.document import NotRead, read_document
from crawler.fetch import NotFetched, fetch
from crawler.reading.fields import Reading
from crawler.reading.formats.filetext import FileText
from crawler.workers import FileReader
from foiwatch.config import Config
from store.evidence.exchanges import Exchange


class NoDocument(Exception):
    """The document could not be had or read; the message says which and why."""


@dataclass(frozen=True)
class Document:
    """A document as brought in: its bytes, its name here, and what they say. `file` tells the kind of the bytes.

    `exchanges` are what went over the network for it, if it came that way.
    """

    data: bytes
    name: str
    reading: Reading
    file: FileText
    exchanges: tuple[Exchange, ...] = ()

    @property
    def fetched(self) -> bool:
        """Whether it came over the network."""
        return bool(self.exchanges)


def bring(where: str, config: Config, files: FileReader, url: str = "") -> Document:
    """Fetch or open `where` and read it; `url` is the address that a file came from. Raises NoDocument."""
    try:
        if where.startswith(("http://", "https://")):
            from foiwatch.project import settings_for

            got = fetch(where, settings_for(config)["USER_AGENT"])
            name = got.url.rstrip("/").rpartition("/")[2]
            said = read_document(
                got.data, files, url=got.url, name=name, media_type=got.media_type, charset=got.charset
            )
            return Document(got.data, name, *said, exchanges=got.exchanges)
        path = Path(where)
        data = path.read_bytes()
        return Document(data, path.name, *read_document(data, files, url=url, name=path.name))
    except OSError as error:
        raise NoDocument(f"{where}: {error.strerror or error}") from error
    except NotRead as error:
        raise NoDocument(f"{where}: {error}") from error
    except NotFetched as error:
        raise NoDocument(str(error)) from error
