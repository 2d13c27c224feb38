"""The command `foiwatch`: finds the subcommand and hands it the settings, loading nothing that it does not need."""

import importlib
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiwatch import __version__, clock

if TYPE_CHECKING:
    from foiwatch.config import Config
    from store.database import Store

COMMANDS = (
    "init", "run", "crawl", "read", "add", "probe", "sources", "topics", "alerts",
    "serve", "versions", "export", "evidence", "reread", "backup", "restore", "merge", "dossiers", "holes",
    "quarantine", "purge", "doctor", "demo",
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """What every subcommand may ask for: the configuration, the time and the store."""

    config_path: Path | None

    @cached_property
    def config(self) -> "Config":
        from foiwatch.config import load_config

        return load_config(self.config_path)

    @property
    def now(self) -> datetime:
        return clock.now()

    def open_store(self) -> "Store":
        from store.database import open_store

        return open_store(self.config.store)


class LazyGroup(click.Group):
    """Loads `foiwatch.commands.<name>` when it is asked for: apprise, datasette and scrapy are slow to import."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return importlib.import_module(f"foiwatch.commands.{cmd_name}").command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="foiwatch")
@click.option(
    "--config", "config_path", type=click.Path(path_type=Path, dir_okay=False), envvar="FOIWATCH_CONFIG",
    help="The configuration file; default: foiwatch.toml in this folder, when there is one.",
)  # fmt: skip
@click.pass_context
def group(ctx: click.Context, config_path: Path | None) -> None:
    """Watch the FOI disclosure logs of UK police forces: poll, read, keep, tell, show."""
    ctx.obj = Settings(config_path)
    try:
        clock.now()
    except ValueError as error:
        raise click.UsageError(f"FOIWATCH_NOW: {error}; expected ISO 8601, such as 2026-11-21T09:00:00+00:00") from None


def main() -> None:
    """Run the command; a refusal that names its reason ends it with exit 2."""
    from alerts.errors import AlertsError
    from foiwatch.config import ConfigError
    from store.errors import RecordFault, StoreError

    try:
        group()
    except (AlertsError, ConfigError, StoreError) as refusal:
        click.echo(f"foiwatch: {refusal}", err=True)
        sys.exit(2)
    except RecordFault as fault:
        click.echo(f"foiwatch: the record: {fault}; `foiwatch doctor` says more", err=True)
        sys.exit(2)
