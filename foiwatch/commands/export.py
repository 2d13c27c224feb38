"""`foiwatch export`: the kept disclosures, to standard output."""

import sys

import click

from foiwatch.command import Settings


@click.command()
@click.option(
    "--format", "shape", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True,
    help="JSON Lines: the object of `foiwatch read --json`, with what the record adds. CSV: one row a disclosure.",
)  # fmt: skip
@click.pass_obj
def command(settings: Settings, shape: str) -> None:
    """Write every kept disclosure to standard output."""
    from store.export import to_csv, to_jsonl

    store = settings.open_store()
    try:
        write = to_jsonl if shape == "jsonl" else to_csv
        number = write(store, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # click ends quietly when the reader has had enough
    except OSError as error:
        click.echo(f"foiwatch: the export could not be written: {error.strerror or error}", err=True)
        sys.exit(1)
    finally:
        store.close()
    click.echo(f"{number} disclosures", err=True)
