"""Lists within a line that asks: `Please give 1) the road of each, 2) the make and 3) the cost`, a) to c), or bullets.

Numbers only below a verb of giving: what follows `how many 1) men and 2) women` are words of one question.
"""

import re
from itertools import pairwise

from crawler.reading.questions.wishes import asks_for
from crawler.reading.sentences.sentences import sentences

_BULLET = re.compile(r"[•*·▪●◦](?<!\S.)(?=\s+[^\W\d])")  # its sign first, which is quickly found
_MARK = re.compile(r"(?<=\s)[(\[]?(?P<number>\d{1,2}|[a-h])[)\]]\s?(?=[^\W\d])")
_GIVING = re.compile(
    r"\b(?:give|provide|send|supply|state|list|tell|confirm|disclose|release|say|have|see|know|me|us|receive|get"
    r"|set out|show|(?:ask|request|asking) for|the following)[,:]? $",
    re.I,
)
_MAY_I = re.compile(r"\W*(?:(?:can|could|may|might|would|will) (?:i|we|you)|what i (?:want|need))\b", re.I)
_JOIN = re.compile(r"(?:[,;]? (?:and|or|plus)|[,;])\Z", re.I)
_FIRSTS = ("1)", "1]", "a)", "a]")
_LEAD = 300  # characters of what stands before a number
_BEFORE = re.compile(r"(?:[,;.]|\b(?:and|or|plus)) $", re.I)


def at_bullets(text: str) -> list[str]:
    """The text, cut before its bullets where it has several: `Please tell me * how many * where`."""
    places = [mark.start() for mark in _BULLET.finditer(text)]
    return _cut_at(text, places) if len(places) > 1 else [text]


def cut_within(text: str) -> list[str]:
    """The text, cut before the numbers of a list that counts from 1 below a verb of giving; else as it is."""
    marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text) if any(map(text.__contains__, _FIRSTS)) else ():
        before = text[max(0, mark.start() - _LEAD) : mark.start()]
        follows = mark["number"] == _next(marks[-1]["number"]) if marks else mark["number"] in ("1", "a")
        if follows and (_BEFORE.search(before) if marks else _gives(before)):
            marks.append(mark)
    if len(marks) < 2:
        return [text]
    pieces = _cut_at(text, [mark.start() for mark in marks])
    return [*(_JOIN.sub("", piece) for piece in pieces[:-1]), pieces[-1]]


def _cut_at(text: str, places: list[int]) -> list[str]:
    pieces = (text[start:end].strip() for start, end in pairwise([0, *places, len(text)]))
    return [piece for piece in pieces if piece]


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else chr(ord(number) + 1)


def _gives(lead: str) -> bool:
    """Whether what stands before the first number is a wish that ends in its verb."""
    last = next(reversed(sentences(lead)), "")
    wish = last[max(0, last.lower().rfind("please")) :]
    return bool(_GIVING.search(lead)) and bool(asks_for(wish) or _MAY_I.match(last))
