"""Two labels or headings that take turns, in whatever words, as the headings of questions and of answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crawler.reading.letters.phrases import is_title
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.questions import ITEM, is_question

_LABEL = re.compile(r"(?P<label>[^\W\d][^:|?.\d]{0,40}):(?:\s+(?P<text>\S.*))?")
_WISH = re.compile(
    r"(?:please|kindly|provide|give|list|state|(?:can|could|would|may) (?:you|i|we)|i (?:would|want|wish|need|request)"
    r"|(?:the|a|an|any|all) (?:\w+ )?(?:number|list|copy|copies|breakdown|details|names?|dates?|costs?|total)s?\b)",
    re.I,
)
_DASHED = re.compile(r"(?P<asks>.{8,}?\?)\s*[–—-]\s+(?P<gives>\S.*)")
_WORDS = 7  # of a heading, at most
Mark = tuple[int, str, str]  # the line, its label in lower case, and what follows it on the line


def headed(lines: Sequence[str]) -> list[str]:
    """The lines, such labels replaced: `You asked: How many?`, `We said: None` as under `Question 1` and `Answer`.

    Only where one of the two comes again and again before what asks, and the other always after it; labels that bear
    numbers are left as they are.
    """
    lines = _cut_at_dashes(lines)
    labelled = list(_labelled(lines))
    names = [label for _, label, _ in labelled]
    again = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    for ask, give in pairwise(again):
        marks = [mark for mark in labelled if mark[1] in (ask, give)]
        if [label for _, label, _ in marks] == [ask, give] * (len(marks) // 2) and _asking(lines, marks):
            return list(_written(lines, marks))
    return list(lines)


def _cut_at_dashes(lines: Sequence[str]) -> Sequence[str]:
    """Each answer as a line of its own, where one stands behind a dash after every question: `How many? – None`."""
    dashed = [None if is_question(line) else _DASHED.fullmatch(line.strip()) for line in lines]
    count = sum(map(bool, dashed))
    if count < 2 or count < sum("?" in line for line in lines):
        return lines
    pairs = zip(lines, dashed, strict=True)
    return [part for line, cut in pairs for part in ((cut["asks"], cut["gives"]) if cut else (line,))]


def _labelled(lines: Sequence[str]) -> Iterator[Mark]:
    for at, line in enumerate(lines):
        text = line.strip()
        if len(split_row(text)) > 1:
            continue
        if label := _LABEL.fullmatch(text):
            yield at, label["label"].lower(), label["text"] or ""
        elif is_title(text) and len(text.split()) <= _WORDS and not (ITEM.match(text) or re.search(r"\d", text)):
            yield at, text.lower(), ""


def _asking(lines: Sequence[str], marks: Sequence[Mark]) -> bool:
    """Whether what stands at the first label asks, more often than not, and what stands at the other never does."""
    texts = [text or next(iter(lines[at + 1 : at + 2]), "") for at, _, text in marks]
    asked, given = texts[::2], texts[1::2]
    if not all(texts) or any(map(is_question, given)) or any(map(ITEM.match, asked)):
        return False
    asks = [is_question(text) or bool(_WISH.match(text)) for text in asked]
    return any(map(is_question, asked)) and sum(asks) * 2 > len(asks)


def _written(lines: Sequence[str], marks: Sequence[Mark]) -> Iterator[str]:
    texts = {at: (place, text) for place, (at, _, text) in enumerate(marks)}
    for at, line in enumerate(lines):
        if at not in texts:
            yield line
            continue
        place, text = texts[at]
        yield "Answer" if place % 2 else f"Question {place // 2 + 1}"
        if text:
            yield text
