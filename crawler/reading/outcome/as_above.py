"""Answers that only point to another: `as above`, `see question 1`."""

import re
from collections.abc import Mapping, Sequence

from crawler.reading.questions.question_refs import named
from crawler.reading.questions.questions import Numbered

_Q = r"(?:q(?:uestion)?s?\.? ?)?\d{1,2}\w{0,2}"
_AS_ABOVE = re.compile(
    r"(?:please )?(?:(?:as (?:per|for|in)|see|refer to|same as)\b.{0,20}(?:\babove|\bq(?:uestion)?s?\.? ?\d+\w?"
    r"|\banswer|\bresponse"
    r"|\bpart|\d\w?).{0,25}|as (?:\w+ )?above|the same"
    r"|as q(?:uestion)?s?\.? ?\d{1,2}\w{0,2}(?: above)?"
    r"|(?:(?:(?:this|it) (?:is|has been) )?(?:already )?(?:answered|covered|included|dealt with|addressed)"
    r"|as (?:answered|stated|explained|given)"
    r"|(?:(?:our|the) (?:answer|response|reply) (?:here )?is )?(?:the )?same(?: answer)? (?:as|applies))"
    rf" (?:in|at|by the|under|with|to|for|as|our|the|answer|response|reply|question|q| ){{1,40}}{_Q}(?: above)?"
    rf"|(?:question|q|part|answer|response)\.? ?\d{{1,2}}\w? (?:above )?refers)",
    re.I,
)


def points_to_another(text: str) -> bool:
    """Whether the answer only points to another."""
    return bool(_AS_ABOVE.fullmatch(text.strip(" .")))


def copied(parts: Mapping[str, str], given: Sequence[Numbered]) -> dict[str, str]:
    """The outcome of each question, that of another where its answer only points there."""
    found = dict(parts)
    before = ""
    for answer in given:
        number, text = answer["number"] or "", answer["text"] or ""
        if points_to_another(text):
            others = [one for one in named(text, tuple(found)) if one != number] or [before]
            found |= {number: found[others[0]]} if others[0] in found and number in found else {}
        before = number
    return found
