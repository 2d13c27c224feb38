"""Asks a site for a path, in this process and without a port."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any


@contextmanager
def asking(site: Any) -> Iterator[Callable[[str], Any]]:
    """A function that gets a path of the site. Its loop has a thread of its own: a browser's may be running in this."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield lambda path: asyncio.run_coroutine_threadsafe(site.client.get(path), loop).result(60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
