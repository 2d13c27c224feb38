"""One worker, from outside: asked to read a file, ended when that takes too long, and its failure put in words."""

import os
import pickle
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path
from threading import Lock, Timer

from crawler.reading.formats.filetext import FileText, Limits
from crawler.worker_process import OUT_OF_MEMORY, Asked, largest_answer

STARTING = 300.0  # seconds that a worker may take to import the readers, on the busiest machine
FILES = 200  # that a worker reads before it is replaced: libraries leak
WATCH = 0.05  # seconds between two looks at the memory of a worker
# How those say that there is no memory who do not raise MemoryError: libraries of Rust, C++ and C.
NO_MEMORY = ("memory allocation of", "bad_alloc", "MemoryError", "out of memory", "Cannot allocate memory")


class Worker:
    """A process that reads files, one at a time. Raises OSError when it cannot be started."""

    def __init__(self, reader: str) -> None:
        self._files = 0
        self._late = self._greedy = self._reaped = False
        self._ending = Lock()
        # A file, since one who writes to a pipe that nobody empties waits.
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115
        self._connection, there = Pipe()
        held, self._lifeline = os.pipe()
        command = [sys.executable, "-P", "-m", "crawler.worker_process", reader, str(there.fileno()), str(held)]
        try:
            # A group of its own: Ctrl-C is for the crawl, and what a worker starts is ended with it.
            self._process = subprocess.Popen(
                command, pass_fds=(there.fileno(), held), process_group=0, env=_environment(),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._complaints,
            )  # fmt: skip
        except OSError:
            self._let_go()
            raise
        finally:
            there.close()
            os.close(held)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def fit(self) -> bool:
        """Whether it can be given another file."""
        return not (self._late or self._greedy or self._reaped or self._files >= FILES or self._exited(os.WNOHANG))

    def read(self, data: bytes, asked: Asked) -> FileText:
        """What is in a file, or by name what the worker died of; it is for one caller at a time."""
        said = [asked.media_type.partition(";")[0].strip().lower()]
        answer = b""
        try:
            answer = self._begun() and self._answer(data, asked, said)
        finally:
            if not answer:  # failed there, or interrupted here: what it would say next answers nothing
                self.end()
        return pickle.loads(answer) if answer else FileText(said[-1], problem=self._failure(asked.limits))

    def kill(self) -> None:
        """End the process and what it started, at once; the one who waits for its answer gets none."""
        with self._ending:
            if not self._reaped:  # else its number may be another's by now
                os.killpg(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Kill it and let go of all that belongs to it: for the one who alone uses it."""
        self.kill()
        with self._ending:
            self._process.wait()
            self._reaped = True
        self._let_go()

    def _begun(self) -> bytes:
        """What a worker says first: before that, no time counts against a file."""
        if self._files:
            return b"begun"
        with self._within(STARTING):
            try:
                return self._connection.recv_bytes()
            except (EOFError, OSError):
                self._exited()
                return b""

    def _answer(self, data: bytes, asked: Asked, said: list[str]) -> bytes:
        """The packed answer, or nothing from a worker that died; before it, `said` is told the media type."""
        self._files += 1
        self._complaints.seek(0)  # it shares its place in the file: what it said of the last one is gone
        self._complaints.truncate()
        with self._within(asked.limits.seconds):
            most = self._memory() + asked.limits.memory
            try:
                self._connection.send(asked)
                self._connection.send_bytes(data)
                self._await(most)
                said.append(self._connection.recv())
                self._await(most)
                return self._connection.recv_bytes(largest_answer(asked.limits))
            except (EOFError, OSError):
                self._exited()
                return b""

    def _await(self, most: int) -> None:
        """Wait until the worker says something, or ends; or ends because it holds more than so many bytes."""
        while not self._connection.poll(WATCH):
            if self._memory() > most:
                self._greedy = True
                self.kill()

    def _memory(self) -> int:
        """The bytes that the worker holds; 0 where the system does not tell."""
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_bytes().split()[1]) * resource.getpagesize()
        except OSError:
            return 0

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        timer = Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _too_late(self) -> None:
        self._late = True
        self.kill()

    def _exited(self, option: int = 0) -> bool:
        """Whether the process has ended, by itself or not; waits for that unless told WNOHANG. Does not reap it."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | option) is not None

    def _failure(self, limits: Limits) -> str:
        code, complaint = self._process.returncode, self._complaint
        if not self._files:
            return f"the reader could not be started: {complaint.splitlines()[-1] if complaint else 'no answer'}"
        if self._late or code == -signal.SIGXCPU:
            return f"took longer than {limits.seconds:g} second{'s' * (limits.seconds != 1)}"
        if self._greedy or code == OUT_OF_MEMORY or any(words in complaint for words in NO_MEMORY):
            return f"needed more than {limits.memory >> 20:,} MiB of memory"
        if code < 0:
            return f"the reader crashed (signal {-code})"
        return f"the reader failed: {complaint.splitlines()[-1] if complaint else f'exit {code}'}"

    def _let_go(self) -> None:
        if not self._complaints.closed:
            self._complaint = self._last_words()
            self._complaints.close()
            self._connection.close()
            os.close(self._lifeline)

    def _last_words(self) -> str:
        size = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, size - 4096))
        return self._complaints.read().decode("utf-8", "replace").strip()


def _environment() -> dict[str, str]:
    """This process's own, with its ways to find modules: a checkout is not always installed."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)}
