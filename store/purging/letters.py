"""Taking a disclosure out of private.db: alerts that wait are dropped, those that were sent keep no words of it."""

import json
import re
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from store.database import Store
from store.purging.mentions import GONE, pattern
from store.purging.traces import Traces

_UNSENT = """SELECT alerts.id FROM alerts WHERE disclosure = ?
    AND NOT EXISTS (SELECT 1 FROM deliveries WHERE alert = alerts.id AND state = 'sent')"""


def take_out(store: Store, disclosure: int, left: Traces, moment: str) -> int:
    """Drop or empty the alerts of a disclosure and what was found in its files; gives how many waited and are dropped.

    To be called while the rows of the disclosure are there.
    """
    db = store.private.conn
    db.execute("PRAGMA secure_delete = ON")
    with store.writing_privately():
        dropped = waiting(store, disclosure)
        db.executemany("DELETE FROM alerts WHERE id = ?", db.execute(_UNSENT, (disclosure,)).fetchall())
        db.execute(
            """DELETE FROM deliveries WHERE state <> 'sent'
            AND alert IN (SELECT id FROM alerts WHERE disclosure = ?)""",
            (disclosure,),
        )
        for alert, event, version in db.execute(
            "SELECT id, event, version FROM alerts WHERE disclosure = ?", (disclosure,)
        ).fetchall():
            body = {"kind": "item", "id": disclosure, "event": event, "version": version, "taken_down": moment}
            _write(db, alert, body)
        _unmention(db, disclosure, left.addresses)
        db.executemany("DELETE FROM quarantine WHERE sha256 = ?", [(one,) for one in left.files])
        for sha256, others in left.shared.items():
            _rename(store, sha256, others[0], left.addresses)
    return dropped


def waiting(store: Store, disclosure: int) -> int:
    """How many alerts of a disclosure are not sent yet to somebody."""
    query = """SELECT count(DISTINCT alerts.id) FROM alerts JOIN deliveries ON alert = alerts.id
        WHERE disclosure = ? AND state <> 'sent'"""
    return int(store.private.conn.execute(query, (disclosure,)).fetchone()[0])


def _unmention(db: Connection, disclosure: int, addresses: Iterable[str]) -> None:
    """Take it from what is told of others: the examples of a summary, the error of a service."""
    found = pattern(addresses)
    for alert, text in db.execute("SELECT id, body FROM alerts WHERE disclosure <> ?", (disclosure,)).fetchall():
        if f'"id": {disclosure},' in text or (found and found.search(text)):
            _write(db, alert, _without(json.loads(text), disclosure, found))
    for alert, target, error in db.execute("SELECT alert, target, last_error FROM deliveries WHERE last_error <> ''"):
        if found and found.search(error):
            db.execute(
                "UPDATE deliveries SET last_error = ? WHERE alert = ? AND target = ?",
                (found.sub(GONE, error), alert, target),
            )


def _without(value: Any, disclosure: int, found: re.Pattern[str] | None) -> Any:
    """The JSON value without the objects of that number, and without its addresses."""
    if isinstance(value, dict):
        return {name: _without(one, disclosure, found) for name, one in value.items()}
    if isinstance(value, list):
        others = [one for one in value if not (isinstance(one, dict) and one.get("id") == disclosure)]
        return [_without(one, disclosure, found) for one in others]
    return found.sub(GONE, value) if found and isinstance(value, str) else value


def _write(db: Connection, alert: int, body: dict[str, Any]) -> None:
    db.execute("UPDATE alerts SET body = ? WHERE id = ?", (json.dumps(body, ensure_ascii=False), alert))


def _rename(store: Store, sha256: str, other: int, addresses: Iterable[str]) -> None:
    """A held file that another disclosure has as well is called by that other's link from now on."""
    query = "SELECT address, label FROM attachments WHERE sha256 = ? AND disclosure = ? LIMIT 1"
    address, label = store.db.conn.execute(query, (sha256, other)).fetchone() or ("", "")
    store.private.conn.executemany(
        "UPDATE quarantine SET address = ?, name = ? WHERE sha256 = ? AND address = ?",
        [(address, label or sha256[:12], sha256, one) for one in addresses],
    )
