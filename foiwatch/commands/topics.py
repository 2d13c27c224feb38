"""`foiwatch topics`: list the topics, match words against them, mark what is wrong, and measure how right they are."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alerts.topics.feedback import Checked
    from alerts.topics.topics import Topics
    from foiwatch.command import Settings


@click.group()
def command() -> None:
    """What counts as misconduct: the topics and their rules."""


def _topics(settings: "Settings") -> "Topics":
    from alerts.errors import TopicsError
    from alerts.topics.topics import load

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
    from alerts.topics.topics import match

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
    """Check the examples of the topics and your marks; with a file of LABELS, print precision, recall and F1.

    LABELS are JSON lines {"title", "gist" or "text", "misconduct": true or false}. Each figure has its interval of 95
    in a hundred. Exit 1 when an example or a mark does not come out as it should.
    """
    from alerts.topics.scoring import failures, measure

    topics = _topics(settings)
    wrong = failures(topics)
    for failure in wrong:
        click.echo(failure)
    examples = sum(len(topic.examples) for topic in topics.topics)
    click.echo(f"examples: {examples - len(wrong)} of {examples} as they should be")
    well = _score_marks(settings, topics)
    if labels:
        for line in measure(topics, labels.read_text(encoding="utf-8")):
            click.echo(line)
    if wrong or not well:
        sys.exit(1)


def _score_marks(settings: "Settings", topics: "Topics") -> bool:
    """Print what your marks come to; whether all came out as marked."""
    from alerts.topics.feedback import pairs
    from alerts.topics.scoring import shown

    found = _checked(settings, topics)
    for one in found:
        if not one.right:
            click.echo(f"marked {one.line()}")
    if found:
        click.echo(shown("marks", pairs(found)))
    return all(one.right for one in found)


def _checked(settings: "Settings", topics: "Topics") -> list["Checked"]:
    """The marks, without making a record where there is none."""
    from alerts.topics.feedback import checked
    from store.database import PRIVATE_NAME

    if not (settings.config.store / PRIVATE_NAME).exists():
        return []
    store = settings.open_store()
    try:
        return checked(store, topics)
    finally:
        store.close()


@command.command()
@click.argument("id")
@click.argument("verdict", type=click.Choice(["yes", "no"]))
@click.option("--topic", default="misconduct", show_default=True, help="The topic that it is, or is not, about.")
@click.pass_obj
def mark(settings: "Settings", id: str, verdict: str, topic: str) -> None:
    """Say that a disclosure is about a topic, or is not. ID is its number, an address of it, or its reference.

    The mark stays in the private database. It is a test case from now on: `foiwatch topics score` counts it.
    """
    from store import lookup, marks

    known = _topics(settings).names
    if topic not in known:
        raise click.UsageError(f"there is no topic {topic!r}; there are: {', '.join(known)}")
    store = settings.open_store()
    try:
        found = lookup.find(store, id)
        if found is None:
            raise click.UsageError(f"the record holds no disclosure {id!r}")
        kept = lookup.disclosure(store, found)
        marks.mark(store, kept, topic, verdict == "yes", settings.now.isoformat())
    finally:
        store.close()
    click.echo(f"marked {kept.id} {topic}: {verdict}: {kept.title or kept.address}")


@command.command("marks")
@click.option(
    "--json", "as_json", is_flag=True, help="The test cases as JSON lines, as `foiwatch topics score` reads them."
)
@click.pass_obj
def list_marks(settings: "Settings", as_json: bool) -> None:
    """Print your marks and whether the topics agree with them."""
    for one in _checked(settings, _topics(settings)):
        click.echo(json.dumps(one.case(), ensure_ascii=False) if as_json else one.line())
