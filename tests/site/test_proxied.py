"""The site under a path of another host, as a proxy has it, and in several processes."""

import html.parser
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from asking import asking

from store.database import open_store
from store.site.app import datasette_app

PAGES = (
    "/", "/search?q=figures&force=Northshire+Police", "/search?q=gross+misconduct",
    "/foi/disclosures/{first}?compare=2",
    "/foi/disclosures/{hostile}", "/forces", "/forces/Northshire~20Police", "/exemptions", "/dossiers", "/sources",
    "/about", "/feeds", "/foi", "/foi/disclosures", "/foi/search?q=drones", "/nothing",
)  # fmt: skip


class Links(html.parser.HTMLParser):
    """The addresses on this host that a page leads to or loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {value for name, value in attrs if name in ("href", "src", "action") and value}
        self.found |= {value for value in named if value.startswith("/")}


@pytest.fixture(scope="module")
def get(folder: Path, known: dict[str, Any]) -> Iterator[Callable[[str], Any]]:
    with asking(datasette_app(folder, base="/public/foi/")) as asks:
        yield asks


@pytest.mark.parametrize("path", PAGES)
def test_every_link_stays_under_the_path(get: Callable[[str], Any], known: dict[str, Any], path: str) -> None:
    page, links = get(path.format(**known)), Links()
    links.feed(page.text)
    assert page.status_code == (404 if path == "/nothing" else 200) and len(links.found) > 8
    assert [link for link in links.found if not link.startswith("/public/foi/")] == []
    permanent = re.findall(r'rel="canonical" href="([^"]+)"', page.text)
    assert all("/public/foi/" in address for address in permanent)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    open_store(tmp_path / "data").close()
    (tmp_path / "foiwatch.toml").write_text('store = "data"\nlogin = "desk:long enough"\n', encoding="utf-8")
    command = [sys.executable, "-m", "foiwatch", "serve", "--port", "0", "--workers", "2", "--base", "foi"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        assert found
        yield process, found[0] + "foi/"
        process.kill()


def test_links_in_full_are_those_of_the_proxy(served: tuple[Any, str]) -> None:
    told = {"Host": "foi.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    page = httpx.get(served[1] + "search?q=drones", headers=told, auth=("desk", "long enough"))
    assert 'rel="canonical" href="https://foi.example.org/foi/search?q=drones"' in page.text


def alive(process: int) -> bool:
    """Whether it runs; one that has ended and is not yet waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def begun(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(number) for number in listed.stdout.split()]


def gone(processes: list[int]) -> bool:
    until = time.monotonic() + 10
    while any(map(alive, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(alive, processes))


@pytest.mark.parametrize(("ending", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, None), (signal.SIGKILL, -9)])
def test_several_processes_answer_as_one_and_end_together(
    served: tuple[Any, str], ending: signal.Signals, code: int | None
) -> None:
    process, address = served
    answers = [httpx.get(address, auth=("desk", "long enough")) for _ in range(6)]
    assert {answer.status_code for answer in answers} == {200}
    assert "/foi/assets/site.css" in answers[0].text
    assert httpx.get(address).status_code == 401
    others = begun(process.pid)
    assert others
    os.kill(process.pid, ending)
    ended = process.wait(timeout=15)
    assert code is None or ended == code
    assert gone(others)
