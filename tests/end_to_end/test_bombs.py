"""A crawl with a bomb among its attachments: whole, with the file's failure named; and nothing outlives it."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from forked import FRESH

PAGES = "/foi-ai/metropolitan-police/disclosure-2026/may-2026/"
FOLDER = "/SysSiteAssets/foi-media/metropolitan-police/"
FINE = b"Year,Dismissed\n2024,7\n"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers are those that users have: here they are what is looked at."""
    monkeypatch.setenv(FRESH, "yes")


def serve(here: Any, **files: bytes) -> None:
    """A page with these files; an underscore of a name stands for its dot."""
    paths = {FOLDER + name.replace("_", "."): data for name, data in files.items()}
    links = "".join(f'<li><a href="{path}">{path.removeprefix(FOLDER)}</a></li>' for path in paths)
    page = f"<h1>Figures</h1><p>Freedom of information request reference no: 01.FOI.26.000001</p><ul>{links}</ul>"
    here.replica.serve_documents({PAGES + "figures/": page, **paths})


def workers(pid: int) -> list[int]:
    """The worker processes that a process has started."""
    started = [Path(f"/proc/{pid}/task/{task.name}/children") for task in Path(f"/proc/{pid}/task").iterdir()]
    children = [int(child) for path in started for child in path.read_text().split()]
    return [child for child in children if b"crawler.worker_process" in Path(f"/proc/{child}/cmdline").read_bytes()]


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_bomb_costs_a_named_failure_and_no_more(desk: Callable[..., Any], slow_pdf: bytes, zip_bomb: bytes) -> None:
    here = desk({"met": 3, "west_midlands": 3})
    here.configure("[reading]\nseconds = 3\nmemory = 134217728")
    serve(here, slow_pdf=slow_pdf, bomb_odt=zip_bomb, fine_csv=FINE)
    assert here.crawl().startswith("exit 0")
    assert (here.kept("met"), here.kept("west_midlands")) == (4, 3)
    assert here.ask("SELECT DISTINCT whole FROM runs") == [(1,)]
    (row,) = [row for row in here.export() if row["title"] == "Figures"]
    files = {each["label"]: each for each in row["attachments"]}
    assert files["slow.pdf"]["problem"] == "took longer than 3 seconds"
    assert files["slow.pdf"]["media_type"] == "application/pdf"
    assert files["bomb.odt"]["problem"]
    assert [name for name, file in files.items() if file["text"]] == ["fine.csv"]
    noted = {
        address.rpartition("/")[2] for (address,) in here.ask("SELECT address FROM problems WHERE verdict = 'noted'")
    }
    assert noted == {"slow.pdf", "bomb.odt"}


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_a_crawl_that_is_ended(
    desk: Callable[..., Any], slow_pdf: bytes, how: signal.Signals
) -> None:
    here = desk({"met": 1})
    here.configure("[reading]\nseconds = 4")
    serve(here, slow_pdf=slow_pdf)
    crawl = here.start("crawl", "met")
    here.until(lambda: bool(workers(crawl.pid)))
    started = workers(crawl.pid)  # two, where another file is read meanwhile
    assert "Traceback" not in here.end(crawl, how)
    here.until(lambda: not any(map(running, started)))


def test_a_bomb_that_a_person_brings_is_refused_by_name(desk: Callable[..., Any], slow_pdf: bytes) -> None:
    here = desk({"met": 1})
    here.configure("[reading]\nseconds = 1")
    (here.folder / "slow.pdf").write_bytes(slow_pdf)
    (here.folder / "letter.txt").write_text(
        "Our Ref: FOI2026/00042\n\nResponse: Hertfordshire Constabulary: none held."
    )
    done = here.run("add", "slow.pdf", "letter.txt")
    assert done.returncode == 1
    assert done.stderr == "foiwatch: slow.pdf: took longer than 1 second\n"
    assert done.stdout.startswith("new")
    assert here.run("read", "slow.pdf").returncode == 1
