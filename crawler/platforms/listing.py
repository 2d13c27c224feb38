"""Reading a line of a listing without knowing its markup: the heading, the date, and what belongs to the line."""

import copy
import re

from lxml.html import HtmlElement

from crawler.reading.dates import iso_date

CHROME = "//nav | //header | //footer | //aside | //script | //style | //noscript | //*[@role='navigation']"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_A_TITLE = re.compile(r"^(?:read more|view|more|open|download|details|see more|continue reading)\b.{0,12}$", re.I)
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
        words = _words(element)
        if words:
            return words
    own = _words(link)
    return "" if NOT_A_TITLE.match(own) else own


def date_in(line: HtmlElement) -> str:
    """The date of a listing's line in ISO form, from a <time> or its words; "" when it shows none."""
    for time in line.iter("time"):
        stamp = (time.get("datetime") or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", stamp):
            return stamp
    title = heading_words(line)
    return iso_date(_words(line).replace(title, " ", 1) if title else _words(line))


def heading_words(line: HtmlElement) -> str:
    """The words of the line's heading or link, in which a date would be part of the title."""
    return next((_words(element) for element in line.iter(*HEADINGS, "a") if _words(element)), "")


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


def _words(element: HtmlElement) -> str:
    # A space between elements, whose texts would run together: "log" and "4 March" are two words.
    return " ".join(" ".join(element.itertext()).split())
