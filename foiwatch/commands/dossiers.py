"""`foiwatch dossiers`: the same question across forces, and a person's word where a link was wrong."""

import csv
import json
import sys
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from store.dossiers.shape import Dossier, Stacked

WIDEST = 70  # characters of an answer in a line


@click.group()
def command() -> None:
    """The same question across forces: who answered what."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def list_dossiers(settings: Settings, as_json: bool) -> None:
    """Print all dossiers, those asked last first."""
    from store.dossiers.reading import summaries

    with closing(settings.open_store()) as store:
        found = summaries(store)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        answers = ", ".join(f"{count} {answer}" for answer, count in one.answers.items())
        click.echo(f"{one.id}  {one.since or '-'}  {_flat(one.title)}: {len(one.forces)} forces; {answers}")
    click.echo(f"{len(found)} dossiers", err=True)


@command.command("show")
@click.argument("id", type=int)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option("--table", "number", type=click.IntRange(min=1), help="Only the stacked table of that number.")
@click.option("--format", "shape", type=click.Choice(["csv", "json"]), default="csv", show_default=True,
              help="Of the stacked table.")  # fmt: skip
@click.pass_obj
def show(settings: Settings, id: int, as_json: bool, number: int | None, shape: str) -> None:
    """Print one dossier: force by force, and the answers to each question side by side."""
    from store.dossiers.reading import dossier

    with closing(settings.open_store()) as store:
        one = dossier(store, id)
    if number is not None:
        if number > len(one.tables):
            raise click.UsageError(f"dossier {one.id} has {len(one.tables)} stacked tables")
        _write_table(one.tables[number - 1], shape)
    elif as_json:
        click.echo(json.dumps(asdict(one), ensure_ascii=False, indent=1))
    else:
        _print(one)


@command.command("rebuild")
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """Compare everything in the record again, as one made by an earlier foiwatch needs once. Corrections stay."""
    from foiwatch.lock import only_run
    from store.dossiers import rebuilding

    with only_run(settings.config.store), closing(settings.open_store()) as store:
        count = rebuilding.rebuild(store, settings.now.isoformat())
    click.echo(f"{count} dossiers", err=True)


@command.command("split")
@click.argument("id", metavar="DOSSIER", type=int)
@click.argument("disclosure", type=int)
@click.option("--reason", required=True, help="Why it asks something else; kept in the record, which is public.")
@click.pass_obj
def split(settings: Settings, id: int, disclosure: int, reason: str) -> None:
    """Take DISCLOSURE out of DOSSIER. It is never put back beside those that are in it now."""
    from store.dossiers import correcting

    with closing(settings.open_store()) as store:
        left = correcting.split(store, id, disclosure, reason, settings.now.isoformat())
    click.echo(f"disclosure {disclosure} is out of dossier {id}; {left} are left in it", err=True)


def _print(one: "Dossier") -> None:
    moved = f" (once {one.asked_as})" if one.asked_as != one.id else ""
    click.echo(f"Dossier {one.id}{moved}: {_flat(one.title)}, since {one.since or 'a day not known'}")
    for force in one.forces:
        sections = f" ({', '.join(force.sections)})" if force.sections else ""
        days = f", {force.days} days" if force.days is not None else ""
        numbers = ", ".join(map(str, force.members))
        click.echo(f"  {force.force or 'force not known'}: {force.answer}{sections}{days}  [{numbers}]")
    for question in one.questions:
        click.echo(f"\n{question.number or '-'}  {_flat(question.text)}")
        for reply in question.replies:
            said = _flat(reply.answer)[:WIDEST] or reply.outcome or "-"
            click.echo(f"    {'; '.join(reply.forces) or 'force not known'}: {said}")
    for number, table in enumerate(one.tables, 1):
        columns = ", ".join(table.columns[4:])
        click.echo(f"\nTable {number}: {columns}; {len(table.rows)} rows of {len(table.disclosures)} disclosures")


def _write_table(table: "Stacked", shape: str) -> None:
    from store.export.spreadsheet import as_cell

    if shape == "json":
        click.echo(json.dumps(asdict(table), ensure_ascii=False))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for row in (table.columns, *table.rows):
        writer.writerow(map(as_cell, row))


def _flat(text: str) -> str:
    return " ".join(text.split())
