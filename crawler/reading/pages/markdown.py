"""Markdown back to plain lines, and whether they say what the page says, all of it and in its order."""

import re
from collections import Counter
from collections.abc import Sequence

RECALL = 0.97
_WORD = re.compile(r"\w+")
# What is raised behind a digit is a foot-note's mark, but for the ending of a day: `29<sup>th</sup>`.
_MARKUP = re.compile(r"\\(.)|\*+|__|~~|`|(?<=\d)<sup>(?!\s*(?:st|nd|rd|th)\b)(?P<mark>)|</?su[bp]>", re.I)
_RULE = re.compile(r"\|?[\s|:-]*-{3,}[\s|:-]*")
_LIST_START = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\. ")


def plain(markdown: str) -> list[str]:
    """Markdown without its marks: bold, headings, escapes, rules between table rows."""
    out = []
    for line in markdown.splitlines():
        text = _MARKUP.sub(_kept, line.strip(" "))
        text = re.sub(r"^#{1,6} ", "", text)
        if text.strip() and not _RULE.fullmatch(text):
            out.append(re.sub(r"\s*\|\s*", " | ", text).strip() if text.startswith("|") else text)
    return out


def _kept(mark: re.Match[str]) -> str:
    return mark[1] or ("" if mark["mark"] is None else " ")


def faithful(found: Sequence[str], own: Sequence[str]) -> bool:
    """Whether nearly every word is there, in as many lines and the same order, with every list number and tab.

    `own` are the lines of the element itself. An extractor that moves an article to the front, joins lines or
    numbers a list anew would make a page look changed that has not changed.
    """
    if len(found) != len(own):
        return False
    want, got = [_WORD.findall(line.lower()) for line in own], [_WORD.findall(line.lower()) for line in found]
    if [words[:2] for words in want] != [words[:2] for words in got] or _marks(found) != _marks(own):
        return False
    wanted, present = (Counter(word for words in side for word in words) for side in (want, got))
    return (wanted & present).total() >= RECALL * wanted.total()


def _marks(lines: Sequence[str]) -> tuple[int, int]:
    return sum("\t" in line for line in lines), sum(bool(_LIST_START.match(line)) for line in lines)
