"""Weeks played with a broken site, a lost network and a held file: the operator hears once, the reader never."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from foiwatch.replica.receiver import Receiver


def day(number: int) -> str:
    return f"2026-11-{number:02}T09:00:00+00:00"


@contextmanager
def switch(status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """A dead-man switch on loopback: its address, and the paths that it was asked for."""
    paths: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/ping/5e7a", paths
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def people() -> Iterator[tuple[Receiver, Receiver]]:
    """The operator and a reader."""
    with Receiver() as operator, Receiver() as reader:
        yield operator, reader


def settle(here: Any, people: tuple[Receiver, Receiver], *, ping: str = "") -> None:
    """Give the desk an operator, a reader who wants everything, and a dead-man switch."""
    operator, reader = people
    path = here.folder / "foiwatch.toml"
    top = f'operator = ["{operator.target}"]\ndisk_free_mb = 1\n' + (f'ping = "{ping}"\n' if ping else "")
    reading = f'\n[[subscription]]\nname = "desk"\nto = ["{reader.target}"]\n'
    off = "".join(
        f"\n[sources.{name}]\nenabled = false\n"
        for name in ("beds", "herts", "met", "west_midlands")
        if name not in here.replica.sites
    )
    path.write_text(top + path.read_text() + reading + off)


def said(operator: Receiver) -> list[str]:
    """Heading and sentences of each message, and the message counted from there."""
    messages = []
    for one in operator.received:
        blocks = [block for report in one["foiwatch"]["reports"] for block in report["blocks"]]
        messages.append("; ".join(f"{b['heading']}: {' + '.join(line['said'] for line in b['lines'])}" for b in blocks))
    operator.received.clear()
    return messages


def test_a_source_that_breaks_is_told_once_then_when_it_changes_then_when_it_is_well(
    desk: Callable[..., Any], people: tuple[Receiver, Receiver]
) -> None:
    here, (operator, reader) = desk({"met": 6, "west_midlands": 6}), people
    with switch() as (address, paths):
        settle(here, people, ping=address)
        assert here.run("run", now=day(3)).returncode == 0
        assert said(operator) == []
        here.replica.trouble("met", "bot wall")
        assert here.run("run", now=day(4)).returncode == 1
        broke = "Broken: Metropolitan Police Service: bot wall: HTTP 403; last whole run 2026-11-03 09:00"
        assert said(operator) == [broke]
        here.run("run", now=day(5))
        assert said(operator) == []
        here.replica.trouble("met", "error 500")
        here.run("run", now=day(6))
        (changed,) = said(operator)
        assert "HTTP 500" in changed
        assert paths == ["/ping/5e7a"] + ["/ping/5e7a/fail"] * 3
    here.replica.trouble("met", None)
    done = here.run("run", now=day(9))
    well = "Well again: Metropolitan Police Service: read whole again (told of since 2026-11-04 09:00)"
    assert said(operator) == [well]
    heard = json.dumps(reader.received)
    assert "bot wall" not in heard
    assert "HTTP 500" not in heard
    # The switch is away by now: that is said, without its address, and spoils nothing.
    assert done.returncode == 0
    assert "the dead-man switch was not told that the run has ended: connect error" in done.stderr
    assert "5e7a" not in done.stderr


def test_no_network_is_one_sentence_and_the_message_waits_for_the_operator(
    desk: Callable[..., Any], people: tuple[Receiver, Receiver]
) -> None:
    here, (operator, _) = desk({"met": 3, "herts": 3, "beds": 3}, timeout=1), people
    settle(here, people)
    here.run("run", now=day(3))
    for site in here.replica.sites:
        here.replica.trouble(site, "stall")
    here.run("run", now=day(4))
    (told,) = said(operator)
    names = "Bedfordshire Police, Hertfordshire Constabulary, Metropolitan Police Service"
    assert told == f"Broken: none of the 3 sources can be reached: {names}"
    for site in here.replica.sites:
        here.replica.trouble(site, None)
    here.run("run", now=day(5))
    assert said(operator) == [f"Well again: {names}: read whole again (told of since 2026-11-04 09:00)"]


def test_a_log_that_falls_silent_is_told_once_and_so_is_its_return(
    desk: Callable[..., Any], people: tuple[Receiver, Receiver]
) -> None:
    here, (operator, reader) = desk({"met": 30}), people
    settle(here, people)
    here.run("run", now="2026-11-02T09:00:00+00:00")
    here.replica.world.advance()
    here.run("run", now="2026-11-09T09:00:00+00:00")
    assert said(operator) == []
    here.run("run", now="2026-12-07T09:00:00+00:00")
    assert said(operator) == []
    here.run("run", now="2026-12-21T09:00:00+00:00")
    (silent,) = said(operator)
    assert "Unlike its history: Metropolitan Police Service: nothing new for 30 working days" in silent
    here.run("run", now="2026-12-28T09:00:00+00:00")
    assert said(operator) == []
    items = len(reader.items())
    here.replica.world.advance()
    here.run("run", now="2027-01-08T09:00:00+00:00")
    assert len(reader.items()) > items
    (well,) = said(operator)
    assert well.startswith("Well again: Metropolitan Police Service: something came again")
    assert "Unlike its history" not in json.dumps(reader.received)


def test_a_run_that_meets_another_does_not_speak_for_it(
    desk: Callable[..., Any], people: tuple[Receiver, Receiver]
) -> None:
    from foiwatch.lock import only_run

    here = desk({"met": 3})
    with switch() as (address, paths), only_run(here.folder / "data"):
        settle(here, people, ping=address)
        assert here.run("run", now=day(3)).returncode == 2
        assert paths == []
