"""`foiwatch init` writes a commented foiwatch.toml that loads as it is; it does not overwrite one unasked."""

from importlib import resources
from pathlib import Path

import click

from foiwatch.command import Settings
from foiwatch.config import DEFAULT, ConfigError


@click.command()
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.pass_obj
def command(settings: Settings, force: bool) -> None:
    """Write foiwatch.toml, with a comment on every setting."""
    path = settings.config_path or DEFAULT
    _write(path, resources.files("foiwatch").joinpath("starter.toml").read_text(encoding="utf-8"), force)
    click.echo(f"wrote {path}")
    click.echo("next: set contact in it, then `foiwatch doctor` and `foiwatch run`", err=True)


def _write(path: Path, text: str, force: bool) -> None:
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
        # An Apprise address that will be written into it is a key to somebody's channel.
        path.chmod(0o600)
    except FileExistsError:
        raise ConfigError(f"{path} is there already; expected none, or --force to overwrite it") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from None
