"""Reading dossiers: one whole, force by force and question by question; or the list of all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from store.database import Store
from store.dossiers.answering import answer_of, by_force, days_to_answer, of_one_answer, sections_of, side_by_side
from store.dossiers.membership import resolved
from store.dossiers.shape import Dossier, Member, Summary
from store.dossiers.stacking import stacked
from store.errors import NotKept
from store.lookup import disclosures
from store.merging.listing import same_as
from store.records import Disclosure

_MEMBERS = """SELECT disclosure, score, reasons, joined FROM dossier_members
    JOIN disclosures ON disclosures.id = disclosure
    WHERE dossier = ? AND status <> 'quarantined'
    ORDER BY coalesce(nullif(received, ''), nullif(responded, ''), published), disclosure"""
# One row a force of each member; those that are kept from view are not counted.
_LISTED = """SELECT dossiers.id, dossiers.title, since, disclosures.id
    FROM dossiers JOIN dossier_members ON dossier = dossiers.id JOIN disclosures ON disclosures.id = disclosure
    WHERE status <> 'quarantined' ORDER BY since DESC, dossiers.id DESC, disclosures.id"""


def dossier(store: Store, id: int) -> Dossier:
    """The dossier of that number, or the one that it was merged into. Raises NotKept."""
    db = store.db.conn
    number = resolved(db, id)
    row = db.execute("SELECT title, since, core FROM dossiers WHERE id = ?", (number,)).fetchone()
    rows = {disclosure: rest for disclosure, *rest in db.execute(_MEMBERS, (number,))}
    if row is None or not rows:
        raise NotKept(f"there is no dossier {id}")
    kept = disclosures(store, rows)
    title, since, chosen = row
    core = next((one for one in kept if one.id == chosen), kept[0])
    same = same_as(db, rows)
    members = tuple(
        _member(one, rows[one.id], of_one_answer(one.id, [s.id for s in same[one.id]], rows)) for one in kept
    )
    merged = db.execute("SELECT id FROM dossiers WHERE merged_into = ? ORDER BY id", (number,))
    return Dossier(
        number, id, title or core.title, since, core.id, members, by_force(members), side_by_side(core, kept),
        stacked(db, _once(kept, members)), tuple(one for (one,) in merged),
    )  # fmt: skip


def dossier_of(store: Store, ids: Iterable[int]) -> dict[int, int]:
    """The dossier of each disclosure that is in one."""
    asked = list(ids)
    query = f"SELECT disclosure, dossier FROM dossier_members WHERE disclosure IN ({', '.join('?' * len(asked))})"
    return dict(store.db.conn.execute(query, asked))


def summaries(store: Store) -> list[Summary]:
    """All dossiers, those asked last first."""
    heads: dict[int, tuple[str, str]] = {}
    members: dict[int, list[int]] = defaultdict(list)
    for id, title, since, disclosure in store.db.conn.execute(_LISTED):
        heads[id] = (title, since)
        members[id].append(disclosure)
    return [_summary(store, id, *head, members[id]) for id, head in heads.items()]


def _summary(store: Store, id: int, title: str, since: str, ids: list[int]) -> Summary:
    kept = disclosures(store, ids)
    answers = by_force([_member(one, (0.0, "[]", ""), ()) for one in kept])
    counts = Counter(one.answer for one in answers)
    named = tuple(one.force for one in answers if one.force)
    return Summary(id, title or kept[0].title, since, len(kept), named, dict(counts.most_common()))


def _once(kept: list[Disclosure], members: Iterable[Member]) -> list[Disclosure]:
    """Those with an answer of their own: the same reply in two logs is stacked once."""
    copies = {member.disclosure for member in members if any(other < member.disclosure for other in member.same_as)}
    return [one for one in kept if one.id not in copies]


def _member(kept: Disclosure, row: Any, same: tuple[int, ...]) -> Member:
    score, reasons, joined = row
    return Member(
        kept.id, kept.kind, kept.forces, kept.title, kept.ref, kept.address, kept.status, kept.received,
        kept.responded, kept.published, kept.outcome, answer_of(kept), sections_of(kept),
        days_to_answer(kept.received, kept.responded), score, tuple(msgspec.json.decode(reasons)), joined, same,
    )  # fmt: skip
