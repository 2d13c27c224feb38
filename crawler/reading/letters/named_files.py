"""The attachments that a text names without linking them, and the text without that list."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.fields import Link
from crawler.reading.letters.phrases import ATTACHMENTS_HEADING, NO_ATTACHMENTS

_COUNTED = re.compile(r"(?:attachments?|attached|(?P<n>\d+) attachments?)\s*:\s*(?P<names>\S.*)", re.I)
_TYPE_SIZE = re.compile(
    r"[\s()\[\],.–-]*(?:(?:pdf|docx?|xlsx?|csv|ods|odt|zip|word|excel|document|file|download"
    r"|opens in (?:a )?new (?:window|tab)|view as html|[\d.,]+ ?(?:[km]b?|b)(?:ytes)?\b|\d+ pages?)[\s()\[\],.–-]*)*",
    re.I,
)
_FILED = re.compile(
    r"(?:filed|posted|tagged|tags?|categor\w+|published|updated|share|by)\b\s*(?:under|in|on|as|by)?\s*:?", re.I
)
# What stands below a list of files on sites that print it first.
_ENDS = re.compile(
    r"(?:details|contents|summary|about|description|request|information|response|reply|what you asked)\b[^.]{0,20}"
    r"|(?:date|our ref|ref|reference|published|updated)\b[^:]{0,30}: .+",
    re.I,
)
# What leads up to links on their line: `Documents: waits by month | structure`.
_LEADS_TO = re.compile(
    r"(?:(?:please |you can )?(?:see|view|open|read|get|download) (?:the |our |also)?)?\s*"
    r"(?:related |supporting |attached |the )?(?:attachments?|attached|enclosed|downloads?|files?|documents?|data"
    r"|links?|spreadsheets?|workbooks?|annex(?:es)?|appendix|appendices)?"
    r"\s*(?:\(\d+\))?\s*[:–-]\s*"
)
_AND = re.compile(r"\s*(?:[|,;/·•&]|and\b|\.$)\s*")
_ENDING = r"\.(?:pdf|docx?|xlsx?|csv|odt|ods|rtf|pptx?|txt|zip|msg|eml|jpe?g|png)\b"
_FILE = re.compile(rf"[^,;]+?{_ENDING}", re.I)
_ANY_FILE = re.compile(_ENDING, re.I)
_BUTTON = re.compile(r"\d ?[km]b?\b|\bdownload\b", re.I)


def split_attachments(lines: Sequence[str]) -> tuple[list[str], tuple[Link, ...]]:
    """The lines without the section `Attachments`, and a link without address for each name in it."""
    kept: list[str] = []
    found: list[Link] = []
    listing = False
    for line in lines:
        text = line.strip().lstrip("-•* ").strip()
        if ATTACHMENTS_HEADING.fullmatch(text):
            listing = True
        elif listing and NO_ATTACHMENTS.fullmatch(text):
            listing = False
        elif listing and _TYPE_SIZE.fullmatch(text):
            continue
        elif listing and _is_name(text):
            found.append(Link("", text))
        elif "attach" not in text.lower():
            listing = False
            kept.append(line)
        elif NO_ATTACHMENTS.fullmatch(text):
            continue
        elif (counted := _COUNTED.fullmatch(text)) and (names := _names(counted)):
            found += [Link("", name) for name in names]
        else:
            listing = False
            kept.append(line)
    return kept, tuple(dict.fromkeys(found))


def loose(lines: Sequence[str]) -> tuple[Link, ...]:
    """A link without address for each file on a line of nothing but names with size or button: `a.pdf 12K Download`.

    Size and button may stand on the next line.
    """
    if not _ANY_FILE.search("\n".join(lines)):
        return ()  # as on most pages
    whole = (f"{line} {below}" if _TYPE_SIZE.fullmatch(below) else line for line, below in pairwise([*lines, "."]))
    named = (line.strip().lstrip("-•* ") for line in whole if "." in line and _BUTTON.search(line))
    return tuple(dict.fromkeys(Link("", name) for line in named for name in _sized(line)))


def _sized(text: str) -> list[str]:
    names: list[str] = []
    while found := _FILE.match(text):
        rest = _TYPE_SIZE.sub("", text[found.end() :], count=1)
        if rest == text[found.end() :]:
            return []
        names.append(found.group().strip())
        text = _AND.sub("", rest, count=1) if _AND.match(rest) else rest
    return [] if text else names


def is_link_line(line: str, attachments: Sequence[Link]) -> bool:
    """Whether the line is nothing but links of attachments, perhaps with their types and sizes."""
    if not attachments:
        return False
    text = line.strip().lstrip("-•* ").casefold()
    names = sorted((link.text.casefold() for link in attachments if link.text), key=len, reverse=True)
    if not any(name in text for name in names):
        return False
    leads = _LEADS_TO.match(text)
    # A link may itself begin with what leads up to others: `Download: funding by year`.
    return _are_names(text, names) or (leads is not None and _are_names(text[leads.end() :], names))


def _are_names(text: str, names: Sequence[str]) -> bool:
    """Whether a text is nothing but the names, one at least, each with its type and size."""
    rest = text
    while name := next((name for name in names if rest.startswith(name)), ""):
        rest = rest[len(name) :]
        rest = rest[found.end() :] if (found := _TYPE_SIZE.match(rest)) else rest
        rest = rest[found.end() :] if (found := _AND.match(rest)) else rest
    return rest != text and not rest


def _is_name(text: str) -> bool:
    if not text or _FILED.match(text) or _ENDS.match(text) or text.endswith((".", "?", ":", ";", "!")):
        return False
    return len(text) <= 100 and len(text.split()) <= 12


def _names(counted: re.Match[str]) -> list[str]:
    names = [name.strip() for name in _FILE.findall(counted.group("names"))]
    return names or ([counted.group("names").strip()] if counted.group("n") else [])
