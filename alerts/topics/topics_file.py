"""Reading topics files: TOML that a person edits, checked so that a mistake is named as FILE:LINE."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alerts.errors import TopicsError
from alerts.topics.phrases import LIST, phrase
from alerts.topics.rules import WEIGHT_OF_PART
from alerts.topics.topics_text import WAYS, Example, TopicEntry, TopicsText, groups_of

_TOPIC_KEYS = {"title", "about", "part_of", "kind", "rule", "yes", "no"}
_RULE_KEYS = {"name", *WAYS, "within", "weight", "where", "not", "unless"}


@dataclass(frozen=True)
class _Source:
    path: Path
    text: str

    def refuse(self, what: str, *near: str) -> TopicsError:
        """A refusal that names the first line on which all these pieces stand."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if all(piece in line for piece in near):
                return TopicsError(f"{self.path}:{number}: {what}")
        return TopicsError(f"{self.path}: {what}")


def read_topics(files: Sequence[Path]) -> TopicsText:
    """Read files in order: lists grow, topics of the same name are replaced. Raises TopicsError."""
    whole = TopicsText()
    for path in files:
        try:
            source = _Source(path, path.read_text(encoding="utf-8"))
            document = tomllib.loads(source.text)
        except (OSError, UnicodeDecodeError) as error:
            raise TopicsError(f"{path}: cannot be read: {error}") from error
        except tomllib.TOMLDecodeError as error:
            raise TopicsError(_syntax(path, source.text, str(error))) from error
        _add(whole, source, document)
    return whole


def _syntax(path: Path, text: str, error: str) -> str:
    place = re.search(r"at line (\d+)", error)
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    return f"{path}:{line}: {error.partition(' (at ')[0]}; expected TOML"


def _add(whole: TopicsText, source: _Source, document: dict[str, Any]) -> None:
    for key in document:
        if key not in ("acronyms", "lists", "topic"):
            raise source.refuse(f"unknown table {key!r}; expected acronyms, lists or topic", key)
    for name, long in document.get("acronyms", {}).items():
        whole.acronyms[name] = _strings(source, long, name)
    for name, phrases in document.get("lists", {}).items():
        whole.lists.setdefault(name, []).extend(_strings(source, phrases, f"{name} ="))
    for name, entry in document.get("topic", {}).items():
        whole.topics[name] = _topic(source, name, entry)
    _check(whole, source, document)


def _strings(source: _Source, value: object, near: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return list(value)
    raise source.refuse(f"{near.strip(' =')}: expected a list of strings", near)


def _topic(source: _Source, name: str, entry: Mapping[str, Any]) -> TopicEntry:
    header = f"[topic.{name}]"
    for key in entry:
        if key not in _TOPIC_KEYS:
            raise source.refuse(f"topic {name}: unknown key {key!r}; expected {_listed(_TOPIC_KEYS)}", key)
    rules = tuple(_rule(source, name, rule) for rule in entry.get("rule", ()))
    if not rules and not entry.get("about"):
        raise source.refuse(f"topic {name}: has no rule", header)
    examples = [Example(text, wanted) for key, wanted in (("yes", True), ("no", False)) for text in entry.get(key, ())]
    kind = tuple(_strings(source, entry.get("kind", []), "kind ="))
    return TopicEntry(
        entry.get("title", name), entry.get("about", ""), entry.get("part_of", ""), rules, tuple(examples), kind
    )


def _rule(source: _Source, topic: str, rule: Mapping[str, Any]) -> dict[str, Any]:
    name = str(rule.get("name", ""))
    where = f"topic {topic}, rule {name!r}"
    if not name:
        raise source.refuse(f"topic {topic}: a rule has no name", f"[[topic.{topic}.rule]]")
    for key in rule:
        if key not in _RULE_KEYS:
            raise source.refuse(f"{where}: unknown key {key!r}; expected {_listed(_RULE_KEYS)}", key)
    ways = [way for way in WAYS if way in rule]
    if len(ways) != 1:
        raise source.refuse(f"{where}: expected exactly one of {', '.join(WAYS)}", "name", name)
    _check_types(source, where, rule, ways[0])
    for part in rule.get("where", ()):
        if part not in WEIGHT_OF_PART:
            raise source.refuse(f"{where}: where is {part!r}; expected {_listed(WEIGHT_OF_PART)}", "where", part)
    return dict(rule)


def _check_types(source: _Source, where: str, rule: Mapping[str, Any], way: str) -> None:
    for key in ("where", "not", "unless"):
        _strings(source, rule.get(key, []), f"{key} =")
    for number in ("within", "weight"):
        if isinstance(rule.get(number, 1), bool) or not isinstance(rule.get(number, 1), int | float):
            raise source.refuse(f"{where}: {number} is not a number", f"{number} = ")
    groups = [rule[way]] if way == "any" else rule[way]
    if not isinstance(groups, list) or not groups:
        raise source.refuse(f"{where}: {way} holds no phrases", "name", str(rule["name"]))
    for group in groups:
        if not isinstance(group, list) or not group:
            raise source.refuse(f"{where}: {way} expects lists of phrases", "name", str(rule["name"]))
        _strings(source, group, str(rule["name"]))


def _listed(names: Sequence[str] | set[str] | Mapping[str, float]) -> str:
    return ", ".join(sorted(names))


def _check(whole: TopicsText, source: _Source, document: dict[str, Any]) -> None:
    """Every phrase can be read, and every {list} and part_of exists."""
    for text in _phrases_in(document):
        try:
            phrase(text)
        except ValueError as error:
            raise source.refuse(str(error), text) from error
        for name in LIST.findall(text):
            if name not in whole.lists:
                raise source.refuse(f"there is no list {name!r}", text)
    for name in document.get("topic", {}):
        parent = whole.topics[name].part_of
        if parent and parent not in whole.topics:
            raise source.refuse(f"topic {name}: part_of names no topic: {parent!r}", "part_of", parent)
        if _turns_round(whole.topics, name):
            raise source.refuse(f"topic {name}: is part of itself", f"[topic.{name}]")


def _turns_round(topics: Mapping[str, TopicEntry], name: str) -> bool:
    above = topics[name].part_of
    for _ in topics:
        if above == name:
            return True
        above = topics[above].part_of if above in topics else ""
    return False


def _phrases_in(document: dict[str, Any]) -> Iterator[str]:
    for phrases in document.get("lists", {}).values():
        yield from phrases
    for entry in document.get("topic", {}).values():
        yield from entry.get("kind", ())
        for rule in entry.get("rule", ()):
            for group in groups_of(rule):
                yield from group
            yield from (*rule.get("not", ()), *rule.get("unless", ()))
