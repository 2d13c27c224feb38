"""What a listing says of its own length: a guard against a walk that stops short without noticing."""

import re

from lxml.html import HtmlElement

from crawler.platforms.listing import words_of

COUNTED = r"(?:results?|items?|documents?|entries|records?|disclosures?|publications?)"
TOTALS = (
    re.compile(r"\b\d+\s*(?:-|–|to)\s*\d+\s+of\s+(?:about\s+)?([\d,]+)\b", re.I),
    re.compile(rf"\b([\d,]+)\s+{COUNTED}\b(?!\s+(?:per|a|each)\b)", re.I),
    re.compile(rf"\btotal(?:\s+{COUNTED})?\s*:?\s*([\d,]+)\b", re.I),
)
NOTHING = re.compile(
    rf"\b(?:no|0)\s+(?:more\s+|matching\s+|further\s+)?{COUNTED}\b|\bno\s+\w+\s+(?:were\s+)?found\b", re.I
)


def total(words: str) -> int:
    """The number of entries that a listing claims in the words beside its entries; 0 when it claims none."""
    for form in TOTALS:
        found = form.search(words)
        if found:
            return int(found[1].replace(",", "") or 0)
    return 0


def says_nothing(words: str) -> bool:
    """Whether the listing says that it holds nothing, so that what looks like entries is a menu."""
    return bool(NOTHING.search(words)) and not total(words)


def beside(tree: HtmlElement, lines: list[HtmlElement]) -> str:
    """The words of a listing without those of its lines, which hold numbers of their own. Takes the lines out."""
    for line in lines:
        if line.getparent() is not None and line.tag not in ("body", "html", "main"):
            line.drop_tree()
    return words_of(tree)
