"""Which questions a sentence of a reply speaks of: `Questions 2 and 3`, `Q1-3`, `the second point`, `all questions`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.reading.questions.groups import group_of, groups_in, in_group, is_group
from crawler.reading.questions.question_numbers import NOUN, WORDS, may_name, numbers
from crawler.reading.questions.questions import Numbered

_COUNT = rf"(?:(?:{'|'.join(WORDS)}|\d{{1,2}}) )?"
_ALL = re.compile(
    rf"\b(?:all|both|each|every(?: one)?|any|either|none|neither|no)(?: of)? (?:the |these |those |your )?"
    rf"(?:other )?{_COUNT}(?:\w+ )?{NOUN}\b"
    r"(?! (?:of (?:it|them|that|this)|that|which|in which|where|about|concern|received))"
)
_OF_TWO = ("both", "either", "neither")
_OTHERS = re.compile(
    rf"\b(?:remaining|other)(?: {_COUNT[:-1]})?\s?{NOUN}\b|\b(?:rest|remainder) of (?:the|your) {NOUN}\b"
)
_DIGITS = re.compile(r"\d+")
_BELOW = re.compile(r"[a-z]{1,4}|\.\d{1,2}")  # what the number of a part has behind that of its question
_BRACKETS = str.maketrans("[]", "()")


def keys(asked: Sequence[Numbered], given: Sequence[Numbered]) -> tuple[str, ...]:
    """The names of the questions, as answers bear them: `1`, `2b`, `REQUEST 2 Q1`; unnumbered ones by their place."""
    found = [_key(question) or ("" if given else str(place)) for place, question in enumerate(asked, 1)]
    return tuple(dict.fromkeys([name for name in (*found, *(answer["number"] for answer in given)) if name]))


def texts_of(asked: Sequence[Numbered]) -> dict[str, str]:
    """The text of each question that bears a number, by its name."""
    return {name: question["text"] or "" for question in asked if (name := _key(question))}


def _key(question: Numbered) -> str:
    """The name of a question that bears a number; empty for one that bears none."""
    number, parent = question["number"] or "", question.get("parent") or ""
    return in_group(parent, number) if number and parent and is_group(parent) else number


def named(sentence: str, known: Sequence[str], group: str = "") -> list[str]:
    """The keys among `known` that the sentence names; every number that it names when none is known.

    `*` stands for the others, of which nothing was said. `group`: the request, of several, that it stands under.
    """
    return list(_named(sentence, tuple(known), group))


@lru_cache(maxsize=512)  # each sentence is asked about from many sides
def _named(sentence: str, known: Sequence[str], group: str) -> Sequence[str]:
    low = _low(sentence)
    if not may_name(low, bare=bool(known)):
        return []
    if any(" " in key for key in known):
        return _in_groups(low, known, group)
    wanted = numbers(low)
    if known and not wanted and (every := _ALL.search(low)):
        # Of more than two, `both items` are some that were named before.
        some = every.group().startswith(_OF_TWO) and len(set(map(_top, known))) > 2
        return ["*"] if " other " in low else [] if some else list(known)
    if known and not wanted and _OTHERS.search(low):
        return ["*"]
    return list(dict.fromkeys(key for number in wanted for key in _matching(number, known)))


def _low(sentence: str) -> str:
    low = sentence.lower()
    return low.translate(_BRACKETS) if "[" in low else low


def shared_group(names: Sequence[str]) -> str:
    """The group of the keys, as `REQUEST 2` of `REQUEST 2 Q1`, when they are all of one; else empty."""
    groups = set(filter(None, map(group_of, names)))
    return groups.pop() if len(groups) == 1 else ""


def _in_groups(low: str, known: Sequence[str], group: str) -> list[str]:
    marks = [*groups_in(low)]
    if not marks and _ALL.search(low) and not numbers(low):
        return [key for key in known if not group or group_of(key) == group]
    starts = [(group, 0), *((name, end) for name, _, end in marks)]
    ends = [*(start for _, start, _ in marks), len(low)]
    found: list[str] = []
    for (name, start), end in zip(starts, ends, strict=True):
        own = [in_group(name, number) for number in numbers(low[start:end])] if name else []
        found += [key for key in own if key in known]
        if not own and start and _has(name, known):
            found.append(name)
    return found


def _has(group: str, known: Sequence[str]) -> bool:
    return any(group_of(key) == group for key in known)


def _matching(number: str, known: Sequence[str]) -> list[str]:
    """The question itself, or its parts when only these are known; a number is its own when nothing is."""
    if number.startswith("#"):
        tops = list(dict.fromkeys(_top(key) for key in known))
        place = int(number[1:])
        return _matching(tops[place], known) if -len(tops) <= place < len(tops) else []
    if not known or number in known:
        return [number]
    if "." in number:
        return _matching(_top(number), known)  # of a list that has no such number below its own
    return [key for key in known if key.startswith(number) and _BELOW.fullmatch(key, len(number))]


def _top(key: str) -> str:
    found = _DIGITS.match(key)
    return found.group() if found else key
