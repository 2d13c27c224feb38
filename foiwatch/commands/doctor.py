"""`foiwatch doctor` says what is well and what is not, and what to do about it; it asks no site anything."""

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click
from filelock import FileLock, Timeout
from rich.console import Console
from rich.table import Table

from foiwatch import explaining, known, lock
from foiwatch.command import Settings
from foiwatch.config import Config, ConfigError
from foiwatch.findings import Finding, evidence, purges, uncompared
from store import checkup, quarantine, runs
from store.database import PUBLIC_NAME, Store, open_store
from store.errors import StoreError

MIB = 2**20
TOO_LITTLE = 100 * MIB
STALE = timedelta(days=3)
# Programs that foiwatch can do without, and what for.
OPTIONAL = {"chromium": "the browser tests of `make test`; foiwatch itself does not use it"}
_COLOURS = {"ok": "green", "warning": "yellow", "fault": "bold red"}


@click.command()
@click.option("--all", "everything", is_flag=True, help="Read all of the archive, and not a sample of it.")
@click.pass_obj
def command(settings: Settings, everything: bool) -> None:
    """Check the set-up and the record, and say what to do. Exit 1 when something is at fault."""
    words: list[str] = []
    findings = list(_findings(settings, everything, words))
    _show(findings)
    if words:
        click.echo("\n" + " ".join(words))
    if any(finding.level == "fault" for finding in findings):
        raise SystemExit(1)


def _findings(settings: Settings, everything: bool, words: list[str]) -> Iterator[Finding]:
    yield from _machine()
    try:
        config = settings.config
    except ConfigError as error:
        yield Finding("fault", "configuration", str(error), "correct that line; the rest was not checked")
        return
    yield from _configuration(config)
    yield from _folder(config)
    if (config.store / PUBLIC_NAME).exists():
        yield from _record(config, settings.now, everything, words)
    else:
        yield Finding("ok", "record", "none yet", "`foiwatch run` makes it")


def _machine() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("ok" if sys.version_info >= (3, 11) else "fault", "Python", version, "3.11 or newer is needed")
    lacking = ", ".join(checkup.missing_features())
    yield Finding(
        "fault" if lacking else "ok",
        "SQLite",
        f"without {lacking}" if lacking else "with FTS5 and JSON",
        "use a Python whose SQLite has them, such as that of Debian",
    )
    for program, purpose in OPTIONAL.items():
        yield Finding("ok", program, shutil.which(program) or f"not here; only for {purpose}")


def _configuration(config: Config) -> Iterator[Finding]:
    where = str(config.path) if config.path else "none; the defaults hold"
    yield Finding("ok" if config.path else "warning", "configuration", where, "`foiwatch init` writes one")
    if not config.contact or config.contact.endswith(("example.org", "example.com")):
        found = config.contact or "none"
        yield Finding("warning", "contact", found, "set your own in foiwatch.toml: live sites are not polled without")
    else:
        yield Finding("ok", "contact", config.contact)
    yield _subscriptions(config)
    yield from explaining.telling(config)


def _subscriptions(config: Config) -> Finding:
    try:
        known.check_addresses(config)
    except ConfigError as error:
        return Finding("fault", "subscriptions", str(error), "see Apprise's list of services for its form")
    count = len(config.subscriptions)
    return Finding("ok" if count else "warning", "subscriptions", str(count), "nobody is told of anything")


def _folder(config: Config) -> Iterator[Finding]:
    store = config.store
    there = next(folder for folder in (store.absolute(), *store.absolute().parents) if folder.exists())
    usable = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    yield Finding("ok" if usable else "fault", "store", str(store), f"{there} must be a folder that you can write to")
    free = shutil.disk_usage(there).free
    level = "fault" if free < TOO_LITTLE else "warning" if free < config.disk_free_mb * MIB else "ok"
    yield Finding(level, "free space", f"{free // MIB:,} MiB", "make room: every version and attachment is kept")
    yield Finding("ok", "lock", "held: a run is going on" if _locked(store) else "free")


def _locked(store: Path) -> bool:
    path = store / lock.NAME
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True


def _record(config: Config, now: datetime, everything: bool, words: list[str]) -> Iterator[Finding]:
    try:
        store = open_store(config.store)
    except StoreError as error:
        yield Finding("fault", "record", str(error), "restore foi.db and private.db from your last copy")
        return
    soundness = _soundness(store)
    yield soundness
    if soundness.level == "ok":
        # Of a damaged record nothing more can be asked.
        yield from _sources(config, store, now)
        troubles = explaining.unusual(config, store, now)
        yield from explaining.findings(troubles)
        words += explaining.sentences(config, store, troubles)
        yield from _quarantine(store)
        yield _alerts(store)
        yield purges(store)
        yield from uncompared(store)
        yield evidence(store, everything)
    store.close()


def _quarantine(store: Store) -> Iterator[Finding]:
    files = quarantine.held(store)
    waiting = f"{len(files)} waiting" + (
        f", the longest since {files[0].since[:10]}" if files and files[0].since else ""
    )
    yield Finding(
        "warning" if files else "ok", "quarantine", waiting, "`foiwatch quarantine list`, then show and release"
    )
    leaks = checkup.leaks(store)
    if leaks:
        yield Finding(
            "fault",
            "quarantine",
            "\n".join(leaks),
            "`foiwatch run` takes the bytes away; for words, `foiwatch quarantine hold ID` again",
        )


def _alerts(store: Store) -> Finding:
    letters = checkup.letters(store)
    found = f"{letters['dead']} dead, {letters['waiting']} waiting, {letters['sent']} sent"
    return Finding("warning" if letters["dead"] else "ok", "alerts", found, "`foiwatch alerts retry`")


def _soundness(store: Store) -> Finding:
    damage = checkup.damage(store)
    found = "\n".join(damage) or "sound"
    return Finding("fault" if damage else "ok", "record", found, "restore foi.db and private.db from your last copy")


def _sources(config: Config, store: Store, now: datetime) -> Iterator[Finding]:
    health = {source.name: source for source in runs.health(store)}
    for name in known.sources():
        if config.sources.get(name, {}).get("enabled") is not False:
            yield _source(name, health.get(name), now)


def _source(name: str, health: runs.Health | None, now: datetime) -> Finding:
    if health is None or health.status == "never run":
        return Finding("warning", name, "never polled", f"`foiwatch run {name}`")
    whole = health.last_whole or "never"
    if health.status in ("not whole", "interrupted"):
        found = f"{health.status}: {health.problem}; last whole run {whole}"
        return Finding("warning", name, found, f"see `foiwatch sources`, then `foiwatch run {name}`")
    if health.last_whole and now - datetime.fromisoformat(health.last_whole) > STALE:
        return Finding("warning", name, f"last whole run {whole}", "does cron still call?")
    return Finding("ok", name, f"{health.status}; last whole run {whole}")


def _show(findings: list[Finding]) -> None:
    table = Table("", "what", "found", "what to do", box=None, pad_edge=False)
    for finding in findings:
        advice = "" if finding.level == "ok" and finding.found != "none yet" else finding.advice
        table.add_row(f"[{_COLOURS[finding.level]}]{finding.level}[/]", finding.what, finding.found, advice)
    console = Console()
    console.width = console.width if console.is_terminal else 160
    console.print(table)
