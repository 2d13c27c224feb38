"""What stands beside or below the content of a page under a heading of its own: other pages, news, sharing.

Known by the words of the heading; the files of the disclosure are never taken for it.
"""

import re
from collections.abc import Sequence

from lxml import etree, html

from crawler.reading.facts.date_roles import is_dated_label
from crawler.reading.letters.phrases import ATTACHMENTS_HEADING
from crawler.reading.pages.addresses import file_type
from crawler.reading.pages.parse import words_in

_KINDS = (
    r"(?:content|pages?|links?|posts?|articles?|information|requests?|disclosures?|stories|story|news|topics?|items?"
    r"|publications?|responses?|comments?|events?|updates?|foi(?: requests?| responses?| disclosures?)?)"
)
BESIDE_HEADING = re.compile(
    rf"(?:(?:you (?:may|might) (?:also )?(?:like|be interested in|want)|(?:also|see also|see more"
    rf"|read (?:more|next|this)|more like this|don(?:'|’)t miss|in this section|on this page|quick links"
    rf"|useful links|explore"
    rf"|trending(?: now)?|popular(?: (?:this week|this month|now|today))?|archives?|categories|tags"
    rf"|share(?: this(?: page)?)?|follow us.{{0,30}}"
    rf"|connect with us|stay (?:connected"
    rf"|in touch)|sign up.{{0,40}}|subscribe.{{0,40}}|newsletter|search.{{0,20}}|meta|blogroll"
    rf"|most (?:read|popular|viewed|shared).{{0,20}}|comments?(?: \(\d+\))?|leave a (?:reply|comment)"
    rf"|advertisement|post navigation"
    rf"|things to do with this request|offensive\?.*|act on what you(?:'|’)ve learnt))"
    rf"|(?:more|latest|recent|related|similar|more similar|other|popular|trending|further|next|previous|new(?:est)?)"
    rf" (?:\w+ )?{_KINDS}(?: (?:from|on|like|in) .{{1,40}})?"
    rf"|(?:was|is) this (?:page|information|answer) (?:useful|helpful).{{0,20}}"
    rf"|did (?:you|this) .{{1,60}}(?:page|need|want|looking for)\?|rate this page|(?:page )?feedback"
    rf"|tell us what you (?:think|thought).{{0,40}})\s*:?",
    re.I,
)
_PREVIOUS = re.compile(r"(?:[«‹←<]+ ?|(?:previous|older|blaenorol)\b).{0,120}", re.I)
_NEXT = re.compile(r"(?:(?:next|newer|nesaf)\b.{0,120}|.{0,120}[»›→>])", re.I)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MAX_WORDS = 40
_DATED = 100  # characters, of which a label with its date has fewer
_MAX_HEADING = 60  # characters


def prune_beside(root: html.HtmlElement) -> None:
    """Take out each such heading and what follows it up to the next heading, where that is links or short lines."""
    for heading in list(root.iter(*_HEADINGS, "p", "div")):
        marked = heading.tag in _HEADINGS
        if not (marked or _is_lone(heading)) or heading.getparent() is None:
            continue
        if not BESIDE_HEADING.fullmatch(" ".join(heading.text_content().split())):
            continue
        section = [wrapper(heading)]
        for sibling in section[0].itersiblings():
            if sibling.tag in ("h1", *_HEADINGS) or not (_is_beside(sibling) and (marked or _is_linked(sibling))):
                break
            section.append(sibling)
        # Words that are not marked as a heading are one only by what follows: links to other pages.
        for element in section if marked or len(section) > 1 else ():
            element.drop_tree()


def _is_lone(element: html.HtmlElement) -> bool:
    """Whether it could be a heading without the markup of one: a short text, perhaps in bold, no link."""
    inner = [child for child in element if isinstance(child.tag, str)]
    if len(inner) > 1 or len(element.text or "") > _MAX_HEADING:
        return False
    return not inner or (inner[0].tag in ("strong", "b", "span") and len(inner[0]) == 0)


def wrapper(heading: html.HtmlElement) -> html.HtmlElement:
    """The outermost box that holds nothing but the heading: some themes give it one of its own."""
    words, box = words_in(heading), heading
    for around in heading.iterancestors("div", "header", "span"):
        if len(around) > 1 or words_in(around) != words:
            break
        box = around
    return box


def _is_linked(element: html.HtmlElement) -> bool:
    """Whether the element is made of links: half its words at least, or each item of a list opens with one."""
    items = list(element) if element.tag in ("ul", "ol") else []
    if items and all(item.find("a") is not None and not (item.text or "").strip() for item in items):
        return True
    linked = sum(len(words_in(a)) for a in element.iter("a"))
    return linked > 0 and 2 * linked >= len(words_in(element))


def _is_beside(element: html.HtmlElement) -> bool:
    """Whether the element is links to other pages or a few words: no file, no paragraph, no table."""
    if not isinstance(element.tag, str):
        return True
    targets = [a.get("href") or "" for a in element.iter("a")]
    if not targets and is_dated_label(" ".join(element.text_content()[:_DATED].split())):
        return False
    if any(map(file_type, targets)) or element.tag == "table" or next(element.iter("table", "h1"), None) is not None:
        return False
    if any(ATTACHMENTS_HEADING.fullmatch(" ".join(h.text_content().split())) for h in element.iter(*_HEADINGS)):
        return False
    words = len(words_in(element))
    linked = sum(len(words_in(a)) for a in element.iter("a"))
    return words <= _MAX_WORDS or 2 * linked > words


def without_beside(lines: Sequence[str]) -> list[str]:
    """The lines up to a heading of that kind near the end, when only short ones follow, or to a pair of turns."""
    if len(lines) > 2 and _PREVIOUS.fullmatch(lines[-2].strip()) and _NEXT.fullmatch(lines[-1].strip()):
        return list(lines[:-2])
    for at in range(max(1, len(lines) - 15), len(lines)):
        text = lines[at].strip().lstrip("-# ")
        if BESIDE_HEADING.fullmatch(text) and all(len(later.split()) <= 14 for later in lines[at + 1 :]):
            return list(lines[:at])
    return list(lines)


def title_box(body: html.HtmlElement, title: str) -> etree._Element | None:
    """The narrowest element that holds the heading of the page and most of its words, if one does."""
    whole = len(words_in(body))
    for heading in body.iter("h1"):
        if " ".join(heading.text_content().split()) != title:
            continue
        for box in heading.iterancestors():
            if box is body:
                return None
            if 5 * len(words_in(box)) >= 3 * whole:
                return box
    return None
