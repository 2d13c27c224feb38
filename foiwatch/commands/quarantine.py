"""`foiwatch quarantine`: the files in which something is hidden, for an operator to look at and decide."""

import json
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from store.quarantine import Held

SHORT = 12  # letters of a SHA-256 that name a file among all that anybody keeps


@click.group()
def command() -> None:
    """Files in which something is hidden: held back until you have looked at them."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of lines.")
@click.pass_obj
def list_files(settings: Settings, as_json: bool) -> None:
    """Print which files are held back, and the kinds of what is hidden in them."""
    from store.fileread import in_words
    from store.quarantine import held

    with closing(settings.open_store()) as store:
        files = held(store)
    if as_json:
        click.echo(json.dumps([_as_object(file) for file in files], ensure_ascii=False, indent=1))
        return
    for file in files:
        belongs = "; ".join(f"{one.id} {_flat(one.title)}" for one in file.carriers) or "no disclosure"
        click.echo(f"{file.sha256[:SHORT]}  {file.since[:10]}  {file.name}: {in_words(file.kinds)}  [{belongs}]")
    click.echo(f"{len(files)} in quarantine", err=True)


@command.command("show")
@click.argument("id")
@click.pass_obj
def show(settings: Settings, id: str) -> None:
    """Print all that was found in a file, place by place; ID begins its SHA-256."""
    from store.files import held_path
    from store.quarantine import held_file

    with closing(settings.open_store()) as store:
        file = held_file(store, id)
        path = held_path(store, file.sha256)
    lines = {"file": file.name, "sha256": file.sha256, "type": file.media_type, "bytes": f"{file.bytes:,}"}
    lines |= {"address": file.address, "held since": file.since, "kept at": str(path.absolute())}
    for name, value in lines.items():
        click.echo(f"{name:12} {value}")
    for one in file.carriers:
        click.echo(f"{'disclosure':12} {one.id} {one.ref} {_flat(one.title)} {one.address}")
    click.echo("found:" if file.found else "found: not known here; private.db is another one")
    for found in file.found:
        where = f" in {found.place}" if found.place else ""
        click.echo(f"- {found.kind}{where}{f': {_flat(found.detail)}' if found.detail else ''}")


@command.command("release")
@click.argument("id")
@click.option("--reason", default="", help="Why it may be public; remembered in private.db.")
@click.pass_obj
def release(settings: Settings, id: str, reason: str) -> None:
    """Make a held file public, with all that is hidden in it.

    Its words are then searched and shown, and its disclosures have changed: topics are matched again, and with the
    next run subscribers hear of it. A released file stays released when it is met again.
    """
    from foiwatch.lock import only_run
    from foiwatch.releasing import release_file
    from store.holding import settle
    from store.quarantine import held_file

    with only_run(settings.config.store), closing(settings.open_store()) as store:
        settle(store)
        file = held_file(store, id)
        changed, problem = release_file(store, file, settings.config, settings.now.isoformat(), reason)
    numbers = ", ".join(map(str, changed)) or "none"
    click.echo(f"released: {file.name} ({file.sha256[:SHORT]}); disclosures changed by it: {numbers}")
    if problem:
        click.echo(f"not all of it could be read: {problem}", err=True)


@command.command("hold")
@click.argument("id")
@click.option("--reason", required=True, help="Why it must not be public; shown by `foiwatch quarantine show` alone.")
@click.pass_obj
def hold(settings: Settings, id: str, reason: str) -> None:
    """Take a public file into quarantine: its bytes, its words, and every quote of them."""
    from foiwatch.lock import only_run
    from store.holding import hold_by_hand, settle
    from store.quarantine import held_file, mark_told

    moment = settings.now.isoformat()
    with only_run(settings.config.store), closing(settings.open_store()) as store:
        settle(store)
        file = held_file(store, hold_by_hand(store, id, reason, moment))
        mark_told(store, [file], moment)
    click.echo(f"quarantined: {file.name} ({file.sha256[:SHORT]})")


def _as_object(file: "Held") -> dict[str, Any]:
    return asdict(file) | {"found": [asdict(one) for one in file.found]}


def _flat(text: str) -> str:
    return " ".join(text.split())
