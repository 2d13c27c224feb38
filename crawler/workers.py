"""Reads files in worker processes that can be killed: a bomb among them costs a named failure and no more."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import Self

from crawler.reading.formats.filetext import FileText, Limits
from crawler.worker import Worker
from crawler.worker_process import Asked

AT_ONCE = min(2, os.cpu_count() or 1)
READER = "crawler.reading.documents:read_file"
STOPPED = "not read: stopped before"
DEFAULT = Limits()


class FileReader:
    """Reads files within `limits`, at most `at_once` of them at the same time. To be closed.

    A worker is started when a file first needs one, and kept for the next. `reader` names the function that it
    calls, as module:function, since it imports that itself.
    """

    def __init__(self, limits: Limits = DEFAULT, *, at_once: int = AT_ONCE, reader: str = READER) -> None:
        self.limits = limits
        self._reader = reader
        self._lock = Lock()
        self._closed = False
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="reading")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def workers(self) -> list[int]:
        """The process ids of the workers there are."""
        with self._lock:
            return [worker.pid for worker in (*self._idle, *self._busy)]

    def read(self, data: bytes, name: str = "", media_type: str = "", *, released: bool = False) -> FileText:
        """As `read_file` does, whatever the file does to its reader: `problem` then names that. Raises nothing.

        `problem` may besides be "took longer than 120 seconds", "needed more than 2,048 MiB of memory", "the reader
        crashed (signal 11)", or that no reader could be started; the media type is then as far as it was known.
        """
        try:
            worker = self._take()
        except OSError as error:
            return FileText(media_type, problem=f"the reader could not be started: {error.strerror}")
        if worker is None:
            return FileText(media_type, problem=STOPPED)
        try:
            return worker.read(data, Asked(name, media_type, self.limits, released))
        finally:
            self._give_back(worker)

    async def read_async(
        self, data: bytes, name: str = "", media_type: str = "", *, released: bool = False
    ) -> FileText:
        """As `read`, while the event loop goes on; a file waits for its turn."""
        if self._closed:
            return FileText(media_type, problem=STOPPED)
        read = partial(self.read, data, name, media_type, released=released)
        return await asyncio.get_running_loop().run_in_executor(self._threads, read)

    def close(self) -> None:
        """End the workers, and the reading of whatever they read."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.kill()
        for worker in idle:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def _take(self) -> Worker | None:
        with self._lock:
            if self._closed:
                return None
            while self._idle:
                worker = self._idle.pop()
                if worker.fit:
                    break
                worker.end()
            else:
                worker = Worker(self._reader)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.fit and not self._closed:
                self._idle.append(worker)
                return
        worker.end()
