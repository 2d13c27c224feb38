"""Runs the site: in this process, and in as many more beside it as are asked for, which share its port."""

import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any

import uvicorn

from foiwatch.config import Config, ConfigError
from foiwatch.feeding import offer
from store.database import PUBLIC_NAME
from store.site.app import datasette_app
from store.site.finding.holding import warm


@dataclass(frozen=True)
class Site:
    """What every process that answers must know. `base` is the path of the site, such as "/" or "/foi/"."""

    config: Config
    base: str = "/"
    secret: str = ""

    def application(self) -> Any:
        """The site as an ASGI application, ready to answer. Raises StoreError."""
        config, login = self.config, self.config.login.words
        shown = datasette_app(config.store, offer(config), config.contact, login, self.base, self.secret)
        warm(config.store / PUBLIC_NAME)
        return shown.app()


def site(config: Config, base: str = "/") -> Site:
    """The site of a configuration. Raises ConfigError when a login is meant and there is none."""
    if config.login.missing:
        raise ConfigError(f"{config.login.missing}, and without a login the site would be open to all")
    return Site(config, base, secrets.token_hex(32))


def serve(shown: Site, listening: socket.socket, workers: int = 1) -> None:
    """Answer in so many processes, of which this is one, until it is interrupted. Raises StoreError."""
    application = shown.application()
    with _beside(shown, listening, workers - 1):
        _answer(application, listening)


@contextmanager
def _beside(shown: Site, listening: socket.socket, number: int) -> Iterator[None]:
    # Spawned and not forked: threads may be running here already.
    beside = [get_context("spawn").Process(target=_worker, args=(shown, listening)) for _ in range(number)]
    for one in beside:
        one.start()
    try:
        yield
    finally:
        for one in beside:
            one.terminate()
        for one in beside:
            one.join()


def _worker(shown: Site, listening: socket.socket) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Ctrl-C is for the process that was called; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _answer(shown.application(), listening)


def _end_with_parent() -> None:
    # A parent that is killed cannot end its children, who would hold the port.
    parent = parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _answer(application: Any, listening: socket.socket) -> None:
    uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on")).run(sockets=[listening])
