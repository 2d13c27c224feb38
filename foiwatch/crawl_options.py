"""The options that `foiwatch run` and `foiwatch crawl` share."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

_OPTIONS = (
    click.argument("sources", nargs=-1, metavar="[SOURCE]..."),
    click.option("--full", is_flag=True, help="Walk the whole listing and visit every page again."),
    click.option(
        "--since",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Leave out what the log dates before this day (a first crawl).",
    ),
    click.option("--accept-withdrawals", is_flag=True, help="Take what is gone as withdrawn, however much it is."),
    click.option("-v", "--verbose", is_flag=True, help="Log each request."),
)


def crawl_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator that adds them, in this order."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def arguments(full: bool, since: datetime | None, accept_withdrawals: bool) -> dict[str, object]:
    """What a source is told of them."""
    day = since.date().isoformat() if since else ""
    return {"full": full, "since": day, "accept_withdrawals": accept_withdrawals}
