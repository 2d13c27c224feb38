"""`foiwatch holes`: how many requests were numbered, and what share of them is published, with method and limits."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from foiwatch.command import Settings

if TYPE_CHECKING:
    from store.references.estimating import Estimate

_HOLES_SHOWN = 2


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--year", help="A year, such as 2025; of a financial year the first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list with tests, holes and months.")
@click.pass_obj
def command(settings: Settings, sources: tuple[str, ...], year: str | None, as_json: bool) -> None:
    """Estimate from the reference numbers how many requests were numbered, and what share is published.

    The method and its limits stand below the table. A source whose numbering allows no estimate is listed with
    the reason.
    """
    from store.references.estimating import estimates

    store = settings.open_store()
    try:
        every = estimates(store)
    finally:
        store.close()
    _check(sources, {name for one in every for name in one.sources})
    found = [one for one in every if _asked(one, sources, year)]
    if as_json:
        click.echo(json.dumps([_as_object(one) for one in found], ensure_ascii=False, indent=2))
    elif found:
        _print(found)
    else:
        click.echo("no disclosure of that source and year is kept", err=True)


def _check(sources: Sequence[str], kept: set[str]) -> None:
    from foiwatch.config import ConfigError
    from foiwatch.known import sources as declared

    names = sorted(kept.union(declared()))
    for name in sources:
        if name not in names:
            raise ConfigError(f"there is no source {name!r}; there are {', '.join(names)}")


def _asked(one: "Estimate", sources: Sequence[str], year: str | None) -> bool:
    """A sequence without years is not passed over in silence."""
    return (not sources or bool(set(sources) & set(one.sources))) and (not year or one.year[:4] in ("", year[:4]))


def _as_object(one: "Estimate") -> dict[str, Any]:
    holes = [asdict(hole) | {"missing": hole.missing} for hole in one.holes]
    share = dict(zip(("estimate", "low", "high"), one.share, strict=True)) if one.share else None
    return asdict(one) | {"holes": holes, "share": share}


def _print(found: Sequence["Estimate"]) -> None:
    from rich.console import Console

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 200)
    estimated = [one for one in found if not one.reason]
    if estimated:
        _table(console, estimated)
        _notes(estimated)
    refused = [one for one in found if one.reason]
    if refused:
        click.echo(("\n" if estimated else "") + "No estimate, because the numbering does not allow it:")
        for line in _refusals(refused):
            click.echo(f"- {line}")


def _table(console: Any, estimated: Iterable["Estimate"]) -> None:
    from rich.markup import escape
    from rich.table import Table

    heads = (
        "sources",
        "series",
        "year",
        "numbers seen",
        "estimated requests numbered",
        "published here",
        "largest holes",
    )
    table = Table(*heads, box=None, pad_edge=False)
    for one in estimated:
        assert one.numbered and one.share
        least = "at least " if one.at_least else ""
        share, low, high = one.share
        table.add_row(
            ", ".join(one.sources),
            escape(one.series),
            one.year + (f", up to {one.up_to}" if one.running else ""),
            f"{one.seen} from {one.lowest} to {one.highest}",
            f"{one.numbered.estimate} (95%: {one.numbered.low} to {one.numbered.high})",
            f"{least}{share:.1%} (95%: {low:.1%} to {high:.1%})",
            "; ".join(_hole(hole) for hole in one.holes[:_HOLES_SHOWN]),
        )
    console.print(table)


def _hole(hole: Any) -> str:
    dates = f" ({hole.after or '?'} to {hole.before or '?'})" if hole.after or hole.before else ""
    return f"{hole.missing} missing, {hole.first} to {hole.last}{dates}"


def _notes(estimated: Sequence["Estimate"]) -> None:
    click.echo("\nMethod:")
    for method, ones in _by(estimated, lambda one: one.method):
        click.echo(f"- {method} ({_named(ones)})")
    click.echo("Limits:")
    limits = dict.fromkeys(limit for one in estimated for limit in one.limits)
    for limit in limits:
        ones = [one for one in estimated if limit in one.limits]
        click.echo(f"- {limit}" if len(ones) == len(estimated) else f"- {limit} ({_named(ones)})")
    for one in estimated:
        if one.aside:
            click.echo(f"- set aside as out of sequence: {', '.join(map(str, one.aside))} ({_named([one])})")


def _refusals(refused: Sequence["Estimate"]) -> Iterable[str]:
    for (sources, series, reason), ones in _by(refused, lambda one: (", ".join(one.sources), one.series, one.reason)):
        years = ", ".join(one.year for one in ones if one.year)
        count = sum(one.seen for one in ones)
        numbers = f" ({count} number{'s' if count != 1 else ''})" if count else ""
        yield f"{' '.join(filter(None, (sources, series, years)))}{numbers}: {reason}"


def _by(ones: Sequence["Estimate"], key: Any) -> list[tuple[Any, list["Estimate"]]]:
    return [(value, list(group)) for value, group in groupby(sorted(ones, key=key), key)]


def _named(ones: Sequence["Estimate"]) -> str:
    by_source = _by(ones, lambda one: ", ".join(one.sources))
    return "; ".join(f"{name} {', '.join(one.year for one in group)}" for name, group in by_source)
