"""Replies in which questions and answers take turns, taken apart."""

import re
from collections.abc import Sequence

from crawler.reading.phrases import is_boilerplate
from crawler.reading.questions import is_question

_ANSWER_HEADING = re.compile(r"(?:answer|response|reply|ymateb|a)(?: (?:to )?(?:question )?\d{1,2})?\s*[:.–-]?", re.I)
_QUESTION_HEADING = re.compile(r"(?:request|question|cais|q)\s?\d{1,2}\s*[:.–-]?", re.I)


def in_turns(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Questions and answers under headings that take turns, apart; nothing when they do not take turns."""
    if sum(bool(_ANSWER_HEADING.fullmatch(line.strip())) for line in lines) < 2:
        return [], []
    asked: list[str] = []
    answered: list[str] = []
    side, turns = asked, 0
    for line in lines:
        if _ANSWER_HEADING.fullmatch(line.strip()):
            side = answered
        elif _QUESTION_HEADING.fullmatch(line.strip()):
            turns += side is answered
            side = asked
            side.append(line)
        else:
            side.append(line)
    return (asked, answered) if turns else ([], [])


def unmix(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Questions and answers that take turns, apart: a bare letter `a)` answers the number before."""
    asked: list[str] = []
    answered: list[str] = []
    side = asked
    for line in lines:
        if re.match(r"(?:q(?:uestion)?\s*)?\d{1,2}\s*[.):]\s", line, re.I) and (is_question(line) or _imperative(line)):
            side = asked
        elif re.match(r"(?:a|answer|a\d+|response)\s*(?:\d+\s*)?[.):–-]", line, re.I) or (
            side is asked and is_boilerplate(line)
        ):
            side = answered
        side.append(line)
    numbered = sum(bool(re.match(r"\(?a[).]", line)) for line in answered)
    letters = sum(bool(re.match(r"\(?b[).]", line)) for line in lines)
    # a, b, c under one another are parts of a question; a alone, again and again, is an answer.
    return (list(lines), []) if letters and letters >= numbered else (asked, answered)


def _imperative(line: str) -> bool:
    return bool(
        re.match(
            r"\W*\w*\d*[.):]\s*(?:please|provide|give|list|state|confirm|how|what|a (?:list|copy)|the)\b",
            line,
            re.I,
        )
    )
