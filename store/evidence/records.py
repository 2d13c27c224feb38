"""Writing records in the format WARC 1.1, each a gzip member of its own, so that any of them can be read alone."""

import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO
from urllib.parse import quote
from uuid import uuid4

from warcio.warcwriter import WARCWriter

from store.evidence.captures import Capture
from store.evidence.exchanges import Body, Exchange

VERSION = "WARC/1.1"
LARGE = 8 << 20  # bytes from which compressing well takes longer than it saves: such files are compressed already
_PROFILE = "http://netpreserve.org/warc/1.1/revisit/"
SAME_PAYLOAD, NOT_MODIFIED = _PROFILE + "identical-payload-digest", _PROFILE + "server-not-modified"


class AsReceived:
    """The head of a message in the place of warcio's own class, which percent-encodes what is not ASCII."""

    def __init__(self, head: bytes) -> None:
        self.headers_buff = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """The bytes are there already."""


class _Stream:
    """A body as warcio reads one."""

    def __init__(self, body: Body) -> None:
        self._chunks: Iterator[bytes] = body.chunks()

    def read(self, size: int = -1) -> bytes:
        return next((chunk for chunk in self._chunks if chunk), b"")


class _Member:
    """A gzip member at the end of a file."""

    def __init__(self, out: BinaryIO, level: int) -> None:
        self._out, self._packer = out, zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS + 16)

    def write(self, data: bytes) -> None:
        self._out.write(self._packer.compress(data))

    def flush(self) -> None:
        self._out.write(self._packer.flush())


def new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def write_info(out: BinaryIO, name: str, seen: str, fields: Mapping[str, str]) -> str:
    """Write the record that begins a file, and tells who made it and how; gives its id."""
    id, text = new_id(), "".join(f"{key}: {value}\r\n" for key, value in fields.items() if value).encode()
    headers = {"WARC-Record-ID": id, "WARC-Date": date(seen), "WARC-Filename": name}
    _write(out, "warcinfo", "", headers, b"", Body(text))
    return id


def write_response(out: BinaryIO, exchange: Exchange, id: str, info: str) -> None:
    """Write a response as it came, or the bytes of a file that came with none."""
    headers = _headers(exchange, id, info) | {"WARC-Payload-Digest": exchange.body.digest}
    if exchange.request:
        _write(out, "response", exchange.address, headers, exchange.head, exchange.body)
    else:
        headers["Content-Type"] = exchange.media_type or "application/octet-stream"
        _write(out, "resource", exchange.address, headers, b"", exchange.body)


def write_revisit(out: BinaryIO, exchange: Exchange, id: str, info: str, original: Capture | None) -> None:
    """Write the head of a response whose payload the archive has, or whose server says that nothing changed.

    Without an `original`, the file was kept before there was an archive.
    """
    not_modified = exchange.status == 304
    headers = _headers(exchange, id, info) | {"WARC-Profile": NOT_MODIFIED if not_modified else SAME_PAYLOAD}
    if original:
        headers |= {
            "WARC-Refers-To": original.record,
            "WARC-Refers-To-Target-URI": uri(original.address),
            "WARC-Refers-To-Date": date(original.seen),
            "WARC-Payload-Digest": original.digest,
        }
    _write(out, "revisit", exchange.address, headers, exchange.head, Body(b""))


def write_request(out: BinaryIO, exchange: Exchange, response: str, info: str) -> None:
    """Write what was asked for the response of that id."""
    headers = _headers(exchange, new_id(), info) | {"WARC-Concurrent-To": response}
    _write(out, "request", exchange.address, headers, exchange.request, Body(b""))


def date(moment: str) -> str:
    """An ISO 8601 time in UTC as WARC writes it."""
    return moment.replace("+00:00", "Z")


def uri(address: str) -> str:
    """An address as a URI: that of a file brought by hand may hold anything."""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _headers(exchange: Exchange, id: str, info: str) -> dict[str, str]:
    headers = {"WARC-Record-ID": id, "WARC-Date": date(exchange.seen), "WARC-Warcinfo-ID": info}
    return headers | ({"WARC-IP-Address": exchange.ip} if exchange.ip else {})


def _write(out: BinaryIO, kind: str, address: str, headers: Mapping[str, str], head: bytes, body: Body) -> None:
    block = sha256(head)
    for chunk in body.chunks():
        block.update(chunk)
    known = {**headers, "WARC-Block-Digest": f"sha256:{block.hexdigest()}"}
    if kind == "request":
        known["WARC-Payload-Digest"] = body.digest
    # warcio's own gzip takes the highest level, which costs a second for each ten megabytes of a PDF.
    member = _Member(out, 1 if body.length > LARGE else 6)
    writer = WARCWriter(member, gzip=False, warc_version=VERSION)
    record = writer.create_warc_record(
        uri(address), kind, payload=_Stream(body), length=body.length, warc_headers_dict=known,
        http_headers=AsReceived(head) if head else None,
    )  # fmt: skip
    writer.write_record(record)
