"""`foiwatch probe`: what a source at an address would yield. It keeps nothing."""

import sys

import click

from foiwatch.command import Settings


@click.command()
@click.argument("url")
@click.pass_obj
def command(settings: Settings, url: str) -> None:
    """Ask the address once and say what was understood: the platform, the entries, the next page, or the fields.

    Exit 1 when nothing was understood.
    """
    from crawler.fetch import NotFetched, fetch
    from crawler.probe import understand
    from crawler.workers import FileReader
    from foiwatch.project import settings_for

    try:
        got = fetch(url, settings_for(settings.config)["USER_AGENT"])
    except NotFetched as reason:
        click.echo(f"foiwatch: {reason}", err=True)
        sys.exit(1)
    with FileReader(settings.config.limits) as files:
        found = understand(got, files)
    for name, value in found.facts:
        click.echo(f"{name:12} {value}")
    for entry in found.entries:
        click.echo(f"  {entry.published or 'no date':10}  {entry.title or '(no title)'}\n              {entry.address}")
    sys.exit(0 if found.understood else 1)
