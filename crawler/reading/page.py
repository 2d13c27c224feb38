"""An HTML page into words and what the document itself holds; the only place that calls trafilatura.

trafilatura drops links and titles and sometimes lists or tables, so these are read from the tree, and its
words are measured against those of the content before they are trusted.
"""

from collections.abc import Sequence
from itertools import islice

from lxml import etree, html
from trafilatura import extract

from crawler.reading.fields import Link, Page
from crawler.reading.pages import archive, head, links, masthead
from crawler.reading.pages.beside import prune_beside, title_box
from crawler.reading.pages.chrome import prune, prune_menus, prune_trail, strip_chrome
from crawler.reading.pages.labels import labels, with_labels
from crawler.reading.pages.lines import lines_of
from crawler.reading.pages.markdown import faithful, plain
from crawler.reading.pages.parse import parse, words_in
from crawler.reading.pages.tables import Rows, data_rows, text_tables
from crawler.reading.pages.wrapped import paragraphs

# Where sites of every make put their content, the narrowest first; an <article> only when it is the one.
_CONTAINERS = (
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' entry-content ')]",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' wp-block-post-content ')]",
    ".//main//article",
    ".//article",
    ".//main",
    ".//*[@role='main']",
    ".//*[@id='content' or @id='main' or @id='main-content' or @id='maincontent']",
)
_LONG = 1_000_000  # characters or bytes, from which a second opinion on the words takes seconds
_FIND = tuple(etree.XPath(path) for path in _CONTAINERS)
_PRUNE = [
    "//*[contains(@class, 'cookie') or contains(@class, 'quick-exit')]",
    "//*[contains(@class, 'beta-banner') or contains(@class, 'feedback')]",
]


def page(data: bytes | str, url: str = "", container_xpath: str = "", charset: str = "") -> Page:
    """The words of a page, a line a paragraph; links and attachments as the page writes them."""
    root = parse(data, charset)
    known = head.metas(root)
    title, published = head.title(root, known), head.published(root, known)
    site = head.site_name(root, known)
    papers, is_report = masthead.papers(root, known), masthead.is_report(root)
    about = labels(root, title, papers)
    canonical, shortlink = head.address(root, "canonical"), head.address(root, "shortlink")
    prune(root)
    prune_beside(root)
    box = _container(root, container_xpath, title)
    lines = strip_chrome(paragraphs(_content(box, len(data) > _LONG)))
    return Page(
        title=title,
        words="\n".join(with_labels(_without_title(lines, title), about, published)),
        links=links.all_links(box),
        attachments=_attachments(root, box, url),
        tables=tuple(_tables(box, lines)),
        canonical=canonical,
        shortlink=shortlink,
        published=published,
        site_name=site,
        papers=papers,
        is_report=is_report,
        letters=archive.letters(box),
        set_in=_set_in(box),
    )


def _container(root: html.HtmlElement, xpath: str, title: str) -> html.HtmlElement:
    body = root.find("body")
    for find in (etree.XPath(xpath), *_FIND) if xpath else _FIND:
        boxes = find(root)
        # Several articles are a listing or teasers: none of them is the page.
        if len(boxes) == 1 and _is_content(boxes[0]):
            prune_trail(boxes[0])
            return boxes[0]
    prune_menus(body)
    box = title_box(body, title)
    return body if box is None else box


def _is_content(box: html.HtmlElement) -> bool:
    """Whether the box has words, and most of the main element that it stands in: a lone teaser has not."""
    size, main = len(words_in(box)), next(box.iterancestors("main"), None)
    return size >= 3 and (main is None or main is box or 2 * size >= len(words_in(main)) - _about(main, box))


def _about(main: html.HtmlElement, box: html.HtmlElement) -> int:
    """How many words of the main element are its title and date, printed outside the box by most themes."""
    inside = set(box.iter("h1", "time"))
    return sum(len(words_in(element)) for element in main.iter("h1", "time") if element not in inside)


def _set_in(box: html.HtmlElement) -> tuple[str, ...]:
    """The lines of the only quotation that the markup sets in; none of several, of which each may be anybody's."""
    blocks = list(islice(box.iter("blockquote"), 2))
    return tuple(lines_of(blocks[0])) if len(blocks) == 1 else ()


def _attachments(root: html.HtmlElement, box: html.HtmlElement, url: str) -> tuple[Link, ...]:
    """Those of the article or main element around the box, and of a box beside or below it that is headed so."""
    around = next(box.iterancestors("article", "main"), box)
    asides = [aside for aside in root.iter("aside") if around not in (aside, *aside.iterancestors())]
    headed = [part for part in links.headed(root) if around not in (part, *part.iterancestors(), *part.iter())]
    found = [link for part in (around, *asides) for link in links.attachments(part, url)]
    found += [link for part in headed for link in links.attachments(part, url, under=True)]
    return links.each_once(found, url) or links.only_named(around)


def _content(box: html.HtmlElement, is_long: bool) -> list[str]:
    """trafilatura's words where they are all there, else the lines of the box itself."""
    own = lines_of(box)
    if is_long or _needs_own_lines(box):
        return own
    shell = html.Element("html")
    shell.append(html.Element("body"))
    parent, place = box.getparent(), box.getparent().index(box)
    shell[0].append(box)
    text = extract(
        shell,
        output_format="markdown",
        fast=True,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        prune_xpath=_PRUNE,
    )
    parent.insert(place, box)
    found = plain(text or "")
    return found if faithful(found, own) else own


def _needs_own_lines(box: html.HtmlElement) -> bool:
    # trafilatura numbers every list from 1, parts terms from values, and bends captions and empty cells.
    if next(box.iter("table", "dl"), None) is not None:
        return True
    return any(ol.get("start") or ol.get("type") for ol in box.iter("ol"))


def _without_title(lines: list[str], title: str) -> list[str]:
    # The title is a field of its own; some themes print it inside the content and some above it.
    same = title.casefold()
    return [line for at, line in enumerate(lines) if at > 2 or line.casefold() != same]


def _tables(box: html.HtmlElement, lines: Sequence[str]) -> list[Rows]:
    marked = [rows for table in box.iter("table") if (rows := data_rows(table))]
    tabbed = text_tables([line for line in lines if "\t" in line or not line.startswith("|")])
    return marked + tabbed
