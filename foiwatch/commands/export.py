"""`foiwatch export`: the kept disclosures as JSON lines, CSV, Parquet or a data package."""

import sys
from datetime import datetime
from pathlib import Path

import click

from foiwatch.command import Settings

SHAPES = ("jsonl", "csv", "parquet", "datapackage")


@click.command()
@click.option(
    "--format", "shape", type=click.Choice(SHAPES), default="jsonl", show_default=True,
    help="JSON Lines: the object of `foiwatch read --json`, with what the record adds. CSV: one row a disclosure."
    " Parquet: the same with questions, citations and tables as lists. Data package: a folder of CSV files"
    " (disclosures, questions, citations, attachments, versions, topics, cells) and their description.",
)  # fmt: skip
@click.option("--to", type=click.Path(path_type=Path), help="The file to write, or the folder of a data package.")
@click.option("--source", default="", help="Only this source, such as met.")
@click.option("--force", default="", help="Only this force, by its full name or its source's.")
@click.option("--topic", default="", help="Only what is about this topic.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what is dated on this day or later.")
@click.pass_obj
def command(
    settings: Settings, shape: str, to: Path | None, source: str, force: str, topic: str, since: datetime | None
) -> None:
    """Write every kept disclosure to standard output, or to a file or folder."""
    from foiwatch.exporting import chosen, export

    if to is None and shape in ("parquet", "datapackage"):
        raise click.UsageError(f"--format {shape} wants --to: a {'file' if shape == 'parquet' else 'folder'} to write")
    which = chosen(settings.config, source=source, force=force, topic=topic, since=since)
    store = settings.open_store()
    try:
        number = export(store, shape, to, which, settings.now.isoformat())
    except BrokenPipeError:
        raise  # click ends quietly when the reader has had enough
    except OSError as error:
        click.echo(f"foiwatch: the export could not be written: {error.strerror or error}", err=True)
        sys.exit(1)
    finally:
        store.close()
    click.echo(f"{number} disclosures", err=True)
