"""Which questions a sentence of a reply speaks of: `Questions 2 and 3`, `Q1-3`, `the second point`, `all questions`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.reading.questions.questions import Numbered

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LAST = ("last", "final")
_ORDINALS = (*_PLACES[:5], *_LAST)
_NOUN = r"(?:questions?|parts?|points?|items?|requests?|quer(?:y|ies)|limbs?|elements?|cwestiwn|cwestiynau)"
_ONE = rf"(?:\d{{1,2}}\s?(?:\(?[a-h]\)?(?![a-z]))?|(?:{'|'.join(_WORDS)})\b|\((?:[a-h]|[ivx]{{1,4}})\)|[ivx]{{2,4}}\b)"
_JOIN = r"\s?(?:,|&|and|or|to|-|–|—|through)\s?(?:and\s)?(?:q(?:uestion)?s?\.?\s?)?"
_REF = re.compile(
    rf"\b(?=[ceilpqr])(?<!\ba )(?<!\bany )(?<!\beach )(?<!\bone )(?:{_NOUN}"
    rf"|q(?:uestion)?['’]?s?)\.?\s?(?P<list>{_ONE}(?:{_JOIN}{_ONE}(?!\d|%|,\d))*)(?!\d|/(?! )|%|,\d)"
)
# A bare number: `as for 3, no`, `the answers to 1 and 2 are`, `number 3 would`; not `on 3 May`, `for 3 years`.
_LEAD = (
    r"(?:\b(?:as (?:for|to|regards)|regarding|concerning|re|in respect of|with (?:regard|respect|reference) to"
    r"|turning to|(?:answers?|answering|reply|replies|response|respond|regard|relation|addition) to|any of"
    r"|each of|all of|both|on|for|under|to)"
    r"|\bnumbers?|\bnos?\.?)"
)
_BARE = re.compile(
    rf"{_LEAD} \(?(?P<list>{_ONE}\)?(?:{_JOIN}\(?{_ONE}(?!\d|%|,\d)\)?)*)"
    r"(?=\)?(?:[,:;.)]?$|[,:;)](?!\d)|\.\s|\s[–-]\s|\s(?:above|below|the|we|there|this|i|it|is|are|was|were|have|has|can|cannot|please"
    r"|nobody|would|will|do|does|attracts?|says?|and|but|which|respectively)\b))(?!\s(?:and|to|or)\s\d)"
)
# What every such number opens with: most lines hold none, and need no long pattern.
_MAY_BE_BARE = re.compile(rf" \(?(?:\d|(?:{'|'.join(_WORDS)})\b|\([a-hivx]|[ivx]{{2}})")
_SPARE = re.compile(r"[\s()]")
_LETTER = re.compile(rf"\b(?:{_NOUN}|q)\s?(?P<letter>[a-h])(?=[\s,.:;/–-]|$)(?! (?!is|and|we|has))")
_STEP = re.compile(rf"(?P<join>{_JOIN})?(?P<one>{_ONE})")
_SPAN = re.compile(r"\s?(?:to|-|–|—|through)\b|\s?[-–—]")
_PLACE = rf"(?:{'|'.join((*_PLACES, *_LAST))})"
_PLACED = re.compile(
    rf"\b(?P<places>{_PLACE}(?:(?:,| and|, and| or)\s(?:the |your )?{_PLACE})*)"
    rf"(?: (?P<many>{'|'.join(_WORDS[:9])}))?(?: of (?:the |your |these )?(?:\w+ )?)? ?{_NOUN}\b"
)
# `The third is refused` beside `the first two questions`: only where a place is the subject and no exemption is.
_BARE_PLACE = re.compile(
    rf"(?:^|\b(?:as (?:to|for|regards)|regarding|for|on|to|at|taking|with|answer to|respect of"
    rf"|relation to) )(?:the|your) (?P<place>{_PLACE})"
    r"(?: (?:of these|of those|one|two))?(?=[,:;]| [–-] | is\b| was\b| are\b| cannot| would| there\b| we\b"
    r"| nothing\b| no\b|$)"
    rf"|\b(?:disclos|answer|releas|provid|suppl|giv|refus|keep|hold|record|have)\w* the (?P<object>{_PLACE})(?=[.,;]|$)"
)
_NEVER_PLACE = ("absolute", "qualified", "exemption", "class", "prejudice")
_COUNT = rf"(?:(?:{'|'.join(_WORDS)}|\d{{1,2}}) )?"
_ALL = re.compile(
    rf"\b(?:all|both|each|every(?: one)?|any|either|none|neither|no)(?: of)? (?:the |these |those |your )?"
    rf"(?:other )?{_COUNT}(?:\w+ )?{_NOUN}\b(?! (?:of (?:it|them|that|this)|that|which|in which|where|about|concern))"
)
_OTHERS = re.compile(
    rf"\b(?:remaining|other)(?: {_COUNT[:-1]})?\s?{_NOUN}\b|\b(?:rest|remainder) of (?:the|your) {_NOUN}\b"
)
_GROUP = re.compile(r"(?P<group>(?:request|question set|part) \d{1,2})\b")
_IS_GROUP = re.compile(r"[A-Z][A-Z ]*\d{1,2}")
_BRACKETS = str.maketrans("[]", "()")
_NEEDED = ("question", "part", "point", "item", "request", "quer", "limb", "element", "cwesti", " q", "(q")


def keys(asked: Sequence[Numbered], given: Sequence[Numbered]) -> tuple[str, ...]:
    """The names of the questions, as answers bear them: `1`, `2b`, `REQUEST 2 Q1`; unnumbered ones by their place."""
    found = []
    for place, question in enumerate(asked, 1):
        number, parent = question["number"], question.get("parent") or ""
        if number and _IS_GROUP.fullmatch(parent):
            found.append(f"{parent} Q{number}")
        elif number or not given:
            found.append(number or str(place))
    return tuple(dict.fromkeys([*found, *(answer["number"] for answer in given if answer["number"])]))


def texts_of(asked: Sequence[Numbered]) -> dict[str, str]:
    """The text of each question that bears a number, by its name."""
    return {keys((question,), ())[0]: question["text"] or "" for question in asked if question["number"]}


def named(sentence: str, known: Sequence[str], group: str = "") -> list[str]:
    """The keys among `known` that the sentence names; every number that it names when none is known.

    `*` stands for the others, of which nothing was said. `group`: the request, of several, that it stands under.
    """
    return list(_named(sentence, tuple(known), group))


@lru_cache(maxsize=512)  # each sentence is asked about from many sides
def _named(sentence: str, known: Sequence[str], group: str) -> Sequence[str]:
    low = _low(sentence)
    bare = _BARE.search(low) if known and _MAY_BE_BARE.search(low) else None
    if not (bare or any(map(low.__contains__, _NEEDED)) or low[:1] == "q" or any(map(low.__contains__, _ORDINALS))):
        return []
    if any(" Q" in key for key in known):
        return _in_groups(low, known, group)
    wanted = _numbers(low)
    if known and _ALL.search(low) and not wanted:
        return ["*"] if " other " in low else list(known)
    if known and not wanted and _OTHERS.search(low):
        return ["*"]
    return list(dict.fromkeys(key for number in wanted for key in _matching(number, known)))


def _low(sentence: str) -> str:
    low = sentence.lower()
    return low.translate(_BRACKETS) if "[" in low else low


def speaks_of_one(sentence: str) -> bool:
    """Whether a sentence names a question by its number or its place."""
    return bool(_numbers(_low(sentence)))


def group_of(names: Sequence[str]) -> str:
    """The group of the keys, as `REQUEST 2` of `REQUEST 2 Q1`, when they are all of one; else empty."""
    groups = {name.partition(" Q")[0] for name in names if _IS_GROUP.match(name)}
    return groups.pop() if len(groups) == 1 else ""


def _in_groups(low: str, known: Sequence[str], group: str) -> list[str]:
    marks = [*_GROUP.finditer(low)]
    starts = [(group, 0), *((mark["group"].upper(), mark.end()) for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(low)]
    found: list[str] = []
    for (name, start), end in zip(starts, ends, strict=True):
        own = [f"{name} Q{number}" for number in _numbers(low[start:end])] if name else []
        found += [key for key in own if key in known]
        if not own and start and _has(name, known):
            found.append(name)
    return found


def _has(group: str, known: Sequence[str]) -> bool:
    return any(key.startswith(group) for key in known)


def _matching(number: str, known: Sequence[str]) -> list[str]:
    """The question itself, or its parts when only these are known; a number is its own when nothing is."""
    if number.startswith("#"):
        tops = list(dict.fromkeys(_top(key) for key in known))
        place = int(number[1:])
        return _matching(tops[place], known) if place < len(tops) else []
    if not known or number in known:
        return [number]
    return [key for key in known if re.fullmatch(rf"{re.escape(number)}[a-z]{{1,4}}", key)]


def _top(key: str) -> str:
    found = re.match(r"\d+", key)
    return found.group() if found else key


def _numbers(low: str) -> list[str]:
    """The numbers, letters and places (`#0` the first, `#-1` the last) that follow or precede a word for a question."""
    found: list[str] = []
    for ref in list(_REF.finditer(low)) or _BARE.finditer(low):
        for step in _STEP.finditer(ref["list"]):
            one = _SPARE.sub("", step["one"])
            one = str(_WORDS.index(one) + 1) if one in _WORDS else one
            if step["join"] and _SPAN.match(step["join"]):
                found += _between(found[-1], one) if found else []
            found.append(one)
    found += [ref["letter"] for ref in _LETTER.finditer(low)]
    return list(dict.fromkeys([*found, *_placed(low)]))


def _placed(low: str) -> list[str]:
    if not any(map(low.__contains__, _ORDINALS)):
        return []
    found: list[str] = []
    for ref in _PLACED.finditer(low):
        places = re.findall(_PLACE, ref["places"])
        many = _WORDS.index(ref["many"]) + 1 if ref["many"] else 1
        if many > 1 and len(places) == 1:
            found += _run(places[0], many)
        else:
            found += [f"#{_at(place)}" for place in places]
    if not found and not any(word in low for word in _NEVER_PLACE):
        found = [f"#{_at(ref['place'] or ref['object'])}" for ref in _BARE_PLACE.finditer(low)]
    return found


def _run(place: str, many: int) -> list[str]:
    """`The first two` and `the last three`."""
    return (
        [f"#{-step}" for step in range(many, 0, -1)] if place in _LAST else [f"#{_at(place) + n}" for n in range(many)]
    )


def _at(place: str) -> int:
    return -1 if place in _LAST else _PLACES.index(place)


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and int(last) - int(first) < 40:
        return [str(number) for number in range(int(first) + 1, int(last))]
    return []
