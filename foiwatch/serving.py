"""Runs the site: in this process, or in several that share a port, each of which reads the configuration itself."""

import os
import secrets
import socket
import threading
from multiprocessing import parent_process
from pathlib import Path
from signal import SIGTERM, raise_signal
from typing import Any

import uvicorn

from foiwatch.config import Config, ConfigError, load_config
from foiwatch.feeding import offer
from store.site.app import datasette_app

_SECRET, _BASE, _CONFIG = "FOIWATCH_SITE_SECRET", "FOIWATCH_SITE_BASE", "FOIWATCH_CONFIG"


def site(config: Config, base: str = "/") -> Any:
    """The site of a configuration, as an ASGI application. Raises StoreError, or ConfigError for want of a login."""
    if config.login.missing:
        raise ConfigError(f"{config.login.missing}, and without a login the site would be open to all")
    secret = os.environ.get(_SECRET, "")
    return datasette_app(config.store, offer(config), config.contact, config.login.words, base, secret).app()


def in_this_process(application: Any, listening: socket.socket) -> None:
    """Answer until interrupted."""
    uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on")).run(sockets=[listening])


def in_processes(workers: int, config: Config, base: str, host: str, port: int) -> None:
    """Answer in so many processes until interrupted."""
    told = {_SECRET: secrets.token_hex(32), _BASE: base} | ({_CONFIG: str(config.path)} if config.path else {})
    os.environ.update(told)
    uvicorn.run(
        "foiwatch.serving:of_environment",
        factory=True, workers=workers, host=host, port=port, log_level="warning", lifespan="on",
    )  # fmt: skip


def of_environment() -> Any:
    """The site in a process that `in_processes` began."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    named = os.environ.get(_CONFIG)
    return site(load_config(Path(named) if named else None), os.environ.get(_BASE, "/"))


def _end_with_parent() -> None:
    # A parent that is killed cannot tell its children, who would hold the port.
    parent = parent_process()
    if parent:
        parent.join()
        raise_signal(SIGTERM)
