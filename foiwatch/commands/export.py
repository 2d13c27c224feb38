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
@click.option(
    "--feeds", type=click.Path(path_type=Path),
    help="Instead: write Atom and JSON Feed for each topic, force and subscription with `feed = true` to this folder.",
)  # fmt: skip
@click.option("--address", default="", help="With --feeds: the address at which the folder will be served.")
@click.pass_obj
def command(
    settings: Settings, shape: str, to: Path | None, source: str, force: str, topic: str, since: datetime | None,
    feeds: Path | None, address: str,
) -> None:  # fmt: skip
    """Write every kept disclosure to standard output, or to a file or folder."""
    from foiwatch.exporting import chosen, export

    if (address and feeds is None) or (feeds is not None and any((to, source, force, topic, since))):
        raise click.UsageError("--feeds FOLDER, with or without --address URL, goes with no other option")
    if feeds is not None:
        return _feeds(settings, feeds, address)
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


def _feeds(settings: Settings, folder: Path, address: str) -> None:
    from foiwatch.feeding import export_feeds
    from store.feeds.plain import link

    if address and not link(address):
        raise click.UsageError("--address wants an address of the web, such as https://www.example.org/feeds")
    store = settings.open_store()
    try:
        number = export_feeds(settings.config, store, folder, address, settings.now.isoformat())
    finally:
        store.close()
    click.echo(f"{number} feeds, each as Atom and as JSON Feed", err=True)
