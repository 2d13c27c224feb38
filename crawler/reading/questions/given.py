"""What counts as an answer among the words under the numbers of the questions: no mere pointer, and few refusals."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat

from crawler.reading.pages.tables import split_row
from crawler.reading.questions.questions import Numbered
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals

_REFUSES = signals(
    r"\bwithh[eo]ld|\bexempt\b|\brefus(?:ed|al)|\bdeclin(?:e|ed|ing)\b|\bnot (?:being |be )?(?:released?|disclosed?"
    r"|provided|supplied)\b"
    r"|\bneither confirms?\b|\bs(?:ection)?\.? ?\d\d(?:\(\w+\))* (?:\w+ )?(?:applies|is engaged)|\bthe (?:cost"
    r"|appropriate) limit\b|\bin terms of section 12\b"
)
_POINTS = re.compile(
    r"(?:please |as |it is |this is |the (?:table|figures?) )?(?:see|refer|find|overleaf|attached|attachment|below"
    r"|above|table|spreadsheet|shown|set out|gives?)\b|(?:the )?(?:figures?|answers?|details|totals?"
    r"|numbers?|results?) (?:are|is) (?:as follows|below|here|given|shown|set out|in)\b",
    re.I,
)
_POINTED = signals(
    r"\bas follows\b|\bhere\W*$|"
    r"\b(?:attach\w+|below|above|table|grid|spreadsheet|tab|sheet|overleaf|file|document|appendix|annex|workbook"
    r"|\w+\.(?:xlsx?|pdf|csv|docx?|ods))\b"
)
# One sentence that only leads up to what stands below it.
_LEADS_UP = re.compile(
    r"[^.]+\b(?:is|are|was|were) (?:\w+ ){0,2}?(?:as (?:follows|below|shown(?: \w+)?)|tabulated(?: \w+)?"
    r"|(?:set out|shown|given|listed|set down)"
    r" (?:here|below|beneath|(?:in|by) (?:the|this) (?:table|grid))"
    r"|in the (?:table|grid|spreadsheet|attachment)\b[^.,;]{0,40})\s?[.:]?",
    re.I,
)
VALUE = re.compile(
    r"\W*(?:£ ?)?\d|(?:yes|no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fewer"
    r"|less|approximately)\b",
    re.I,
)

_COLUMNS = "    "  # between the cells of a table that is typed
_NOTHING = ("refused", "ncnd", "not_held")
_HEADS = 5  # words of the heading of a table, at most
_SHORT = 20  # characters of a line that says nothing by itself


def in_pairs(pairs: Sequence[tuple[str, str]], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The answers of a reply in which questions and answers take turns; the first under each number.

    Questions without numbers are known by their place, when each has its turn. Where some bear a number, the words
    under the others are no answers of their own.
    """
    if not any(number for number, _ in pairs):
        places = len(pairs) == len(asked)
        names = [question["number"] or str(at) for at, question in enumerate(asked, 1)] if places else repeat(None)
        return tuple({"number": name, "text": text} for name, (_, text) in zip(names, pairs, strict=False))
    found: dict[str, Numbered] = {}
    for number, text in pairs:
        if number:
            found.setdefault(number, {"number": number, "text": text})
    return tuple(found.values())


def numbered(given: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Those that bear a number."""
    return tuple(answer for answer in given if answer["number"])


def stated(
    given: Sequence[Numbered],
    outcomes: Mapping[str, str] | None = None,
    lines: Sequence[str] = (),
    *,
    listed: bool = False,
    placed: bool = False,
) -> tuple[Numbered, ...]:
    """The answers that state something: not `see the table below`, nor a refusal that other places tell.

    `outcomes`: what became of each question; where one is known it tells whether the answer refuses. What was refused
    is told by it and by the citations; the refusal is the answer where it stands by itself among `lines`, as a
    paragraph below the number, or in a list of the numbers (`listed`) as a sentence under its own number alone.
    Where to look, the tables and the attachments tell. Of questions without numbers (`placed`) only what is given is
    an answer: nobody would look for a refusal under a number that nobody wrote.
    """
    became = outcomes or {}
    given = [one for one in given if not (placed and became.get(one["number"] or "") in _NOTHING)]
    apart = tuple(line for line in lines if len(line) > _SHORT)
    times = Counter(one["text"] or "" for one in given)
    own = {text for text, many in times.items() if listed and not text[:1].islower() and _each(text, many, lines)}
    above = _above_tables(lines)
    before = [{**one, "text": _before_table(one["text"] or "", above)} for one in given]
    # What leads up to a table that answers several questions is the answer to none of them.
    given = [new for new, one in zip(before, given, strict=True) if new == one or times[one["text"] or ""] == 1]
    shared = {text for text, many in times.items() if many > 1 and not VALUE.match(text) and _heads_table(text, above)}
    given = [one for one in given if one["text"] not in shared]
    found = ((one, one["text"] or "", became.get(one["number"] or "", "")) for one in given)
    return tuple(one for one, text, outcome in found if _states(text, outcome, text in own or text.startswith(apart)))


def _each(text: str, many: int, lines: Sequence[str]) -> bool:
    """Whether a text that is the answer to several questions is written out under each of them."""
    return many == 1 or sum(line.endswith(text) for line in lines) == many


def _above_tables(lines: Sequence[str]) -> list[str]:
    """The lines that stand right above a table."""
    return [line for line, below in pairwise(lines) if _is_row(below) and not _is_row(line) and len(line) > _SHORT]


def _heads_table(text: str, above: Sequence[str]) -> bool:
    """Whether the line with which a text ends stands right above a table."""
    return any(line.endswith(text) or text.endswith(line) for line in above)


def _is_row(line: str) -> bool:
    return len(split_row(line)) > 1


def _before_table(text: str, above: Sequence[str]) -> str:
    """An answer without the sentence that leads up from it to a table: `Nine. The allegations were as follows:`

    A sentence with an end of its own only right above the table: elsewhere it says where to find more.
    """
    first, last = sentences(text)[:-1], sentences(text)[-1:]
    leads = bool(first) and _leads_up(last[0].strip()) and (text[-1] != "." or _heads_table(text, above))
    return "".join(first).rstrip() if leads else text


def _leads_up(sentence: str) -> bool:
    """Whether a sentence only leads up to what stands below it: `By rank:`, `The sums, without VAT, are`."""
    heads = sentence.endswith(":") and len(sentence.split()) <= _HEADS
    return heads or sentence.endswith((" is", " are", " was", " were")) or bool(_LEADS_UP.fullmatch(sentence))


def _states(text: str, became: str, own: bool) -> bool:
    """`own`: what stands there is the answer to this question even where it refuses."""
    refuses = became in ("refused", "ncnd")
    if split_row(text) or _COLUMNS in text:
        return False
    if not refuses and VALUE.match(text):
        return True
    length = len(text.split())
    points = _POINTS.match(text) and (_POINTED.search(text) or length < 5) and length < 25
    leads_up = points or (_leads_up(text) and len(sentences(text)) == 1)
    refuses = refuses or (not became and bool(_REFUSES.search(text)))
    return not leads_up and (own or not refuses)
