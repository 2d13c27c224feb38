"""Runs a search: the disclosures that answer it a page at a time, and the counts beside them."""

from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

from datasette.database import Database, QueryInterrupted

from store.places import END, START, place_of
from store.site.asked import DATE, FACETS, Asked, Facet
from store.site.counts import Counted, counts, total_of

PAGE = 20

_FOUND = f"""
    SELECT d.id, d.title, d.ref, d.outcome, d.status, d.kind, {DATE} AS day,
        (SELECT group_concat(force, ', ') FROM disclosure_forces WHERE disclosure = d.id) AS forces,
        (SELECT group_concat(topic, ', ') FROM matches WHERE disclosure = d.id) AS topics,
        (SELECT count(*) FROM attachments WHERE disclosure = d.id) AS attachments
"""
_SNIPPETS = f"""
    , highlight(disclosures_fts, 0, '{START}', '{END}') AS title_marked,
    snippet(disclosures_fts, 2, '{START}', '{END}', ' … ', 28) AS in_request,
    snippet(disclosures_fts, 3, '{START}', '{END}', ' … ', 28) AS in_response,
    snippet(disclosures_fts, 4, '{START}', '{END}', ' … ', 28) AS in_attachments
    FROM disclosures_fts JOIN disclosures d ON d.id = disclosures_fts.rowid
    WHERE disclosures_fts MATCH :match AND d.id IN ({{ids}})
"""
_OPENING = ", substr(d.response_text, 1, 220) AS opening FROM disclosures d WHERE d.id IN ({ids})"


@dataclass(frozen=True)
class Answer:
    """What a search found: the total, a page of rows, and the counts (None when they took too long)."""

    asked: Asked
    total: int
    rows: list[dict[str, Any]]
    counted: dict[str, Counted] | None

    @property
    def facets(self) -> list[tuple[Facet, str, Counted]] | None:
        """Each facet with the value chosen, or "", and its values with their counts."""
        if self.counted is None:
            return None
        chosen = dict(self.asked.chosen)
        return [(facet, chosen.get(facet.name, ""), self.counted[facet.name]) for facet in FACETS]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


async def search(db: Database, wanted: Asked) -> Answer:
    """Run a search. Raises QueryInterrupted when the rows themselves take longer than the site allows."""
    try:
        total, counted = await counts(db, wanted)
    except QueryInterrupted:
        total, counted = await total_of(db, wanted), None
    wanted = replace(wanted, page=min(wanted.page, max(1, -(-total // PAGE))))
    return Answer(wanted, total, await _rows(db, wanted), counted)


async def _rows(db: Database, wanted: Asked) -> list[dict[str, Any]]:
    # First which, then their words: snippets are costly, and only a page of them is shown.
    arguments = {**wanted.arguments, "limit": PAGE, "offset": (wanted.page - 1) * PAGE}
    ids = [row[0] for row in await db.execute(_which(wanted), arguments)]
    listed = ", ".join(map(str, ids))
    detail = (_SNIPPETS if wanted.match else _OPENING).format(ids=listed)
    rows = {row["id"]: dict(row) for row in await db.execute(_FOUND + detail, wanted.arguments)}
    found = [rows[id] for id in ids if id in rows]
    return await db.execute_fn(lambda connection: _placed(connection, found)) if wanted.match else found


def _placed(connection: Connection, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the place of what was found in their files: "figures.xlsx, sheet 'Data', B14"."""
    return [{**row, "place": place_of(connection, row["id"], row["in_attachments"] or "")} for row in rows]


def _which(wanted: Asked) -> str:
    if wanted.sorted_by == "best":
        # A word in the title or the reference says more than one deep in an attachment.
        return f"""SELECT d.id FROM disclosures_fts JOIN disclosures d ON d.id = disclosures_fts.rowid
            WHERE disclosures_fts MATCH :match AND rank MATCH 'bm25(10.0, 8.0, 3.0, 2.0, 1.0)'
            AND {wanted.where(matching=False)} ORDER BY rank LIMIT :limit OFFSET :offset"""
    way = "ASC" if wanted.sorted_by == "oldest" else "DESC"
    return f"""SELECT d.id FROM disclosures d WHERE {wanted.where()}
        ORDER BY {DATE} = '', {DATE} {way}, d.id {way} LIMIT :limit OFFSET :offset"""
