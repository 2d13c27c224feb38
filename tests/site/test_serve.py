"""`foiwatch serve`: the command as a person runs it."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import forked
import httpx
import pytest

from store.database import open_store
from store.keeping import keep
from store.records import Sighting

COMMAND = [sys.executable, "-m", "foiwatch"]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "foiwatch.toml"
    path.write_text(f'contact = "name@example.org"\nstore = "{tmp_path / "data"}"\n', encoding="utf-8")
    return path


@pytest.fixture
def served(config: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    open_store(tmp_path / "data").close()
    command = [*COMMAND, "--config", str(config), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr
        line = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        yield process, address[0]
        process.kill()


def test_an_empty_collection_is_served_and_seen_to_grow(served: tuple[Any, str], tmp_path: Path) -> None:
    process, address = served
    assert "No log has been visited yet" in httpx.get(address).text
    store = open_store(tmp_path / "data")
    keep(
        store,
        Sighting("met", "https://a.example/1", "Vetting in 2024", "w"),
        seen="2026-11-21T09:00:00+00:00",
        run=None,
    )
    store.close()
    assert "<mark>Vetting</mark> in 2024" in httpx.get(address + "search?q=vetting").text
    assert "mailto:name@example.org" in httpx.get(address + "about").text, "the contact of the configuration"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == 0


def test_without_a_collection_it_says_so(config: Path) -> None:
    done = forked.run([*COMMAND, "--config", str(config), "serve"])
    assert done.returncode == 2
    assert "there is nothing to serve yet" in done.stderr and "Traceback" not in done.stderr
    assert not (config.parent / "data").exists()


def test_a_port_in_use_is_named(served: tuple[Any, str], config: Path) -> None:
    port = served[1].rstrip("/").rpartition(":")[2]
    command = [*COMMAND, "--config", str(config), "serve", "--port", port]
    done = forked.run(command)
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use" in done.stderr
