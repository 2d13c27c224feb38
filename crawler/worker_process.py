"""Inside a worker: reads one file after the other within limits, and dies with the crawl that started it."""

import fcntl
import os
import pickle
import pkgutil
import resource
import select
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from crawler.reading.formats import kinds
from crawler.reading.formats.filetext import FileText, Limits, Unreadable

OUT_OF_MEMORY = 77  # the exit code that says so
SPARE = 512 << 20  # bytes of address space


@dataclass(frozen=True)
class Asked:
    """A file to read; its bytes follow by themselves, so that they are not copied into a message."""

    name: str
    media_type: str
    limits: Limits
    released: bool


def main() -> None:
    """The worker's life: `python -m crawler.worker_process READER CONNECTION LIFELINE`."""
    reader, connection, lifeline = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for inherited in (connection, lifeline):
        os.set_inheritable(inherited, False)
    hang_on(lifeline)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    read = pkgutil.resolve_name(reader)
    asker = Connection(connection)
    asker.send_bytes(b"begun")
    while _answer(asker, read):
        pass


def hang_on(lifeline: int) -> None:
    """End this process group as soon as no one holds the other end of the pipe `lifeline`.

    On Linux the kernel does it. So neither a worker deep in a library nor the tesseract that it started outlives a
    crawl that was killed, whichever thread of it had started the worker (PR_SET_PDEATHSIG goes by threads, and is not
    handed down).
    """
    if sys.platform == "linux":
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
        if select.select([lifeline], [], [], 0)[0]:
            _end(lifeline)  # it was gone before
    else:
        Thread(target=_end, args=(lifeline,), daemon=True).start()


def _end(lifeline: int) -> None:
    os.read(lifeline, 1)  # nothing is ever written
    os.killpg(0, signal.SIGKILL)


def _answer(asker: Connection, read: Callable[..., FileText]) -> bool:
    """Read the next file and hand over its kind, then its words; False when no one asks any more."""
    try:
        asked: Asked = asker.recv()
        data = asker.recv_bytes()
    except EOFError:
        return False
    _bound(asked.limits)
    try:
        asker.send(_media_type(data, asked))
        found = read(data, asked.name, asked.media_type, asked.limits, released=asked.released)
        answer = _packed(found, asked.limits)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what is left of this process is not worth keeping
    _limit(resource.RLIMIT_AS, resource.RLIM_INFINITY)
    asker.send_bytes(answer)
    return True


def _media_type(data: bytes, asked: Asked) -> str:
    """The type of the file as far as it is known before it is read: what is said of one that cannot be."""
    try:
        return kinds.MEDIA_TYPES[kinds.kind(data, asked.name, asked.media_type)]
    except Unreadable:
        return asked.media_type.partition(";")[0].strip().lower()


def _bound(limits: Limits) -> None:
    """Limits that hold for this file, on top of what the process has used, and for each process that it starts.

    The one who asked watches the memory; the limit here is for what grows faster than that. It is wider, since it is
    on address space, of which more is set aside than used.
    """
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime + limits.seconds) + 2)
    _limit(resource.RLIMIT_AS, _address_space() + 2 * limits.memory + SPARE)
    _limit(resource.RLIMIT_FSIZE, limits.unpacked)


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    bounds = [each for each in (most, hard) if each != resource.RLIM_INFINITY]
    resource.setrlimit(what, (min(bounds, default=resource.RLIM_INFINITY), hard))


def _address_space() -> int:
    """The bytes of this process's address space; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def largest_answer(limits: Limits) -> int:
    """The bytes that an answer may have: four for each character, in the text and in the parts, and as much again."""
    return 16 * limits.characters + (16 << 20)


def _packed(found: FileText, limits: Limits) -> bytes:
    answer = pickle.dumps(found)
    if len(answer) <= largest_answer(limits):
        return answer
    problem = "; ".join(filter(None, (found.problem, "its tables are too large: left out")))
    return pickle.dumps(replace(found, tables=(), problem=problem))


if __name__ == "__main__":
    main()
