"""Rules: how hits of word lists, taken together, become evidence that a disclosure is about a topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from alerts.topics.parts import Part
from alerts.topics.phrases import Hit, Words

# What a text says of itself comes first: the title, what was asked, what was answered, what is enclosed.
# An answer says little beside a known question: forces speak of their standards in answers about anything.
WEIGHT_OF_PART = {"title": 1.0, "request": 0.95, "text": 0.95, "response": 0.6, "attachment": 0.4}
ANSWER_BESIDE_QUESTION = 0.35
QUESTION = 6  # words from where a request counts as known
HEAD = 300  # characters in which a file says what it is about: where no question does, it is the answer
DEEP = 4_000  # characters into a response or an attachment from where a mention counts half
ENOUGH = 0.5  # the score from which a disclosure is about a topic
QUOTE = 240
_CLOSING = ".?!)]”’\"'"
_TRIES = 8  # hits of one list in one sentence that are combined with the others


@dataclass(frozen=True)
class Rule:
    """One way in which words show a topic. `groups` are names of lists in the lexicon.

    `way` is any (one list), all (each somewhere in the part), near (one sentence, `within` words in all) or
    then (in this order, one sentence, at most `within` words between neighbours).
    """

    topic: str
    name: str
    way: str
    groups: tuple[str, ...]
    within: int = 20
    weight: float = 1.0
    where: tuple[str, ...] = ()
    away: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Sign:
    """A piece of evidence before it is weighed against the others; `at` is the number of its first word."""

    rule: Rule
    score: float
    where: str
    at: int
    sentence: int
    words: str
    quote: str


def signs(rules: Sequence[Rule], parts: Sequence[Part]) -> Iterator[Sign]:
    """All evidence for all rules, at most the best hit of a rule in each part."""
    around = [part for part in parts if part.kind in ("title", "request")]
    weights = dict(WEIGHT_OF_PART)
    if any(part.kind == "request" and len(part.words.low) >= QUESTION for part in parts):
        weights["response"] = ANSWER_BESIDE_QUESTION
    for part in parts:
        for rule in rules:
            if rule.where and part.kind not in rule.where:
                continue
            if any(group not in part.hits for group in rule.groups) and rule.way != "any":
                continue
            for hit in _matches(rule, part):
                if not _turned_away(rule, part, around, part.words.sentence[hit[0]]):
                    yield _sign(rule, part, hit, weights)
                    break


def _matches(rule: Rule, part: Part) -> Iterator[Hit]:
    found = [part.hits.get(group, []) for group in rule.groups]
    if rule.way == "any":
        yield from found[0]
    elif rule.way == "all":
        yield from found[0][:1]
    else:
        yield from _together(rule, part, found)


def _together(rule: Rule, part: Part, found: list[list[Hit]]) -> Iterator[Hit]:
    sentence = part.words.sentence
    for number in sorted({sentence[hit[0]] for hit in found[0]}):
        here = [[hit for hit in hits if sentence[hit[0]] == number][:_TRIES] for hits in found]
        # The closest combination makes the shortest quote.
        spans = [_span(choice) for choice in product(*here) if _fits(rule, choice)]
        if spans:
            yield min(spans, key=lambda span: span[1] - span[0])


def _fits(rule: Rule, choice: tuple[Hit, ...]) -> bool:
    if rule.way == "then":
        return all(0 <= after[0] - before[1] <= rule.within for before, after in pairwise(choice))
    ordered = sorted(choice)
    apart = all(before[1] <= after[0] for before, after in pairwise(ordered))
    first, last = _span(choice)
    return apart and last - first <= rule.within


def _span(choice: tuple[Hit, ...]) -> Hit:
    return min(hit[0] for hit in choice), max(hit[1] for hit in choice)


def _turned_away(rule: Rule, part: Part, around: Sequence[Part], number: int) -> bool:
    """Whether the sentence, or the title, says that other people or another matter are meant.

    A rule that reads the title alone listens to the request too: a title says little.
    """
    if not rule.away or (rule.unless and part.in_sentence(rule.unless, number)):
        return False
    if part.in_sentence(rule.away, number):
        return True
    heard = [other for other in around if other.kind == "title" or rule.where == ("title",)]
    return any(rule.away in other.hits and rule.unless not in other.hits for other in heard)


def _sign(rule: Rule, part: Part, hit: Hit, weights: Mapping[str, float]) -> Sign:
    cut = part.words
    weight, start = weights.get(part.kind, weights["text"]), cut.spans[hit[0]][0]
    if part.kind == "attachment" and start < HEAD:
        weight = max(weight, weights["response"])
    score = rule.weight * weight
    if part.kind in ("response", "attachment") and start > DEEP:
        score /= 2
    where = ", ".join(filter(None, (cut.where, cut.place(start))))
    return Sign(rule, score, where, hit[0], cut.sentence[hit[0]], cut.slice(hit), quote(cut, hit))


def quote(cut: Words, hit: Hit) -> str:
    """The sentence that holds the hit, or as much of it around the hit as fits."""
    start, end = cut.sentence_span(cut.sentence[hit[0]])
    while end < len(cut.text) and cut.text[end] in _CLOSING:
        end += 1
    if end - start > QUOTE:
        first, last = cut.spans[hit[0]][0], cut.spans[hit[1] - 1][1]
        spare = max(0, QUOTE - (last - first)) // 2
        start, end = max(start, first - spare), min(end, last + spare)
        start = cut.text.rfind(" ", 0, start) + 1 if start and cut.text[start - 1].isalnum() else start
        end = cut.text.find(" ", end) if end < len(cut.text) and cut.text[end].isalnum() else end
        end = len(cut.text) if end < 0 else end
    return " ".join(cut.text[start:end].split())[: QUOTE * 2]
