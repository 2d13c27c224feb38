"""From an exported object to the rows of the plain tables, each {column: value}."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

Flat = Iterator[dict[str, Any]]


def disclosures(row: dict[str, Any]) -> Flat:
    lists = {name: "; ".join(row[name]) for name in ("forces", "alt_refs", "exemptions")}
    lists["topics"] = "; ".join(topic["topic"] for topic in row["topics"])
    lists["attachments"] = "; ".join(file["href"] for file in row["attachments"])
    yield row | row["dates"] | lists | {"versions": len(row["versions"])}


def questions(row: dict[str, Any]) -> Flat:
    """Each question with its answer; an answer to no known question has a row too. Numbers may come twice."""
    answers: dict[str, list[str]] = defaultdict(list)
    for answer in row["answers"]:
        answers[answer["number"]].append(answer["text"])
    asked = [(one, _next(answers.get(one["number"]))) for one in row["questions"]]
    unasked = [({"number": number}, text) for number, texts in answers.items() for text in texts]
    for position, (question, answer) in enumerate([*asked, *unasked], start=1):
        yield {
            "disclosure": row["id"],
            "position": position,
            "number": question["number"],
            "parent": question.get("parent"),
            "question": question.get("text"),
            "answer": answer,
            "outcome": row["outcome_parts"].get(question["number"]),
        }


def citations(row: dict[str, Any]) -> Flat:
    yield from _numbered(row, "citations")


def attachments(row: dict[str, Any]) -> Flat:
    yield from _numbered(row, "attachments")


def versions(row: dict[str, Any]) -> Flat:
    for version in row["versions"]:
        yield version | {"disclosure": row["id"], "changed": "; ".join(version["changed"])}


def topics(row: dict[str, Any]) -> Flat:
    for topic in row["topics"]:
        yield topic | {"disclosure": row["id"], "evidence": "; ".join(topic["evidence"])}


def cells(row: dict[str, Any]) -> Flat:
    for number, table in enumerate(row["tables"], start=1):
        for line, values in enumerate(table["rows"], start=1):
            for position, value in enumerate(values, start=1):
                place = {"table": number, "row": line, "column": position, "where": table["where"]}
                yield place | {"disclosure": row["id"], "value": value}


def _next(texts: list[str] | None) -> str | None:
    return texts.pop(0) if texts else None


def _numbered(row: dict[str, Any], name: str) -> Flat:
    for position, one in enumerate(row[name], start=1):
        yield one | {"disclosure": row["id"], "position": position}
