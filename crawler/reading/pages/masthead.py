"""What the page of a newspaper calls the paper, and whether it says that it is a report."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml import html

from crawler.reading.pages.lines import squeeze

# Newspapers close the document's title with their name.
PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w&’'-]+ ){0,3}(?:Herald|Gazette|Courier|Mail|Post|Echo|Times|Star|Mercury|Examiner|Observer"
    r"|Chronicle"
    r"|Telegraph|Standard|Argus|Journal|Advertiser|Express|Mirror|Guardian|Independent|Messenger|Recorder|Reporter"
    r"|Tribune"
    r"|Sentinel|Live|Today|World|Bulletin|Leader|Comet|Packet|News|Press|Citizen|Democrat|Despatch|Dispatch)"
)
_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,300}"name"\s*:\s*"([^"]{2,60})"')
_REPORT = re.compile(r'"@type"\s*:\s*(?:\[[^\]]{0,80})?"\w{0,20}NewsArticle"')  # schema.org, and its kinds of report
_NO_NAME = re.compile(r"home|menu|search|news|skip to .{0,30}", re.I)
_FIRST_LINKS = 12


def papers(root: html.HtmlElement, known: dict[str, str]) -> tuple[str, ...]:
    """What a newspaper's page may call the paper: the site's name, its publisher, the title's end, the home link."""
    whole = squeeze(root.findtext(".//head/title") or root.findtext(".//title") or "")
    tail = re.split(r"\s+[|–—-]\s+", whole)[-1]
    stated = (found.group(1) for text in _stated(root) if (found := _PUBLISHER.search(text)))
    names = (
        known.get("og:site_name", ""),
        *stated,
        tail if tail != whole and PAPER.fullmatch(tail) else "",
        _masthead(root),
    )
    return tuple(filter(None, names))


def is_report(root: html.HtmlElement) -> bool:
    """Whether the page states of itself, for search engines, that it is a newspaper's report."""
    return any(map(_REPORT.search, _stated(root)))


def _stated(root: html.HtmlElement) -> Iterator[str]:
    return (script.text or "" for script in root.iter("script") if "json" in script.get("type", ""))


def _masthead(root: html.HtmlElement) -> str:
    """The words or the picture of the link to the first page."""
    for link in islice(root.iter("a"), _FIRST_LINKS):
        href = link.get("href") or "x"
        text = squeeze(link.text_content()) or next((image.get("alt", "") for image in link.iter("img")), "")
        if href.startswith("#") or "[" in href:
            continue
        if text and urlsplit(href).path in ("", "/") and not _NO_NAME.fullmatch(text):
            return text
    return ""
