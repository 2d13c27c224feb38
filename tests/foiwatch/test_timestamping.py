"""A time stamp of an authority on this machine, checked with the program that a third party would use."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from foiwatch.timestamping import NoTimestamp, timestamp

CONFIG = """
[req]
distinguished_name = name
x509_extensions = tsa
[name]
[tsa]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[authority]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


def openssl(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["openssl", *map(str, arguments)], capture_output=True, timeout=30, check=False)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "serial").write_text("01\n")
    (folder / "openssl.cnf").write_text(CONFIG.format(folder=folder))
    done = openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Invented authority", "-days", 30,
        "-config", folder / "openssl.cnf", "-keyout", folder / "tsa.key", "-out", folder / "tsa.pem",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def signs(keys: Path) -> Callable[[bytes], tuple[int, bytes]]:
    def answer(asked: bytes) -> tuple[int, bytes]:
        (keys / "asked").write_bytes(asked)
        made = keys / "answer"
        done = openssl(
            "ts", "-reply", "-config", keys / "openssl.cnf", "-section", "authority",
            "-queryfile", keys / "asked", "-out", made,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return 200, made.read_bytes()

    return answer


@pytest.fixture
def authority() -> Iterator[Callable[..., str]]:
    """Serves answers to what is asked of an authority."""
    servers: list[HTTPServer] = []

    def serve(answer: Callable[[bytes], tuple[int, bytes]]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                assert self.headers["Content-Type"] == "application/timestamp-query"
                status, body = answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        servers.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/tsr"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    path = tmp_path / "SHA256SUMS"
    path.write_text("0" * 64 + "  manifest.json\n")
    return path


def test_a_third_party_can_check_it(keys: Path, authority: Callable[..., str], sums: Path) -> None:
    moment = timestamp(sums, authority(signs(keys)))
    assert moment.startswith("20")
    verify = ("ts", "-verify", "-data", sums, "-in", f"{sums}.tsr", "-CAfile", keys / "tsa.pem")
    done = openssl(*verify)
    assert done.returncode == 0, done.stderr
    assert openssl("ts", "-query", "-in", f"{sums}.tsq", "-text").returncode == 0
    sums.write_text("altered")
    assert openssl(*verify).returncode != 0


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (503, b"", "HTTP 503"),
        (200, b"<html>Sorry</html>", "no answer of a time-stamping authority"),
        (200, bytes.fromhex("30050203020102"), "no answer of a time-stamping authority|refused"),
    ],
)
def test_what_is_no_time_stamp_is_refused_by_name(
    authority: Callable[..., str], sums: Path, status: int, body: bytes, reason: str
) -> None:
    with pytest.raises(NoTimestamp, match=reason):
        timestamp(sums, authority(lambda _: (status, body)))
    assert [path.name for path in sums.parent.iterdir()] == ["SHA256SUMS"]


def test_a_stamp_of_something_else_is_refused(keys: Path, authority: Callable[..., str], sums: Path) -> None:
    (keys / "other").write_text("another file")
    asked = openssl("ts", "-query", "-data", keys / "other", "-sha256", "-cert").stdout
    with pytest.raises(NoTimestamp, match="signed something else"):
        timestamp(sums, authority(lambda _: signs(keys)(asked)))


def test_an_authority_that_is_not_there_is_named(sums: Path) -> None:
    with pytest.raises(NoTimestamp, match=r"http://127\.0\.0\.1:1/tsr"):
        timestamp(sums, "http://127.0.0.1:1/tsr")
