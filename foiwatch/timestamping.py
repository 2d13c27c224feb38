"""Asks a time-stamping authority (RFC 3161) to sign that a file existed; it sees its digest, not the file."""

from hashlib import sha256
from pathlib import Path

import httpx

TIMEOUT = 30.0  # seconds
_ASK, _ANSWER = "application/timestamp-query", "application/timestamp-reply"


class NoTimestamp(Exception):
    """The authority gave no time stamp that fits; the message says why."""


def timestamp(path: Path, authority: str) -> str:
    """Put `<path>.tsr`, the authority's whole answer, and `<path>.tsq`, what it was asked, beside a file.

    Gives the time that it signed, ISO 8601. Who the authority is, is not judged: that is for who relies on it, with
    its certificate. Raises NoTimestamp.
    """
    try:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, decode_timestamp_response
    except ImportError:
        raise NoTimestamp("the library rfc3161-client is not installed: pip install 'foiwatch[timestamp]'") from None
    data = path.read_bytes()
    asked = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _ask(authority, asked.as_bytes())
    try:
        said = decode_timestamp_response(answer)
    except ValueError as error:
        raise NoTimestamp(f"{authority}: no answer of a time-stamping authority: {error}") from error
    if said.status not in (0, 1):  # granted, or granted with modifications: RFC 3161 section 2.4.2
        reason = "; ".join(said.status_string) or f"status {said.status}"
        raise NoTimestamp(f"{authority}: refused: {reason}")
    if said.tst_info.message_imprint.message != sha256(data).digest() or said.tst_info.nonce != asked.nonce:
        raise NoTimestamp(f"{authority}: signed something else than it was asked to")
    path.with_name(path.name + ".tsq").write_bytes(asked.as_bytes())
    path.with_name(path.name + ".tsr").write_bytes(answer)
    return said.tst_info.gen_time.isoformat()


def _ask(authority: str, asked: bytes) -> bytes:
    try:
        answer = httpx.post(
            authority, content=asked, headers={"Content-Type": _ASK, "Accept": _ANSWER}, timeout=TIMEOUT,
            trust_env=False, follow_redirects=True,
        )  # fmt: skip
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NoTimestamp(f"{authority}: {error or type(error).__name__}") from error
    if answer.status_code != 200:
        raise NoTimestamp(f"{authority}: HTTP {answer.status_code}")
    return answer.content
