"""Loads what the commands need that tests start, once for all of them: the rooms, and what libraries load late.

No reactor and no thread may come of it: whoever imports this is forked.
"""

import gc
import importlib
import pkgutil
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from apprise.plugins import N_MGR

from crawler.reading.disclosure import read_page
from store.database import open_store
from store.keeping import keep
from store.records import Sighting

PAGE = Path(__file__).parents[1] / "sites" / "herts" / "disclosure" / "page.html"

# What runs when it is imported, or reads the settings of the folder that it is in; and a site and a replica, which
# commands that are forked do not start.
NOT = (
    "foiwatch.__main__", "foiwatch.scrapy_settings", "foiwatch.replica.", "foiwatch.commands.demo",
    "foiwatch.commands.serve", "store.site.",
)  # fmt: skip
ROOMS = ("foiwatch", "spiders", "crawler", "store", "alerts")
# What Scrapy finds by its settings, and what the readers and their libraries import when a page needs it.
LATE = (
    "scrapy.core.downloader.handlers", "scrapy.downloadermiddlewares", "scrapy.extensions", "scrapy.spidermiddlewares",
    "scrapy.crawler", "scrapy.dupefilters", "scrapy.logformatter", "scrapy.pqueues", "scrapy.squeues",
    "scrapy.statscollectors", "trafilatura.core", "warcio", "tldextract", "requests_file", "markdown_it",
    "diff_match_patch", "protego", "queuelib", "email.policy", "encodings",
)  # fmt: skip


def within(name: str) -> Iterator[str]:
    """A module and, when it is a package, all that is in it."""
    path = getattr(importlib.import_module(name), "__path__", None)
    yield from (found.name for found in pkgutil.walk_packages(path, f"{name}.") if path)


def use() -> None:
    """Read a page and keep it: what the readers look words up in is made when it is first asked for."""
    reading = read_page(PAGE.read_bytes(), "https://www.herts.police.uk/foi-ai/")
    asked = reading.request_text
    seen = Sighting("herts", "https://www.herts.police.uk/foi-ai/", reading.title, asked, request_text=asked)
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        keep(store, seen, seen="2026-11-21T12:00:00+00:00", run=None)
        store.close()


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Scrapy tells of those of its modules that it will part with
    for package in (*ROOMS, *LATE):
        for module in within(package):
            if not module.startswith(NOT):
                with suppress(ImportError):  # some of Scrapy's need what is not installed
                    importlib.import_module(module)
    N_MGR.load_modules()
use()
gc.freeze()  # else each child would copy the memory of all that it only looks through
