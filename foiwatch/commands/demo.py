"""`foiwatch demo`: the whole job on invented sites on this machine, in three played weeks."""

import sys
import threading
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from foiwatch.replica.server import Replica


@click.command()
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo-data"),
    show_default=True, help="Where the demonstration keeps its things; made afresh each time.",
)  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65000), default=0, help="The sites' first port; 0 takes free ones.")
@click.option("--keep-serving", is_flag=True, help="Leave the invented sites running at the end, until Ctrl-C.")
@click.option("--serve", is_flag=True, help="Only run the invented sites, until Ctrl-C: no crawl.")
def command(folder: Path, port: int, keep_serving: bool, serve: bool) -> None:
    """Show the whole job on a built-in replica of the sites, in under a minute.

    Exit 0: all that should happen did. 1: something did not, and is named. 2: refused to start.
    """
    from foiwatch.replica.showing import console

    out = console()
    with ExitStack() as stack:
        replica = stack.enter_context(_start(port))
        well = True if serve else _demonstrate(out, replica, folder)
        if serve or keep_serving:
            _wait(out, replica)
    sys.exit(0 if well else 1)


def _start(port: int) -> "Replica":
    from foiwatch.replica import Replica
    from foiwatch.replica.sites import COUNTS

    try:
        return Replica.start(ports={name: port + n if port else 0 for n, name in enumerate(COUNTS)})
    except OSError as error:
        raise click.UsageError(f"the invented sites cannot listen: {error}") from error


def _demonstrate(out: "Console", replica: "Replica", folder: Path) -> bool:
    from foiwatch.replica.demonstration import Demonstration, NotOurs, play_all
    from foiwatch.replica.judging import shortcomings
    from foiwatch.replica.receiver import Receiver
    from foiwatch.replica.showing import show_end, show_health, show_week

    with Receiver() as receiver:
        demonstration = Demonstration(folder, replica, receiver)
        try:
            demonstration.prepare()
        except NotOurs as refusal:
            raise click.UsageError(str(refusal)) from refusal
        out.print(f"Four invented logs on this machine: {', '.join(replica.sites.values())}", soft_wrap=True)
        with out.status("crawling ...") as status:
            play_all(
                demonstration,
                show=lambda played: show_week(out, played),
                waiting=lambda requests: status.update(f"crawling ... {requests} requests"),
            )
    missing = shortcomings(demonstration.played)
    show_health(out, demonstration.played)
    show_end(out, str(demonstration.config), missing)
    return not missing


def _wait(out: "Console", replica: "Replica") -> None:
    for name, site in replica.sites.items():
        out.print(f"{name:15} {site}")
    out.print("Ctrl-C ends the invented sites.")
    with suppress(KeyboardInterrupt):
        threading.Event().wait()
