"""`foiwatch merge`: what was taken as one and why, and a person's word where that was wrong."""

import json
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from store.merging.listing import Merge


@click.group()
def command() -> None:
    """What was taken as one and why; take it back, or join two by hand."""


@command.command("list")
@click.option("--undone", is_flag=True, help="Those too that were taken back.")
@click.option("--addresses", is_flag=True, help="Instead, every further address that a page or log names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def list_merges(settings: Settings, undone: bool, addresses: bool, as_json: bool) -> None:
    """Print what was merged: one line each, with the reason."""
    from store.merging import listing

    with closing(settings.open_store()) as store:
        merges = listing.merges(store, undone=undone)
        aliases = listing.aliases(store)
    if as_json:
        chosen = [asdict(one) for one in (aliases if addresses else merges)]
        click.echo(json.dumps(chosen, ensure_ascii=False, indent=1))
        return
    for alias in aliases if addresses else ():
        click.echo(f"{alias.disclosure}  {alias.address}  [{alias.reason}]")
    for one in () if addresses else merges:
        click.echo(_line(one))
    click.echo(f"{len(merges)} merges; {len(aliases)} further addresses (--addresses)", err=True)


@command.command("show")
@click.argument("id", type=int)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.pass_obj
def show(settings: Settings, id: int, as_json: bool) -> None:
    """Print one merge with its evidence. ID is its number in `foiwatch merge list`."""
    from store.merging.listing import merge

    with closing(settings.open_store()) as store:
        one = merge(store, id)
    if as_json:
        click.echo(json.dumps(asdict(one), ensure_ascii=False, indent=1))
        return
    click.echo(_line(one))
    for end in _ends(one):
        click.echo(f"{'':4}{end}")
    for name, value in one.evidence.items():
        click.echo(f"{name:12} {json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value}")


@command.command("undo")
@click.argument("id", type=int)
@click.option("--reason", required=True, help="Why they are not one; kept with the merge.")
@click.pass_obj
def undo_merge(settings: Settings, id: int, reason: str) -> None:
    """Take a merge back: two disclosures as before. It is never made again by itself."""
    from foiwatch.lock import only_run
    from store.merging.undoing import undo

    with only_run(settings.config.store), closing(settings.open_store()) as store:
        one = undo(store, id, reason=reason, now=settings.now.isoformat())
    click.echo(f"undone: {one.kept} and {one.other} are two disclosures")


@command.command("make")
@click.argument("id", type=int)
@click.argument("other", type=int)
@click.option("--reason", required=True, help="Why they are one; kept with the merge.")
@click.pass_obj
def make_merge(settings: Settings, id: int, other: int, reason: str) -> None:
    """Join two disclosures, ID and OTHER, that are one."""
    from foiwatch.lock import only_run
    from store.merging.undoing import make

    with only_run(settings.config.store), closing(settings.open_store()) as store:
        one = make(store, id, other, reason=reason, now=settings.now.isoformat())
    click.echo(f"merge {one.id}: {one.kept} and {one.other} are one")


@command.command("find")
@click.pass_obj
def find_merges(settings: Settings) -> None:
    """Look for duplicates among what was kept before foiwatch looked for them."""
    from foiwatch.lock import only_run
    from store.merging.filling import fill

    with only_run(settings.config.store), closing(settings.open_store()) as store:
        looked, made = fill(store, settings.now.isoformat())
    click.echo(f"looked at {looked}; merges made: {made}")


def _line(one: "Merge") -> str:
    ends = f"{one.kept} = {one.address or one.other}"
    undone = f"  UNDONE {one.undone[:10]}: {_flat(one.undone_reason)}" if one.undone else ""
    return f"{one.id:>5}  {one.seen[:10]}  {one.kind}: {ends}: {_flat(one.reason)}  [{_flat(one.kept_title)}]{undone}"


def _ends(one: "Merge") -> list[str]:
    ends = [f"{one.kept} ({one.kept_source}) {_flat(one.kept_title)} {one.kept_address}"]
    if one.other:
        ends.append(f"{one.other} ({one.other_source}) {_flat(one.other_title)} {one.other_address}")
    return [*ends, one.address] if one.address else ends


def _flat(text: str) -> str:
    return " ".join(text.split())
