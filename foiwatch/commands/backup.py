"""`foiwatch backup`: the whole store in another folder, while a crawl may run."""

from pathlib import Path

import click

from foiwatch.command import Settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def command(settings: Settings, folder: Path) -> None:
    """Copy the store to FOLDER: a new folder, or an earlier backup, of which only what changed is copied.

    A crawl may run meanwhile. foiwatch.toml is not part of it. Keep the folder private: it holds the private
    database and the files in quarantine.
    """
    from store.backup.making import back_up

    store = settings.open_store()
    try:
        made = back_up(store, folder, settings.now.isoformat())
    finally:
        store.close()
    size = sum(made.files.values()) + sum((folder / name).stat().st_size for name in made.databases)
    click.echo(f"{folder}: {made.disclosures} disclosures, {len(made.files)} files, {size / 1e6:.1f} MB", err=True)
