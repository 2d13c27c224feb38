"""`foiwatch alerts`: look at what would be sent, send it, try it out, and try again."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from alerts.deliver import Report
    from alerts.subscribing.subscriptions import Subscription
    from foiwatch.command import Settings
    from store.database import Store
    from store.outbox import Delivery


@click.group()
def command() -> None:
    """Who is told what: look, send, test, try again."""


def _match(settings: "Settings", store: "Store") -> None:
    """What is not matched yet is not read by any subscription."""
    from alerts.topics.matching import match_new
    from alerts.topics.topics import load

    match_new(store, load(settings.config.topics))


def _subscriptions(settings: "Settings", name: str | None) -> tuple["Subscription", ...]:
    everyone = settings.config.subscriptions
    found = tuple(one for one in everyone if name in (None, one.name))
    if name and not found:
        known = ", ".join(one.name for one in everyone) or "none"
        raise click.UsageError(f"there is no subscription {name!r}; there are: {known}")
    return found


@command.command()
@click.option("--subscription", "name", help="Only this one.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page of all faces to a file.")
@click.option("--json", "as_json", is_flag=True, help="Print the payload for programs, one object a message.")
@click.pass_obj
def preview(settings: "Settings", name: str | None, html: Path | None, as_json: bool) -> None:
    """Print what would be sent, to whom and when. Sends nothing and queues nothing."""
    from alerts.faces.preview_page import page
    from alerts.preview import preview as messages

    subscriptions = _subscriptions(settings, name)
    store = settings.open_store()
    _match(settings, store)
    found = list(messages(store, subscriptions, settings.now.isoformat()))
    if html:
        html.write_text(page(found), encoding="utf-8")
        click.echo(f"{html}: {len(found)} message{'' if len(found) == 1 else 's'}")
        return
    for one in found:
        targets = "".join(f"  {target}\n" for target in one.targets)
        click.echo(json.dumps(one.message.payload) if as_json else f"{one.heading}\n{targets}\n{one.message.text}")
    if not found and not as_json:
        click.echo("Nothing would be sent now.")


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print one object: delivered, waiting, dead.")
@click.pass_obj
def send(settings: "Settings", as_json: bool) -> None:
    """Queue what is new and send all that is due. Exit 1 when a delivery failed."""
    from alerts.deliver import deliver
    from alerts.subscribing.queue import queue
    from foiwatch.known import check_addresses

    check_addresses(settings.config)
    store, now = settings.open_store(), settings.now.isoformat()
    _match(settings, store)
    queue(store, settings.config.subscriptions, now)
    config = settings.config
    _account(deliver(store, config.addressees, now, config.dead_after_days), as_json)


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print one object: delivered, waiting, dead.")
@click.pass_obj
def retry(settings: "Settings", as_json: bool) -> None:
    """Try again now what waits and what was given up. Exit 1 when a delivery failed."""
    from alerts.deliver import deliver
    from foiwatch.known import check_addresses
    from store.outbox import revive

    check_addresses(settings.config)
    store, now = settings.open_store(), settings.now.isoformat()
    revive(store, now)
    config = settings.config
    _account(deliver(store, config.addressees, now, config.dead_after_days), as_json)


@command.command("test")
@click.argument("name")
@click.pass_obj
def try_out(settings: "Settings", name: str) -> None:
    """Send a marked test message to each target of the subscription NAME, or "operator"; say what each answered."""
    from alerts.deliver import send as send_one
    from alerts.operator.message import sample as to_the_operator
    from alerts.preview import sample
    from alerts.sending.targets import single

    own = name == settings.config.operator.name
    (subscription,) = [settings.config.operator] if own else _subscriptions(settings, name)
    if subscription.missing or not subscription.to:
        raise click.UsageError(subscription.missing or "there is no `operator` in the configuration")
    moment = settings.now.isoformat()
    message = to_the_operator(moment) if own else sample(subscription, moment)
    outcomes = [send_one(address, message) for address in single(subscription.to)]
    for outcome in outcomes:
        said = f" (it answered: {outcome.answer})" if outcome.answer else ""
        click.echo(f"{outcome.target}: {outcome.error or 'accepted'}{said}")
    if any(outcome.error for outcome in outcomes):
        sys.exit(1)


@command.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@click.pass_obj
def check(settings: "Settings", name: str, as_json: bool) -> None:
    """Say what the subscription NAME would have brought in the last 90 days, and what to think of."""
    from alerts.subscribing.checking import check as checked
    from foiwatch.checked import as_object, lines

    (subscription,) = _subscriptions(settings, name)
    store = settings.open_store()
    _match(settings, store)
    found = checked(store, subscription, settings.now.isoformat())
    click.echo(json.dumps(as_object(found), ensure_ascii=False) if as_json else "\n".join(lines(found)))


@command.command()
@click.argument("topic")
@click.option("--since", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The first day, such as 2026-01-31.")
@click.pass_obj
def backtest(settings: "Settings", topic: str, since: Any) -> None:
    """Print what a subscription to TOPIC would have been sent since a day, the latest first."""
    from rich.console import Console

    from alerts.topics.backtest import backtest as played
    from alerts.topics.topics import load

    names = load(settings.config.topics).names
    if topic not in names:
        raise click.UsageError(f"there is no topic {topic!r}; there are: {', '.join(names)}")
    store = settings.open_store()
    _match(settings, store)
    # A table in a file must not be cut to the width of a terminal.
    width = None if sys.stdout.isatty() else 500
    console, found = Console(width=width), played(store, topic, since.date().isoformat())
    console.print(found.table)
    for line in found.counts:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _account(report: "Report", as_json: bool) -> None:
    """The result to standard output, what went wrong to standard error."""
    for error in report.errors:
        click.echo(f"foiwatch: {error}", err=True)
    if as_json:
        groups = {"delivered": report.sent, "waiting": report.waiting, "dead": report.dead}
        shown = {key: [_shown(one, report) for one in some] for key, some in groups.items()}
        click.echo(json.dumps(shown, ensure_ascii=False))
    else:
        click.echo(report.counts())
    if not report.all_well:
        sys.exit(1)


def _shown(one: "Delivery", report: "Report") -> dict[str, Any]:
    row: dict[str, Any] = {
        "subscription": one.subscription,
        "disclosure": one.disclosure,
        "event": one.event,
        "version": one.version,
        "target": report.names.get(one.target, one.target),
    }
    if one.about:
        row["about"] = one.about
    if one.last_error:
        row |= {"attempts": one.attempts, "next_attempt": one.next_attempt, "error": one.last_error}
    return row
