"""Which topics a disclosure is about, and the words that say so: never a match without evidence."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from alerts.topics.lexicon import Lexicon
from alerts.topics.parts import Part, read_parts
from alerts.topics.phrases import Place, Words, nowhere
from alerts.topics.rules import ENOUGH, Rule, Sign, signs
from alerts.topics.topics_compile import blanks_of, lexicon_of, rules_of, weighing_of
from alerts.topics.topics_file import read_topics
from alerts.topics.topics_text import Example
from alerts.topics.topics_words import READ, Judged, Weighing, heads_of
from alerts.topics.weights import Weight, read_weights
from alerts.topics.whose import others_meant
from store.records import Match

PACKAGED = Path(__file__).parents[1] / "topics.toml"
MOST_EVIDENCE = 5
BESIDE_ANOTHER = 0.6  # what a sign counts once the words say that the question is about something else
ROOT_TOPIC = "misconduct"


@dataclass(frozen=True)
class Topic:
    """A topic as a person knows it. `part_of` names the topic that it rolls up to, or is empty."""

    name: str
    title: str
    about: str
    part_of: str
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Topics:
    """All topics with their words. `digest` changes when any of the files does.

    `weighed` are the topics that came with foiwatch: what their rules find in a title or at the beginning of a request
    is one sign among the words there. A user's own rules stand.
    """

    topics: tuple[Topic, ...]
    lexicon: Lexicon
    blanks: Lexicon
    words: Weighing
    digest: str
    weighed: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(topic.name for topic in self.topics)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for topic in self.topics for rule in topic.rules)

    def heads(self, parts: Sequence[tuple[str, str]]) -> list[Words]:
        """The first words of the title and the request, as they are weighed."""
        return heads_of(_read(self, parts, {}))

    def ruled(self, parts: Sequence[tuple[str, str]]) -> float:
        """What the rules alone make of those words, 0 to 0.99."""
        read = _read(self, parts, {})
        heads = heads_of(read)
        return _ruled(self, heads, _signs(self, read, heads)[0])

    @cached_property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """Each topic with all that it is part of, itself first."""
        parents = {topic.name: topic.part_of for topic in self.topics}
        return {name: tuple(_line(name, parents)) for name in parents}


def load(extra: Path | None = None, weights: Mapping[str, Weight] | None = None) -> Topics:
    """The packaged topics and those of the user's own file. Raises TopicsError with file and line.

    `weights` are of words instead of the packaged ones; none at all leave the rules alone.
    """
    files = [PACKAGED, extra] if extra else [PACKAGED]
    text = read_topics(files)
    found = tuple(
        Topic(name, entry.title, entry.about, entry.part_of, rules_of(text, name), entry.examples)
        for name, entry in text.topics.items()
    )
    weights = read_weights() if weights is None else weights
    digest = hashlib.sha256(repr((text, dict(weights))).encode()).hexdigest()[:16]
    packaged = read_topics([PACKAGED]).topics if extra else text.topics
    weighed = frozenset(name for name, entry in text.topics.items() if packaged.get(name) == entry)
    return Topics(found, lexicon_of(text), blanks_of(text), weighing_of(text, weights), digest, weighed)


def _line(name: str, parents: Mapping[str, str]) -> Iterator[str]:
    while name:
        yield name
        name = parents[name]


def match(
    topics: Topics, parts: Sequence[tuple[str, str]], places: Mapping[int, Place] | None = None
) -> tuple[Match, ...]:
    """The topics of a disclosure given as (where, text) parts, the surest first.

    `where` is "title", "request", "response" or "attachment NAME"; any other counts as a request. A match
    of a topic is also one of the topic that it is part of. Scores are 0.5 to 0.99. `places` tell, by the number
    of a part, where in it an offset is: evidence from there says so after its `where`.
    """
    read = _read(topics, parts, places or {})
    heads = heads_of(read)
    found, is_theirs = _signs(topics, read, heads)
    judged = None if is_theirs else _judge(topics, heads, found)
    if judged and judged.is_doubted:
        found = [_beside_another_question(topics, sign) for sign in found if not _is_weighed(topics, heads, sign)]
    by_topic: dict[str, list[Sign]] = {topic.name: [] for topic in topics.topics}
    for sign in found:
        for name in topics.lines[sign.rule.topic]:
            by_topic[name].append(sign)
    weighed = [_weigh(name, evidence) for name, evidence in by_topic.items() if evidence]
    sure = [one for one in weighed if one.score >= ENOUGH]
    if judged and judged.is_sure:
        sure.extend(_by_words(topics, heads, judged, {one.topic for one in sure}))
    return tuple(sorted(sure, key=lambda one: (-one.score, one.topic)))


def _read(topics: Topics, parts: Sequence[tuple[str, str]], places: Mapping[int, Place]) -> list[Part]:
    texts = ((where, text, places.get(number, nowhere)) for number, (where, text) in enumerate(parts) if text)
    return read_parts(topics.lexicon, topics.blanks, texts)


def _signs(topics: Topics, read: Sequence[Part], heads: Sequence[Words]) -> tuple[list[Sign], bool]:
    """What the rules find, and whether other people are meant: then none but those of a user's own topics do."""
    asked = {head.where for head in heads}
    is_theirs = others_meant([part for part in read if part.words.where in asked], topics.words.lexicon)
    found = signs(topics.rules, read)
    return [sign for sign in found if not (is_theirs and _is_ours(topics, sign))], is_theirs


def _judge(topics: Topics, heads: Sequence[Words], found: Sequence[Sign]) -> Judged | None:
    """What the words of the heads say together; nothing where nobody's topic is misconduct."""
    if ROOT_TOPIC not in topics.lines:
        return None
    return topics.words.judge(heads, _ruled(topics, heads, found))


def _ruled(topics: Topics, heads: Sequence[Words], found: Sequence[Sign]) -> float:
    return _weigh(ROOT_TOPIC, [sign for sign in found if _is_weighed(topics, heads, sign)]).score


def _by_words(topics: Topics, heads: Sequence[Words], judged: Judged, known: Collection[str]) -> list[Match]:
    score = round(min(judged.score, 0.99), 2)
    found = [Match(ROOT_TOPIC, score, judged.evidence), *topics.words.kinds_in(heads, score)]
    return [one for one in found if one.topic not in known]


def _is_weighed(topics: Topics, heads: Sequence[Words], sign: Sign) -> bool:
    """Whether the sign is of misconduct as foiwatch knows it, and stands where the words are weighed."""
    part = sign.where.partition(",")[0]
    return _is_ours(topics, sign) and sign.at < READ and any(head.where == part for head in heads)


def _is_ours(topics: Topics, sign: Sign) -> bool:
    return sign.rule.topic in topics.weighed and ROOT_TOPIC in topics.lines[sign.rule.topic]


def _beside_another_question(topics: Topics, sign: Sign) -> Sign:
    """What says little beside a question that is about something else; a user's own rule says as much as ever."""
    return replace(sign, score=sign.score * BESIDE_ANOTHER) if _is_ours(topics, sign) else sign


def _weigh(topic: str, evidence: list[Sign]) -> Match:
    """Sentences add up, each counted once by its best rule."""
    best: dict[tuple[str, int], Sign] = {}
    for sign in evidence:
        place = (sign.where, sign.sentence)
        if place not in best or sign.score > best[place].score:
            best[place] = sign
    doubt = 1.0
    for sign in best.values():
        doubt *= 1 - min(sign.score, 0.95)
    ranked = sorted(best.values(), key=lambda sign: -sign.score)[:MOST_EVIDENCE]
    return Match(topic, round(min(1 - doubt, 0.99), 2), tuple(_evidence(sign) for sign in ranked))


def _evidence(sign: Sign) -> dict[str, str]:
    rule = f"{sign.rule.topic}: {sign.rule.name}"
    return {"words": sign.words, "quote": sign.quote, "where": sign.where, "rule": rule}
