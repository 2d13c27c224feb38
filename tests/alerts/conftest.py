"""A store to tell of, and real receivers on loopback: a mail server and a web server."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiosmtpd.controller import Controller
from stores import new_store

from alerts.topics.matching import match_new
from alerts.topics.topics import Topics, load
from store.database import Store
from store.keeping import keep
from store.records import AttachmentSeen, Sighting
from store.walks import register_sources, save_walk

NOW = "2026-11-21T10:00:00+00:00"
LATER = "2026-11-21T12:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "data")
    register_sources(
        opened,
        [
            ("essex", "Essex Police", "single_online_home", "https://essex.example"),
            ("kent", "Kent Police", "single_online_home", "https://kent.example"),
        ],
    )
    save_walk(opened, "essex", complete=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def topics() -> Topics:
    return load()


@pytest.fixture
def keeper(store: Store, topics: Topics) -> "Keeper":
    return Keeper(store, topics)


class Keeper:
    """Keeps disclosures, about misconduct unless told otherwise, and matches them."""

    def __init__(self, store: Store, topics: Topics) -> None:
        self.store, self.topics = store, topics

    def __call__(self, number: int = 1, *, baseline: bool = False, **other: Any) -> int:
        source = other.get("source", "essex")
        usual: dict[str, Any] = {
            "source": source,
            "address": f"https://{source}.example/foi/{number}/?a=1&b=2",
            "title": f"Misconduct hearings, part {number}",
            "words": f"Misconduct hearings, part {number}",
            "ref": f"FOI {number}/26",
            "forces": ("Essex Police",) if source == "essex" else ("Kent Police",),
            "published": "2026-11-20",
            "request_text": "How many officers were dismissed for gross misconduct?",
            "response_text": "Seven.",
            "attachments": (AttachmentSeen(f"https://{source}.example/{number}.pdf", "The table"),),
        }
        kept = keep(self.store, Sighting(**usual | other), seen=NOW, run=None, baseline=baseline)
        match_new(self.store, self.topics)
        return kept.disclosure

    def other(self, number: int = 1, **more: Any) -> int:
        """One that is about nothing of interest."""
        plain = {
            "title": f"Police dogs {number}",
            "request_text": "How many dogs?",
            "words": f"dogs {number}",
        }
        return self(number, **plain | more)


@pytest.fixture
def mailbox() -> Iterator["Mailbox"]:
    box = Mailbox()
    server = AnyPort(box, hostname="127.0.0.1", port=0)
    server.start()
    box.port = server.port
    yield box
    server.stop()


class AnyPort(Controller):
    """A controller that learns which port it was given before it tries its own door."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Mailbox:
    """A mail server that keeps what it is sent, and refuses the recipients in `refused`."""

    port = 0

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.refused: set[str] = set()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def address(self, *recipients: str) -> str:
        return f"mailto://127.0.0.1:{self.port}?from=foi@example.org&to={','.join(recipients)}&mode=insecure"


@pytest.fixture
def web() -> Iterator[Callable[[], "Web"]]:
    servers: list[Web] = []

    def serve() -> Web:
        servers.append(Web())
        return servers[-1]

    yield serve
    for server in servers:
        server.close()


class Web:
    """A web server that keeps what is posted to it, answering with `status` after `stall` seconds."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, dict[str, Any], dict[str, str]]] = []
        self.status, self.stall = 200, 0.0
        outer = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.posts.append((self.path, body, dict(self.headers)))
                time.sleep(outer.stall)
                self.send_response(outer.status)
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def address(self, more: str = "") -> str:
        return f"json://127.0.0.1:{self.port}/hook{more}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Reply(NamedTuple):
    """What a receiver answers; a status of 0 closes the connection without an answer."""

    status: int = 204
    headers: tuple[tuple[str, str], ...] = ()
    stall: float = 0.0


@pytest.fixture
def answering() -> Iterator[Callable[..., int]]:
    """`answering(function)`: the port of a server that answers as `function(path, body, key)`, a Reply, says."""
    servers: list[ThreadingHTTPServer] = []

    def serve(function: Callable[[str, dict[str, Any], str], tuple]) -> int:
        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = Reply(*function(self.path, body, self.headers["Idempotency-Key"]))
                time.sleep(reply.stall)
                if reply.status:
                    self.send_response(reply.status)
                    for header in reply.headers:
                        self.send_header(*header)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return int(server.server_address[1])

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
