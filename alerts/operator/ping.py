"""The dead-man switch: a run says that it has ended to a service that raises an alarm when it hears nothing."""

import asyncio
import re
from urllib.parse import urlsplit, urlunsplit

import httpx

SECONDS = 15.0  # in all: a service that dribbles must not hold up cron
AGENT = "foiwatch"


def ping(address: str, well: bool) -> str:
    """Ask for the address, or, when the run did not end well, for `address/fail`; why it was not heard, or "".

    The address is as good as a password and stands in no reason.
    """
    try:
        return asyncio.run(_ask(address if well else failing(address)))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()


def failing(address: str) -> str:
    """Where healthchecks and its like are told of a failure; a query stays behind the path."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/fail"))


async def _ask(address: str) -> str:
    try:
        async with asyncio.timeout(SECONDS):
            return await _status(address)
    except TimeoutError:
        return f"no answer within {SECONDS:.0f} s"


async def _status(address: str) -> str:
    client = httpx.AsyncClient(follow_redirects=True, timeout=SECONDS, headers={"User-Agent": AGENT})
    # Streamed, as the answer's body tells nothing and may be without end.
    async with client, client.stream("GET", address) as answer:
        return "" if answer.is_success else f"HTTP {answer.status_code}"
