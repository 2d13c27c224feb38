"""Workers that read files, forked from a command that has the readers loaded; to their command they are its children.

They are forked by a process that is itself forked before the command has a second thread: a fork of many threads may
find a lock held by one of them.
"""

import ctypes
import fcntl
import os
import pickle
import signal
import socket
import subprocess
import sys
from threading import Lock
from typing import Any, NoReturn

from crawler import worker_process

SET_CHILD_SUBREAPER = 36  # prctl(2): orphans of this process's children become its own
FREE = 500  # no process here has so many files open


class Nursery:
    """Stands in for `subprocess` where the crawl starts its workers. To be made while there is one thread."""

    DEVNULL = subprocess.DEVNULL

    def __init__(self) -> None:
        self._lock = Lock()
        self._asking, asked = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1)
        if os.fork() == 0:
            self._asking.close()
            _serve(asked)
        asked.close()

    def Popen(self, command: list[str], *, pass_fds: tuple[int, ...], stderr: Any, **_: Any) -> "Worker":
        with self._lock:
            given = [*pass_fds, stderr.fileno()]
            socket.send_fds(self._asking, [pickle.dumps((command[3:], pass_fds))], given)
            return Worker(int(self._asking.recv(32)))


class Worker:
    """As much of a `subprocess.Popen` as is asked for."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def wait(self) -> int:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode


def _serve(asked: socket.socket) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        message, given, *_ = socket.recv_fds(asked, 1 << 16, 9)
        if not message:
            os._exit(0)  # the command has ended
        reads, writes = os.pipe()
        child = os.fork()
        if child == 0:
            worker = os.fork() or _work(*pickle.loads(message), given)
            os.setpgid(worker, worker)
            os.write(writes, str(worker).encode())
            os._exit(0)
        os.waitpid(child, 0)  # now the worker is an orphan
        asked.send(os.read(reads, 32))
        for number in (reads, writes, *given):
            os.close(number)


def _work(words: list[str], numbers: tuple[int, ...], given: list[int]) -> NoReturn:
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    aside = [fcntl.fcntl(number, fcntl.F_DUPFD, FREE) for number in given]
    os.closerange(3, FREE)
    for number, there in zip((*numbers, 2), aside, strict=True):
        os.dup2(there, number)
        os.close(there)
    for number in (0, 1):
        os.dup2(os.open(os.devnull, os.O_RDWR), number)
    sys.argv = words
    code = 1
    try:
        worker_process.main()
        code = 0
    finally:
        if code:
            sys.excepthook(*sys.exc_info())
        os._exit(code)
