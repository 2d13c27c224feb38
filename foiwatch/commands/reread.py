"""`foiwatch reread`: everything again from the archive, after a reader was improved; it alerts nobody."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from foiwatch.rereading import Again
    from store.database import Store
    from store.evidence.revising import Difference

WIDTH = 60  # characters of a value that are shown


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--source", default="", help="Only the disclosures of this source.")
@click.option("--all", "everything", is_flag=True, help="Also what today's reader has read already.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: the counts, and what changed.")
@click.pass_obj
def command(
    settings: Settings, ids: tuple[str, ...], source: str, everything: bool, dry_run: bool, as_json: bool
) -> None:
    """Read every kept disclosure, or ID... (number, address or reference), again from the archive; say what changed.

    Fields, search and topics follow. No version is made and no alert sent. What was read by today's reader is left
    out unless it is named, so that a run that was stopped goes on where it was. Exit 1 when something could not be
    read.
    """
    from alerts.topics.matching import match_new
    from alerts.topics.topics import load
    from crawler.workers import FileReader
    from foiwatch.lock import only_run
    from foiwatch.rereading import Rereading

    topics = load(settings.config.topics)
    with only_run(settings.config.store), FileReader(settings.config.limits) as files:
        store = settings.open_store()
        rereading = Rereading(store, settings.config, files, everything=everything or bool(ids), dry_run=dry_run)
        chosen = _chosen(store, ids, source, everything)
        found: list[dict[str, Any]] | None = [] if as_json else None
        counts: Counter[str] = Counter()
        for disclosure in chosen:
            counts["disclosures"] += 1
            for reading in rereading.read(disclosure):
                _count(counts, reading)
                _tell(reading, found)
        if not dry_run:
            match_new(store, topics)
        store.close()
    _end(counts, found)


def _chosen(store: "Store", ids: tuple[str, ...], source: str, everything: bool) -> Iterator[int]:
    from crawler.reader import fingerprint
    from store.evidence import owed
    from store.finding import find_kept

    if not ids:
        # No reader is called so: then every disclosure is owed.
        yield from owed.disclosures(store, "any" if everything else fingerprint(), source)
    for id in ids:
        yield find_kept(store, id)


def _count(counts: Counter[str], reading: "Again") -> None:
    from store.evidence.owed import NOT_ARCHIVED

    what = "files" if reading.sha256 else "versions"
    if reading.problem == NOT_ARCHIVED:
        counts["not archived"] += 1
    elif reading.problem:
        counts["not read"] += 1
    else:
        counts[what] += 1
        counts[f"{what} changed"] += bool(reading.differences)


def _tell(reading: "Again", found: list[dict[str, Any]] | None) -> None:
    from store.evidence.owed import NOT_ARCHIVED

    of = f"file {reading.sha256[:12]}" if reading.sha256 else f"version {reading.version}"
    if found is not None:
        if reading.differences or reading.problem:
            found.append(_as_object(reading))
        return
    for one in reading.differences:
        click.echo(f"{reading.disclosure}\t{of}\t{one.field}: {_short(one)}")
    if reading.problem and reading.problem != NOT_ARCHIVED:
        click.echo(f"foiwatch: disclosure {reading.disclosure}, {of}: {reading.problem}", err=True)


def _as_object(reading: "Again") -> dict[str, Any]:
    differences = [{"field": one.field, "before": one.before, "after": one.after} for one in reading.differences]
    named = {"disclosure": reading.disclosure, "version": reading.version, "sha256": reading.sha256}
    return named | {"changed": differences, "problem": reading.problem}


def _short(one: "Difference") -> str:
    before, after = (_plain(value) for value in (one.before, one.after))
    if max(len(before), len(after)) <= WIDTH:
        return f"{before or 'nothing'} -> {after or 'nothing'}"
    return f"{len(before.split())} -> {len(after.split())} words: {shorten(after, WIDTH) or 'nothing'}"


def _plain(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value else ""
    return " ".join(text.split())


def _end(counts: Counter[str], found: list[dict[str, Any]] | None) -> None:
    names = ("disclosures", "versions", "versions changed", "files", "files changed", "not archived", "not read")
    if found is not None:
        numbers = {name.replace(" ", "_"): counts[name] for name in names}
        click.echo(json.dumps({**numbers, "readings": found}, ensure_ascii=False, indent=1))
    click.echo(", ".join(f"{counts[name]} {name}" for name in names), err=True)
    if not counts["disclosures"]:
        click.echo("today's reader has read everything already; --all reads it once more", err=True)
    if counts["not read"]:
        sys.exit(1)
