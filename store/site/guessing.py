"""Slows down who guesses at the login: after a few wrong passwords an address has to wait, and longer after each more.

It is counted in memory, by each process that answers for itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil
from time import monotonic
from typing import Any

from datasette import Response

from store.site.headers import ASGI

FREE = 5  # wrong ones that cost nothing: somebody who mistypes is not to wait
LONGEST = 300  # seconds to wait at most: an office may share an address
FORGOTTEN = 900  # seconds after the wait is over
ADDRESSES = 10_000  # that are remembered: whoever has more of them would else fill the memory
_NAME = 100  # characters of an address; what a proxy says may be anything


@dataclass(frozen=True)
class Wrong:
    """How many wrong passwords an address sent, and until when, in seconds of a clock, it has to wait."""

    times: int
    until: float


class Guesses:
    """The wrong passwords of late. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, Wrong] = {}

    def wait(self, address: str) -> int:
        """Whole seconds until the address may try again."""
        wrong = self._wrong.get(address)
        return max(0, ceil(wrong.until - self._clock())) if wrong else 0

    def note(self, address: str) -> None:
        """Remember a wrong password. Past the bound the address goes whose last one is the longest ago."""
        now, before = self._clock(), self._wrong.pop(address, Wrong(0, 0.0))
        times = before.times + 1 if now < before.until + FORGOTTEN else 1
        # The power is bounded too: who goes on for weeks would make a number of it that fills pages.
        self._wrong[address] = Wrong(times, now + (min(LONGEST, 2 ** min(times - FREE, 30)) if times >= FREE else 0))
        if len(self._wrong) > ADDRESSES:
            del self._wrong[next(iter(self._wrong))]

    def forget(self, address: str) -> None:
        """Forget the wrong ones of an address that has sent the right one."""
        self._wrong.pop(address, None)

    def __len__(self) -> int:
        return len(self._wrong)


def slowed(app: ASGI, guesses: Guesses) -> ASGI:
    """The same application, which answers 429 to an address that has to wait: not even the right password is tried."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or all(name != b"authorization" for name, _ in scope["headers"]):
            await app(scope, receive, send)
            return
        address = of_client(scope)

        async def noting(message: Any) -> None:
            if message["type"] == "http.response.start":
                (guesses.note if message["status"] == 401 else guesses.forget)(address)
            await send(message)

        seconds = guesses.wait(address)
        await (_later(seconds).asgi_send(send) if seconds else app(scope, receive, noting))

    return wrapped


def of_client(scope: Any) -> str:
    """Whose request it is; of IPv6 the network, for one subscriber has all the addresses of it."""
    name = str((scope.get("client") or ("",))[0])[:_NAME]
    try:
        address = ip_address(name)
    except ValueError:
        return name
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or int(address) >> 64)
    return str(address)


def _later(seconds: int) -> Response:
    said = f"Too many wrong passwords from your address. Try again in {seconds} seconds."
    return Response.text(said, status=429, headers={"Retry-After": str(seconds), "Cache-Control": "no-store"})
