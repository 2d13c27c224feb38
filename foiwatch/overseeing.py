"""Looks after a run that has ended: the operator hears of what is wrong, and the dead-man switch that it ran."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import click

from alerts.operator.watching import Watch
from foiwatch import known
from foiwatch.command import Settings
from foiwatch.config import Config


def watch_of(config: Config, unstarted: Collection[str] = ()) -> Watch:
    """What this configuration gives to look after. `unstarted` are sources that could not be started now."""
    from alerts.sending.targets import digest, name, single

    to = [address for one in config.subscriptions for address in single(one.to)]
    return Watch(
        frozenset(one for one in known.sources() if config.sources.get(one, {}).get("enabled") is not False),
        frozenset(unstarted),
        tuple(digest(address) for address in single(config.operator.to)),
        {digest(address): name(address) for address in to},
        config.disk_free_mb,
    )


def oversee(settings: Settings, unstarted: Collection[str]) -> bool:
    """Tell the operator what is news, without one standard error. Returns whether no delivery failed."""
    from alerts.operator.trouble import SOURCE
    from alerts.operator.watching import watch_over
    from foiwatch.telling import deliver_due

    store, config = settings.open_store(), settings.config
    try:
        news = watch_over(store, watch_of(config, unstarted), settings.now)
    finally:
        store.close()
    if config.operator.to:
        return deliver_due(settings) if news else True
    for one in (*news.begun, *news.changed):
        if one.kind != SOURCE:  # of these the account of the crawl has told
            click.echo(f"operator: {one.said}; {one.advice}", err=True)
    return True


@contextmanager
def switch(config: Config) -> Iterator[list[bool]]:
    """Tell the dead-man switch how what happens within has ended: well where `True` was appended, else not.

    That it could not be told is said, and changes nothing else.
    """
    from alerts.operator.ping import ping

    ended: list[bool] = []
    try:
        yield ended
    finally:
        if config.ping and (trouble := ping(config.ping, well=ended == [True])):
            click.echo(f"the dead-man switch was not told that the run has ended: {trouble}", err=True)
