"""Asks every visitor for a name and a password where the configuration has them: HTTP Basic, by Datasette's plugin.

The plugin stands before all of Datasette, so that a page, a feed, a file, a stylesheet and an error are behind it
alike, and it works in a browser as in a feed reader or a script.
"""

import base64
import binascii
import os
from typing import Any

from datasette_auth_passwords.utils import hash_password

from store.site.headers import ASGI

_PLUGIN = "datasette-auth-passwords"
_HASH = "FOIWATCH_LOGIN_HASH"
# The plugin counts them at every request. The hash is never written down, so there is nothing to crack at leisure.
_ITERATIONS = 1_000


def asking(login: str) -> dict[str, Any]:
    """What Datasette's metadata must hold to ask for `login`, "name:password"; nothing when it is "".

    The hash stands in the environment of this process, because the metadata can be read on a page.
    """
    name, _, password = login.partition(":")
    if not name or not password:
        return {}
    os.environ[_HASH] = hash_password(password, iterations=_ITERATIONS)
    account = {f"{name}_password_hash": {"$env": _HASH}, "actors": {name: {"id": "reader"}}}
    return {"plugins": {_PLUGIN: {"http_basic_auth": True, **account}}}


def readable(app: ASGI) -> ASGI:
    """The same application, without the names and passwords that the plugin would break off at."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            kept = [pair for pair in scope["headers"] if pair[0] != b"authorization" or _credentials(pair[1])]
            scope = {**scope, "headers": kept}
        await app(scope, receive, send)

    return wrapped


def _credentials(value: bytes) -> bool:
    scheme, _, encoded = value.partition(b" ")
    try:
        return scheme == b"Basic" and base64.b64decode(encoded, validate=True).isascii()
    except binascii.Error:
        return False
