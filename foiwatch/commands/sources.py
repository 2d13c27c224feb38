"""`foiwatch sources`: the register of sources and how each of them is."""

import json
import sys
from dataclasses import asdict
from typing import Any

import click

from foiwatch.command import Settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON list instead of a table.")
@click.pass_obj
def command(settings: Settings, as_json: bool) -> None:
    """The register: name, forces, platform, address, health, last whole run."""
    rows = _rows(settings)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print(rows)


def _rows(settings: Settings) -> list[dict[str, Any]]:
    from scrapy.settings import Settings as ScrapySettings

    from crawler.crawl import sources
    from foiwatch.project import settings_for
    from store.runs import health

    store = settings.open_store()
    known = {one.name: asdict(one) for one in health(store)}
    store.close()
    rows = []
    for name, source in sources(ScrapySettings(settings_for(settings.config))).items():
        set_here = settings.config.sources.get(name, {})
        register = {
            "name": name,
            "forces": [source.full_name],
            "platform": source.platform,
            "site": set_here.get("site", source.site),
            "enabled": set_here.get("enabled", True),
        }
        rows.append({"status": "never run", **known.get(name, {}), **register})
    return rows


def _print(rows: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("source", "force", "platform", "disclosures", "health", "last whole run", box=None, pad_edge=False)
    for row in rows:
        table.add_row(
            row["name"],
            ", ".join(row["forces"]),
            row["platform"],
            str(row.get("kept", 0)),
            _health(row),
            str(row.get("last_whole") or "never")[:16].replace("T", " "),
        )
    wide = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 200)
    wide.print(table)


def _health(row: dict[str, Any]) -> str:
    if not row["enabled"]:
        return "switched off"
    problem = row.get("problem")
    return f"{row['status']}: {problem}" if problem else str(row["status"])
