"""One run at a time on a store, so that two cron jobs do not meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from foiwatch.config import ConfigError

NAME = "run.lock"


@contextmanager
def only_run(store: Path) -> Iterator[None]:
    """Hold the lock of a store. Raises ConfigError when another run holds it; a killed run's lock is free."""
    lock = FileLock(store / NAME)
    try:
        store.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise ConfigError(f"another run is at work on {store} (it holds {NAME}); this one does not start") from None
    except OSError as error:
        raise ConfigError(f"{store}: the store cannot be written: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()
