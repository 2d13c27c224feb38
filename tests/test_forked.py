"""The stand-in for `subprocess` that tests start commands with: it gives what a new interpreter would."""

import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path
from subprocess import TimeoutExpired

import forked
import pytest

# Without an end of the line, beside logging and a stream that was had before, from a thread that outlives the main one.
SAYS = """
import logging, sys, threading, time
logging.warning("logged")
print("out", end="")
sys.stderr.write("err")
def late():
    time.sleep(0.05)
    print(" late", end="")
threading.Thread(target=late).start()
sys.exit(int(sys.argv[1]))
"""


def program(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]


def test_what_is_said_by_many_at_once_is_heard_with_each_one_s_own_end() -> None:
    with ThreadPoolExecutor(8) as threads:
        ended = list(threads.map(lambda code: forked.run(program(SAYS, str(code))), range(10)))
    assert [(done.returncode, done.stdout, done.stderr) for done in ended] == [
        (code, "out late", "WARNING:root:logged\nerr") for code in range(10)
    ]


@pytest.mark.parametrize(
    ("code", "end", "words"),
    [
        ("raise ValueError('no')", 1, "ValueError: no"),
        ("import sys; sys.exit('in words')", 1, "in words\n"),
        ("pass", 0, ""),
    ],
)
def test_an_end_of_any_kind(code: str, end: int, words: str) -> None:
    done = forked.run(program(code))
    assert (done.returncode, done.stdout) == (end, "")
    assert (words in done.stderr) if words else not done.stderr


def test_it_has_the_folder_the_environment_and_the_words_it_was_given(tmp_path: Path) -> None:
    code = "import os, sys; print(os.getcwd(), os.environ['NAME'], 'HOME' in os.environ, sys.stdin.read(), sys.argv[1])"
    done = forked.run(program(code, "word"), cwd=tmp_path, env={"NAME": "own"}, stdin="given")
    assert done.stdout == f"{tmp_path.resolve()} own False given word\n"


def test_a_kill_is_told() -> None:
    process = forked.Popen(program("import time; print('here', flush=True); time.sleep(60)"))
    assert process.poll() is None
    with pytest.raises(TimeoutExpired):
        process.wait(0.05)
    process.kill()
    assert process.wait(30) == -signal.SIGKILL


def test_who_forks_has_all_loaded_and_one_thread_and_no_reactor() -> None:
    there = ("crawler.visits", "apprise.plugins.slack", "scrapy.extensions.remote_control")
    not_there = ("twisted.internet.reactor", "foiwatch.scrapy_settings")
    done = forked.run(program(f"import sys; print([name in sys.modules for name in {there + not_there}])"))
    assert done.stdout == "[True, True, True, False, False]\n"
    # A lock that another thread holds would be held for ever in the child.
    threads = Path(f"/proc/{forkserver._forkserver._forkserver_pid}/task")  # type: ignore[attr-defined]
    assert not Path("/proc/self/task").exists() or len(list(threads.iterdir())) == 1
