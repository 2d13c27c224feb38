"""The command in a process of its own, forked from one that has the libraries loaded.

Loading Scrapy and trafilatura costs more than most of the tests do that need a whole process.
"""

import multiprocessing
import os
import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

LOADED = multiprocessing.get_context("forkserver")
LOADED.set_forkserver_preload([
    "forked", "scrapy.crawler", "trafilatura", "warcio", "pebble", "alerts.sending.rounds", "crawler.crawl",
    *(f"foiwatch.commands.{name}" for name in ("crawl", "run", "reread", "evidence", "alerts", "export")),
])  # fmt: skip
STREAMS = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))


def foiwatch(
    *arguments: str, folder: Path, environment: Mapping[str, str], stdin: str = "", seconds: float = 100
) -> CompletedProcess[str]:
    """Run `foiwatch ARGUMENTS` in the folder and return its exit code and words. Fails when it takes too long."""
    with TemporaryDirectory() as given:
        streams = [Path(given, name) for name, _ in STREAMS]
        for stream, words in zip(streams, (stdin, "", ""), strict=True):
            stream.write_text(words)
        process = LOADED.Process(target=_become, args=(arguments, str(folder), dict(environment), given))
        process.start()
        process.join(seconds)
        if process.exitcode is None:
            process.kill()
        assert process.exitcode is not None, f"foiwatch {arguments} did not end"
        return CompletedProcess(["foiwatch", *arguments], process.exitcode, *(path.read_text() for path in streams[1:]))


def _become(arguments: tuple[str, ...], folder: str, environment: Mapping[str, str], given: str) -> None:
    for number, (name, flag) in enumerate(STREAMS):
        os.dup2(os.open(Path(given, name), flag), number)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["foiwatch", *arguments]
    try:
        runpy.run_module("foiwatch", run_name="__main__")
    finally:
        sys.stdout.flush()
