"""Whose words each line of a letter is: its head's, the requester's or the force's, by a sum of weights.

Forces head their letters in their own ways or not at all, but a request sounds unlike its answer. The classes of
words, the beginnings and the weights are in voices.toml; a word counts by its class and by itself.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import chain
from math import exp, fsum, log

from crawler.reading.letters import phrases
from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import is_title
from crawler.reading.questions.questions import ITEM, is_question
from crawler.reading.sentences.rows import rows

Odds = tuple[float, float, float]

HEAD, ASKER, FORCE = range(3)
_DATA = tomllib.loads(files(__package__).joinpath("voices.toml").read_text("utf-8"))
_OPENS = tuple((f"opens-{name}", re.compile(pattern)) for name, pattern in _DATA["opens"].items())
_PAIRS: dict[str, dict[str, str]] = {}
for _pair in _DATA["together"]["pairs"]:
    _PAIRS.setdefault(_pair.split()[0], {})[_pair.split()[1]] = _pair
_FIRSTS = frozenset(_PAIRS)
_WEIGHTS: dict[str, Odds] = {name: (row[0], row[1], row[2]) for name, row in rows(_DATA["weights"]["rows"], 3)}
_NOTHING: Odds = (0.0, 0.0, 0.0)
_WORD = re.compile(r"[a-z][\w'-]*")
_STEM = 7  # letters by which a word is known
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CITES = re.compile(r"\bs(?:ections?|s)?\.? ?\d+[a-z]? ?\(\d")
_SIGNS = re.compile(r"\W")
_DIGIT = re.compile(r"\d")
_LONGEST = 2000  # characters of a line that are looked at
_SURELY = -1.5  # below it one has not said the line, above it one has
_FEW, _SHORT, _OPENING, _LONG = 20, 120, 90, 240  # characters
_LEAST, _LITTLE = -4.0, -1.5  # no line decides alone, and a date or a number next to nothing


def _of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in _DATA["words"].items():
        for word in words.split():
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


_CLASSES = _of_words()


def voices(lines: Sequence[str], seen: Sequence[set[str]]) -> Iterator[Odds]:
    """For each line, with its marks, the logarithms of the chances of head, requester and force."""
    led = False
    for line, found in zip(lines, seen, strict=True):
        odds = _odds(found, _LEAST if len(line) > _FEW else _LITTLE)
        # A list goes with what leads up to it: `please would you let us know:` asks back.
        led = led and "item" in found and "asks" not in found
        yield (odds[HEAD], odds[FORCE], odds[ASKER]) if led and odds[FORCE] < odds[ASKER] else odds
        # `You asked us:` leads up to the request, `we cannot go on with it until you say:` to a list of the force.
        quotes = "asked" in found and "we cant" not in found
        led = led or ("colon" in found and not quotes and odds[ASKER] < _SURELY < odds[FORCE])


def marks(lines: Sequence[str]) -> Iterator[set[str]]:
    """What there is to see in each line: its words by class, how it begins and ends, its form, and the line above."""
    numbers: set[str] = set()
    above: set[str] = set()
    for line in lines:
        found = {"always", "row"} if line.startswith("|") else _of_line(line.strip()[:_LONGEST], numbers)
        found.update(_of_above(above) if above else ("top",))
        found.update([_PAIRS[one][other] for one in found & _FIRSTS for other in _PAIRS[one].keys() & found])
        yield found
        above = found


def _odds(found: set[str], least: float) -> Odds:
    # Exact sums, as in `wording`: the order of a set differs from one process to the next.
    head, asker, force = map(fsum, zip(_NOTHING, *map(_WEIGHTS.__getitem__, _WEIGHTS.keys() & found), strict=True))
    most = max(head, asker, force)
    total = most + log(exp(head - most) + exp(asker - most) + exp(force - most))
    return max(least, head - total), max(least, asker - total), max(least, force - total)


def _of_line(text: str, numbers: set[str]) -> set[str]:
    low = text.lower().replace("’", "'")
    words = _WORD.findall(low)
    found = {"always", *chain.from_iterable(map(_CLASSES.__getitem__, _CLASSES.keys() & words)), *_stems(words)}
    item = ITEM.match(text)
    body = low[item.end() :] if item else low
    found.update([name for name, pattern in _OPENS if pattern.match(body)])
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
    if "(" in body and _CITES.search(body):
        found.add("cites")
    if _DIGIT.search(body) and _DIGIT.search(_YEAR.sub("", body)):
        found.add("digits")
    if not item and "asks" not in found and phrases.RESPONSE_START.search(text[:_OPENING]):
        found.add("answer phrase")
    if len(text) < _SHORT:
        found.update(_of_heading(text))
    return found


def _stems(words: Sequence[str]) -> Iterator[str]:
    """Each word by its stem (`=stem`), and those that the line opens with (`^stem`, `^stem stem`)."""
    stems = [word[:_STEM] for word in words]
    yield from map("=".__add__, stems)
    for many in (1, 2):
        yield "^" + " ".join(stems[:many])


def _of_heading(text: str) -> Iterator[str]:
    if not is_furniture(text):
        # A heading that numbers what it is of says more than furniture does.
        if phrases.RESPONSE_HEADING.fullmatch(text):
            yield "answer heading"
        return
    yield "furniture"
    if phrases.RESPONSE_HEADING.fullmatch(text):
        yield "answer heading"
    elif phrases.REQUEST_HEADING.fullmatch(text):
        yield "request heading"


def _again(item: re.Match[str], numbers: set[str]) -> Iterator[str]:
    """A number that the letter has counted before: the first time it was a question's."""
    number = _SIGNS.sub("", item["number"] or item["bare"] or item["dashed"] or "").lower()
    if number in numbers:
        yield "again"
    if number:
        numbers.add(number)


def _of_above(above: set[str]) -> Iterator[str]:
    return (f"under {mark}" for mark in ("request heading", "answer heading", "colon", "title") if mark in above)
