"""The questions of a request, numbered as the requester numbered them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crawler.reading.questions.list_numbers import BULLETS, in_digits
from crawler.reading.questions.numbering import ROMAN, Series
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals

Numbered = dict[str, str | None]

_NAMES = r"q(?:uestion)?|request|point|item|query|cwestiwn|cais"
ITEM = re.compile(
    rf"(?:(?:{_NAMES})\s*\.?\s*)?[(\[]?(?P<number>\d{{1,2}}\s?[a-z]?[ivx]{{0,4}}"
    rf"|\d{{1,2}}[.)]?\s?\(?[a-z]{{1,3}}(?=\)[^\w]?\s)|[a-z]"
    rf"|[ivx]{{1,4}})"
    r"\s?[.):/\]](?!\d)\s*(?=\S)"
    r"|q(?:uestion)?\s?(?P<bare>\d{1,2}[a-z]?)(?!\s*(?:response|answer))\s*(?:[–-]\s*|\s)(?=\w)"
    rf"|(?:(?:{_NAMES}|part)\s)?(?P<dashed>\d{{1,2}})\s[–—-]\s(?=[A-Z])"
    rf"|(?P<bullet>[{BULLETS}])\s+(?=\w)",
    re.I,
)
GROUP = re.compile(r"(?P<group>(?:request|question set|part)\s+\d{1,2})\s*[:–-]?\s*", re.I)
_HEADED = re.compile(r"(?:request|question|cais|cwestiwn|q)\s?(?P<number>\d{1,2})\s*[:.–-]?", re.I)
_INLINE = re.compile(
    r"(?:^|(?<=[\s(\[]))(?:q(?:uestion)?\s?)?[(\[]?(?P<number>\d{1,2}|[a-z]"
    r"|[ivx]{1,4})[).:\]] ?(?=[^\W\d])",
    re.I,
)
_BEFORE_INLINE = re.compile(r"(?:^|[.;:?!,–-]|\band)\s*[(\[]?(?:q(?:uestion)?\s?)?$", re.I)
_WISH = re.compile(
    r"(?:please|(?:can|could|would) (?:you|i)|i (?:would|am|wish|want|request|seek|should)|under the (?:freedom|act)"
    r"|provide|give|list|a (?:list|copy|breakdown)|the (?:number|total)|all\b)",
    re.I,
)
_THING = re.compile(
    r"(?:for (?:each|every|all)\b[^.]*, )?(?:(?:a|an|any|all|the|every|copies|copy|details|and)\b ){1,3}(?:\w+ ){0,2}?"
    r"(?:numbers?|lists?|cop(?:y|ies)|summar(?:y|ies)|details|breakdown|correspondence|e-?mails|figures|names?|dates?"
    r"|costs?|reports?|minutes|documents?|polic(?:y|ies)|guidance|totals?|records?|letters?|logs?|papers?|amounts?|reasons?)\b"
    r"(?!(?: \w+)? (?:is|are|was|were|has|have|will|would|must|should)\b)",
    re.I,
)
_ASKS_FOR = re.compile(
    r"\W*(?:(?:and|also|further(?:more)?|in addition|finally|secondly|lastly|next),? )*(?:(?:please|kindly) (?:also "
    r"|now |then )?"
    r"(?:could you |can you |would you )?(?:tell|provide|give|supply|list|send|state|confirm|disclose|let (?:me"
    r"|us) (?:have|know)"
    r"|share|set out|say|release)\b"
    r"|(?:i|we)(?: would|['’]d| should| do)? (?:also )?(?:(?:like|wish|want|need|request|ask|seek)"
    r"|be (?:glad|grateful|pleased|obliged|interested))(?: also)? (?:to (?:know|see|have|receive|be told|be given"
    r"|be sent|request|ask|find out|obtain|learn|understand)|for|of|in|you to (?:tell|provide|give|confirm|send)"
    r"|if you (?:would|could|can|will)|a|an|any|all|the|copies|details|sight)\b)",
    re.I,
)
_MANNER = signals(
    r"\b(?:excel|csv|spreadsheet|(?:electronic|this|any|that|which) format|by e-?mail|electronic\w*|this request"
    r"|as soon as|acknowledg\w+"
    r"|section \d+|exempt\w*|clarif\w+|if (?:you|this|any|the|it|that|possible)|only provide details|do not"
    r"|answers?|response|names? (?:are|is) not)\b"
)


def is_question(line: str) -> bool:
    """Whether a line asks: it ends in a question mark, foot-note marks aside."""
    return line.rstrip(" *†\"'”’)").endswith("?")


def questions(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """Each as {"number", "text", "parent"}: number "1", "1a" or None; parent a number or group, or None.

    A numbered question goes on until the next one, and the last with the dots of a list below it.
    """
    found: list[Numbered] = []
    waiting: list[str] = []  # lines below a numbered question, part of it if another comes
    group, series = "", Series()
    for text in _items(lines):
        item = ITEM.match(text)
        if start := heads_group(text):
            group, series, waiting = start.group("group").upper(), Series(), []
        elif item and not _is_initial(text, found):
            number = re.sub(r"[\s().]", "", item["number"] or item["bare"] or item["dashed"] or "").lower()
            if not number and found and found[-1]["number"]:
                _extend(found, [*waiting, text])
                waiting = []
                continue
            if number:
                _extend(found, waiting)
            waiting = []
            full, parent = series.place(number) if number else ("", "")
            found.append(
                {"number": full or None, "text": _unmarked(text[item.end() :]), "parent": parent or group or None}
            )
        elif found and found[-1]["number"]:
            waiting.append(text)
    return tuple(found) if found else _unnumbered(lines)


def heads_group(text: str) -> re.Match[str] | None:
    """The match of GROUP where a line is nothing but the heading of a group of questions."""
    start = GROUP.match(text)
    return start if start and not text[start.end() :].strip(" .:–-") else None


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each cut before the numbers that count on within it: `1) How many? 2) Where? 3) Why?`"""
    for line in in_digits(lines):
        yield from _cut(line)


def _cut(text: str) -> list[str]:
    marks = [
        mark for mark in _INLINE.finditer(text) if _BEFORE_INLINE.search(text[max(0, mark.start() - 12) : mark.start()])
    ]
    first = ITEM.match(text)
    for start in ("1", "a", "i"):
        run: list[int] = []
        series = _successors(start)
        wanted = next(series)
        for mark in marks:
            if mark.group("number").lower() == wanted:
                run.append(mark.start())
                wanted = next(series, "")
        # Letters within a question of its own number are words of that question: `by (a) rank and (b) year`.
        if len(run) > 1 and (start == "1" or run[0] == 0 or not (first and first.group("number"))):
            cuts = [0, *(at for at in run if at), len(text)]
            return [piece for begin, end in pairwise(cuts) if (piece := text[begin:end].strip().rstrip("(["))]
    return [text]


def _successors(start: str) -> Iterator[str]:
    if start == "1":
        return iter([str(number) for number in range(1, 60)])
    return iter("abcdefghijklmnopqrstuvwxyz" if start == "a" else ROMAN)


def _extend(found: list[Numbered], more: Sequence[str]) -> None:
    """Add to the last question the lines that go on with it."""
    if found and more:
        found[-1]["text"] = " ".join([found[-1]["text"] or "", *map(_unmarked, more)]).strip()


def _unmarked(text: str) -> str:
    """The text without the foot-note marks that a letter pasted from a form keeps at the end: `by staff?**`."""
    return text.rstrip("*†").rstrip()


def _is_initial(text: str, found: Sequence[Numbered]) -> bool:
    """Whether the letter is of a name, as in `R. Quill`: a capital that no earlier item leads up to."""
    before = {question["number"] for question in found}
    return bool(re.match(r"[B-Z]\. [A-Z]", text)) and chr(ord(text[0].lower()) - 1) not in before


def _unnumbered(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """The sentences that ask; under a heading `Request 2`, all that stands there, with the heading's number."""
    found: list[Numbered] = []
    number: str | None = None
    for line in lines:
        if heading := _HEADED.fullmatch(line.strip()):
            number = heading.group("number")
        elif number and found and found[-1]["number"] == number:
            _extend(found, [line])
        elif number:
            found.append({"number": number, "text": _unmarked(line), "parent": None})
        else:
            asks = [sentence.strip() for sentence in sentences(line) if is_question(sentence) or _asks_for(sentence)]
            found += [{"number": None, "text": _unmarked(sentence), "parent": None} for sentence in asks]
    wishes = [] if found else [line for line in lines if _WISH.match(line) and not line.endswith(":")]
    # One wish is the question; among several sentences nobody can say which are wishes and which are reasons, but
    # what only names things is asked for.
    named = [line for line in lines if _THING.match(line)] if wishes else []
    only = named if len(named) > 1 else wishes[:1]
    return tuple(found) or tuple({"number": None, "text": _unmarked(line), "parent": None} for line in only)


def _asks_for(sentence: str) -> bool:
    """Whether a sentence asks for something without a question mark, and not for the manner of the answer."""
    text = sentence.strip()
    return bool(_ASKS_FOR.match(text)) and not text.endswith(":") and not _MANNER.search(text)
