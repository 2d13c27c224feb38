"""What a page says of itself outside its words: title, addresses, time of publication, name of the site."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from lxml import html

from crawler.reading.facts.dates import iso_date
from crawler.reading.facts.forces import named
from crawler.reading.letters.phrases import ATTACHMENTS_HEADING, REQUEST_HEADING, RESPONSE_HEADING
from crawler.reading.pages.beside import BESIDE_HEADING
from crawler.reading.pages.chrome_phrases import CHROME_HEADING
from crawler.reading.pages.lines import squeeze
from crawler.reading.pages.masthead import PAPER

_SITE = re.compile(
    r"(?:[\w&-]+ ){1,5}(?:police(?: service)?|constabulary)|heddlu .{3,30}|foi|home|news"
    r"|(?:.{0,30}\b)?(?:disclosure logs?|freedom of information)|what ?do ?they ?know",
    re.I,
)
_NOT_A_TITLE = re.compile(
    r"(?:foi |freedom of information )?(?:disclosure logs?|requests?|published items|responses?|replies|releases?"
    r"|freedom of information)(?: 20\d\d)?|(?:response|reply) to (?:an? |your )?(?:foi|freedom of information) request"
    r"|foi|home|menu|search|cookies?.{0,30}|.{0,20}website uses cookies.{0,30}|page not found",
    re.I,
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
)
_DATED = re.compile(
    r"(?:^|\s|_)(?:posted-on|(?:post|entry|article|published?|pub)[-_]?date|published(?:-on)?|date-?published|dateline)"
    r"(?:$|\s|__)",
    re.I,
)
_BESIDE = re.compile(r"meta|date|posted|publish|byline", re.I)
_PUT_OUT = re.compile(r"(?:first )?(?:published|posted|publication date|date (?:published|posted))\b", re.I)
CHANGED = re.compile(r"updat|modif|revis|amend|comment", re.I)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DATERS = ("time", "span", "div", "p", "li", "dd", "abbr", "a")
_DATE_LENGTH = 60
_FURNITURE = frozenset(("nav", "aside", "footer", "dialog"))


def metas(root: html.HtmlElement) -> dict[str, str]:
    """The `meta` elements by lower-case name, property or itemprop; the first of each name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            found.setdefault(name.lower(), squeeze(meta.get("content")))
    return found


def address(root: html.HtmlElement, rel: str) -> str:
    """The href of the first `link` with that rel, as written; empty when there is none."""
    for link in root.iter("link"):
        if rel in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()
    return ""


def title(root: html.HtmlElement, known: dict[str, str]) -> str:
    """The heading of the content; else the document's title without the name of the site."""
    site = squeeze(known.get("og:site_name", ""))
    whole = squeeze(root.findtext(".//head/title") or root.findtext(".//title") or "")
    own = _without_site(whole, site or _home(root))
    for heading in root.iter("h1"):
        for br in heading.iter("br"):
            br.tail = f" {br.tail or ''}"
        text = squeeze(heading.text_content())
        if text and not _is_site(text, own, site, whole) and _in_content(heading):
            return text
    stated = _heading_of(root, own) or own or _without_site(known.get("og:title", ""), site)
    # A log that prints its entries in full has their titles in headings below its own.
    return stated if stated and not _is_site(stated, own, site, whole) else _second(root) or stated


def _home(root: html.HtmlElement) -> str:
    """The heading that is a link to the first page: the name of the site, whatever its words."""
    for heading in root.iter("h1"):
        text = squeeze(heading.text_content())
        links = [
            a for a in heading.iter("a") if a.get("rel") == "home" or urlsplit(a.get("href") or "x").path in ("", "/")
        ]
        if text and any(squeeze(a.text_content()) == text for a in links):
            return text
    return ""


def _heading_of(root: html.HtmlElement, stated: str) -> str:
    """The heading in the content with which the document's title begins, where the site's name stands behind it."""
    headings = (squeeze(heading.text_content()) for heading in root.iter("h2", "h3") if _in_content(heading))
    return next(
        (text for text in headings if text and stated.startswith((f"{text} | ", f"{text} - ", f"{text} – "))), ""
    )


def _second(root: html.HtmlElement) -> str:
    """The first heading below the site's own, for pages that give no title at all."""
    inner = (h2 for main in root.iter("main", "article") for h2 in main.iter("h2"))
    headings = (squeeze(h2.text_content()) for h2 in (*inner, *filter(_in_content, root.iter("h2", "h3"))))
    parts = (REQUEST_HEADING, RESPONSE_HEADING, ATTACHMENTS_HEADING, BESIDE_HEADING, _NOT_A_TITLE)
    titles = (text for text in headings if text and not any(part.fullmatch(text) for part in parts))
    return next((text for text in titles if not CHROME_HEADING.match(text) and named(text) is None), "")


def site_name(root: html.HtmlElement, known: dict[str, str]) -> str:
    """The site as it names itself, or what the document's title adds to the page's: ` | Metropolitan Police`."""
    whole = squeeze(root.findtext(".//head/title") or "")
    added = whole.replace(_without_site(whole, known.get("og:site_name", "")), "", 1)
    return added.strip(" |-–—:") or known.get("og:site_name", "")


def _is_site(text: str, own: str, site: str, whole: str) -> bool:
    """Whether a heading names the site and not the page: many themes print both as headings."""
    ends = bool(own) and whole != own and whole.endswith(text)
    return text == site or ends or bool(_NOT_A_TITLE.fullmatch(text)) or named(text) is not None


def published(root: html.HtmlElement, known: dict[str, str]) -> str:
    """The ISO date of publication that the markup states; empty when it states none."""
    for name in _PUBLISHED:
        if date := iso_date(known.get(name, "")):
            return date
    for script in root.iter("script"):
        if "json" in script.get("type", "") and (found := _JSON_DATE.search(script.text or "")):
            return iso_date(found.group(1))
    return next((date for element in root.iter(*_DATERS) if (date := _dated(element))), "")


def _dated(element: html.HtmlElement) -> str:
    """The ISO date of an element that says when the page came out: a `time`, or one so named."""
    named, beside, changed = _named_for_dates(f"{element.get('class', '')} {element.get('itemprop', '')}")
    named = named or element.tag == "time"
    if changed or not (named or beside) or not _in_content(element):
        return ""
    text = squeeze(element.text_content())
    if len(text) > _DATE_LENGTH or CHANGED.match(text) or not (named or _PUT_OUT.match(text)):
        return ""
    stated = iso_date(element.get("datetime") or element.get("content") or "")
    return stated or (iso_date(text) if element.tag != "time" else "")


@lru_cache(maxsize=256)  # the items of a list have one class
def _named_for_dates(names: str) -> tuple[bool, bool, bool]:
    """Whether names of an element are those of a date, of what stands beside it, and of a change."""
    changed = bool(CHANGED.search(names)) and "publish" not in names
    return bool(_DATED.search(names)), bool(_BESIDE.search(names)), changed


def _in_content(element: html.HtmlElement) -> bool:
    # The foot of an article is its own: WordPress prints there when it was posted.
    own = any(parent.tag == "article" for parent in element.iterancestors())
    furniture = _FURNITURE - {"footer"} if own else _FURNITURE
    return not any(parent.tag in furniture or parent.get("role") == "dialog" for parent in element.iterancestors())


def _without_site(text: str, site: str) -> str:
    text = re.sub(r"\s+[-–—|]\s+what ?do ?they ?know$", "", text, flags=re.I)
    text = re.sub(r"\s+[-–—]\s+an? Freedom of Information request to .{2,80}$", "", text)
    for mark in (r"\s+[|»›·•]\s+|\s*::\s*", r"\s+[-–—:]\s+", r"\s+[-–—|]\s+"):
        parts = re.split(mark, text)
        if len(parts) > 1 and _is_tail(parts[-1], site):
            text = text[: text.rindex(parts[-1])].rstrip(" |-–—:»›·•")
        elif len(parts) > 1 and _names_site(parts[0], site):
            text = text[len(parts[0]) :].lstrip(" |-–—:»›·•")
    return text


def _is_tail(part: str, site: str) -> bool:
    return _names_site(part, site) or bool(_SITE.fullmatch(part) or PAPER.fullmatch(part))


def _names_site(part: str, site: str) -> bool:
    return part == site or named(part) is not None
