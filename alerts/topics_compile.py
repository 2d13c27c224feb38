"""From topics as written to rules and lists that can be looked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alerts.lexicon import Lexicon
from alerts.phrases import LIST, Phrase, phrase
from alerts.rules import Rule
from alerts.topics_file import TopicsText, groups_of, way_of


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
    """All named lists, and one for each group of each rule."""
    lists = dict(text.lists)
    for entry in text.topics.values():
        for rule in entry.rules:
            for group in (*groups_of(rule), rule.get("not", ()), rule.get("unless", ())):
                if group:
                    lists.setdefault(_name(group), list(group))
    return _lexicon(text, lists)


def blanks_of(text: TopicsText) -> Lexicon:
    """The words that are taken out before any rule is asked, and the lists that they use."""
    needed = [name for name in ("ignore", "boilerplate") if name in text.lists]
    for name in needed:
        for one in text.lists[name]:
            needed.extend(used for used in LIST.findall(one) if used not in needed)
    return _lexicon(text, {name: text.lists[name] for name in needed})


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
