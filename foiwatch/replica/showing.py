"""What the demonstration prints: short on a terminal, plain where there is none."""

import shutil
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from foiwatch.replica.demonstration import WALLED, Played

_COLOURS = {"new": "green", "changed": "yellow", "withdrawn": "red"}
_SHOWN = 6
_TITLES = {
    1: "the first crawl of four logs",
    2: f"pages are added, corrected and taken down; {WALLED} hides behind a bot wall",
    3: f"another week; {WALLED} is back, and what stayed away counts as withdrawn",
}


def console() -> Console:
    """The console for standard output; a pipe or a file gets plain lines of a fixed width."""
    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=120)


def show_week(out: Console, played: Played) -> None:
    """One week: the account of each source, then the alerts that were delivered."""
    out.print()
    out.rule(f"[bold]Week {played.number}[/]  {played.now[:10]}: {_TITLES[played.number]}", align="left")
    for line in played.account:
        colour = "red" if "NOT WHOLE" in line else "default"
        out.print(f"  [{colour}]{escape(line)}[/]", soft_wrap=True)
    for summary in played.summaries:
        _show_summary(out, summary)
    if played.items:
        _show_items(out, played.items)


def _show_summary(out: Console, summary: dict[str, Any]) -> None:
    kept = sum(row["kept"] for row in summary["sources"])
    matching = sum(row["matching"] for row in summary["sources"])
    out.print(
        f"  [bold]1 summary was delivered:[/] {kept} disclosures are watched, {matching} of them about"
        " misconduct. Alerts begin with what comes next."
    )


def _show_items(out: Console, items: list[dict[str, Any]]) -> None:
    out.print(f"  [bold]{len(items)} alerts were delivered to the desk[/] ({_counted(items)}):")
    chosen = _some_of_each(items)
    for item in chosen:
        colour, forces = _COLOURS.get(item["event"], "default"), escape(" and ".join(item["forces"]))
        _line(out, f"  [bold {colour}]{item['event']:>9}[/]  [bold]{forces}[/]: {escape(item['title'])}")
        changed = f"  changed: {', '.join(item['changed'])}" if item["changed"] else ""
        facts = f"{item['ref']}  {', '.join(item['topics'])}{changed}".replace("_", " ")
        _line(out, f"             [dim]{escape(facts)}[/]")
        if item["quote"]:
            _line(out, f"             [italic]“{escape(item['quote'])}”[/]")
    if len(items) > len(chosen):
        out.print(f"             and {len(items) - len(chosen)} more")


def _line(out: Console, text: str) -> None:
    out.print(text, no_wrap=True, overflow="ellipsis")


def _some_of_each(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    each = [[item for item in items if item["event"] == event] for event in _COLOURS]
    return [item for group in each for item in group[: _SHOWN // len(each)]]


def _counted(items: list[dict[str, Any]]) -> str:
    numbers = {event: sum(item["event"] == event for item in items) for event in _COLOURS}
    return ", ".join(f"{number} {event}" for event, number in numbers.items() if number)


def show_health(out: Console, weeks: list[Played]) -> None:
    """How each source is after the last week, and how it was in the week before."""
    table = Table("source", "force", "platform", "disclosures", "week 2", "week 3", title="foiwatch sources")
    before = {row["name"]: row for row in weeks[1].sources}
    for row in weeks[2].sources:
        earlier = before.get(row["name"], {})
        table.add_row(
            row["name"], ", ".join(row["forces"]), row["platform"], str(row.get("kept", 0)),
            _health(earlier), _health(row),
        )  # fmt: skip
    out.print()
    out.print(table)


def _health(row: dict[str, Any]) -> str:
    status, problem = str(row.get("status", "")), str(row.get("problem") or "")
    return f"[red]{escape(problem or status)}[/]" if problem else f"[green]{escape(status)}[/]"


def show_end(out: Console, config: str, missing: list[str]) -> None:
    """What to do next, or what went wrong."""
    if missing:
        lines = "\n".join(f"- {escape(sentence)}" for sentence in missing)
        out.print(Panel(lines, title="This should not have happened", border_style="red"))
        return
    serve = escape(f"{_program()} --config {config} serve --open")
    out.print(
        "\nThe week behind a bot wall took nothing from the record, and was said to be not whole."
        f" Look round the collection with:\n\n    [bold]{serve}[/]\n",
        soft_wrap=True,
    )


def _program() -> str:
    """How this very program is called: by its name where that is found, else by its path in the virtual environment."""
    here = Path(sys.executable).with_name("foiwatch")
    if shutil.which("foiwatch") or not here.exists():
        return "foiwatch"
    return str(here.relative_to(Path.cwd())) if here.is_relative_to(Path.cwd()) else str(here)
