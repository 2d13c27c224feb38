"""How right the topics are: against their own examples, and against labelled disclosures."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from alerts.items import ROOT_TOPIC
from alerts.topics import Topics, match


def failures(topics: Topics) -> list[str]:
    """The examples that do not come out as their topics say, one sentence each.

    A `yes` must be about its topic; a `no` must be neither about it nor about what it is part of.
    """
    return [
        f"{topic.name}: {'should match' if example.wanted else 'should not match'}: {example.text}"
        for topic in topics.topics
        for example in topic.examples
        if _about(topics, topic.name, example.parts) != example.wanted
    ]


def _about(topics: Topics, name: str, parts: Iterable[tuple[str, str]]) -> bool:
    return any(found.topic == name for found in match(topics, list(parts)))


def measure(topics: Topics, labels: str) -> Iterator[str]:
    """Precision, recall and F1 of `misconduct` on labels that are neither borderline nor not_foi."""
    rows = [json.loads(line) for line in labels.splitlines() if line.strip()]
    rows = [row for row in rows if not row.get("borderline") and row.get("doc_type") != "not_foi"]
    yield _line("all", topics, rows)
    hard = [row for row in rows if row.get("label_hard")]
    if hard:
        yield _line("hard", topics, hard)


def _line(name: str, topics: Topics, rows: Iterable[dict[str, object]]) -> str:
    counts: Counter[tuple[bool, bool]] = Counter()
    for row in rows:
        parts = [
            ("title", str(row.get("title") or "")),
            ("request", str(row.get("gist") or row.get("text") or "")),
        ]
        counts[bool(row["misconduct"]), _about(topics, ROOT_TOPIC, parts)] += 1
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * right / (2 * right + wrong + missed) if right else 0.0
    return f"{name}: {counts.total()} labels, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
