"""`foiwatch topics`: list the topics, match words against them, and measure how right they are."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alerts.topics import Topics
    from foiwatch.command import Settings


@click.group()
def command() -> None:
    """What counts as misconduct: the topics and their rules."""


def _topics(settings: "Settings") -> "Topics":
    from alerts.errors import TopicsError
    from alerts.topics import load

    try:
        return load(settings.config.topics)
    except TopicsError as refusal:
        click.echo(f"foiwatch: {refusal}", err=True)
        sys.exit(2)


@command.command("list")
@click.pass_obj
def list_topics(settings: "Settings") -> None:
    """Print every topic, what it is part of and how many rules and examples it has."""
    for topic in _topics(settings).topics:
        inside = f" (part of {topic.part_of})" if topic.part_of else ""
        click.echo(f"{topic.name}{inside}: {topic.title}; {len(topic.rules)} rules, {len(topic.examples)} examples")


@command.command("match")
@click.pass_obj
def match_lines(settings: "Settings") -> None:
    """Read {"id", "title", "text"} lines from standard input, write {"id", "topics"} lines in that order."""
    from alerts.topics import match

    topics = _topics(settings)
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        row = _row(line, number)
        parts = [("title", str(row.get("title") or "")), ("request", str(row.get("text") or ""))]
        found = [
            {"topic": one.topic, "score": one.score, "evidence": [sign["words"] for sign in one.evidence]}
            for one in match(topics, parts)
        ]
        said = json.dumps({"id": row.get("id"), "topics": found}, ensure_ascii=False)
        # Half of a surrogate pair is good JSON and no UTF-8.
        click.echo(said.encode("utf-8", "replace").decode())


def _row(line: bytes, number: int) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"line {number} is not JSON: {error}") from None
    if not isinstance(row, dict):
        raise click.ClickException(f'line {number}: expected an object {{"id", "title", "text"}}')
    return row


@command.command("score")
@click.argument("labels", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def score(settings: "Settings", labels: Path | None) -> None:
    """Check the examples of the topics; with a file of LABELS, print precision, recall and F1.

    LABELS are JSON lines {"title", "gist" or "text", "misconduct": true or false}.
    """
    from alerts.scoring import failures, measure

    topics = _topics(settings)
    wrong = failures(topics)
    for failure in wrong:
        click.echo(failure)
    examples = sum(len(topic.examples) for topic in topics.topics)
    click.echo(f"examples: {examples - len(wrong)} of {examples} as they should be")
    if labels:
        for line in measure(topics, labels.read_text(encoding="utf-8")):
            click.echo(line)
    if wrong:
        sys.exit(1)
