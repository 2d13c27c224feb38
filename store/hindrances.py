"""Who cannot be reached at present, a target or its host: since when, and until when it is left in peace."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from store.database import Store


@dataclass(frozen=True)
class Hindrance:
    """So many failures in a row of `who`: `target ` or `host ` and a digest. Times are ISO 8601."""

    who: str
    failures: int
    since: str
    until: str
    error: str


def hindrances(store: Store) -> dict[str, Hindrance]:
    """All of them, by who."""
    rows = store.private.conn.execute("SELECT who, failures, since, until, error FROM hindrances ORDER BY who")
    return {row[0]: Hindrance(*row) for row in rows}


def hinder(store: Store, one: Hindrance) -> None:
    """Put this in place of what was known of it; `since` stays as it was."""
    with store.writing_privately():
        store.private.conn.execute(
            """INSERT INTO hindrances (who, failures, since, until, error) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (who) DO UPDATE SET failures = excluded.failures, until = excluded.until,
                error = excluded.error""",
            (one.who, one.failures, one.since, one.until, one.error),
        )


def lift(store: Store, *who: str) -> None:
    """These are well again; without names, everyone is to be tried."""
    with store.writing_privately():
        if who:
            store.private.conn.executemany("DELETE FROM hindrances WHERE who = ?", [(one,) for one in who])
        else:
            store.private.conn.execute("DELETE FROM hindrances")


def bury(store: Store, tried: Collection[int], targets: Collection[str], before: str, fewest: int, now: str) -> int:
    """Give up what was queued `before` then and tried `fewest` times, itself or its target; returns how many.

    It touches the parcels that were `tried` now, and all that waits for `targets`, which failed now: they are
    not tried one by one to the end.
    """
    with store.writing_privately():
        return store.private.conn.execute(
            """UPDATE deliveries SET state = 'dead', settled = :now, last_error = CASE last_error WHEN '' THEN
                coalesce((SELECT error FROM hindrances WHERE who = 'target ' || target), '') ELSE last_error END
            WHERE state = 'waiting' AND (SELECT queued FROM alerts WHERE id = alert) <= :before
                AND (parcel IN (SELECT value FROM json_each(:tried)) AND attempts >= :fewest
                    OR target IN (SELECT value FROM json_each(:targets))
                        AND (SELECT failures FROM hindrances WHERE who = 'target ' || target) >= :fewest)""",
            {
                "now": now, "before": before, "fewest": fewest,
                "tried": json.dumps(list(tried)), "targets": json.dumps(list(targets)),
            },
        ).rowcount  # fmt: skip
