"""How right the topics are: against their own examples, and against labelled disclosures, with what chance allows."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from alerts.topics.topics import ROOT_TOPIC, Topics, match

_Z = 1.96  # of the normal distribution: 95 in a hundred


def failures(topics: Topics) -> list[str]:
    """The examples that do not come out as their topics say, one sentence each.

    A `yes` must be about its topic; a `no` must be neither about it nor about what it is part of.
    """
    return [
        f"{topic.name}: {'should match' if example.wanted else 'should not match'}: {example.text}"
        for topic in topics.topics
        for example in topic.examples
        if about(topics, topic.name, example.parts) != example.wanted
    ]


def about(topics: Topics, name: str, parts: Iterable[tuple[str, str]]) -> bool:
    """Whether these parts are about the topic."""
    return any(found.topic == name for found in match(topics, list(parts)))


def measure(topics: Topics, labels: str) -> Iterator[str]:
    """Precision, recall and F1 of labels that are neither borderline nor not_foi, one line each for all and the hard.

    A label is {"title", "gist" or "text", "misconduct": true or false}; one with "wanted" is of its "topic" instead.
    """
    rows = [json.loads(line) for line in labels.splitlines() if line.strip()]
    rows = [row for row in rows if not row.get("borderline") and row.get("doc_type") != "not_foi"]
    told = [(row, _told(topics, row)) for row in rows]
    yield shown("all", [pair for _, pair in told])
    hard = [pair for row, pair in told if row.get("label_hard")]
    if hard:
        yield shown("hard", hard)


def _told(topics: Topics, row: Mapping[str, Any]) -> tuple[bool, bool]:
    if "wanted" in row:
        return bool(row["wanted"]), about(topics, row["topic"], parts_of(row))
    return bool(row["misconduct"]), about(topics, ROOT_TOPIC, parts_of(row))


def parts_of(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is read of a label."""
    words = {"title": row.get("title"), "request": row.get("gist") or row.get("text"), "response": row.get("response")}
    return [(where, str(text or "")) for where, text in words.items()]


def shown(name: str, pairs: Sequence[tuple[bool, bool]]) -> str:
    """Precision, recall and F1 of (wanted, found), each with its interval of 95 in a hundred, as one line."""
    counts = Counter(pairs)
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    alike = wilson(right, right + wrong + missed)
    # F1 is 2j / (1 + j) of the share j that is right among all that is wanted or found: its interval is that of j.
    f1 = (2 * share / (1 + share) for share in (_share(right, right + wrong + missed), *alike))
    figures = {
        "precision": (_share(right, right + wrong), *wilson(right, right + wrong)),
        "recall": (_share(right, right + missed), *wilson(right, right + missed)),
        "F1": tuple(f1),
    }
    told = ", ".join(f"{what} {value:.3f} ({low:.2f} to {high:.2f})" for what, (value, low, high) in figures.items())
    return f"{name}: {len(pairs)} labels, {told}"


def _share(some: int, of: int) -> float:
    return some / of if of else 0.0


def wilson(some: int, of: int) -> tuple[float, float]:
    """The Wilson interval of a share; all that there is between nought and one where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, square = some / of, _Z * _Z
    middle = share + square / (2 * of)
    reach = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = (middle - reach) / (1 + square / of), (middle + reach) / (1 + square / of)
    return max(0.0, low), min(1.0, high)
