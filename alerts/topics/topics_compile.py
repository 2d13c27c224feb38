"""From topics as written to rules and lists that can be looked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alerts.topics.left_out import LISTS as LEFT_OUT
from alerts.topics.lexicon import Lexicon
from alerts.topics.phrases import LIST, Phrase, phrase
from alerts.topics.rules import Rule
from alerts.topics.topics_text import TopicsText, groups_of, way_of
from alerts.topics.topics_words import SEEN, Weighing, kind_of
from alerts.topics.weights import Weight
from alerts.topics.whose import AT_WORK, OTHERS, OURS

_BLANK = (
    "ignore", "boilerplate", "not_asked", "other_officers", "own_officers", "bare_officers", "workplaces", "workers",
    "officer", "things_meant", "somebody", "not_doers", *LEFT_OUT,
)  # fmt: skip


def rules_of(text: TopicsText, topic: str) -> tuple[Rule, ...]:
    """The rules of one topic, their groups named as `lexicon_of` names them."""
    return tuple(_compiled(topic, rule) for rule in text.topics[topic].rules)


def _compiled(topic: str, rule: Mapping[str, Any]) -> Rule:
    return Rule(
        topic,
        rule["name"],
        way_of(rule),
        tuple(_name(group) for group in groups_of(rule)),
        int(rule.get("within", 20)),
        float(rule.get("weight", 1.0)),
        tuple(rule.get("where", ())),
        _name(rule.get("not", ())),
        _name(rule.get("unless", ())),
    )


def _name(group: Sequence[str]) -> str:
    """The same words are looked for once, under one name, however many rules ask for them."""
    if len(group) == 1 and re.fullmatch(r"\{[\w ]+\}", group[0]):
        return group[0][1:-1]
    return " | ".join(group)


def lexicon_of(text: TopicsText) -> Lexicon:
    """One list for each group of each rule, named as the rules name them, and the named lists that these use."""
    lists = {name: text.lists[name] for name in (OTHERS, OURS, AT_WORK) if name in text.lists}
    for entry in text.topics.values():
        for rule in entry.rules:
            for group in (*groups_of(rule), rule.get("not", ()), rule.get("unless", ())):
                if group:
                    lists[_name(group)] = text.lists.get(_name(group), list(group))
    return _lexicon(text, _with_used(text, lists))


def weighing_of(text: TopicsText, weights: Mapping[str, Weight]) -> Weighing:
    """The weights of words, and the lists that they may name."""
    named = {name: text.lists[name] for name in SEEN if name in text.lists}
    kinds = {kind_of(name): list(entry.kind) for name, entry in text.topics.items() if entry.kind and entry.part_of}
    lexicon, of_kinds = (_lexicon(text, _with_used(text, lists)) for lists in (named, kinds))
    return Weighing(lexicon, weights, of_kinds, tuple(name for name in text.topics if kind_of(name) in kinds))


def blanks_of(text: TopicsText) -> Lexicon:
    """The words that are taken out before any rule is asked, and the lists that they use."""
    return _lexicon(text, _with_used(text, {name: text.lists[name] for name in _BLANK if name in text.lists}))


def _with_used(text: TopicsText, lists: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """These lists, and those that they use."""
    found, open_ = dict(lists), list(lists.values())
    while open_:
        for name in LIST.findall(" ".join(open_.pop())):
            if name not in found:
                found[name] = text.lists[name]
                open_.append(text.lists[name])
    return found


def _lexicon(text: TopicsText, lists: Mapping[str, Sequence[str]]) -> Lexicon:
    return Lexicon({name: _compile(text, phrases) for name, phrases in lists.items()})


def _compile(text: TopicsText, phrases: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(phrase(one) for written in phrases for one in _spelled(text, written))


def _spelled(text: TopicsText, written: str) -> Iterator[str]:
    """A phrase as written, and with its acronym in full."""
    yield written
    for short, long in text.acronyms.items():
        if short in written and re.search(rf"\b{re.escape(short)}\b", written):
            yield from (re.sub(rf"\b{re.escape(short)}\b", form, written) for form in long)
