"""Questions and answers that take turns without a heading or a label, told apart line by line."""

import re
from collections.abc import Sequence

from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.boilerplate import is_boilerplate


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
