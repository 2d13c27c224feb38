"""Who guesses at the login has to wait, longer after each guess, whatever it asks for; nobody else has to."""

import asyncio
import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from store.site.app import datasette_app
from store.site.guessing import ADDRESSES, FORGOTTEN, FREE, LONGEST, Guesses, of_client

LOGIN = "desk:a long password of its own"
WRONG = "desk:another"
Ask = Callable[..., httpx.Response]


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ask(folder: Path, known: dict[str, Any]) -> Iterator[Ask]:
    """Asks a site that has a login, from an address and with a name and a password."""
    app, loop = datasette_app(folder, login=LOGIN).app(), asyncio.new_event_loop()

    async def asked(words: str, address: str, path: str) -> httpx.Response:
        sent = {"Authorization": "Basic " + base64.b64encode(words.encode()).decode()} if words else {}
        transport = httpx.ASGITransport(app=app, client=(address, 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, headers=sent)

    yield lambda words, address="192.0.2.7", path="/assets/icon.svg": loop.run_until_complete(
        asked(words, address, path)
    )
    loop.close()


def test_a_few_wrong_ones_are_free_and_then_not_even_the_right_one_is_tried(ask: Ask) -> None:
    assert [ask(WRONG).status_code for _ in range(FREE)] == [401] * FREE
    for words in (WRONG, LOGIN):
        answer = ask(words)
        assert answer.status_code == 429 and answer.headers["retry-after"] == "1"
        assert answer.text == "Too many wrong passwords from your address. Try again in 1 seconds."
        assert answer.headers["cache-control"] == "no-store" and answer.headers["x-content-type-options"] == "nosniff"


def test_another_address_and_one_without_a_password_are_asked_as_ever(ask: Ask) -> None:
    for path in ("/", "/search.csv", "/feeds", "/assets/site.css", "/nothing"):
        ask(WRONG, path=path)
    assert ask(WRONG).status_code == 429
    assert ask(LOGIN, "192.0.2.8").status_code == 200
    assert ask("").status_code == 401


def test_the_right_one_makes_the_wrong_ones_forgotten(ask: Ask) -> None:
    for _ in range(3):
        assert [ask(WRONG).status_code for _ in range(FREE - 1)] == [401] * (FREE - 1)
        assert ask(LOGIN).status_code == 200


def test_each_more_doubles_the_wait_up_to_a_bound() -> None:
    clock, waits = Clock(), []
    guesses = Guesses(clock)
    for _ in range(FREE + 12):
        guesses.note("a")
        waits.append(guesses.wait("a"))
        clock.now += waits[-1]
        assert guesses.wait("a") == 0
    assert waits == [0] * (FREE - 1) + [1, 2, 4, 8, 16, 32, 64, 128, 256, *[LONGEST] * 4]
    for _ in range(10_000):
        guesses.note("a")
    assert guesses.wait("a") == LONGEST


def test_after_a_while_it_is_forgotten() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for _ in range(FREE + 3):
        guesses.note("a")
    clock.now += guesses.wait("a") + FORGOTTEN
    guesses.note("a")
    assert guesses.wait("a") == 0


def test_no_number_of_addresses_fills_the_memory() -> None:
    guesses = Guesses(Clock())
    for _ in range(FREE):
        guesses.note("first")
    assert guesses.wait("first") > 0
    for number in range(ADDRESSES + 5):
        guesses.note(str(number))
    assert len(guesses) == ADDRESSES and guesses.wait("first") == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("192.0.2.1", 1), ("192.0.2.1", 2), True),
        (("192.0.2.1", 1), ("192.0.2.2", 1), False),
        (("2001:db8::1", 1), ("2001:db8::ffff:1", 1), True),
        (("2001:db8:0:1::1", 1), ("2001:db8:0:2::1", 1), False),
        (("::ffff:192.0.2.1", 1), ("192.0.2.1", 1), True),
        (("::ffff:192.0.2.1", 1), ("::ffff:192.0.2.2", 1), False),
        (None, ("", 0), True),
        (("unknown", 0), ("x" * 9999, 0), False),
    ],
)
def test_what_one_subscriber_has_is_one_address(one: Any, other: Any, same: bool) -> None:
    assert (of_client({"client": one}) == of_client({"client": other})) is same
    assert max(len(of_client({"client": client})) for client in (one, other)) <= 100
