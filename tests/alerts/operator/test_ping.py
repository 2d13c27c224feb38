"""The dead-man switch is asked within bounded time, and its address is never repeated."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from alerts.operator import ping as pinging
from alerts.operator.ping import failing, ping


class Switch(BaseHTTPRequestHandler):
    """Answers by the path that it is asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "/5e7a")
        else:
            self.send_response(404 if self.path.startswith("/gone") else 200)
        self.end_headers()
        if self.path.startswith("/endless"):
            self.wfile.write(b"OK" * 100)
            time.sleep(3)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def switch(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[str]]]:
    """Its address without a path, and the paths that it was asked for."""
    monkeypatch.setattr(Switch, "asked", [], raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Switch)
    server.daemon_threads, server.block_on_close = True, False
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", Switch.asked
    server.shutdown()
    server.server_close()


def test_a_run_that_ended_well_asks_for_the_address_and_another_for_its_failure(
    switch: tuple[str, list[str]],
) -> None:
    address, asked = switch
    assert ping(f"{address}/5e7a", well=True) == ""
    assert ping(f"{address}/5e7a", well=False) == ""
    assert ping(f"{address}/5e7a/?rid=1", well=False) == ""
    assert asked == ["/5e7a", "/5e7a/fail", "/5e7a/fail?rid=1"]


def test_a_failure_stands_behind_the_path() -> None:
    assert failing("https://hc.example/5e7a") == "https://hc.example/5e7a/fail"
    assert failing("https://hc.example") == "https://hc.example/fail"


def test_it_follows_where_it_is_sent_and_does_not_read_on(switch: tuple[str, list[str]]) -> None:
    address, asked = switch
    began = time.monotonic()
    assert ping(f"{address}/moved", well=True) == ""
    assert asked == ["/moved", "/5e7a"]
    assert ping(f"{address}/endless", well=True) == ""
    assert time.monotonic() - began < 2


def test_why_it_was_not_heard_is_said_without_its_address(switch: tuple[str, list[str]]) -> None:
    address, _ = switch
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/5e7a"
        assert ping(closed, well=True) == "connect error"
    assert ping(f"{address}/gone/5e7a", well=True) == "HTTP 404"
    assert ping("http://[5e7a", well=False) == "value error"


def test_a_service_that_dribbles_does_not_hold_up_cron(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pinging, "SECONDS", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=_dribble, args=(door,), daemon=True).start()
        began = time.monotonic()
        said = ping(f"http://127.0.0.1:{door.getsockname()[1]}/5e7a", well=True)
        assert "no answer" in said
        assert time.monotonic() - began < 2


def _dribble(door: socket.socket) -> None:
    """A byte of a header now and then: each comes in time, and there is no end."""
    visitor, _ = door.accept()
    with visitor:
        visitor.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(30):
            try:
                visitor.sendall(b"x")
            except OSError:
                return
            time.sleep(0.1)
