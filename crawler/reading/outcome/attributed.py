"""Which sentence of a reply speaks of which question: by its own words, its mark, or the heading above it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from crawler.reading.outcome.decision import NCND, NOT_HELD, REFUSED, says
from crawler.reading.pages.tables import Rows, split_row
from crawler.reading.questions.groups import group_of
from crawler.reading.questions.question_refs import named, shared_group
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.signals import guarded
from crawler.reading.sentences.statements import mark_of, statements, unmarked

_MANY = 300  # answers: no letter has more, and each line is held against all of them
_LABEL = 8  # words at most before an answer in its line
_HEADING = re.compile(
    r"(?:response (?:to )?|answer (?:to )?|re:? )?(?:questions?|q|requests?|part)\s?\d[\w ,&–-]{0,30}\W{0,3}", re.I
)
_MARKS = re.compile(
    r"\(?(?P<all>(?:q\s?)?\d{1,2}[a-z]?[).:]?(?:,? ?(?:,|and|&|to|[–-]) ?\(?(?:q\s?)?\d{1,2}[a-z]?[).:]?)+)(?=\s|$)",
    re.I,
)
_BRACKET = re.compile(r"[().:q]", re.I)
_GENERAL = re.compile(
    r"(?:under|in accordance with|by virtue of|pursuant to) s(?:ection)?\.? ?1[67]\b|please note|in addition"
    r"|this (?:letter|response|notice)|for your information"
    r"|i hope|section \d|if you|further(?:more)?,|finally|as a gesture",
    re.I,
)
_JOINTS = 4  # of a sentence that are tried: no more stand in one that a person wrote
_JOINT = re.compile(r"[;:] | (?:but|while|whereas|although|whilst|however) |, (?:and|while|but) ", re.I)
_BUT = guarded(
    r"\b(?:apart from|except(?:ing|ion of)?(?: for)?|save for|other than|but not|excluding)\b(?=[^.;]{0,60}\d"
    r"|[^.;]{0,60}point)",
    re.I,
)
# What was not named before: `I can release the answer to question 1. The remainder is withheld.`
_REST = re.compile(r"\W*(?:however,? |but )?(?:the (?:remainder|rest|balance)|everything else|all else)\b", re.I)
# A heading that decides as well, and no sentence: `Question 3 – refused`, `Section 31: point 2`.
_APART = re.compile(r"\s[–—-]\s|:\s")
_KEPT = frozenset((REFUSED, NOT_HELD, NCND))


class Told(NamedTuple):
    """A sentence and the questions that it speaks of, none when of the whole; `but`: it speaks of all but these."""

    names: tuple[str, ...]
    sentence: str
    but: bool = False


class Block(NamedTuple):
    """A line in its sentences, or a table in its rows; `under`: the questions that the words above a table name."""

    told: tuple[Told, ...] = ()
    rows: Rows = ()
    under: tuple[str, ...] = ()


class _Above(NamedTuple):
    """The questions of the heading above a line, and of the words right above it, of which a table would be.

    `is_heading`: the heading is what stands right above.
    """

    heading: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    is_heading: bool = False


def attributed(lines: Sequence[str], known: Sequence[str], answers: Mapping[str, str]) -> Iterator[Block]:
    """Line by line each sentence with the questions it names, or that the heading above it names; and the tables.

    Left out are questions, and the lines that end with one of `answers`, by number, which were read before.
    """
    read = dict(islice(((number, text) for number, text in answers.items() if text), _MANY))
    above = _Above()
    for in_table, some in groupby(lines, _is_row):
        if in_table:
            rows = [*some]
            above = above._replace(last=_own(rows[0], known, read) or above.last)
            yield Block(rows=tuple(map(split_row, rows)), under=above.last or above.heading)
            continue
        for line in some:
            told, above = _of_line(line, known, read, above)
            if told:
                yield Block(tuple(told))


def _is_row(line: str) -> bool:
    return len(split_row(line)) > 1


def _of_line(
    line: str, known: Sequence[str], answers: Mapping[str, str], above: _Above
) -> tuple[Sequence[Told], _Above]:
    """What a line says of the questions, and what then stands above the next one."""
    if not line:
        return (), above._replace(is_heading=False)
    if is_question(line) or line.endswith(tuple(answers.values())):
        own = _own(line, known, answers) if answers else ()
        # An answer to another question ends what stands under a heading.
        goes_on = all(name in above.heading or group_of(name) in above.heading for name in own)
        return _in_line(_before(line, answers.values()), known, ()), _Above(above.heading if goes_on else (), own)
    group = shared_group(above.heading)
    if _heads(line, known, group):
        names = tuple(named(line, known, group))
        if not says(line):
            return (), _Above(names, is_heading=True)
        # One below another they are a list, `Section 40 – question 2`, and head nothing.
        return (Told(names, line),), _Above(() if above.is_heading else names, is_heading=True)
    heading = _now_under(line, known, above, group)
    told = _in_line(line, known, heading)
    last = told[-1].names if told and not told[-1].but else ()
    return told, _Above(heading, last or (above.last if told and _is_title(line) else ()))


def _own(line: str, known: Sequence[str], answers: Mapping[str, str]) -> tuple[str, ...]:
    """The number of the answer that the line ends with, for a table below it; all of `Questions 1 to 3. By year:`."""
    marks = _MARKS.match(line)
    if marks and (names := named("questions " + _BRACKET.sub("", marks["all"]), known)):
        return tuple(names)
    mark = mark_of(line)
    if mark in known:
        return (mark,)
    found = tuple(n for n, text in answers.items() if line.endswith(text))
    shared = named(line.removesuffix(answers[found[0]]), known) if len(found) > 1 else ()
    return tuple(n for n in found if n in shared) or found[:1]


def _before(line: str, answers: Collection[str]) -> str:
    """What a line says before the answer that it ends with, when that is more than a number and a heading."""
    ends = [len(text) for text in answers if line.endswith(text)]
    before = line[: -max(ends)] if ends else ""
    return before if len(before.split()) > _LABEL else ""


def _is_title(line: str) -> bool:
    return len(line.split()) <= 12 and not line.rstrip().endswith((".", ";"))


def _now_under(line: str, known: Sequence[str], above: _Above, group: str) -> tuple[str, ...]:
    if marks := _MARKS.match(line):
        return tuple(named("questions " + _BRACKET.sub("", marks["all"]), known, group)) or above.heading
    mark = mark_of(line)
    if mark in known:
        return (mark,)
    ends = above.heading and not above.is_heading and _GENERAL.match(unmarked(line))
    return () if ends else above.heading


def _in_line(line: str, known: Sequence[str], under: Sequence[str]) -> list[Told]:
    """A sentence that names no question goes with the one before it in the line."""
    of, group = tuple(under), shared_group(under)
    told: list[Told] = []
    for sentence, names in (clause for whole in statements(line) for clause in _clauses(whole, known, group)):
        if names and (left_out := _left_out(sentence, known, group)):
            told.append(Told(left_out, sentence, but=True))
            continue
        if names or (mark := mark_of(sentence)) in known:
            of = tuple(names) or (mark,)
        elif of and _REST.match(sentence) and says(sentence) & _KEPT:
            of = ("*",)
        told.append(Told(of, sentence))
    return told


def _clauses(sentence: str, known: Sequence[str], group: str) -> list[tuple[str, list[str]]]:
    """Each half of a sentence that says one thing of one question and another of another, or else the whole; with the
    questions that it names.
    """
    names = named(sentence, known, group)
    for joint in islice(_JOINT.finditer(sentence), _JOINTS) if names else ():
        first, second = sentence[: joint.start()], sentence[joint.end() :]
        if (one := named(first, known, group)) and (other := named(second, known, group)) and not set(one) & set(other):
            return [(first, one), *_clauses(second, known, group)]
    return [(sentence, names)]


def _left_out(sentence: str, known: Sequence[str], group: str) -> tuple[str, ...]:
    """The questions that a sentence on the whole leaves out: `all is given, apart from question 5`."""
    but = _BUT.search(sentence)
    if but is None or named(sentence[: but.start()], known, group):
        return ()
    found = named(sentence[but.start() :], known, group)
    return tuple(found) if len(found) < len(known) else ()


def _heads(line: str, known: Sequence[str], group: str) -> bool:
    """Whether the line only names questions, for the lines below it."""
    if _HEADING.fullmatch(line.strip()):
        return True
    short = not line.rstrip().endswith((".", ";", ")")) and len(line.split()) <= 14
    return short and bool(named(line, known, group)) and (not says(line) or bool(_APART.search(line)))
