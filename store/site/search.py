"""Runs a search: the disclosures that answer it a page at a time, and the counts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection, OperationalError
from typing import Any, NamedTuple

from store.database import PUBLIC_NAME, Store
from store.places import END, START, place_of
from store.site.asked import DATE, PAGE, REACH, Asked
from store.site.counts import Counted, counts, narrowed
from store.site.finding.bits import NOTHING, Bits, listed
from store.site.finding.facets import BY_NAME, Facet
from store.site.finding.holding import sets_of, worded_of
from store.site.finding.parts import parts
from store.site.finding.sets import Sets

FEW = 1_000  # hits that are compared with one another
COMMON = 100_000  # disclosures that have a word; to weigh it in a few of them means to count it in all
LONG = 1_000_000  # characters of the files of a disclosure; a passage in more takes too long to cut out

# A word in the title or the reference says more than one deep in an attachment.
_RANK = "bm25(disclosures_fts, 10.0, 8.0, 3.0, 2.0, 1.0)"
_RANKED = f"""SELECT group_concat(rowid) FROM (SELECT rowid FROM disclosures_fts WHERE disclosures_fts MATCH :match
    AND +rowid IN (SELECT value FROM json_each(:ids)) ORDER BY {_RANK}, rowid DESC)"""
_SHOWN = f"""d.id, d.title, d.ref, d.outcome, d.status, d.kind, {DATE} AS day,
    (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = d.id) AS forces,
    (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = d.id) AS topics,
    (SELECT count(*) FROM attachments WHERE disclosure = d.id) AS attachments"""
_SNIPPETS = f"""SELECT {_SHOWN}, highlight(disclosures_fts, 0, '{START}', '{END}') AS title_marked,
        highlight(disclosures_fts, 1, '{START}', '{END}') AS ref_marked,
        snippet(disclosures_fts, 2, '{START}', '{END}', '…', 28) AS in_request,
        snippet(disclosures_fts, 3, '{START}', '{END}', '…', 28) AS in_response,
        length(d.attachments_text) > {LONG} AS long,
        CASE WHEN length(d.attachments_text) <= {LONG}
            THEN snippet(disclosures_fts, 4, '{START}', '{END}', '…', 28) END AS in_attachments
    FROM json_each(:ids) JOIN disclosures_fts ON disclosures_fts.rowid = value JOIN disclosures d ON d.id = value
    WHERE disclosures_fts MATCH :match AND d.status <> 'quarantined'"""
_OPENING = f"""SELECT {_SHOWN}, substr(d.response_text, 1, 220) AS opening
    FROM json_each(:ids) JOIN disclosures d ON d.id = value WHERE d.status <> 'quarantined'"""


@dataclass(frozen=True)
class Answer:
    """What a search found: the total, a page of rows, the counts by facet.

    `wide`: there are too many to compare them; `common`: and the words are in too many to look for them in titles.
    """

    asked: Asked
    total: int
    rows: list[dict[str, Any]]
    counted: dict[str, Counted]
    wide: bool
    common: bool

    @property
    def facets(self) -> list[tuple[Facet, str, Counted]]:
        """Each facet with the value chosen, or "", and its values with their counts."""
        chosen = dict(self.asked.chosen)
        return [(facet, chosen.get(name, ""), self.counted[name]) for name, facet in BY_NAME.items()]

    @property
    def pages(self) -> int:
        return max(1, -(-min(self.total, REACH) // PAGE))


class Found(NamedTuple):
    """The sets of the record, what the words alone find (None when there are none), and what the search finds.

    `telling` is the query without the words that are in so much that they tell one disclosure from another no more;
    "" when there are no others.
    """

    sets: Sets
    words: Bits | None
    hits: Bits
    telling: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether there is too much to compare each with each."""
        return self.words is not None and (len(self.hits) > FEW or self.is_common)

    @property
    def is_common(self) -> bool:
        """Whether all the words are in so much that to read once more where takes too long."""
        return self.words is not None and not self.telling


def search(store: Store, wanted: Asked) -> Answer:
    """Run a search. Raises OperationalError, "interrupted", when it takes longer than the site allows."""
    what = found(store, wanted)
    total = len(what.hits)
    wanted = replace(wanted, page=min(wanted.page, max(1, -(-min(total, REACH) // PAGE))))
    start = (wanted.page - 1) * PAGE
    rows = _rows(store.db.conn, wanted, in_order(store, wanted, what, start + PAGE)[start:])
    counted = counts(what.sets, wanted, what.words)
    best = wanted.sorted_by == "best"
    return Answer(wanted, total, rows, counted, best and what.is_wide, best and what.is_common)


def found(store: Store, wanted: Asked) -> Found:
    """What a search finds, in no order yet."""
    path, db = store.folder / PUBLIC_NAME, store.db.conn
    sets = sets_of(path, db)
    if not wanted.match:
        return Found(sets, None, narrowed(sets, wanted, None))
    by_part = {part: worded_of(path).find(db, part) for part in parts(wanted.match)}
    words = Bits.intersection(*by_part.values())
    telling = " ".join(part for part, bits in by_part.items() if len(bits) <= COMMON)
    return Found(sets, words, narrowed(sets, wanted, words), telling)


def in_order(store: Store, wanted: Asked, what: Found, most: int) -> list[int]:
    """The first hits in the order asked for. In a wide search come first those with the words in title or reference."""
    sets, hits = what.sets, what.hits
    if wanted.sorted_by == "oldest":
        return sets.earliest(hits, most)
    if wanted.sorted_by == "newest" or what.is_common:
        return sets.latest(hits, most)
    if not what.is_wide:
        return _ranked(store.db.conn, what.telling, hits)[:most]
    titled = hits & _titled(store, what.telling)
    named = sets.latest(titled, most)
    return [*named, *sets.latest(hits - titled, most - len(named))]


def _ranked(db: Connection, match: str, hits: Bits) -> list[int]:
    return list(listed(db.execute(_RANKED, {"match": match, "ids": str(list(hits))}).fetchone()[0]))


def _titled(store: Store, match: str) -> Bits:
    """What has the words in its title or reference; none where the query itself says where to look otherwise."""
    try:
        return worded_of(store.folder / PUBLIC_NAME).find(store.db.conn, f"{{title ref}} : ({match})")
    except OperationalError as error:
        if str(error) == "interrupted":
            raise
        return NOTHING


def _rows(db: Connection, wanted: Asked, ids: Sequence[int]) -> list[dict[str, Any]]:
    cursor = db.execute(_SNIPPETS if wanted.match else _OPENING, {"match": wanted.match, "ids": str(list(ids))} if
        wanted.match else {"ids": str(list(ids))})  # fmt: skip
    names = [column[0] for column in cursor.description]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
    return [_placed(db, rows[id]) if wanted.match else rows[id] for id in ids if id in rows]


def _placed(db: Connection, row: dict[str, Any]) -> dict[str, Any]:
    """The row with the place of what was found in its files: "figures.xlsx, sheet 'Data', B14"."""
    return {**row, "place": place_of(db, row["id"], row["in_attachments"] or "")}
