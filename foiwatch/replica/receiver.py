"""Where the demonstration has its alerts sent: a JSON webhook on this machine that keeps what it is given."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


class Receiver:
    """Listens on a free loopback port; `received` holds the JSON of each message, in order of arrival."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="receiver", daemon=True)

    @property
    def target(self) -> str:
        """Its Apprise address."""
        return f"json://127.0.0.1:{self._server.server_address[1]}/alerts"

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def items(self) -> list[dict[str, Any]]:
        """The disclosures that the messages told of, in order."""
        return [item for message in self.received for item in message.get("foiwatch", {}).get("items", [])]

    def summaries(self) -> list[dict[str, Any]]:
        """The summaries that stand for a baseline."""
        return [one for message in self.received for one in message.get("foiwatch", {}).get("summaries", [])]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        kept = self.received

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                kept.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Silent: the terminal belongs to the demonstration."""

        return Handler
