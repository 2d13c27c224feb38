"""The record. All SQL lives here; knows no Scrapy and no Apprise."""
