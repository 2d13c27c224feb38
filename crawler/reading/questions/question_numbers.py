"""The numbers and places by which a sentence calls questions: `2 and 3` of `Questions 2 and 3`, `the last two`."""

import re

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LAST = ("last", "final")
_ORDINALS = (*PLACES[:5], *_LAST)
NOUN = r"(?:questions?|parts?|points?|items?|requests?|quer(?:y|ies)|limbs?|elements?|cwestiwn|cwestiynau)"
_ONE = rf"(?:\d{{1,2}}\s?(?:\(?[a-h]\)?(?![a-z]))?|(?:{'|'.join(WORDS)})\b|\((?:[a-h]|[ivx]{{1,4}})\)|[ivx]{{2,4}}\b)"
_NAMED = rf"(?:\d{{1,2}}\.[1-9]\d?(?![\d%])|{_ONE})"
_JOIN = r"\s?(?:,|&|and|or|to|-|–|—|through)\s?(?:and\s)?(?:q(?:uestion)?s?\.?\s?)?"
_REF = re.compile(
    rf"\b(?=[ceilpqr])(?<!\ba )(?<!\bany )(?<!\beach )(?<!\bone )(?:{NOUN}"
    rf"|q(?:uestion)?['’]?s?)\.?\s?(?P<list>{_NAMED}(?:{_JOIN}{_NAMED}(?!\d|%|,\d))*)(?!\d|/(?! )|%|,\d)"
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
_MAY_BE_BARE = re.compile(rf" \(?(?:\d|(?:{'|'.join(WORDS)})\b|\([a-hivx]|[ivx]{{2}})")
_SPARE = re.compile(r"[\s()]")
_LETTER = re.compile(rf"\b(?:{NOUN}|q)\s?(?P<letter>[a-h])(?=[\s,.:;/–-]|$)(?! (?!is|and|we|has))")
_STEP = re.compile(rf"(?P<join>{_JOIN})?(?P<one>{_NAMED})")
_SPAN = re.compile(r"\s?(?:to|-|–|—|through)\b|\s?[-–—]")
_PLACE = rf"(?:{'|'.join((*PLACES, *_LAST))})"
_PLACED = re.compile(
    rf"\b(?P<places>{_PLACE}(?:(?:,| and|, and| or)\s(?:the |your )?{_PLACE})*)"
    rf"(?: (?P<many>{'|'.join(WORDS[:9])}))?(?: of (?:the |your |these )?(?:\w+ )?)? ?{NOUN}\b"
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
_NEEDED = ("question", "part", "point", "item", "request", "quer", "limb", "element", "cwesti", " q", "(q")


def may_name(low: str, *, bare: bool) -> bool:
    """Whether a sentence in lower case may name a question at all; `bare`: also by a number without a noun."""
    if any(map(low.__contains__, _NEEDED)) or low[:1] == "q" or any(map(low.__contains__, _ORDINALS)):
        return True
    return bare and bool(_MAY_BE_BARE.search(low) and _BARE.search(low))


def numbers(low: str) -> list[str]:
    """The numbers, letters and places (`#0` the first, `#-1` the last) that follow or precede a word for a question."""
    found: list[str] = []
    for ref in list(_REF.finditer(low)) or _BARE.finditer(low):
        for step in _STEP.finditer(ref["list"]):
            one = _SPARE.sub("", step["one"])
            if one in WORDS and not ref["list"].startswith(WORDS):
                break  # `question 4, and one figure`
            one = str(WORDS.index(one) + 1) if one in WORDS else one
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
        many = WORDS.index(ref["many"]) + 1 if ref["many"] else 1
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
    return -1 if place in _LAST else PLACES.index(place)


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and int(last) - int(first) < 40:
        return [str(number) for number in range(int(first) + 1, int(last))]
    return []
