"""Writes which disclosures make a dossier: drawn anew around what changed, under numbers that stay."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from store.contents import clean_json
from store.dossiers.grouping import Group, Node, groups
from store.dossiers.index import UNDATED
from store.dossiers.judging import judge
from store.dossiers.sides import Side, sides

# All that hangs together by links is looked at. More than a few hundred would be a chain through the years.
MOST = 256
_LINKED = (
    "SELECT high, score FROM dossier_links WHERE low = ? UNION ALL SELECT low, score FROM dossier_links WHERE high = ?"
)


def regroup(db: Connection, around: Iterable[int], seen: str) -> set[int]:
    """Draw the dossiers anew of all that is linked with the disclosures given; gives what was looked at."""
    links = _links_around(db, around)
    known = sides(db, links)
    nodes = {id: _node(one) for id, one in known.items()}
    apart = _splits(db, links)
    drawn = groups(nodes, links, lambda one, other: (one, other) in apart)
    _write(db, set(links), drawn, known, seen)
    return set(links)


def resolved(db: Connection, dossier: int) -> int:
    """The number under which a dossier goes now, whatever it was merged into since."""
    row = db.execute("SELECT merged_into FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    return resolved(db, row[0]) if row and row[0] is not None else dossier


def _node(one: Side) -> Node:
    day = one.asked.middle.toordinal() if one.asked else UNDATED
    return Node(one.id, one.forces or frozenset({f"of {one.address}"}), (day, one.address))


def _links_around(db: Connection, around: Iterable[int]) -> dict[int, dict[int, float]]:
    links: dict[int, dict[int, float]] = {}
    waiting = list(dict.fromkeys(around))
    met = set(waiting)
    for id in waiting:
        links[id] = dict(db.execute(_LINKED, (id, id)))
        fresh = [other for other in sorted(links[id]) if other not in met][: MOST - len(met)]
        met.update(fresh)
        waiting += fresh
    return links


def _splits(db: Connection, ids: Iterable[int]) -> set[tuple[int, int]]:
    asked = list(ids)
    query = f"SELECT disclosure, other FROM dossier_splits WHERE disclosure IN ({', '.join('?' * len(asked))})"
    rows = db.execute(query, asked).fetchall()
    return {pair for one, other in rows for pair in ((one, other), (other, one))}


def _write(db: Connection, ids: set[int], drawn: Sequence[Group], known: dict[int, Side], seen: str) -> None:
    before = _dossiers_of(db, ids)
    taken: set[int] = set()
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for group in sorted(drawn, key=lambda one: (-len(one.members), min(one.members))):
        dossier = _number(db, group, before, taken)
        taken.add(dossier)
        for id in group.members:
            went[before.get(id, dossier)][dossier] += 1
        _write_members(db, dossier, group, before, known, seen)
        _write_head(db, dossier, known[group.core])
    outside = ids - {id for group in drawn for id in group.members}
    db.executemany("DELETE FROM dossier_members WHERE disclosure = ?", [(id,) for id in outside if id in before])
    for old in set(before.values()) - taken:
        _close(db, old, went.get(old, Counter()))


def _dossiers_of(db: Connection, ids: set[int]) -> dict[int, int]:
    query = f"SELECT disclosure, dossier FROM dossier_members WHERE disclosure IN ({', '.join('?' * len(ids))})"
    return dict(db.execute(query, list(ids)))


def _number(db: Connection, group: Group, before: dict[int, int], taken: set[int]) -> int:
    """The number of the dossier that most of the group was in, unless a larger group has it; else a new one."""
    counts = Counter(before[id] for id in group.members if id in before and before[id] not in taken)
    if counts:
        return min(counts, key=lambda dossier: (-counts[dossier], dossier))
    return int(db.execute("INSERT INTO dossiers DEFAULT VALUES").lastrowid or 0)


def _write_members(
    db: Connection, dossier: int, group: Group, before: dict[int, int], known: dict[int, Side], seen: str
) -> None:
    core = db.execute("SELECT core FROM dossiers WHERE id = ?", (dossier,)).fetchone()[0]
    for id in sorted(group.members):
        if core == group.core and before.get(id) == dossier:
            continue
        judged = judge(known[group.core], known[id])
        reasons = [{"reason": "core"}] if id == group.core else list(judged.reasons) or [{"reason": "others"}]
        db.execute(
            """INSERT INTO dossier_members (disclosure, dossier, score, reasons, joined) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (disclosure) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
                joined = iif(dossier = excluded.dossier, joined, excluded.joined), dossier = excluded.dossier""",
            (id, dossier, judged.score, clean_json(reasons), seen),
        )


def _write_head(db: Connection, dossier: int, core: Side) -> None:
    since = db.execute(
        """SELECT min(coalesce(nullif(received, ''), nullif(responded, ''), published)) FROM dossier_members
        JOIN disclosures ON disclosures.id = disclosure WHERE dossier = ?
            AND received || responded || published <> ''""",
        (dossier,),
    ).fetchone()[0]
    db.execute(
        "UPDATE dossiers SET title = ?, since = ?, core = ?, merged_into = NULL WHERE id = ?",
        (core.title, since or "", core.id, dossier),
    )


def _close(db: Connection, dossier: int, went: Counter[int]) -> None:
    """Where nobody is left in a dossier, its number leads to where most of its members went, if they are together."""
    if db.execute("SELECT 1 FROM dossier_members WHERE dossier = ?", (dossier,)).fetchone():
        return
    into = max(went, key=lambda other: (went[other], -other), default=None)
    db.execute("UPDATE dossiers SET title = '', core = NULL, merged_into = ? WHERE id = ?", (into, dossier))
