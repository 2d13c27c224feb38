"""The marks by which a line of a reply opens a question or an answer."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crawler.reading.questions import decimals
from crawler.reading.questions.questions import is_question

QUESTION_HEADING = re.compile(r"(?:request|question|enquiry|query|cais|q)\s?(?P<number>\d{1,2})?\s*[:.–-]?", re.I)
ANSWER_HEADING = re.compile(r"(?:answer|response|reply|ymateb|a)(?: (?:to )?(?:question )?\d{1,2})?\s*[:.–-]?", re.I)
QUESTION = re.compile(
    r"(?:q(?:uestion)?\s*\.?\s*(?P<q>\d{1,2}[a-z]?)?\b|[(\[]?(?P<n>[1-9]\d?[a-h]?)\s*(?:[.):\]](?!\d)|[–—-]\s(?=(?-i:[A-Z])))"
    r"|(?:request|part|point|item)\s(?P<r>\d{1,2})\s?[:–-](?=\s))\W*(?=\w)",
    re.I,
)
PART = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\s?[.):]\s", re.I)
_ABOUT = re.compile(r"(?i:question) \d{1,2}[a-z]? [a-z]")
ANSWER = re.compile(
    r"(?:a(?:ns(?:wer)?)?|response|reply)\s*(?:to )?(?:q(?:uestion)?\s*)?(?:\d{1,2}[a-z]?)?\s*[.):–-]\s*", re.I
)


@dataclass(frozen=True)
class Turns:
    """What was asked, what was answered, and each answer's first line with the number of its question."""

    asked: tuple[str, ...]
    answered: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


@lru_cache(maxsize=256)  # each line is asked about by several readers
def asks(line: str) -> bool:
    """Whether a line opens a question; a sentence about one, `Question 2 is for the courts`, does not."""
    return is_question(line) or (bool(QUESTION.match(line)) and not _ABOUT.match(line))


@lru_cache(maxsize=256)
def answers(line: str) -> bool:
    """Whether a line opens an answer by its label: `A2:`."""
    return bool(ANSWER.match(line)) and not is_question(line)


@lru_cache(maxsize=256)
def number_of(line: str) -> str:
    """The number of the question that a line opens or heads; empty when it has none."""
    if heading := QUESTION_HEADING.fullmatch(line):
        return heading["number"] or ""
    if is_question(line) and (below := decimals.item(line)):
        return below["number"]
    found = QUESTION.match(line)
    return (found["q"] or found["n"] or found["r"] or "").lower() if found else ""


def heads_question(heading: str, line: str) -> bool:
    """Whether a line is the heading of the question that follows it."""
    return bool(QUESTION_HEADING.fullmatch(heading.strip())) and is_question(line)
