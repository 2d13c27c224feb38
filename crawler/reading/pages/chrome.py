"""What every page of a site carries and no disclosure says; it must never take a disclosure's own words.

Three ways to know it, since the markup of most sites is unknown: the role of an element, whole words of its
class, and sentences that the sites are known to print.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree, html

from crawler.reading.letters.phrases import ATTACHMENTS_HEADING
from crawler.reading.pages.addresses import file_type
from crawler.reading.pages.beside import without_beside
from crawler.reading.pages.chrome_phrases import CHROME_COMPANION, CHROME_HEADING, CHROME_LINE
from crawler.reading.pages.feet import without_feet
from crawler.reading.pages.rendered import is_rendered

_TAGS = frozenset(
    re.findall(
        r"\w+",
        "nav footer aside script style noscript template iframe svg dialog button select textarea input",
    )
)
_ROLES = frozenset(
    re.findall(r"\w+", "navigation banner contentinfo complementary search dialog alertdialog toolbar menu")
)
_KEPT = frozenset(("html", "body", "main", "article", "h1", "table", "tbody", "tr", "td", "th"))
_HEADING_TAGS = ("h2", "h3", "h4", "h5", "h6")
_FOLDS = re.compile(r"accordion|collaps|disclosure|expand|toggle-?(?:head|title)", re.I)
_HOLDERS = ("main", "article", "h1")

_LINKED_HEADING = etree.XPath(
    "./*[self::h2 or self::h3 or self::h4]//a[@href] | .//a[@href]/*[self::h2 or self::h3 or self::h4]"
)
# Whole words only, so that "related-offences" in a heading's own class is the one that could be mistaken;
# what is removed must besides hold neither main, article nor h1.
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|ccc|gdpr|consent|quick-?exit|quickexit|escape|leave-?site|beta"
    r"|phase-?banner|feedback"
    r"|breadcrumbs?|crumbs?|skip|skip-?link|screen-reader-text|visually-?hidden|sr-only|share|sharing"
    r"|sharedaddy"
    r"|social|sidebar|widget|widgets|widget-area|post-navigation|nav-links|pagination|pager|prev-next"
    r"|comments?"
    r"|comment-respond|advert|ads?|promo|newsletter|related-posts?|related-content|related-pages"
    r"|related-links"
    r"|related-articles|jp-relatedposts|most-read|recent-posts|entry-footer|post-meta|byline|site-header"
    r"|(?:site-|page-)?foot(?:er)?(?!-?note)(?:-links)?|masthead|megamenu|menu|navbar|global-?header|back-to-top|print|toolbar|popup|modal"
    r"|annotation)"
    r"(?=$|[\s_-])",
    re.I,
)
_ID = re.compile(
    r"^(?:[\w-]*cookie-?(?:banner|consent|notice|bar|message|popup|law|policy)[\w-]*|ccc"
    r"|onetrust[\w-]*|quick-?exit"
    r"|masthead|colophon|secondary|sidebar|skip-?link|breadcrumbs?|feedback|page-feedback|site-header"
    r"|site-footer"
    r"|header|footer|nav|navigation|menu)$",
    re.I,
)
# WordPress writes a post's own tags and categories into its class: they say what it is about, not what it is.
_TAXONOMY = re.compile(r"\b(?:category|tag|type|status|format|postid)-[\w-]*", re.I)


def prune(root: html.HtmlElement) -> None:
    """Take the site's chrome out of the tree, in place."""
    open_accordions(root)
    whole = len(root.text_content())
    left = [root]
    while left:
        element = left.pop()
        if element.tag not in _KEPT and element.getparent() is not None and _is_chrome(element, whole):
            element.drop_tree()
        else:
            left.extend(element.iterchildren(etree.Element, reversed=True))
    prune_teasers(root)


def open_accordions(root: html.HtmlElement) -> None:
    """Make the buttons that head a folded part of the content its headings: `<h2><button>Request</button></h2>`."""
    for button in list(root.iter("button")):
        around = button.getparent()
        names = f"{button.get('class', '')} {around.get('class', '')}"
        headed = around.tag in _HEADING_TAGS or (_FOLDS.search(names) and button.getnext() is not None)
        folds = any(button.get(name) is not None for name in ("aria-expanded", "aria-controls", "data-bs-toggle"))
        if headed and (folds or _FOLDS.search(names)):
            button.tag = "span" if around.tag in _HEADING_TAGS else "h3"


def prune_teasers(root: html.HtmlElement) -> None:
    """Take out articles that are links to other pages: two or more, each with a heading that is a link."""
    teasers = [article for article in root.iter("article") if _LINKED_HEADING(article)]
    for article in teasers if len(teasers) > 1 else ():
        if article.getparent() is not None:
            article.drop_tree()


def prune_menus(body: html.HtmlElement) -> None:
    """Take out the boxes that hold nothing but links, where no container tells content from menus."""
    for box in list(body.iter("div", "ul", "p", "span", "td")):
        if box.getparent() is not None and _is_menu(box):
            box.drop_tree()


def prune_trail(box: html.HtmlElement) -> None:
    """Take out the boxes of links above the heading of the content: the way to the page, whatever its class."""
    heading = next(box.iter("h1"), None)
    for above in list(box.iter("div", "ul", "ol", "p", "h1")) if heading is not None else ():
        if above is heading:
            return
        if above.getparent() is not None and above is not box and _is_menu(above):
            above.drop_tree()


def _is_menu(box: html.HtmlElement) -> bool:
    targets = [a.get("href") or "" for a in box.iter("a")]
    if len(targets) < 2 or any(map(file_type, targets)):
        return False
    linked = sum(len(a.text_content().strip()) for a in box.iter("a"))
    return linked > 0.9 * len("".join(box.text_content().split()))


def strip_chrome(lines: Sequence[str]) -> list[str]:
    """The lines without the known sentences of chrome that stand before the content or after it.

    Only at the two ends, one line of title set aside: a disclosure may quote a cookie notice in its middle.
    Dates of rendering and counts of visits go wherever they stand: they alone would make a new version.
    """
    lines = without_feet([line for line in lines if not is_rendered(line)])
    at = 0
    while at < len(lines) and _known(lines[at]):
        at += 1
    title = list(lines[at : at + 1]) if at + 1 < len(lines) and _known(lines[at + 1]) else []
    at += len(title)
    while at < len(lines) and _known(lines[at]):
        at += 1
    return title + _without_tail(without_beside(lines[at:]))


def _without_tail(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and (_known(lines[end - 1]) or CHROME_COMPANION.fullmatch(lines[end - 1].strip())):
        end -= 1
    while end < len(lines) and not _known(lines[end]):
        end += 1
    return lines[:end]


def _known(line: str) -> bool:
    return bool(CHROME_LINE.fullmatch(line.strip().lstrip("-# ")))


def _is_chrome(element: html.HtmlElement, whole: int) -> bool:
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return not _holds(element, ("main",))
    if element.tag == "header":
        return element.getparent().tag not in ("article", "main", "section") and not _holds(element, ("main",))
    if element.tag == "form" or _named(element):
        # Some systems wrap the whole page in one form or one named box: never take nearly all there is.
        return not _holds(element, _HOLDERS) and len(element.text_content()) < 0.97 * whole
    return element.tag in ("section", "div", "ul") and _opens_with_chrome(element)


def _named(element: html.HtmlElement) -> bool:
    ident = element.get("id")
    return _is_class_of_chrome(element.get("class", "")) or bool(ident and _ID.match(ident))


@lru_cache(maxsize=256)  # the items of a list have one class
def _is_class_of_chrome(names: str) -> bool:
    return bool(names and _CLASS.search(_TAXONOMY.sub(" ", names)))


def _holds(element: html.HtmlElement, tags: Sequence[str]) -> bool:
    """Whether it holds one of `tags`, or the attachments, which may stand in a box at the side."""
    if next(element.iter(*tags), None) is not None:
        return True
    headings = element.iter("h1", "h2", "h3", "h4", "h5", "h6")
    return any(ATTACHMENTS_HEADING.fullmatch(" ".join(inner.text_content().split())) for inner in headings)


def _opens_with_chrome(element: html.HtmlElement) -> bool:
    first = next((child for child in element if isinstance(child.tag, str)), None)
    text = (element.text or "").strip() or (first.text_content() if first is not None else "")
    if len(text) > 120 or not CHROME_HEADING.match(" ".join(text.split())):
        return False
    return not _holds(element, _HOLDERS) and len(element.text_content().split()) < 120
