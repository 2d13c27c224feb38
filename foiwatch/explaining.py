"""The state in words, for `foiwatch doctor`: what is unlike its history, and what all the findings come to."""

from collections.abc import Iterator
from datetime import datetime

from alerts.faces.wording import counted
from alerts.operator.sources import day, plain
from alerts.operator.trouble import FEW, FIELD, MANY, QUIET, STUCK, Trouble
from alerts.operator.watching import Watch, look
from foiwatch.config import Config
from foiwatch.findings import Finding
from foiwatch.overseeing import watch_of
from store import checkup, quarantine, runs
from store.database import Store
from store.troubles import open_troubles

_SHOWN = {QUIET: "quiet", FEW: "too few", MANY: "too many", FIELD: "empty field", STUCK: "delivery"}


def telling(config: Config) -> Iterator[Finding]:
    """Whether anybody hears of what is wrong."""
    wrong = config.operator.missing or ("" if config.operator.to else "nobody")
    found = wrong or f"{len(config.operator.to)} addresses"
    yield Finding("warning" if wrong else "ok", "operator", found, "set `operator`, who is told of errors")
    # Its address is as good as a password.
    found, advice = "set" if config.ping else "none", "set `ping`, which is told that cron still calls"
    yield Finding("ok" if config.ping else "warning", "dead-man switch", found, advice)


def unusual(config: Config, store: Store, now: datetime) -> list[Trouble]:
    """What is not broken and not as it always was, as of each source's last run."""
    found = look(store, watch_of(config), now, open_troubles(store))
    return [one for one in found if one.kind in _SHOWN]


def findings(troubles: list[Trouble]) -> Iterator[Finding]:
    """A line for each of them."""
    yield from (Finding("warning", _SHOWN[one.kind], one.said, one.advice) for one in troubles)


def sentences(config: Config, store: Store, troubles: list[Trouble]) -> Iterator[str]:
    """What it all comes to, in a few sentences."""
    watch = watch_of(config)
    yield from _sources(store, watch)
    yield from (f"{one.said}." for one in troubles)
    yield _letters(checkup.letters(store))
    files = len(quarantine.held(store))
    if files:
        yield f"Held back in quarantine, and shown to nobody: {counted(files, 'file')}."
    yield "The operator hears of what changes in this." if config.operator.to else "Nobody is told of any of this."
    yield (
        "Should runs fail or stop, the dead-man switch raises the alarm."
        if config.ping
        else "Should cron stop calling, nobody hears of it."
    )


def _sources(store: Store, watch: Watch) -> Iterator[str]:
    health = [one for one in runs.health(store) if one.name in watch.names]
    bad = [one for one in health if one.status in ("not whole", "interrupted")]
    never = len(watch.names) - sum(one.status != "never run" for one in health)
    well = [one for one in health if one.status == "whole"]
    if well:
        latest = max(one.last_whole for one in well)
        yield f"{len(well)} of {len(watch.names)} sources were read whole in their last run, the latest {day(latest)}."
    if never:
        yield f"Never polled: {counted(never, 'source')}."
    for one in bad:
        since = f" since {day(one.failing_since)}" if one.failing_since else ""
        yield f"{one.full_name} could not be read{since} ({plain(one.problem)}): what it publishes is not seen."


def _letters(letters: dict[str, int]) -> str:
    if letters["dead"]:
        return f"Alerts that readers lack: {letters['dead']} given up, {letters['waiting']} waiting."
    if letters["waiting"]:
        return f"Alerts that wait, for their time or for a service that does not take them: {letters['waiting']}."
    return "No alert waits." if letters["sent"] else "No alert was ever queued."
