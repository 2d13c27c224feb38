"""The headers of every answer: no script, no other host, no frame, no guessing of types."""

from collections.abc import Awaitable, Callable
from typing import Any

ASGI = Callable[[Any, Any, Any], Awaitable[None]]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # A search says what somebody is looking into: the force whose page is opened next need not learn it.
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def with_headers(app: ASGI) -> ASGI:
    """The same application, with the headers added where an answer has not set its own."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        async def adding(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _added(message.get("headers", []))}
            await send(message)

        await app(scope, receive, adding)

    return wrapped


def _added(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    present = {name.lower() for name, _ in headers}
    more = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    return [*headers, *((name, value) for name, value in more if name not in present)]
