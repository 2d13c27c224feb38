"""Shuts what a visitor's own SQL has no need of: other databases, the folder's name, and texts that fill the memory."""

import sqlite3
from sqlite3 import Connection

LONGEST = 64 << 20  # bytes of a text or of a row: printf() could make one of a thousand megabytes, past any time limit

_DENIED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}


def lock(connection: Connection) -> None:
    """Take from a connection what its questions do not need. The database is opened read-only besides."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.set_authorizer(_allowed)


def _allowed(action: int, first: str | None, second: str | None, *where: str | None) -> int:
    if action in _DENIED or (action == sqlite3.SQLITE_FUNCTION and second == "load_extension"):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and first == "database_list":
        # It tells of the folder. Datasette asks for it too, and can do with no answer.
        return sqlite3.SQLITE_IGNORE
    return sqlite3.SQLITE_OK
