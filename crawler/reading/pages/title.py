"""The title of a text that has no markup: a first line that is one; else its subject; else nothing."""

import re
from collections.abc import Sequence

from crawler.reading.facts.dates import dates_in

_WITH_REF = re.compile(r".{3,140}\(\s*(?:FOI\s*)?\d{1,6}[A-Z]?\s*[/_-]\s*\d{2,5}\s*\)", re.I)
_NAMED = re.compile(r"FOI[AR]?\s*[\s:#-]\s*\d{1,6}[A-Z]?\s?[/_-]\s?\d{2,4}\b.{0,120}", re.I)
_ARCHIVED = re.compile(r"(?P<title>.{2,140}?) [-–] an? freedom of information request to .{3,80}", re.I)
_REPLY = re.compile(r"(?:(?:re|fw|fwd|ateb)\s*:\s*)+", re.I)
# A first line that is no title: a letter's own furniture, an address, a form's label, a greeting, a heading.
_NO_TITLE = re.compile(
    r".*\b(?:ref(?:erence)?|(?-i:Police|POLICE|Constabulary|CONSTABULARY)|headquarters|hq|unit|department|office"
    r"|rights|team|road|street|lane|house|tel"
    r"|telephone|e-?mail|act 2000|act 2002|dear|thank you|i write|we write|your request|from|sent|private|confidential"
    r"|official"
    r"|page \d+|heddlu|date|dated|dyddiad)\b.*|.*[@|\t].*|.*\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b.*|(?:request"
    r"|response|question|answer)s?\b.*"
    r"|(?:1|a|i)[.)] .*|[-•*·] .*|(?:please|how|what|could|can|i|we|you|do|does|is|are|under|following|further)\b.*",
    re.I,
)
_SUBJECT = re.compile(r"(?:subject|title|re)\s*:\s*(?P<title>\S.{2,140})", re.I)


def title_of(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The title and the lines without it; "" when no line is a title."""
    for at, line in enumerate(lines[:6]):
        text = line.strip()
        if _WITH_REF.fullmatch(text) or (_NAMED.fullmatch(text) and not dates_in(text)):
            return text, [*lines[:at], *lines[at + 1 :]]
        if found := _ARCHIVED.fullmatch(text):
            return found["title"], [*lines[:at], *lines[at + 1 :]]
    for line in lines[:25]:
        if found := _SUBJECT.fullmatch(line.strip()):
            return _REPLY.sub("", found["title"], count=1), list(lines)
    if len(lines) > 2 and _is_headline(lines[0].strip()):
        return lines[0].strip(), list(lines[1:])
    return "", list(lines)


def _is_headline(line: str) -> bool:
    """Whether a first line is a title: some words without a full stop, no part of a letterhead, a text below."""
    words = line.split()
    # Two words with capitals are a name.
    few = len(words) == 2 and words[1].islower()
    if not (3 <= len(words) <= 20 or few) or line.endswith((".", ":", ";", ",", "?")) or _NO_TITLE.fullmatch(line):
        return False
    return not dates_in(line) or len(words) > 6
