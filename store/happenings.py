"""What a change of one disclosure means for others: the dossier that grew by it, the news that reports one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.database import Store
from store.records import Change


@dataclass(frozen=True)
class Grown:
    """A dossier grew by the disclosure of this change; `others` were kept before it, and asked the same."""

    change: Change
    dossier: int
    others: tuple[int, ...]


@dataclass(frozen=True)
class Reported:
    """An article (itself kept, by its number) reports a disclosure; one of the two came with this change."""

    change: Change
    news: int
    version: int
    disclosure: int


def grown(store: Store, changes: Sequence[Change]) -> list[Grown]:
    """The growths of dossiers: by what is new, and by what joined when it changed."""
    joined = [change for change in changes if change.verb in ("new", "changed") and not change.baseline]
    found = []
    for change, dossier, since in _members(store, joined):
        # A request that changed may have joined; one that only has another answer was there before.
        if change.verb == "new" or since >= change.seen:
            others = _others(store, dossier, change)
            found += [Grown(change, dossier, others)] if others else []
    return found


def _members(store: Store, changes: Iterable[Change]) -> Iterable[tuple[Change, int, str]]:
    last = {change.disclosure: change for change in changes}
    rows = store.db.conn.execute(
        """SELECT disclosure, dossier, joined FROM dossier_members JOIN disclosures ON id = disclosure
        WHERE disclosure IN (SELECT value FROM json_each(?)) AND kind <> 'news'""",
        (json.dumps(list(last)),),
    ).fetchall()
    return [(last[disclosure], dossier, joined) for disclosure, dossier, joined in rows]


def _others(store: Store, dossier: int, change: Change) -> tuple[int, ...]:
    """Of two that came one after the other the second grew what the first began, and not the other way round."""
    rows = store.db.conn.execute(
        """SELECT disclosure FROM dossier_members JOIN disclosures ON id = disclosure
        WHERE dossier = ? AND disclosure <> ? AND (? = 'changed' OR disclosure < ?) AND status <> 'quarantined'
        ORDER BY disclosure""",
        (dossier, change.disclosure, change.verb, change.disclosure),
    )
    return tuple(disclosure for (disclosure,) in rows)


def reported(store: Store, changes: Sequence[Change]) -> list[Reported]:
    """The pairs of an article and what it reports of which one is new or changed."""
    last = {c.disclosure: c for c in changes if c.verb in ("new", "changed") and not c.baseline}
    asked = json.dumps(list(last))
    rows = store.db.conn.execute(
        """SELECT news, version, disclosure FROM news_links JOIN disclosures ON id = news
        WHERE status <> 'quarantined' AND (news IN (SELECT value FROM json_each(:ids))
            OR disclosure IN (SELECT value FROM json_each(:ids))) ORDER BY news""",
        {"ids": asked},
    )
    return [Reported(last.get(news) or last[about], news, version, about) for news, version, about in rows]
