"""`foiwatch evidence`: what a third party needs to check a disclosure, in a folder."""

import json
import sys
from pathlib import Path

import click

from foiwatch import __version__
from foiwatch.command import Settings


@click.command()
@click.argument("id")
@click.option("--to", type=click.Path(path_type=Path), help="The folder to write; default: evidence-ID.")
@click.option(
    "--timestamp", is_flag=True, help="Have the authority that `timestamps` names sign the digests (RFC 3161)."
)
@click.option("--include-quarantined", is_flag=True, help="Also the files that are held back.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest.")
@click.pass_obj
def command(
    settings: Settings, id: str, to: Path | None, timestamp: bool, include_quarantined: bool, as_json: bool
) -> None:
    """Write the archived responses and files of a disclosure, with digests and a manifest, into a new folder.

    ID is its number, an address or a reference. Exit 1 when the time stamp could not be had: the folder is there.
    """
    from foiwatch.config import ConfigError
    from store.evidence.bundle import write
    from store.finding import find_kept

    if timestamp and not settings.config.timestamps:
        raise ConfigError("no time-stamping authority is configured; set timestamps in foiwatch.toml")
    store = settings.open_store()
    try:
        disclosure = find_kept(store, id)
        folder = to or Path(f"evidence-{disclosure}")
        manifest = write(
            store, disclosure, folder, software=f"foiwatch {__version__}", made=settings.now.isoformat(),
            include_quarantined=include_quarantined,
        )  # fmt: skip
    finally:
        store.close()
    if as_json:
        click.echo(json.dumps(manifest, ensure_ascii=False, indent=1))
    else:
        _print(folder, manifest)
    if timestamp and not _signed(folder, settings.config.timestamps):
        sys.exit(1)


def _print(folder: Path, manifest: dict[str, list[object]]) -> None:
    counts = {"versions": "versions", "records": "responses", "attachments": "files"}
    said = ", ".join(f"{len(manifest[name])} {word}" for name, word in counts.items())
    click.echo(f"{folder}\t{said}")
    if not manifest["records"]:
        click.echo("no response was archived: it was kept before there was an archive", err=True)
    if manifest["left_out"]:
        click.echo(f"{len(manifest['left_out'])} left out; manifest.json says why", err=True)


def _signed(folder: Path, authority: str) -> bool:
    from foiwatch.timestamping import NoTimestamp, timestamp
    from store.evidence.bundle import SUMS

    try:
        click.echo(f"signed as of {timestamp(folder / SUMS, authority)}", err=True)
    except NoTimestamp as reason:
        click.echo(f"foiwatch: no time stamp: {reason}", err=True)
        return False
    return True
