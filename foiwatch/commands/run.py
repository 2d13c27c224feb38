"""`foiwatch run`: crawl, match, deliver. What cron calls."""

import sys
from datetime import datetime

import click

from foiwatch.command import Settings
from foiwatch.commands.crawl import SINCE


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--full", is_flag=True, help="Walk the whole listing and visit every page again.")
@click.option("--since", type=SINCE, help="Leave out what the log dates before this day (a first crawl).")
@click.option("--accept-withdrawals", is_flag=True, help="Take what is gone as withdrawn, however much it is.")
@click.option("-v", "--verbose", is_flag=True, help="Log each request.")
@click.pass_obj
def command(
    settings: Settings,
    sources: tuple[str, ...],
    full: bool,
    since: datetime | None,
    accept_withdrawals: bool,
    verbose: bool,
) -> None:
    """Crawl all sources, or SOURCE..., match the topics, and deliver the alerts.

    Exit 0: all well. 1: a source's run was not whole or a delivery failed. 2: refused to start.
    """
    from foiwatch.crawling import all_well, chosen, crawl
    from foiwatch.lock import only_run
    from foiwatch.telling import queue_what_is_new, tell

    config = settings.config
    names = chosen(config, sources)
    arguments = {
        "full": full,
        "since": since.date().isoformat() if since else "",
        "accept_withdrawals": accept_withdrawals,
    }
    with only_run(config.store):
        # A new subscription's baseline is what was kept before this run: what this run brings is news to it.
        queue_what_is_new(settings)
        results = crawl(config, names, arguments, verbose=verbose)
        told = tell(settings)
    sys.exit(0 if all_well(results, names) and told else 1)
