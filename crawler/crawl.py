"""Crawls several sources in one process, each with its own pace, and gives the account of each."""

import logging
from collections.abc import Callable, Mapping, Sequence

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from crawler.account import Account
from crawler.reading.formats.filetext import Limits
from crawler.source import Source
from crawler.workers import FileReader
from store.errors import StoreError
from store.records import RunResult

Watch = Callable[[str, Account], None]


def sources(settings: Settings) -> dict[str, type[Source]]:
    """The classes of all sources, by name, in the order of their names."""
    loader = SpiderLoader.from_settings(settings)
    return {name: loader.load(name) for name in sorted(loader.list())}  # type: ignore[misc]


def crawl(
    names: Sequence[str],
    settings: Settings,
    *,
    arguments: Mapping[str, object],
    watch: Watch | None = None,
) -> list[RunResult]:
    """Run the named sources side by side. Call it once a process: Twisted's reactor cannot be started again.

    `watch` is called with a source's name and account whenever that account has moved. Raises StoreError when the
    account of a source could not be written.
    """
    process = AsyncCrawlerProcess(settings)
    # A robots.txt that cannot be had is named in the record; Scrapy's traceback of it would only hide that.
    logging.getLogger("scrapy.downloadermiddlewares.robotstxt").setLevel(logging.CRITICAL)
    logging.getLogger("trafilatura").setLevel(logging.ERROR)  # a page without words is named in the record too
    classes = sources(settings)
    crawlers = [process.create_crawler(classes[name]) for name in names]
    with FileReader(Limits(**settings.getdict("FOIWATCH_READING"))) as files:
        for crawler in crawlers:
            if watch:
                _tell(crawler, watch)
            process.crawl(crawler, files=files, **arguments)
        process.start()
    faults = {str(crawler.spider.fault) for crawler in crawlers if crawler.spider and crawler.spider.fault}  # type: ignore[attr-defined]
    if faults:
        raise StoreError(f"the record could not be written: {'; '.join(sorted(faults))}")
    return [result for crawler in crawlers if (result := getattr(crawler.spider, "result", None))]


def _tell(crawler: Crawler, watch: Watch) -> None:
    def moved(spider: Source) -> None:
        watch(spider.name, spider.record.account)

    for signal in (signals.item_scraped, signals.spider_opened, signals.spider_closed, signals.response_received):
        crawler.signals.connect(moved, signal, weak=False)
