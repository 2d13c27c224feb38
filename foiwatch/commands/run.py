"""`foiwatch run`: crawl, match, deliver. What cron calls."""

import sys
from datetime import datetime

import click

from foiwatch.command import Settings
from foiwatch.crawl_options import arguments, crawl_options


@click.command()
@crawl_options
@click.pass_obj
def command(
    settings: Settings,
    sources: tuple[str, ...],
    full: bool,
    since: datetime | None,
    accept_withdrawals: bool,
    verbose: bool,
) -> None:
    """Crawl all sources, or SOURCE..., match the topics, deliver the alerts, and tell the operator what is wrong.

    Exit 0: all well. 1: a source's run was not whole or a delivery failed. 2: refused to start.
    """
    from foiwatch.crawling import all_well, chosen, crawl
    from foiwatch.lock import only_run
    from foiwatch.overseeing import oversee, switch
    from foiwatch.purging import finish_purges
    from foiwatch.quarantined import settle_quarantine, tell_of_quarantined
    from foiwatch.telling import count_figures, queue_what_is_new, tell

    config = settings.config
    names = chosen(config, sources)
    told_to = arguments(full, since, accept_withdrawals)
    with only_run(config.store), switch(config) as ended:
        settle_quarantine(config)
        finish_purges(config, settings.now)
        # A new subscription's baseline is what was kept before this run: what this run brings is news to it.
        queue_what_is_new(settings)
        results = crawl(config, names, told_to, verbose=verbose)
        tell_of_quarantined(config, settings.now.isoformat())
        told = tell(settings)
        count_figures(settings)
        told = oversee(settings, set(names) - {result.source for result in results}) and told
        well = all_well(results, names) and told
        ended.append(well)
    sys.exit(0 if well else 1)
