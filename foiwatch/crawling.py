"""Crawling for the command: which sources, with what settings, shown how."""

import sys
from collections.abc import Mapping, Sequence

import click

from foiwatch.config import Config, ConfigError
from store.records import RunResult


def chosen(config: Config, asked: Sequence[str]) -> list[str]:
    """The names of the sources to crawl: those asked for, or all that are enabled.

    Raises ConfigError for an unknown name, and for a live source without a contact in the configuration.
    """
    from foiwatch.known import sources

    known = sources()
    for name in asked:
        if name not in known:
            raise ConfigError(f"there is no source {name!r}; there are {', '.join(known)}")
    names = list(asked) or [n for n in known if config.sources.get(n, {}).get("enabled", True)]
    live = [name for name in names if not config.sources.get(name, {}).get("allow_private")]
    if live and not config.contact:
        raise ConfigError(
            f"no contact is configured, so the live sites ({', '.join(live)}) are not polled;"
            " set contact in foiwatch.toml (`foiwatch init` writes one)"
        )
    return names


def crawl(
    config: Config, names: Sequence[str], arguments: Mapping[str, object], *, verbose: bool = False
) -> list[RunResult]:
    """Crawl the named sources. A terminal is shown the progress; cron hears only of news and of trouble."""
    from scrapy.settings import Settings

    from crawler import crawl as crawler
    from foiwatch.progress import watching
    from foiwatch.project import settings_for

    settings = Settings(settings_for(config) | ({"LOG_LEVEL": "DEBUG"} if verbose else {}))
    with watching(names, shown=sys.stderr.isatty() and not verbose) as watch:
        results = crawler.crawl(names, settings, arguments=arguments, watch=watch)
    watched = verbose or sys.stderr.isatty()
    for result in results:
        if watched or not result.whole or result.new or result.changed or result.withdrawn:
            click.echo(account(result), err=True)
    for name in sorted(set(names) - {result.source for result in results}):
        click.echo(f"{name}: could not be started", err=True)
    return results


def account(result: RunResult) -> str:
    """One line on a source's run."""
    state = "whole" if result.whole else f"NOT WHOLE: {result.problem}"
    counts = {
        "new": result.new, "changed": result.changed, "withdrawn": result.withdrawn,
        "unchanged": result.unchanged, "skipped": result.skipped, "failed": result.failed,
    }  # fmt: skip
    said = ", ".join(f"{number} {word}" for word, number in counts.items() if number) or "nothing new"
    return f"{result.source}: {state}; {said}; {result.requests} requests"


def all_well(results: Sequence[RunResult], names: Sequence[str]) -> bool:
    """Whether every source that was asked for had a whole run."""
    return {result.source for result in results if result.whole} == set(names)
