"""Which topics a disclosure is about, and the words that say so: never a match without evidence."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alerts.lexicon import Lexicon
from alerts.phrases import Place, nowhere
from alerts.rules import ENOUGH, Part, Rule, Sign, read_part, signs
from alerts.topics_compile import blanks_of, lexicon_of, rules_of
from alerts.topics_file import Example, TopicsText, read_topics
from store.records import Match

PACKAGED = Path(__file__).with_name("topics.toml")
MOST_EVIDENCE = 5


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
    """All topics with their words. `digest` changes when any of the files does."""

    topics: tuple[Topic, ...]
    lexicon: Lexicon
    blanks: Lexicon
    digest: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(topic.name for topic in self.topics)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for topic in self.topics for rule in topic.rules)


def load(extra: Path | None = None) -> Topics:
    """The packaged topics and those of the user's own file. Raises TopicsError with file and line."""
    files = [PACKAGED, extra] if extra else [PACKAGED]
    text = read_topics(files)
    found = tuple(
        Topic(name, entry.title, entry.about, entry.part_of, rules_of(text, name), entry.examples)
        for name, entry in text.topics.items()
    )
    return Topics(found, lexicon_of(text), blanks_of(text), _digest(text))


def _digest(text: TopicsText) -> str:
    return hashlib.sha256(repr(text).encode()).hexdigest()[:16]


def match(
    topics: Topics, parts: Sequence[tuple[str, str]], places: Mapping[int, Place] | None = None
) -> tuple[Match, ...]:
    """The topics of a disclosure given as (where, text) parts, the surest first.

    `where` is "title", "request", "response" or "attachment NAME"; any other counts as a request. A match
    of a topic is also one of the topic that it is part of. Scores are 0.5 to 0.99. `places` tell, by the number
    of a part, where in it an offset is: evidence from there says so after its `where`.
    """
    told = places or {}
    read: list[Part] = [
        read_part(topics.lexicon, topics.blanks, where, text, told.get(number, nowhere))
        for number, (where, text) in enumerate(parts)
        if text
    ]
    by_topic: dict[str, list[Sign]] = {topic.name: [] for topic in topics.topics}
    parents = {topic.name: topic.part_of for topic in topics.topics}
    for sign in signs(topics.rules, read):
        name = sign.rule.topic
        while name:
            by_topic[name].append(sign)
            name = parents[name]
    found = [_weigh(name, evidence) for name, evidence in by_topic.items() if evidence]
    return tuple(sorted((m for m in found if m.score >= ENOUGH), key=lambda m: (-m.score, m.topic)))


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
