"""The title of a text that has no markup: a first line that is one; else its subject; else nothing."""

import re
from collections.abc import Sequence

from crawler.reading.dates import dates_in

_WITH_REF = re.compile(r".{3,140}\(\s*(?:FOI\s*)?\d{1,6}[A-Z]?\s*[/_-]\s*\d{2,5}\s*\)", re.I)
_NAMED = re.compile(r"FOI[AR]?\s*[\s:#-]\s*\d{1,6}[A-Z]?\s?[/_-]\s?\d{2,4}\b.{0,120}", re.I)
_ARCHIVED = re.compile(r"(?P<title>.{2,140}?) [-–] an? freedom of information request to .{3,80}", re.I)
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
            return found["title"], list(lines)
    return "", list(lines)
