"""From what was kept to who hears of it: match, queue, deliver, with the account on standard error."""

import sys

import click

from foiwatch.command import Settings
from foiwatch.known import check_addresses


def queue_what_is_new(settings: Settings) -> None:
    """Match what is not matched yet and queue the alerts of it."""
    from alerts.subscribing.queue import queue
    from alerts.topics.matching import match_new
    from alerts.topics.topics import load

    topics = load(settings.config.topics)
    check_addresses(settings.config)
    store = settings.open_store()
    try:
        match_new(store, topics)
        queue(store, settings.config.subscriptions, settings.now.isoformat())
    finally:
        store.close()


def tell(settings: Settings) -> bool:
    """Queue what is new and deliver what is due. Returns whether nothing failed."""
    queue_what_is_new(settings)
    return deliver_due(settings)


def deliver_due(settings: Settings) -> bool:
    """Deliver what is queued and due, to readers and operator. Returns whether nothing failed."""
    from alerts.deliver import deliver

    store = settings.open_store()
    try:
        report = deliver(store, settings.config.addressees, settings.now.isoformat(), settings.config.dead_after_days)
    finally:
        store.close()
    for error in report.errors:
        click.echo(f"alerts: {error}", err=True)
    hint = "; `foiwatch alerts retry` tries the dead again" if report.dead else ""
    if sys.stderr.isatty() or report.sent or report.waiting or report.dead:
        click.echo(f"alerts: {report.counts()}{hint}", err=True)
    return report.all_well


def count_figures(settings: Settings) -> None:
    """Count what the site shows in figures, if the record has moved on."""
    from store.figures.filling import refresh

    store = settings.open_store()
    try:
        refresh(store, settings.now.isoformat())
    finally:
        store.close()
