"""Reading a line of a listing without knowing its markup: the heading, the date, and what belongs to the line."""

import copy
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.reading.facts.dates import iso_date

CHROME = (
    "//nav | //header | //footer | //aside | //script | //style | //noscript | //*[@role='navigation']"
    " | //*[contains(@class, 'breadcrumb') or contains(@aria-label, 'readcrumb')]"
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_A_TITLE = re.compile(r"^(?:read more|view|more|open|download|details|see more|continue reading)\b.{0,12}$", re.I)
# A date stands alone or behind its label; one in a sentence is about something else.
DATE = (
    r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]+\w+[\s/.,-]+\d{2,4}(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d.{0,3})?"
    r"|\d{4}-\d\d-\d\d\S*|[a-z]+,?\s+\d{4}|[a-z]+\s+\d{1,2},\s+\d{4}"
)
ALONE = re.compile(rf"(?:{DATE})", re.I)
LABELLED = re.compile(
    rf"(?:date\s+)?(?:published|posted|released|disclosed|added|date|(?:last\s+)?updated)(?:\s+(?:on|date))?\s*[:–-]?\s*({DATE})",
    re.I,
)
MONTHS = (
    "january february march april may june july august september october november december",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
)
MONTH_NUMBER = {name: f"{i:02}" for names in MONTHS for i, name in enumerate(names.split(), 1)}
MONTH_FOLDER = re.compile(rf"({'|'.join(MONTH_NUMBER)})(?:[-_]+((?:19|20)\d\d))?", re.I)
YEAR_FOLDER = re.compile(r"(?:.*\D)?((?:19|20)\d\d)")


def chrome_free(tree: HtmlElement) -> HtmlElement:
    """A copy of the document without navigation, header, footer and scripts, whose links are no entries."""
    bare = copy.deepcopy(tree)
    for element in bare.xpath(CHROME):
        # A heading of an article often sits in a <header> of its own: only the page's chrome goes.
        if element.tag == "header" and element.xpath("ancestor::main | ancestor::article | ancestor::li"):
            continue
        if element.getparent() is not None:
            element.drop_tree()
    return bare


def container(link: HtmlElement) -> HtmlElement:
    """The largest element around a link that holds no link to another address: its line of the listing."""
    line = link
    for around in link.iterancestors():
        others = {a.get("href") for a in around.iter("a") if a.get("href")} - {link.get("href")}
        if others or around.tag in ("body", "html", "main"):
            return line
        line = around
    return line


def heading(link: HtmlElement) -> str:
    """The title of a link's line: the heading in or around it, else its own words."""
    line = container(link)
    for element in line.iter(*HEADINGS):
        words = words_of(element)
        if words:
            return words
    own = words_of(link)
    return "" if NOT_A_TITLE.match(own) else own


def date_in(line: HtmlElement) -> str:
    """The date of a listing's line in ISO form, from a <time> or its words; "" when it shows none of its own."""
    for time in line.iter("time"):
        stamp = (time.get("datetime") or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", stamp):
            return stamp
    pieces = list(_pieces(line))
    labelled = (found[1] for piece in pieces if (found := LABELLED.search(piece)))
    alone = (piece for piece in pieces if ALONE.fullmatch(piece))
    return next((date for text in (*labelled, *alone) if (date := iso_date(text))), "")


def _pieces(line: HtmlElement) -> Iterator[str]:
    """The texts of a line beside its title, each as the markup sets it apart."""
    title = next((e for e in line.iter(*HEADINGS) if words_of(e)), None)
    if title is None and line.tag != "a":
        title = next(line.iter("a"), None)
    inside = set(title.iter()) if title is not None else set()
    for element in line.iter():
        if element not in inside and isinstance(element.tag, str):
            yield " ".join((element.text or "").split())
        # The words behind the title are the line's own again.
        if element is not line and (element not in inside or element is title):
            yield " ".join((element.tail or "").split())


def folder_month(address: str) -> str:
    """The month, or the year, that the folders of an address tell: `/disclosure-2024/april-2024/` is 2024-04."""
    year = month = ""
    for folder in address.rstrip("/").split("/")[3:-1]:
        named, dated = MONTH_FOLDER.fullmatch(folder), YEAR_FOLDER.fullmatch(folder)
        if named:
            month, year = MONTH_NUMBER[named[1].lower()], named[2] or year
        elif dated and not month:
            year = dated[1]
    return f"{year}-{month}" if year and month else year


def words_of(element: HtmlElement) -> str:
    """The words of an element; those of two elements side by side do not run together."""
    return " ".join(" ".join(element.itertext()).split())
