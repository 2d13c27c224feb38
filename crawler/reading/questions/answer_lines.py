"""The lines of a reply, cut and labelled so that each holds the answer to one question, with its number in digits."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from crawler.reading.questions.groups import answers_group, heads_group
from crawler.reading.questions.list_numbers import in_digits
from crawler.reading.questions.numbers_of_the_rest import with_points
from crawler.reading.questions.own_numbers import of_answers
from crawler.reading.questions.question_numbers import PLACES

_INLINE = re.compile(
    r"(?:^|(?<=[.;:?!] ))(?:as (?:to|for|regards) )?(?:(?:q|questions?|points?|parts?|items?|answers?) ?)?[(\[]?"
    r"(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})[/).:\]]\.? (?=\S)",
    re.I,
)
_SIGNS = ("/ ", ") ", ". ", ": ", "] ")  # one behind each number
# Numbers that nothing marks off from the answer before them: `1. 46 2. None 3. £9`, `Q1 46, Q2 none`.
_RUN_ON = re.compile(
    r"(?<!\S)(?:(?:q|a|questions?|answers?|points?) ?(?P<named>\d{1,2}[a-h]?)[.):,]?"
    r"|[(\[]?(?P<bare>\d{1,2}[a-h]?)[.):\]]+)"
    r"\s(?=\S)",
    re.I,
)
# `In short: 1. 26, 2. none`
_LED = re.compile(r": [(\[]?(?P<number>\d{1,2}[a-h]?)[.):\]]+\s(?=\S)", re.I)
_NTHS = "|".join(PLACES)
_ORDINAL = re.compile(
    r"(?:for|as (?:to|for|regards)|on|to|with regard to|concerning|taking|turning to|regarding"
    r"|in (?:answer|response|reply) to) (?:your|the) "
    rf"(?P<nth>{_NTHS})(?: (?:of (?:these|those)|one|question|point|part|bullet|request|item|query|matter))?"
    r"(?: the answer is|,|:| [–-]) ?(?=\S)"
    rf"|(?:(?:your|the) )?(?P<head>{_NTHS}) (?:question|point|part|bullet|request|item|query)(?::| ?[–-](?= )|$) ?",
    re.I,
)
_HEADED = re.compile(r"(?:[^\W\d]+ ){0,3}(?:answers?|response|reply):\s+(?=\(?q?\d{1,2}[).: ]|\([a-z]{1,3}\) )", re.I)

# `We cannot let you have (iii). The files are closed`: the sentence names the question, and those behind it answer.
_NAMED_LAST = re.compile(r"(?:[\w'’]+ ){2,9}(?:\((?P<mark>[a-z]|[ivx]{1,4})\)|(?P<capital>[B-H]))\. (?=[A-Z])")


def one_each(lines: Sequence[str], known: Sequence[str], *, grouped: bool = False) -> list[str]:
    """The lines, each cut before the numbers of questions within it. `known`: these numbers, in order.

    `grouped`: the questions are those of several requests, so that `Second request:` numbers none of them.
    """
    numbered = with_points(of_answers(in_digits(lines), known), known)
    own = [
        line if grouped and (heads_group(line) or answers_group(line)) else _counted(_named_last(line, known))
        for line in numbered
    ]
    cut = [piece for line in own for piece in _pieces(line, known)]
    opened = [at for at, line in enumerate(cut) if (mark := _RUN_ON.match(line)) and _number(mark) in known]
    if known and not opened:
        led = [(at, mark) for at, line in enumerate(cut) if (mark := _LED.search(line))]
        opened = [at for at, mark in led if mark["number"].lower() == known[0]]
    if len(opened) == 1 and len(known) > 1:
        cut[opened[0] : opened[0] + 1] = _run_on(cut[opened[0]], known)
    return cut


def _counted(line: str) -> str:
    """The line with the number of the question that it speaks of in words: `As to the second point, none.`"""
    if found := _ORDINAL.match(line):
        return f"Question {PLACES.index((found['nth'] or found['head']).lower()) + 1}: {line[found.end() :]}".strip()
    return line[found.end() :] if (found := _HEADED.match(line)) else line


def _named_last(line: str, known: Collection[str]) -> str:
    named = _NAMED_LAST.match(line)
    number = (named["mark"] or named["capital"]).lower() if named else ""
    return f"As to ({number}), {line[named.end() :]}" if named and number in known else line


def _pieces(line: str, known: Sequence[str]) -> list[str]:
    """A line that answers several numbers one after another, cut before each: `a/ 143. b/ 17 failed.`"""
    # The figures of a row are none of its answers' numbers.
    if line[:1] == "|" or sum(map(line.count, _SIGNS)) < 2:
        return [line]
    marks: list[re.Match[str]] = []
    for mark in (one for one in _INLINE.finditer(line) if one["number"].lower() in known):
        adjacent = bool(marks) and marks[-1].end() == mark.start()
        # Of two numbers side by side one is an answer: `3. 2. One was appealed`, or the second of `Upheld: 3. 3. None`.
        if adjacent and marks[-1]["number"] == mark["number"]:
            marks[-1] = mark
        elif not adjacent:
            marks.append(mark)
    # Figures stand between the words of one answer, and in no order: `Essex: 2. Kent: 1.`
    order = list(known)
    places = [order.index(mark["number"].lower()) for mark in marks]
    counts = all(here < there for here, there in pairwise(places))
    return _at(line, [mark.start() for mark in marks]) if len(marks) > 1 and counts else [line]


def _run_on(line: str, known: Sequence[str]) -> list[str]:
    """The one line that bears a number, cut where it goes on with the numbers of all the questions, in order."""
    places: list[int] = []
    for mark in _RUN_ON.finditer(line):
        if len(places) < len(known) and _number(mark) == known[len(places)]:
            places.append(mark.start())
    return _at(line, places) if len(places) == len(known) else [line]


def _number(mark: re.Match[str]) -> str:
    return (mark["named"] or mark["bare"]).lower()


def _at(line: str, places: Sequence[int]) -> list[str]:
    cuts = [0, *(place for place in places if place), len(line)]
    return [line[start:end].strip(" ;,") for start, end in pairwise(cuts)]
