"""`foiwatch restore`: a backup in the place of the store."""

from pathlib import Path

import click

from foiwatch.command import Settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--replace", is_flag=True, help="Also when there is a store: it is kept beside, under another name.")
@click.option("--check", is_flag=True, help="Only compare the backup with its digests; restore nothing.")
@click.pass_obj
def command(settings: Settings, folder: Path, replace: bool, check: bool) -> None:
    """Check the backup in FOLDER byte by byte and make it the store."""
    from foiwatch.lock import only_run
    from store.backup.restoring import restore, verify
    from store.database import PUBLIC_NAME
    from store.errors import StoreError

    if check:
        made = verify(folder)
        click.echo(f"{folder}: whole; made {made.made}, {made.disclosures} disclosures", err=True)
        return
    store = settings.config.store
    if (store / PUBLIC_NAME).exists() and not replace:
        raise StoreError(f"{store}: there is a store; --replace puts the backup in its place and keeps it beside")
    with only_run(store):
        made, before = restore(folder, store, settings.now.isoformat())
    click.echo(f"{store}: restored from {folder}, made {made.made}: {made.disclosures} disclosures", err=True)
    if before and (before / PUBLIC_NAME).exists():
        click.echo(f"what was there is in {before}; remove it when you are sure", err=True)
