"""Keeps what a source yields: one transaction a disclosure, with all that belongs to it."""

from scrapy.crawler import Crawler

from crawler.record import Found


class Keep:
    """An item pipeline that hands each find to the record of its source's run."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Keep":
        return cls(crawler)

    def process_item(self, item: Found) -> Found:
        self.crawler.spider.record.keep(item)  # type: ignore[union-attr]
        return item
