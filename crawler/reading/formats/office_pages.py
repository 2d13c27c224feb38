"""No files of Office under its suffixes: the web pages and the XML that Excel, Word and other programs write."""

import re

from crawler.reading.formats.filetext import Unreadable

HEAD = 4096  # bytes
OFFICE_PAGE = b"urn:schemas-microsoft-com:office:"
XML_OF_2003 = re.compile(rb"<(?:\w+:)?Workbook\s[^<>]*urn:schemas-microsoft-com:office:spreadsheet")
UNSEEN = re.compile(
    rb"<head\b.*?</head>|<style\b.*?</style>|<title\b.*?</title>|<!--.*?-->|<[^<>]*>|\xef\xbb\xbf", re.S | re.I
)
# What an error page that is laid out by a table has, and an export of rows has not.
OF_A_SITE = re.compile(rb"<(?:form|nav|script)\b|<a\s[^<>]*href", re.I)


def is_sheet(data: bytes) -> bool:
    """Whether a page under .xls is one that Excel opens: an Office program wrote it, or it begins with a table."""
    head = data[:HEAD]
    before, table, _ = head.partition(b"<table") if b"<table" in head else head.partition(b"<TABLE")
    # Rows alone are an export of a database; some write the table without the page around it.
    is_table = bool(table) and not UNSEEN.sub(b"", before).strip() and not OF_A_SITE.search(data)
    return is_of_office(data) or is_table


def is_of_office(data: bytes) -> bool:
    """Whether an HTML page is one that Excel or Word saved."""
    return OFFICE_PAGE in data[:HEAD]


def refuse_xml_of_2003(data: bytes) -> None:
    """Raises Unreadable for a workbook in the XML of Excel 2003, which nothing here reads."""
    if XML_OF_2003.search(data[:HEAD]):
        raise Unreadable("no reader for this format (a workbook in the XML of Excel 2003)")
