"""`foiwatch crawl`: poll the logs and keep what they show; tell nobody."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from foiwatch.command import Settings
from foiwatch.config import Config
from foiwatch.crawl_options import arguments, crawl_options


@click.command()
@crawl_options
@click.option("--dry-run", is_flag=True, help="Crawl into a copy that is thrown away; say what would be kept.")
@click.pass_obj
def command(
    settings: Settings,
    sources: tuple[str, ...],
    full: bool,
    since: datetime | None,
    dry_run: bool,
    accept_withdrawals: bool,
    verbose: bool,
) -> None:
    """Poll the logs of all sources, or of SOURCE..., and keep what they show.

    Exit 0 when every source's run was whole, 1 when one was not, 2 when the configuration refuses.
    """
    from foiwatch.crawling import all_well, chosen, crawl
    from foiwatch.lock import only_run
    from foiwatch.purging import finish_purges
    from foiwatch.quarantined import tell_of_quarantined

    config = settings.config
    names = chosen(config, sources)
    told_to = arguments(full, since, accept_withdrawals)
    with only_run(config.store), _store(config, dry_run) as where:
        if not dry_run:
            finish_purges(config, settings.now)
        before = _ledger_end(where) if dry_run else 0
        results = crawl(where, names, told_to, verbose=verbose)
        if dry_run:
            _show(where, before)
        else:
            tell_of_quarantined(config, settings.now.isoformat())
    sys.exit(0 if all_well(results, names) else 1)


@contextmanager
def _store(config: Config, dry_run: bool) -> Iterator[Config]:
    """The configuration itself or, for a dry run, one whose store is a copy of the record without its files."""
    if not dry_run:
        yield config
        return
    with tempfile.TemporaryDirectory(prefix="foiwatch-dry-run-") as folder:
        copy = Path(folder)
        for name in ("foi.db", "foi.db-wal"):
            if (config.store / name).exists():
                shutil.copyfile(config.store / name, copy / name)
        yield replace(config, store=copy)


def _ledger_end(config: Config) -> int:
    from store.database import open_store
    from store.lookup import last_change

    store = open_store(config.store)
    try:
        return last_change(store)
    finally:
        store.close()


def _show(config: Config, before: int) -> None:
    from store.database import open_store
    from store.lookup import changes_after, disclosure

    store = open_store(config.store)
    while changes := changes_after(store, before, 500):
        for change in changes:
            kept = disclosure(store, change.disclosure)
            verb = "completed" if change.completed else change.verb
            click.echo("\t".join((verb, kept.source, kept.ref, kept.title, kept.address)))
        before = changes[-1].id
    store.close()
