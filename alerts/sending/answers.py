"""What services answer, which Apprise keeps to itself: the status, Retry-After and first words of each answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import requests

WORDS = 120


@dataclass(frozen=True)
class Answer:
    """One answer. `status` is that of HTTP or SMTP, 0 when none came; `reached` is False when nobody was there.

    `stage` says of a mail server's answer whether the message was `data` by then. `retry_after` is in seconds.
    `words` are the service's own: they are shown to who asks, and never stored.
    """

    protocol: str
    status: int = 0
    words: str = ""
    retry_after: float = 0.0
    reached: bool = True
    stage: str = ""

    def __str__(self) -> str:
        if not self.status:
            return "closed without an answer" if self.reached else "not reached"
        return " ".join(f"{self.protocol} {self.status} {self.words}".split())


_HEARD: ContextVar[list[Answer] | None] = ContextVar("heard", default=None)


@contextmanager
def hearing() -> Iterator[list[Answer]]:
    """Collects the answers to what is sent meanwhile, also by the threads that Apprise starts for it."""
    heard: list[Answer] = []
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def note(answer: Answer) -> None:
    """Add an answer for who is hearing, if anyone is."""
    heard = _HEARD.get()
    if heard is not None:
        heard.append(answer)


def few(words: str | bytes) -> str:
    """The first words of an answer, fit for a terminal: on one line, and nothing that moves a cursor."""
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * WORDS]).split())
    return flat if len(flat) <= WORDS else flat[: WORDS - 1] + "…"


def seconds(retry_after: str, date: str) -> float:
    """A Retry-After in seconds: a number, or a moment as seen from the answer's own Date. RFC 9110, 10.2.3."""
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after.strip()[:9])
    moment, sent = _moment(retry_after), _moment(date)
    return max(0.0, (moment - sent).total_seconds()) if moment and sent else 0.0


def _moment(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone()
    except (ValueError, OverflowError):
        return None


def _heard_send(session: Any, request: Any, **how: Any) -> Any:
    """As requests sends, and noted. Its plugins make a session for each call: here alone all of them pass."""
    try:
        response = _plain_send(session, request, **how)
    except requests.ConnectionError as error:
        note(Answer("HTTP", reached=_was_reached(error)))
        raise
    except requests.RequestException:
        note(Answer("HTTP"))
        raise
    headers = response.headers
    wait = seconds(headers.get("Retry-After", ""), headers.get("Date", ""))
    words = f"{response.reason or ''}: {few(response.content)}".strip(" :") if not how.get("stream") else ""
    note(Answer("HTTP", response.status_code, few(words), wait))
    return response


def _was_reached(error: requests.ConnectionError) -> bool:
    """Whether the other side took the connection and then dropped it, instead of never being there."""
    said = repr(error)
    return "RemoteDisconnected" in said or "ConnectionReset" in said or "BrokenPipe" in said or "Protocol" in said


_plain_send = requests.Session.send
requests.Session.send = _heard_send  # type: ignore[method-assign, assignment]
