"""Searching the words that are kept, in the language of FTS5."""

import sqlite3
from dataclasses import dataclass

from store.database import Store
from store.errors import BadQuery
from store.search_index import INDEXED

# A word in the title or the reference says more of what a disclosure is about than one in a spreadsheet.
_RANK = "bm25(disclosures_fts, 8.0, 8.0, 3.0, 2.0, 1.0)"
_QUOTE_IT = 'put words that hold punctuation in double quotes, such as "stop-and-search"'


@dataclass(frozen=True)
class Hit:
    """A disclosure that a search found; `snippet` is the passage, the words found between the marks."""

    disclosure: int
    source: str
    title: str
    ref: str
    published: str
    address: str
    status: str
    snippet: str
    rank: float


def search(
    store: Store,
    query: str,
    limit: int = 20,
    *,
    source: str = "",
    force: str = "",
    since: str = "",
    marks: tuple[str, str] = ("[", "]"),
) -> list[Hit]:
    """The best hits first. `force` is a full name, `since` an ISO date of publication. Raises BadQuery."""
    _refuse_bad(query)
    sql = f"""SELECT id, source, disclosures.title, disclosures.ref, published, address, status,
            snippet(disclosures_fts, -1, :before, :after, '…', 32), {_RANK} AS score
        FROM disclosures_fts JOIN disclosures ON disclosures.id = disclosures_fts.rowid
        WHERE disclosures_fts MATCH :query AND status <> 'quarantined'
            AND (:source = '' OR source = :source) AND published >= :since
            AND (:force = '' OR EXISTS (
                SELECT 1 FROM disclosure_forces WHERE disclosure = disclosures.id AND force = :force))
        ORDER BY score, id DESC LIMIT :limit"""
    values = {
        "query": query, "limit": limit, "source": source, "force": force, "since": since,
        "before": marks[0], "after": marks[1],
    }  # fmt: skip
    return [Hit(*row) for row in store.db.conn.execute(sql, values)]


def check_query(text: str) -> str:
    """Why FTS5 refuses the query, or "" when it does not: asked of an empty index, without the record."""
    if not text.strip():
        return "the search is empty"
    if "\0" in text:
        return "the search holds a NUL character"
    empty = sqlite3.connect(":memory:")
    try:
        empty.execute(f"CREATE VIRTUAL TABLE sample USING fts5 ({INDEXED}, tokenize='porter unicode61')")
        empty.execute("SELECT rowid FROM sample WHERE sample MATCH ?", (text,)).fetchall()
    except (sqlite3.Error, UnicodeEncodeError) as refusal:
        return f"{str(refusal).removeprefix('fts5: ')} ({_QUOTE_IT})"
    finally:
        empty.close()
    return ""


def _refuse_bad(query: str) -> None:
    reason = check_query(query)
    if reason:
        raise BadQuery(f"cannot search for {query!r}: {reason}")
