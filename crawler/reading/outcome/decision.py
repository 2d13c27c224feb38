"""What one sentence of a reply says of the request: given, kept back, not held, neither confirmed nor denied.

The words of the public interest test, of the cost of answering and of what would have been are none of these.
"""

import re
from functools import lru_cache

from crawler.reading.outcome import disclosure_words, refusal_words
from crawler.reading.outcome.counted import counts, has_number, may_count
from crawler.reading.outcome.leaning import leaning, leanings
from crawler.reading.outcome.standing import standing
from crawler.reading.outcome.verdict_words import gives_all

GIVEN, REFUSED, NOT_HELD, NCND = "disclosed", "refused", "not_held", "ncnd"
NOUGHT = "none"  # no number, but `none`, `nobody` or `nil`: an answer, unless nothing is held
COUNTED = "a number"  # a number in running text: it answers, unless the whole is refused or it is of the work

_NO_DECISION = frozenset(("supposes", "weighs", "argues", "undecided"))
_DECIDES_NOTHING = _NO_DECISION | {"test", "done", "reverses"}
_DECIDED = frozenset((GIVEN, REFUSED, NOT_HELD, NCND))
_OVERRULES, _DOUBTED, _SURE = 0.9, 0.1, 0.8  # likelihoods
_JOINT = re.compile(r"; |, (?:but|while|and|though) | (?:but|while|whereas|although|whilst|however) ", re.I)
_HALVES = 3  # joints of a sentence that are tried
# What cannot be given for want of it is not refused: `unable to provide it, as it is not held`.
_FOR_WANT = re.compile(
    r"\b(?:unable|not able|cannot|can not|not possible|not in a position|impossible)\b[^.;]{0,90}"
    r"\b(?:as|because|since|given that|due to|owing to|for)\b[^.;]{0,60}"
    r"(?:\bnot (?:\w+ )?(?:held|hold)\b|\bholds? (?:no|none)\b"
    r"|\bno (?:\w+ )?(?:information|records?|data) (?:is|are) held\b)",
    re.I,
)
_FIRM = re.compile(r"\brefus\w+|\bexempt\w*|\bwithh\w+|\bredact\w+|\bdeclin\w+", re.I)
_NOUGHT = re.compile(r"\b(?:none|nil|zero|no one|nobody)\b", re.I)
_REST = re.compile(r"\b(?:other|further|else|addition\w*|remain\w*|rest|beyond)\b", re.I)


def of_the_test(text: str) -> bool:
    """Whether words speak of the public interest test, which a refusal carries and which is no data."""
    return "test" in standing(text)


def argues(sentence: str) -> bool:
    """Whether it weighs or warns, and decides nothing."""
    return "argues" in standing(sentence)


@lru_cache(maxsize=2048)
def says(sentence: str) -> frozenset[str]:
    """What the sentence says of the request: any of GIVEN, COUNTED, REFUSED, NOT_HELD, NCND, or none."""
    found = _ruled(sentence)
    if NCND in found or not found & _DECIDED or for_want(sentence):
        return found
    weighed = _weighed(sentence, found)
    return frozenset(weighed | {GIVEN} if weighed == {REFUSED} and _gives_some(sentence) else weighed)


@lru_cache(maxsize=2048)
def _ruled(sentence: str) -> frozenset[str]:
    """What the rules make of the sentence."""
    words = standing(sentence)
    if "ncnd" in words:
        return frozenset() if refusal_words.IN_GENERAL.search(sentence) else frozenset((NCND,))
    if no_decision(sentence):
        return frozenset()
    if gives_all(sentence):
        return frozenset((GIVEN,))
    found = set()
    if for_want(sentence):
        found.add(NOT_HELD)
    elif "refused" in words or "already" in words or is_cost(sentence):
        found.add(REFUSED)
    elif "not_held" in words:
        found.add(NOT_HELD)
    if gives(sentence):
        found.add(GIVEN)
    elif may_count(sentence):
        found |= _numbers(sentence)
    return frozenset(found)


def _gives_some(sentence: str) -> bool:
    """Whether a half of what refuses gives something: `seven are enclosed; the other two are exempt`."""
    halves = _JOINT.split(sentence, _HALVES)
    return len(halves) > 1 and any(GIVEN in _ruled(half) | lean(half, _SURE) for half in halves)


@lru_cache(maxsize=2048)
def known(sentence: str) -> tuple[str, ...]:
    """What the rules know of the sentence, as leaning.py weighs it beside the words."""
    found = _ruled(sentence) or {"undecided" if no_decision(sentence) else "nothing"}
    return tuple(sorted(f"rule-{one.replace(' ', '-')}" for one in found))


def chances(sentence: str) -> dict[str, float]:
    """How likely the sentence says each, by rules and words together; see leaning.leanings()."""
    return leanings(sentence, *known(sentence))


@lru_cache(maxsize=2048)
def likeliest(sentence: str) -> tuple[str, float]:
    """What the sentence says likeliest, by rules and words together; see leaning.leaning()."""
    return leaning(sentence, *known(sentence))


def lean(sentence: str, least: float) -> set[str]:
    """What the words lean to where no rule knows the wording, when that is likelier than `least`."""
    if standing(sentence) & _DECIDES_NOTHING:
        return set()
    kind, likely = likeliest(sentence)
    return {kind} if kind in _DECIDED and likely > least else set()


def _weighed(sentence: str, found: frozenset[str]) -> set[str]:
    """What a rule found by a single word gives way to what all the words lean to, when that is sure."""
    kind, likely = likeliest(sentence)
    odds = chances(sentence)
    doubted = {ruled for ruled in found & _DECIDED if ruled != kind and odds[ruled] < _DOUBTED}
    # Beside another kind it may be said of a part: `enclosed, with the names blacked out`.
    if not doubted or likely < _OVERRULES or (kind and found != doubted):
        return set(found)
    return set(found) - doubted | ({kind} & _DECIDED if found == doubted else set())


def _numbers(sentence: str) -> set[str]:
    if not of_the_test(sentence) and counts(sentence):
        return {NOUGHT if _NOUGHT.search(sentence) and not has_number(sentence) else COUNTED}
    return set()


def no_decision(sentence: str) -> bool:
    """Whether it supposes, argues, tells what the law says or speaks of another request: then it decides nothing."""
    return not standing(sentence).isdisjoint(_NO_DECISION)


def for_want(sentence: str) -> bool:
    """Whether it says that something cannot be given because it is not held."""
    found = "not_held" in standing(sentence) and _FOR_WANT.search(sentence)
    return bool(found) and not (_FIRM.search(sentence) or is_cost(sentence))


def is_firm(sentence: str) -> bool:
    """Whether it refuses what could be given: what is not held `cannot be provided` either."""
    return bool(_FIRM.search(sentence)) or is_cost(sentence)


def of_the_rest(sentence: str) -> bool:
    """Whether it speaks of what is left, beside what was said before: `any other information`."""
    return bool(_REST.search(sentence))


def is_cost(sentence: str) -> bool:
    """Whether it says that finding the answer is too much work, which forces also call `not held in a format`."""
    words = standing(sentence)
    dear = "cost" in words or ("held_where" in words and "centrally" not in sentence.lower())
    return dear and "done" not in words


def gives(sentence: str) -> bool:
    """Whether it hands something over: a file, a table, what the force says that it can tell."""
    if "given" not in standing(sentence) or of_the_test(sentence):
        return False
    return not (disclosure_words.REASONS.search(sentence) or disclosure_words.NOTHING.search(sentence))
