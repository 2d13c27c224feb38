"""Stands in for `subprocess`: commands in processes of their own, forked from one that has the libraries loaded.

Loading Scrapy and trafilatura costs more than most of the tests do that need a whole process.
"""

import multiprocessing
import os
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from subprocess import PIPE, CompletedProcess, TimeoutExpired
from tempfile import TemporaryDirectory
from threading import Lock
from typing import IO, Any, Self
from unittest import mock

from nursery import Nursery

from crawler import worker

LOADED = multiprocessing.get_context("forkserver")
LOADED.set_forkserver_preload(["forked", "loaded"])
STARTING = Lock()
FRESH = "FRESH_WORKERS"  # in an environment: its workers are new interpreters, as they are for users
FLAGS = (os.O_RDONLY, os.O_WRONLY | os.O_APPEND, os.O_WRONLY | os.O_APPEND)


class Popen:
    """What `subprocess.Popen` gives of [PYTHON, "-m", MODULE, ...] or [PYTHON, "-c", CODE, ...].

    What it says goes to files, so that it never waits to be read.
    """

    def __init__(
        self, command: Sequence[str], cwd: Path | str = ".", env: Mapping[str, str] = os.environ, stdin: str = "",
        stdout: IO[Any] | int = PIPE, stderr: IO[Any] | int = PIPE, start_new_session: bool = False, text: bool = True,
    ) -> None:  # fmt: skip
        self.args = list(command)
        self._given = TemporaryDirectory()
        self._streams = [Path(self._given.name, name) for name in ("stdin", "stdout", "stderr")]
        for stream, words in zip(self._streams, (stdin, "", ""), strict=True):
            stream.write_text(words)
        named = [*map(str, self._streams[:1]), *map(_path, (stdout, stderr), self._streams[1:])]
        with STARTING:
            _start()
        begun, begins = LOADED.Pipe(duplex=False)
        about = (self.args[1:], str(cwd), dict(env), named, start_new_session, begins)
        self._process = LOADED.Process(target=_become, args=about)
        self._process.start()
        begins.close()
        with begun:
            begun.recv_bytes()  # from here on a signal meets the command
        self.pid = self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutExpired(self.args, timeout or 0.0)
        return self._process.exitcode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it said, on either stream, when it has ended."""
        self.wait(timeout)
        return self._streams[1].read_text(), self._streams[2].read_text()

    def send_signal(self, how: int) -> None:
        if self._process.exitcode is None:
            os.kill(self.pid, how)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()


def run(command: Sequence[str], timeout: float = 100, **about: Any) -> CompletedProcess[str]:
    """As `subprocess.run` does with what the command says. Fails when it takes too long."""
    about.pop("capture_output", None)
    process = Popen(command, **about)
    try:
        return CompletedProcess(process.args, process.wait(timeout), *process.communicate())
    except TimeoutExpired:
        process.kill()
        raise


def foiwatch(
    *arguments: str, folder: Path, environment: Mapping[str, str], stdin: str = "", seconds: float = 100
) -> CompletedProcess[str]:
    """Run `foiwatch ARGUMENTS` in the folder and return its exit code and words. Fails when it takes too long."""
    command = [sys.executable, "-m", "foiwatch", *arguments]
    return run(command, seconds, cwd=folder, env=environment, stdin=stdin)


@cache
def _start() -> None:
    """Start the process that forks. It imports `loaded` before it is handed the path of this one."""
    with mock.patch.dict(os.environ, {"PYTHONPATH": os.pathsep.join(sys.path)}):
        ensure_running()


def _path(stream: IO[Any] | int, otherwise: Path) -> str:
    return str(otherwise) if isinstance(stream, int) else str(Path(stream.name).absolute())


def _become(
    command: list[str], folder: str, environment: Mapping[str, str], streams: list[str], alone: bool, begins: Any
) -> None:
    if alone:
        os.setsid()
    for number, (stream, flags) in enumerate(zip(streams, FLAGS, strict=True)):
        os.dup2(os.open(stream, flags), number)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    how, program, *words = command
    sys.argv = ["-c" if how == "-c" else program, *words]
    begins.send_bytes(b"begun")
    begins.close()
    if FRESH not in environment and sys.platform == "linux":
        worker.subprocess = Nursery()
    try:
        if how == "-c":
            exec(program, {"__name__": "__main__"})
        else:
            runpy.run_module(program, run_name="__main__", alter_sys=True)
    finally:
        sys.stdout.flush()
