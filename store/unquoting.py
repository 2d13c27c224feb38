"""Takes the quotes out of alerts that still wait, when a file that they may quote is held back."""

import json
from typing import Any

from store.database import Store

_UNSENT = """SELECT id, body FROM alerts
    WHERE id IN (SELECT alert FROM deliveries WHERE state <> 'sent')"""


def unquote(store: Store, disclosures: set[int]) -> None:
    """Let no alert that has not been sent quote one of the disclosures, nor link to its files."""
    if not disclosures:
        return
    db = store.private.conn
    with store.writing_privately():
        for alert, text in db.execute(_UNSENT).fetchall():
            body = json.loads(text)
            items = [item for item in (body, *body.get("examples", ())) if item.get("id") in disclosures]
            for item in items:
                _unquote(item)
            if items:
                db.execute("UPDATE alerts SET body = ? WHERE id = ?", (json.dumps(body, ensure_ascii=False), alert))


def _unquote(item: dict[str, Any]) -> None:
    item.update(quote="", words="", where="", attachments=[], diff=[])
    if not item.get("address", "").startswith(("http://", "https://")):
        item["title"] = ""  # of a document that was brought as a file, the title is read from it
