"""What the words of a title and a request say together, the rules among them: each word's weight can be read.

A rule wants its phrases to stand as it says; people ask in more ways than any list of rules foresees, and use its
phrases for other things. The weights of topics_words.csv (weights.py) add up, wherever the words stand.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from alerts.topics.lexicon import Lexicon
from alerts.topics.parts import Part
from alerts.topics.phrases import Hit, Words
from alerts.topics.rules import QUESTION, quote
from alerts.topics.stems import stems
from alerts.topics.weights import ALWAYS, Weight
from store.records import Match

READ = 60  # words of a request: what it is about stands at its beginning
SURE = 0.5  # from where the words make a match that no rule makes, if they name misconduct or what is done about it
SURER = 0.75  # from where they make one all the same
DOUBTED = 0.25  # below which they undo what the rules make of them: a rule stands for a reason that people gave
CERTAIN, DOUBTED_STILL = 0.98, 0.1  # the same where several sentences meet the rules
MOST = 3
TELLING = 0.15  # what says less is no evidence, if anything says more
# The lists of topics.toml that are seen as one word each, and those of which two together are seen too.
PAIRED = ("person", "process", "result", "deed", "others", "harmed", "crimes", "resources", "public")
SEEN = (
    *PAIRED, "officer", "staff", "force", "sanctioned", "removal", "allegation", "sexual_act", "domestic", "crime",
    "prejudice", "systems", "misuse", "vetting", "vetting_trouble", "force_acts", "substances", "substance_offence",
    "other_complaints",
)  # fmt: skip
TITLED = "title {others}"  # a title says whose conduct it is
PEOPLE = ("person", "officer", "staff")
# Words that name nobody of the force and nothing done or undergone are about something else, whatever they lean to.
FOUNDED = frozenset(f"{{{name}}}" for name in ("person", "process", "result", "deed"))
# The lists that name misconduct itself, and what forces do about it.
NAMING = frozenset((
    "process", "result", "deed", "harmed", "sanctioned", "removal", "allegation", "sexual_act", "prejudice", "misuse",
    "vetting", "vetting_trouble", "substances", "substance_offence", "other_complaints", "force_acts",
))  # fmt: skip
_RULED = (0.5, 0.8, 0.95)
_LISTED = re.compile(r"\{(\w+)\}")

Marks = dict[str, tuple[Words, Hit] | None]  # what is seen, and where it stands first; the rules stand nowhere


@dataclass(frozen=True)
class Judged:
    """How likely the words are about misconduct (0 to 1), from where they make a match alone, and why.

    `is_doubted` says that what the rules find in them does not stand.
    """

    score: float
    needed: float
    is_doubted: bool
    evidence: tuple[dict[str, str], ...]

    @property
    def is_sure(self) -> bool:
        """Whether the words make a match alone."""
        return self.score >= self.needed


@dataclass(frozen=True)
class Weighing:
    """The weights, the lists that they name, and what names the kinds of misconduct, by topic."""

    lexicon: Lexicon
    weights: Mapping[str, Weight]
    kinds: Lexicon
    topics: tuple[str, ...] = ()

    def kinds_in(self, heads: Sequence[Words], score: float) -> Iterator[Match]:
        """The topics whose kind of misconduct the heads name, given that they are about some."""
        found: dict[str, Match] = {}
        for cut in heads:
            hits = self.kinds.hits(cut)
            for name in self.topics:
                if kind_of(name) in hits and name not in found:
                    sign = _told(cut, hits[kind_of(name)][0], f"{name}: the kind of misconduct that is named")
                    found[name] = Match(name, score, (sign,))
        yield from found.values()

    def judge(self, heads: Sequence[Words], ruled: float) -> Judged | None:
        """Weigh the heads, `ruled` being the score of the rules in them; None where there is but a title."""
        if not self.weights or not any(is_known(one) for one in heads):
            return None
        marks = self.marks(heads, ruled)
        says = self.says(marks)
        score = 1 / (1 + math.exp(-math.fsum(says.values())))
        is_doubted = score < (DOUBTED if ruled < CERTAIN else DOUBTED_STILL)
        return Judged(score, _needed(says, marks), is_doubted, _evidence(marks, says))

    def says(self, marks: Iterable[str]) -> dict[str, float]:
        """What each known mark adds: its weight, by its share in the rarity of all of them. The sum is log-odds."""
        known = {mark: self.weights[mark] for mark in marks if mark in self.weights}
        length = math.hypot(*(one.rarity for one in known.values())) or 1.0
        return {mark: one.says * (one.rarity / length if mark != ALWAYS else 1.0) for mark, one in known.items()}

    def marks(self, heads: Sequence[Words], ruled: float) -> Marks:
        """What is seen: stems, neighbouring stems, lists, and lists together, with or without a person of the force."""
        marks: Marks = {ALWAYS: None}
        lists: Marks = {}
        for cut in heads:
            hits = self.lexicon.hits(cut)
            marks = stems(cut) | marks
            if cut.where == "title" and "others" in hits:
                marks[TITLED] = (cut, hits["others"][0])
            for name in SEEN:
                if found := _of_the_force(hits, name):
                    lists.setdefault(name, (cut, found[0]))
        if "others" in lists and "officer" not in lists:
            # The people of such a request are those others: "care workers ... how many workers were suspended?"
            lists = {name: place for name, place in lists.items() if name not in PEOPLE}
            marks["{others}-{officer}"] = lists["others"]
        marks |= {f"{{{name}}}": place for name, place in lists.items()}
        marks |= _together(lists)
        return marks | {f"(rule {least})": None for least in _RULED if ruled >= least}


def _needed(says: Mapping[str, float], marks: Marks) -> float:
    if FOUNDED.isdisjoint(marks):
        return math.inf
    return SURE if any(weight > 0 and _names_it(mark) for mark, weight in says.items()) else SURER


def _names_it(mark: str) -> bool:
    return not NAMING.isdisjoint(_LISTED.findall(mark))


def _evidence(marks: Marks, says: Mapping[str, float]) -> tuple[dict[str, str], ...]:
    """The places that weigh most, each once, by the strongest mark that begins there; those that name it first."""
    strongest: dict[tuple[str, int], tuple[float, str, Words, Hit]] = {}
    for mark, place in marks.items():
        weight = says.get(mark, 0.0)
        if place and weight > 0:
            key = (place[0].where, place[1][0])
            if key not in strongest or weight > strongest[key][0]:
                strongest[key] = (weight, mark, *place)
    telling = [one for one in strongest.values() if one[0] >= TELLING] or list(strongest.values())
    ranked = sorted(telling, key=lambda one: (not _names_it(one[1]), -one[0]))[:MOST]
    told = "misconduct: the words together, {} {:+.1f}"
    return tuple(_told(cut, hit, told.format(mark, weight)) for weight, mark, cut, hit in ranked)


def kind_of(topic: str) -> str:
    """The name under which the phrases of a topic's kind are looked for: no list can have it."""
    return f"kind of {topic}:"


def _told(cut: Words, hit: Hit, rule: str) -> dict[str, str]:
    return {"words": cut.slice(hit), "quote": quote(cut, hit), "where": cut.where, "rule": rule}


def _of_the_force(hits: Mapping[str, Sequence[Hit]], name: str) -> Sequence[Hit]:
    """Where a list is hit; the workers of "care workers" are nobody of the force."""
    if name not in PEOPLE:
        return hits.get(name, ())
    others = hits.get("others", ())
    return [hit for hit in hits.get(name, ()) if not any(one[0] < hit[1] and hit[0] < one[1] for one in others)]


def _together(lists: Marks) -> Marks:
    """Pairs of lists; without anybody of the force, the other lists say something else."""
    found = [name for name in sorted(PAIRED) if name in lists]
    pairs: Marks = {f"{{{one}}}+{{{two}}}": lists[one] for one in found for two in found if one < two}
    if "person" not in lists:
        pairs |= {f"{{{name}}}-{{person}}": lists[name] for name in found}
    elif "deed" in lists and ("process" in lists or "result" in lists):
        pairs["{person}+{deed}+{result}"] = lists["deed"]
    return pairs


def heads_of(parts: Sequence[Part]) -> list[Words]:
    """The words of the title and the beginning of the request; of the answer, where no request is known."""
    heads = [_head(part.words) for part in parts if part.kind in ("title", "request", "text")]
    if any(is_known(one) for one in heads):
        return heads
    return [*heads, *(_head(part.words) for part in parts if part.kind == "response")]


def is_known(head: Words) -> bool:
    """Whether the words are more than a title and a word or two."""
    return head.where != "title" and len(head.low) >= QUESTION


def _head(cut: Words) -> Words:
    """The first words that are not blanked."""
    kept = [at for at, word in enumerate(cut.low) if word][:READ]
    end = kept[-1] + 1 if kept else 0
    return replace(cut, spans=cut.spans[:end], raw=cut.raw[:end], low=cut.low[:end], sentence=cut.sentence[:end])
