"""Whose words each line of a letter is: its head's, the requester's or the force's, by a sum of weights.

Forces head their letters in their own ways or not at all, but a request sounds unlike its answer. What the words of
its sentences weigh is in weighed.py; beside them the form of a line counts, and what stands above it.
"""

import re
from collections.abc import Iterator, Sequence
from math import exp, fsum, log

from crawler.reading.letters import phrases
from crawler.reading.letters.edges import is_decided, wishes
from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import is_title
from crawler.reading.questions.groups import answers_group, heads_group
from crawler.reading.questions.items import item_of
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.leaning import KINDS, leanings
from crawler.reading.sentences.statements import statements
from crawler.reading.sentences.weighed import TABLES, weighed

Odds = tuple[float, float, float]

HEAD, ASKER, FORCE = range(3)
FORM = "@"  # before the name of a form of lines, among the weights
_FIGURE = re.compile(r"(?:\D+|\b(?:19|20)\d\d\b)*+\d")  # a digit that is of no year
_CITES = re.compile(r"\bs(?:ections?|s)?\.? ?\d+[a-z]? ?\(\d")
_OF_BOTH = re.compile(r"\b(?:and|&) (?:our |the )?(?:answers?|responses?|repl(?:y|ies))\b", re.I)
_UNDER = {mark: f"under {mark}" for mark in ("request heading", "answer heading", "heading of both", "colon", "title")}
_SIGNS = re.compile(r"\W")
_LONGEST = 2000  # characters of a line that are looked at
_SURELY = -1.5  # below it one has not said the line, above it one has
_LIKELY = 0.5
_PENDING = KINDS.index("pending")
_FEW, _SHORT, _OPENING, _LONG = 20, 120, 90, 240  # characters
_NOTHING: Odds = (0.0, 0.0, 0.0)
_LEAST, _LITTLE = -4.0, -1.5  # no line decides alone, and a date or a number next to nothing


def voices(lines: Sequence[str], seen: Sequence[set[str]] | None = None) -> Iterator[Odds]:
    """For each line the logarithms of the chances of head, requester and force; `seen`: its forms() where known."""
    led = back = asked = False
    for line, found in zip(lines, forms(lines) if seen is None else seen, strict=True):
        odds = _odds(line, found)
        # `Request and answer` heads what the force says of both, unless that asks.
        if "under heading of both" in found and not ("item" in found or "asks" in found or wishes(line)):
            odds = (0.0, _LEAST, odds[FORCE])
        # A list goes with what leads up to it: `please would you let us know:` asks back.
        back = back and "item" in found
        led = back or (led and "item" in found and "asks" not in found)
        yield (odds[HEAD], odds[FORCE], odds[ASKER]) if led and odds[FORCE] < odds[ASKER] else odds
        asked = asked or (odds[ASKER] == max(odds) and not led)
        sure = odds[ASKER] < _SURELY < odds[FORCE]
        led = led or ("colon" in found and sure)
        # Below a request a force that needs to know more asks, too.
        back = back or (asked and sure and _puts_off(line))


def forms(lines: Sequence[str]) -> Iterator[set[str]]:
    """What there is to see in each line beside its words: how it begins and ends, its form, and the line above."""
    numbers: set[str] = set()
    groups: set[str] = set()
    above: set[str] = set()
    for line in lines:
        found = {"row"} if line.startswith("|") else _of_line(line.strip()[:_LONGEST], numbers, groups)
        found.update([_UNDER[mark] for mark in above.intersection(_UNDER)] if above else ("top",))
        yield found
        above = found


def _odds(line: str, found: set[str]) -> Odds:
    rows = list(filter(None, map(TABLES["voices"].get, map(FORM.__add__, found))))
    if not line.startswith("|"):
        rows += [weighed(sentence, "voices") for sentence in statements(line)]
    # Exact sums: the order of a set differs from one process to the next.
    head, asker, force = map(fsum, zip(_NOTHING, *rows, strict=True))
    most = max(head, asker, force)
    total = most + log(exp(head - most) + exp(asker - most) + exp(force - most))
    least = _LEAST if len(line) > _FEW else _LITTLE
    return max(least, head - total), max(least, asker - total), max(least, force - total)


def _puts_off(line: str) -> bool:
    # Of what weighs nothing for it no more than a half can.
    return any(weighed(one, "leaning")[_PENDING] > 0 and leanings(one)["pending"] > _LIKELY for one in statements(line))


def _of_line(text: str, numbers: set[str], groups: set[str]) -> set[str]:
    found = {"line"}
    item = item_of(text)
    body = text[item.end() :] if item else text
    if item:
        found.update(("item", *_again(item, numbers)))
    elif is_title(text):
        found.add("title")
    if len(text) > _LONG:
        found.add("long")
    if text.endswith(":"):
        found.add("colon")
    if "?" in text:
        found.add("asks" if is_question(text) else "asks within")
    if "(" in body and _CITES.search(body.lower()):
        found.add("cites")
    if _FIGURE.match(body):
        found.add("digits")
    may_answer = not item and "asks" not in found and phrases.RESPONSE_START.search(text)
    if may_answer and (phrases.RESPONSE_START.search(text[:_OPENING]) or is_decided(text)):
        found.add("answer phrase")
    if len(text) < _SHORT:
        found.update(_of_heading(text), _of_group(text, numbers, groups))
    return found


def _of_heading(text: str) -> Iterator[str]:
    furniture = is_furniture(text)
    if furniture:
        yield "furniture"
    # A heading that numbers what it is of says more than furniture does.
    if phrases.heads_response(text):
        yield "answer heading"
    elif furniture and phrases.REQUEST_HEADING.fullmatch(text):
        yield "heading of both" if _OF_BOTH.search(text) else "request heading"


def _of_group(text: str, numbers: set[str], groups: set[str]) -> Iterator[str]:
    """Of several requests each is named above its questions, and a second time above its answers."""
    name = heads_group(text)
    if name in groups or answers_group(text):
        yield "answer heading"
    elif name:
        numbers.clear()  # in each they begin again
        groups.add(name)


def _again(item: re.Match[str], numbers: set[str]) -> Iterator[str]:
    """A number that the letter has counted before: the first time it was a question's."""
    number = _SIGNS.sub("", item["number"] or item["bare"] or item["dashed"] or "").lower()
    if number in numbers:
        yield "again"
    if number:
        numbers.add(number)
