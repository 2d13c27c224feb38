"""Puts a question of the store's own functions to the database that Datasette has open, within the site's time."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection
from typing import Any, TypeVar

from datasette.utils import sqlite_timelimit
from sqlite_utils import Database

from store.database import Store

_Found = TypeVar("_Found")


async def of_record(datasette: Any, question: Callable[[Store], _Found]) -> _Found:
    """What the record answers. Raises sqlite3.OperationalError, "interrupted", when it takes too long."""
    database = datasette.get_database("foi")
    folder = Path(database.path).parent

    def ask(connection: Connection) -> _Found:
        with sqlite_timelimit(connection, datasette.sql_time_limit_ms):
            return question(_public(folder, connection))

    return await database.execute_fn(ask)


def _public(folder: Path, connection: Connection) -> Store:
    """The store as the site has it: in place of the private database stands an empty one."""
    public = Database(connection, recursive_triggers=False, execute_plugins=False)
    return Store(folder, public, Database(memory=True, execute_plugins=False))
