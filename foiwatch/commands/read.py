"""`foiwatch read`: what one document says; nothing is kept."""

import json
import sys
from typing import Any

import click

from crawler.reading.formats.filetext import FileText
from foiwatch.command import Settings


@click.command()
@click.argument("document", metavar="FILE|URL")
@click.option("--url", default="", help="The address that FILE was saved from: it tells the force and resolves links.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, in the documented shape.")
@click.pass_obj
def command(settings: Settings, document: str, url: str, as_json: bool) -> None:
    """Read one document (HTML, text, PDF, DOCX, sheet) and say what it says. Exit 1 when it cannot be read."""
    from alerts.topics.topics import load
    from crawler.workers import FileReader
    from foiwatch.contract import as_object
    from foiwatch.documents import NoDocument, bring

    try:
        with FileReader(settings.config.limits) as files:
            brought = bring(document, settings.config, files, url)
    except NoDocument as reason:
        click.echo(f"foiwatch: {reason}", err=True)
        sys.exit(1)
    _warn(brought.file)
    said = as_object(brought.reading, load(settings.config.topics))
    if as_json:
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        _print(said)


def _warn(file: FileText) -> None:
    """What was not read, and what the file holds that one who opens it is not shown."""
    if file.problem:
        click.echo(f"foiwatch: {file.problem}", err=True)
    for one in file.hidden:
        click.echo(f"foiwatch: {': '.join(filter(None, (one.kind, one.where, one.detail)))}", err=True)


def _print(said: dict[str, Any]) -> None:
    dates = ", ".join(f"{name} {date}" for name, date in said["dates"].items() if date)
    lines = {
        "title": said["title"],
        "kind": said["kind"],
        "reference": said["ref"] or "not found",
        "forces": ", ".join(said["forces"]) or "not found",
        "dates": dates or "not found",
        "outcome": said["outcome"],
        "exemptions": ", ".join(said["exemptions"]) or "none relied on",
        "attachments": ", ".join(a["text"] or a["href"] for a in said["attachments"]) or "none",
        "topics": "; ".join(f"{t['topic']} ({', '.join(t['evidence'])})" for t in said["topics"]) or "none",
    }
    for name, value in lines.items():
        click.echo(f"{name:12} {value}")
    for name in ("request_text", "response_text"):
        if said[name]:
            click.echo(f"\n{name.partition('_')[0].upper()}\n{said[name]}")
