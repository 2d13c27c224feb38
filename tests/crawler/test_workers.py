"""A file that ends its reader costs a named failure, the next one is read, and nothing is left running."""

import asyncio
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import Limits
from crawler.workers import STOPPED, FileReader

SHORT = Limits(seconds=0.3)
BAD = "bad_readers:read"


@pytest.fixture(autouse=True)
def bad_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def words(folder: Path, name: str) -> list[int]:
    until((folder / name).exists)
    return [int(word) for word in (folder / name).read_text().split()]


FAILURES = [
    ("sleep", SHORT, "took longer than 0.3 seconds"),
    ("spin", SHORT, "took longer than 0.3 seconds"),
    (f"allocate {1 << 32}", Limits(memory=256 << 20), "needed more than 256 MiB of memory"),
    (f"hold {128 << 20}", Limits(memory=64 << 20), "needed more than 64 MiB of memory"),
    ("abort memory allocation of 99 bytes failed", Limits(), "needed more than 2,048 MiB of memory"),
    (f"crash {signal.SIGXCPU}", Limits(seconds=90), "took longer than 90 seconds"),
    (f"crash {signal.SIGSEGV}", Limits(), "the reader crashed (signal 11)"),
    (f"crash {signal.SIGKILL}", Limits(), "the reader crashed (signal 9)"),
    ("abort", Limits(), "the reader crashed (signal 6)"),
    ("raise not foreseen", Limits(), "the reader failed: ValueError: not foreseen"),
]


@pytest.mark.parametrize(("act", "limits", "problem"), FAILURES)
def test_a_failure_is_named_and_the_next_file_is_read(act: str, limits: Limits, problem: str) -> None:
    with FileReader(limits, reader=BAD) as files:
        failed = files.read(act.encode(), "figures.csv", "text/csv; charset=utf-8")
        assert (failed.media_type, failed.text, failed.problem) == ("text/csv", "", problem)
        assert not files.workers
        assert files.read(b"Some words", media_type="text/plain").text == "Some words"
        assert len(files.workers) == 1


def test_the_media_type_is_that_of_the_bytes() -> None:
    with FileReader(SHORT, reader="time:sleep") as files:
        failed = files.read(b"%PDF-1.7\nnothing", "a.csv", "text/csv")
    assert failed.media_type == "application/pdf"
    assert failed.problem.startswith("the reader failed: TypeError")


def test_a_worker_is_kept_for_the_next_file_and_replaced_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.worker.FILES", 3)
    with FileReader(reader=BAD) as files:
        first, *others = [files.read(b"pid").text for _ in range(6)]
    assert others[:2] == [first, first]
    assert len({first, *others}) == 2


def test_a_worker_that_dies_between_two_files_is_not_missed() -> None:
    with FileReader(reader=BAD) as files:
        (worker,) = [int(files.read(b"pid").text)]
        os.kill(worker, signal.SIGKILL)
        until(lambda: not running(worker))
        assert files.read(b"Some words").text == "Some words"


def test_memory_is_measured_for_each_file() -> None:
    with FileReader(Limits(memory=400 << 20), reader=BAD) as files:
        assert [files.read(f"allocate {300 << 20}".encode()).problem for _ in range(4)] == [""] * 4
        assert len(files.workers) == 1


def test_a_large_file_arrives_whole() -> None:
    data = os.urandom(1 << 20).hex().encode() * 16
    with FileReader(reader=BAD) as files:
        assert files.read(data).text == data.decode()


def test_tables_too_large_to_hand_over_are_left_out() -> None:
    with FileReader(Limits(characters=1), reader=BAD) as files:
        few, many = files.read(b"tables 3"), files.read(b"tables 300000")
    assert few.tables[0].rows[-1] == (f"{2:0>100}",)
    assert (many.text, many.tables, many.problem) == ("words", (), "its tables are too large: left out")


def test_what_a_reader_writes_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAD_READERS_FILE", str(tmp_path / "written"))
    with FileReader(Limits(unpacked=1 << 16), reader=BAD) as files:
        assert "File too large" in files.read(b"write 100000").problem
    assert (tmp_path / "written").stat().st_size <= 1 << 16


def test_a_released_file_is_read_as_one() -> None:
    with FileReader(reader=BAD) as files:
        assert files.read(b"x", released=True).problem == "released"
        assert files.read(b"x").problem == ""


def test_no_worker_before_a_file_and_none_after_the_end() -> None:
    files = FileReader(reader=BAD)
    assert files.workers == []
    files.read(b"Some words")
    (worker,) = files.workers
    files.close()
    assert not running(worker)
    assert files.read(b"Some words").problem == STOPPED
    assert asyncio.run(files.read_async(b"Some words")).problem == STOPPED


def test_a_reader_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with FileReader(reader="nowhere:read") as files:
        problem = "the reader could not be started: ModuleNotFoundError: No module named 'nowhere'"
        assert files.read(b"x").problem == problem
        monkeypatch.setattr("sys.executable", "/nowhere/python")
        assert files.read(b"x").problem == "the reader could not be started: No such file or directory"


def test_several_at_once_each_with_its_own_answer() -> None:
    async def read() -> list[str]:
        acts = [b"0", b"abort", b"2", b"pid", b"4", b"raise 5", b"6", b"pid", b"8"]
        found = await asyncio.gather(*(files.read_async(act) for act in acts))
        assert len(files.workers) <= 2
        return [file.text or file.problem for file in found]

    with FileReader(reader=BAD, at_once=2) as files:
        answers = asyncio.run(read())
    assert answers[::2] == ["0", "2", "4", "6", "8"]
    assert answers[1] == "the reader crashed (signal 6)"
    assert answers[5] == "the reader failed: ValueError: 5"
    assert answers[3].isdigit()


def test_the_event_loop_goes_on_and_a_close_ends_the_reading(tmp_path: Path) -> None:
    async def read() -> str:
        reading = asyncio.ensure_future(files.read_async(f"start {tmp_path / 'who'}".encode()))
        while not (tmp_path / "who").exists():
            await asyncio.sleep(0.01)  # and this goes on
        assert not reading.done()
        await asyncio.to_thread(files.close)
        return (await reading).problem

    files = FileReader(reader=BAD)
    assert asyncio.run(read()) == "the reader crashed (signal 9)"
    who = words(tmp_path, "who")
    until(lambda: not any(map(running, who)))


def test_what_a_reader_started_ends_with_it(tmp_path: Path) -> None:
    with FileReader(reader=BAD) as files:
        assert files.read(f"start {tmp_path / 'who'} 11".encode()).problem == "the reader crashed (signal 11)"
    who = words(tmp_path, "who")
    until(lambda: not any(map(running, who)))


PARENT = """
import sys, threading
from crawler.workers import FileReader
files = FileReader(reader="bad_readers:read")
acts = [f"start {sys.argv[1]}".encode(), b"spin"]
threads = [threading.Thread(target=files.read, args=(act,), daemon=True) for act in acts]
for thread in threads:
    thread.start()
while len(files.workers) < 2:
    pass
open(sys.argv[2], "w").write(" ".join(map(str, files.workers)) + " ")
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_the_one_who_reads(tmp_path: Path, how: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    started, held = tmp_path / "started", tmp_path / "held"
    command = [sys.executable, "-c", PARENT, str(started), str(held)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as parent:
        who = {*words(tmp_path, "started")}
        until(lambda: held.exists() and held.read_text().endswith(" "))
        who |= {*words(tmp_path, "held")}
        assert len(who) == 3
        assert all(map(running, who))
        parent.send_signal(how)
    until(lambda: not any(map(running, who)))


def test_a_real_file_is_read_as_it_is_in_this_process() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("reply.csv", b"Year,Total\n2024,7\n")
        archive.writestr("reply.txt", b"No information held.")
    with FileReader() as files:
        found = files.read(out.getvalue(), "reply.zip")
    assert "2024\t7" in found.text
    assert found == read_file(out.getvalue(), "reply.zip")


def test_a_zip_bomb_is_a_named_failure(zip_bomb: bytes) -> None:
    with FileReader(Limits(memory=128 << 20, unpacked=1 << 20)) as files:
        found = files.read(zip_bomb, "reply.odt")
        assert found.problem
        assert not found.text
        assert files.read(b"Some words").text == "Some words"


def test_a_pdf_that_takes_long_is_ended(slow_pdf: bytes) -> None:
    with FileReader(Limits(seconds=1)) as files:
        found = files.read(slow_pdf, "reply.pdf")
    assert (found.media_type, found.problem) == ("application/pdf", "took longer than 1 second")
