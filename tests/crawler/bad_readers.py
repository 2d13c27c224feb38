"""A reader of files that does what the file says, for the tests of what is done about such readers."""

import os
import signal
import subprocess
import sys
import time

from crawler.reading.formats.filetext import FileText, Limits, Part, Table

DEFAULT = Limits()
FOREVER = 600  # seconds: what is not ended is seen to be there


def read(
    data: bytes, name: str = "", media_type: str = "", limits: Limits = DEFAULT, *, released: bool = False
) -> FileText:
    """`data` is a word of ACTS, with an argument after a blank; what is none is read as it is."""
    word, _, rest = data.partition(b" ")
    if word.decode("latin-1") in ACTS:
        return ACTS[word.decode()](rest.decode(), limits)
    return FileText(media_type or "text/plain", data.decode(), "released" * released, (Part("", data.decode()),))


def sleep(_: str, limits: Limits) -> FileText:
    time.sleep(FOREVER)
    return FileText("text/plain")


def spin(_: str, limits: Limits) -> FileText:
    while True:
        pass


def start(said: str, limits: Limits) -> FileText:
    """Start another process, tell who runs in the file named, and wait for it, or end by the signal named."""
    told, _, number = said.partition(" ")
    child = subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({FOREVER})"])
    with open(told + ".part", "w") as file:  # noqa: PTH123
        file.write(f"{os.getpid()} {child.pid}")
    os.rename(told + ".part", told)  # noqa: PTH104
    if number:
        os.kill(os.getpid(), int(number))
    child.wait()
    return FileText("text/plain")


def allocate(size: str, limits: Limits) -> FileText:
    return FileText("text/plain", str(len(bytearray(int(size)))))


def hold(size: str, limits: Limits) -> FileText:
    held = b"x" * int(size)
    time.sleep(FOREVER)
    return FileText("text/plain", str(len(held)))


def crash(number: str, limits: Limits) -> FileText:
    os.kill(os.getpid(), int(number))
    signal.pause()
    return FileText("text/plain")


def abort(said: str, limits: Limits) -> FileText:
    print(said, file=sys.stderr, flush=True)
    os.abort()


def raise_(said: str, limits: Limits) -> FileText:
    raise ValueError(said)


def pid(_: str, limits: Limits) -> FileText:
    return FileText("text/plain", str(os.getpid()))


def tables(rows: str, limits: Limits) -> FileText:
    return FileText("text/csv", "words", tables=(Table("A1", tuple((f"{n:0>100}",) for n in range(int(rows)))),))


def write(size: str, limits: Limits) -> FileText:
    with open(os.environ["BAD_READERS_FILE"], "wb") as file:  # noqa: PTH123
        file.write(b"x" * int(size))
    return FileText("text/plain")


ACTS = {
    "sleep": sleep, "spin": spin, "start": start, "allocate": allocate, "hold": hold, "crash": crash, "abort": abort,
    "raise": raise_, "pid": pid, "tables": tables, "write": write,
}  # fmt: skip
