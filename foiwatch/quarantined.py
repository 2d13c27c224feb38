"""Tells the operator, once, of each file that was taken into quarantine: that is news even from cron."""

import click

from foiwatch.config import Config
from store.database import Store, open_store
from store.fileread import in_words
from store.holding import settle
from store.quarantine import Held, mark_told, untold


def settle_quarantine(config: Config) -> None:
    """End what a crash left half done. Call it while no other command is at work on the store."""
    store = open_store(config.store)
    try:
        settle(store)
    finally:
        store.close()


def tell_of_quarantined(config: Config, moment: str) -> None:
    """Say on standard error which files are new in quarantine, and remember that it was said."""
    store = open_store(config.store)
    try:
        tell(store, moment)
    finally:
        store.close()


def tell(store: Store, moment: str) -> None:
    """The same on a store that is open."""
    files = untold(store)
    for file in files:
        click.echo(line(file), err=True)
    if files:
        mark_told(store, files, moment)


def line(file: Held) -> str:
    """One file in one line: its name, where it belongs, and the kinds of what is hidden in it."""
    title = " ".join(file.carriers[0].title.split()) if file.carriers else ""
    of = f" of {title}" if title and title != file.name else ""
    return f"quarantined: {file.name}{of}: {in_words(file.kinds)}; see `foiwatch quarantine list`"
