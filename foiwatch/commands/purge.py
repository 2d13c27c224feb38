"""`foiwatch purge`: takes a disclosure with personal data down, so that no byte of it is left."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from store.database import Store


@click.command()
@click.argument("id", required=False)
@click.option("--reason", default="", help="Why, for all to see: do not name the person. Needed with an ID.")
@click.option("--file", default="", help="Instead of a disclosure, one file of it, by its SHA-256 or how that begins.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--list", "as_list", is_flag=True, help="Print what was taken down; take nothing down.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON list instead of lines.")
@click.pass_obj
def command(
    settings: Settings, id: str | None, reason: str, file: str, yes: bool, as_list: bool, as_json: bool
) -> None:
    """Take a disclosure down: ID is its number or address. Without an ID, finish what was broken off.

    It goes from the record, the search, the archive, waiting alerts and the exports that are still where they were
    written. A tombstone without content stays, and keeps it from being collected again. This cannot be undone.
    Exit 0: done. 1: not done, or not to its end. 2: refused.
    """
    if as_list:
        _list(settings, as_json)
    elif id is None and not file:
        _finish(settings)
    elif id is not None and file:
        raise click.UsageError("either an ID or --file: a file is taken down wherever it is linked")
    elif not reason.strip():
        raise click.UsageError("--reason is needed: why it is taken down, without the name of the person")
    else:
        _purge(settings, id or "", file, " ".join(reason.split()), yes)


def _purge(settings: Settings, id: str, file: str, reason: str, yes: bool) -> None:
    from foiwatch.purging import after, before, before_file, rewriter
    from store.purging.errors import Unfinished
    from store.purging.preview import going
    from store.purging.purge import purge, purge_file, unfinished
    from store.quarantine import kept_file

    moment = settings.now.isoformat()
    with _alone(settings) as store:
        begun = unfinished(store)
        sha256 = next((one.file for one in begun if file and one.file == file), "") or (file and kept_file(store, file))
        disclosure = 0 if sha256 else _numbered(store, id)
        if not any(one.file == sha256 and one.disclosure == disclosure for one in begun):
            for line in before_file(store, sha256) if sha256 else before(going(store, disclosure)):
                click.echo(line, err=True)
            click.echo(f"reason, for all to see: {reason}", err=True)
            if not yes and not click.confirm("Take it down? This cannot be undone.", err=True):
                sys.exit(1)
        try:
            if sha256:
                done = purge_file(store, sha256, reason, moment, rewriter(store, settings.config, settings.now))
            else:
                done = purge(store, disclosure, reason, moment, rewriter(store, settings.config, settings.now))
        except Unfinished as why:
            click.echo(f"foiwatch: not finished: {why}", err=True)
            sys.exit(1)
        for line in after(store.folder, done):
            click.echo(line)


def _finish(settings: Settings) -> None:
    from foiwatch.purging import after, rewriter
    from store.purging.errors import Unfinished
    from store.purging.purge import finish

    with _alone(settings) as store:
        try:
            finished = finish(store, settings.now.isoformat(), rewriter(store, settings.config, settings.now))
        except Unfinished as why:
            click.echo(f"foiwatch: not finished: {why}", err=True)
            sys.exit(1)
        for done in finished:
            for line in after(store.folder, done):
                click.echo(line)
    click.echo("nothing was broken off" if not finished else "finished", err=True)


def _list(settings: Settings, as_json: bool) -> None:
    from store.purging.bars import tombstones

    store = settings.open_store()
    try:
        found = tombstones(store.db.conn)
    finally:
        store.close()
    if as_json:
        objects = [{name: value for name, value in asdict(one).items() if name != "salt"} for one in found]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(f"{one.id}  {one.said}{'' if one.finished else '  NOT FINISHED: run `foiwatch purge`'}")
    click.echo(f"{len(found)} taken down", err=True)


@contextmanager
def _alone(settings: Settings) -> "Iterator[Store]":
    """The store, while no run and no delivery goes on."""
    from filelock import FileLock

    from alerts.deliver import LOCK
    from foiwatch.lock import only_run

    with only_run(settings.config.store), FileLock(settings.config.store / LOCK):
        store = settings.open_store()
        try:
            yield store
        finally:
            store.close()


def _numbered(store: "Store", id: str) -> int:
    """The number of a disclosure; a reference is not enough, since several may have it. Raises NotKept."""
    from store.errors import NotKept
    from store.kept import kept_at
    from store.lookup import disclosures
    from store.purging.bars import addresses_down, tombstones

    wanted = id.strip()
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else 0
    if number and disclosures(store, [number]):
        return number
    if found := kept_at(store, wanted):
        return found.disclosure
    db = store.db.conn
    down = tombstones(db, "disclosure = ?", number) if number else list(addresses_down(db, [wanted]).values())
    if down and not down[0].finished:
        return down[0].disclosure
    raise NotKept(down[0].said if down else f"no disclosure has the number or address {wanted!r}")
