"""Where request and answer begin by headings and phrases, below the labels of the head of a letter."""

import re
from collections.abc import Sequence

from crawler.reading.letters import phrases
from crawler.reading.letters.dialogue import is_headed
from crawler.reading.letters.edges import REQUESTING, heads_page
from crawler.reading.letters.furniture import is_furniture
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.groups import heads_group
from crawler.reading.questions.items import item_of
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.wording import weight

_LABEL_LINE = re.compile(
    r"(?:date|dated|(?:our |your )?ref(?:erence)?|enquiry reference|request (?:ref )?(?:no|number)"
    r"|foi ref|email|e-mail"
    r"|telephone|tel|phone|published|publication (?:date|number)|category|subject|pub)\b"
    r"\s*(?:no)?\.?\s*[:|]?\s*\S*\d?.{0,60}|request\s*:\s*[\w/.-]*\d{2}[\w/.-]*",
    re.I,
)
_STANDARD = 1.0  # the weight of a line that any letter could carry


def request_start(lines: Sequence[str]) -> tuple[int, str]:
    """The first line of the request, and the part of it that follows a label on the same line."""
    for at, line in enumerate(lines):
        text = line.strip(" |")
        if is_headed(split_row(line)):
            continue
        if phrases.REQUEST_HEADING.fullmatch(text):
            return at + 1, ""
        if heads_group(text) and not text.lower().startswith("part"):
            return at, ""
        if phrases.REQUEST_START.search(text) and not _LABEL_LINE.fullmatch(text):
            if re.match(r"(?:request|question)s? 1\b", text, re.I):
                return at, ""
            _, colon, rest = text.partition(":")
            return at + 1, rest.strip() if colon and len(rest.split()) > 2 else ""
        if phrases.heads_response(text) and not heads_page(lines, at):
            break
    return -1, ""


def response_start(lines: Sequence[str], start: int) -> int:
    """The line with the first heading or phrase of an answer below the start of the request, -1 for none."""
    for at in range(max(start, 0), len(lines)):
        text = lines[at].strip(" |")
        heading = phrases.heads_response(text) or phrases.SECTION_HEADING.fullmatch(text)
        if heading and not (start < 0 and heads_page(lines, at)):
            return at
        if phrases.RESPONSE_START.search(text) and not text.endswith("?") and not item_of(text):
            return at
    return -1


def first_asked(lines: Sequence[str], end: int) -> int:
    """Where a request without a label begins: after the lines of address, date, reference and subject."""
    stop = end if end >= 0 else len(lines)
    at = next((at for at in range(stop) if is_question(lines[at]) or item_of(lines[at])), -1)
    if at < 0:
        return next((at for at in range(stop) if len(lines[at].split()) > 12 or REQUESTING.match(lines[at])), stop)
    while at and _introduces(lines[at - 1]) and not is_furniture(lines[at - 1]):
        at -= 1
    return at


def _introduces(line: str) -> bool:
    """Whether a line above the questions is the requester's: a sentence, or one that ends in a colon."""
    if _LABEL_LINE.fullmatch(line) or weight(line) > _STANDARD:
        return False
    return len(line.split()) > 7 or line.endswith(":")


def without_labels(lines: Sequence[str]) -> list[str]:
    """The lines without those of reference, date and address in the head."""
    return [line for at, line in enumerate(lines) if at > 15 or not _LABEL_LINE.fullmatch(line.strip(" |"))]
