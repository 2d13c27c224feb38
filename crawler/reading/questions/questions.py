"""The questions of a request, numbered as the requester numbered them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

from crawler.reading.questions import decimals
from crawler.reading.questions.groups import heads_group, is_group
from crawler.reading.questions.items import item_of
from crawler.reading.questions.list_numbers import in_digits
from crawler.reading.questions.numbering import ROMAN, Series
from crawler.reading.questions.wishes import asks, asks_for, leads_up, names_only, wished
from crawler.reading.questions.within import at_bullets, cut_within
from crawler.reading.sentences.sentences import sentences

Numbered = dict[str, str | None]

_HEADED = re.compile(r"(?:request|question|enquiry|query|cais|cwestiwn|q)\s?(?P<number>\d{1,2})\s*[:.–-]?", re.I)
_INLINE = re.compile(
    r"(?<![^\s(\[])(?:q(?:uestion)?\s?)?[(\[]?(?P<number>\d{1,2}|[a-z]"
    r"|[ivx]{1,4})[).:/\]] ?(?=[^\W\d])",
    re.I,
)
_SPARE = re.compile(r"[\s().]")
_SIGNS = ").:/]"  # behind such a number
_ANY_WORD = re.compile(r"\w+")
_COUNTS = {"1": tuple(map(str, range(1, 60))), "a": tuple(ascii_lowercase), "i": ROMAN}  # by their first
_INITIAL = re.compile(r"[B-Z]\. [A-Z]")
_STOPS = (".", ":", ";", ",")
_CUT = 30  # characters of a line that may be cut at a margin
_TITLE = 9  # words at most
_LED = 2  # questions at least, to which another only leads up
_BEFORE_INLINE = re.compile(
    r"(?:^|[.;:?!,–-]|\b(?:and|then|last(?:ly)?|finally|to finish))\s*[(\[]?(?:q(?:uestion)?\s?)?$", re.I
)


def is_question(line: str) -> bool:
    """Whether a line asks: it ends in a question mark, foot-note marks aside."""
    return "?" in line and line.rstrip(" *†\"'”’)").endswith("?")


@lru_cache(maxsize=128)  # of each question it is asked by several readers of answers
def words_of(text: str) -> str:
    """The words alone, in lower case, by which a repeated question is known."""
    return " ".join(_ANY_WORD.findall(text.lower()))


def questions(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """Each as {"number", "text", "parent"}: number "1", "1a" or None; parent a number or group, or None.

    A numbered question goes on until the next one, and the last with the dots of a list below it; what stands below
    the heading of a group leads up to its first question.
    """
    found: list[Numbered] = []
    waiting: list[str] = []  # lines below a numbered question, part of it if another comes
    group, series = "", Series()
    items = tuple(_items(lines))
    pointed = sum(map(bool, map(decimals.item, items))) > 1
    headed = False  # by the heading of a group, below which no question stands yet
    for text in items:
        item = item_of(text)
        if name := heads_group(text):
            headed = True
            group, series, waiting = name, Series(), []
        elif (below := decimals.item(text)) and series.goes_below(below["number"], alone=pointed):
            _extend(found, waiting)
            waiting = []
            full, parent = series.place_below(below["number"])
            found.append({"number": full, "text": _unmarked(text[below.end() :]), "parent": parent or None})
        elif item and not _is_initial(text, found):
            number = _SPARE.sub("", item["number"] or item["bare"] or item["dashed"] or "").lower()
            if not number and found and found[-1]["number"]:
                _extend(found, [*waiting, text])
                waiting = []
                continue
            if number:
                _extend(found, waiting)
            waiting, headed = [], False
            full, parent = series.place(number) if number else ("", "")
            found.append(
                {"number": full or None, "text": _unmarked(text[item.end() :]), "parent": parent or group or None}
            )
        elif found and found[-1]["number"] and not headed:
            waiting.append(text)
    if found and waiting and _goes_on(found[-1]["text"] or "", waiting[0]):
        _extend(found, waiting[:1])
    return tuple(_without_groups(_without_titles(found))) if found else _unnumbered(lines)


def _without_groups(found: Sequence[Numbered]) -> Sequence[Numbered]:
    """The questions, without their groups where the numbers run on through all of these: a number names one alone."""
    groups = {one["parent"] for one in found if is_group(one["parent"] or "")}
    numbers = [one["number"] for one in found]
    if len(groups) < 2 or None in numbers or len(set(numbers)) < len(numbers):
        return found
    return [{**one, "parent": None} if one["parent"] in groups else one for one in found]


def _goes_on(text: str, below: str) -> bool:
    """Whether the last question was cut at a margin: it has no end, and the line below goes on in lower case."""
    return not is_question(text) and text[-1:] not in (*_STOPS, ")") and below[:1].islower() and len(text) > _CUT


def _without_titles(found: Sequence[Numbered]) -> list[Numbered]:
    """The questions without those that are only the title of others: `1. Vetting` of `a. How many failed?`"""
    below: dict[str, list[str]] = {}
    for one in found:
        below.setdefault(one["parent"] or "", []).append(one["text"] or "")
    return [one for one in found if not _is_title(one["text"] or "", below.get(one["number"] or "", ()))]


def _is_title(text: str, below: Sequence[str]) -> bool:
    bare = is_question(text) or text[-1:] in _STOPS or len(text.split()) > _TITLE or asks(text)
    return bool(below) and not bare and all(is_question(one) or asks(one) for one in below)


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each cut before the numbers that count on within it: `1) How many? 2) Where? 3) Why?`"""
    for line in in_digits(lines):
        yield from _cut(line)


def _cut(text: str) -> list[str]:
    several = sum(map(text.count, _SIGNS)) > 1  # as few lines have
    marks = [
        mark
        for mark in (_INLINE.finditer(text) if several else ())
        if _BEFORE_INLINE.search(text[max(0, mark.start() - 12) : mark.start()])
    ]
    first = item_of(text)
    for start in ("1", "a", "i") if len(marks) > 1 else ():
        run: list[int] = []
        series = iter(_COUNTS[start])
        wanted = next(series)
        for mark in marks:
            if mark.group("number").lower() == wanted:
                run.append(mark.start())
                wanted = next(series, "")
        # Letters within a question of its own number are words of that question: `by (a) rank and (b) year`.
        if len(run) > 1 and (start == "1" or run[0] == 0 or not (first and first.group("number"))):
            cuts = [0, *(at for at in run if at), len(text)]
            return [piece for begin, end in pairwise(cuts) if (piece := text[begin:end].strip().rstrip("(["))]
    pieces = at_bullets(text)
    return pieces if first or len(pieces) > 1 else cut_within(text)


def _extend(found: list[Numbered], more: Sequence[str]) -> None:
    """Add to the last question the lines that go on with it."""
    if found and more:
        found[-1]["text"] = " ".join([found[-1]["text"] or "", *map(_unmarked, more)]).strip()


def _unmarked(text: str) -> str:
    """The text without the foot-note marks that a letter pasted from a form keeps at the end: `by staff?**`."""
    return text.rstrip("*†").rstrip()


def _is_initial(text: str, found: Sequence[Numbered]) -> bool:
    """Whether the letter is of a name, as in `R. Quill`: a capital that no earlier item leads up to."""
    if not _INITIAL.match(text):
        return False
    return chr(ord(text[0].lower()) - 1) not in {question["number"] for question in found}


def _asking(line: str) -> list[str]:
    """The sentences of a line that ask; what only names things may be a title where nothing on the line asks."""
    said = [sentence.strip() for sentence in sentences(line)]
    asks = [is_question(sentence) or asks_for(sentence) for sentence in said]
    return [one for one, asking in zip(said, asks, strict=True) if asking or (any(asks) and names_only(one))]


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
            found += [{"number": None, "text": _unmarked(sentence), "parent": None} for sentence in _asking(line)]
    if len(found) > _LED and not found[0]["number"] and leads_up(found[0]["text"] or ""):
        del found[0]
    return tuple(found) or tuple({"number": None, "text": _unmarked(line), "parent": None} for line in wished(lines))
