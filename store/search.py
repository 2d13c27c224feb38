"""Searching the words that are kept, in the language of FTS5."""

import sqlite3
from dataclasses import dataclass, replace

from store.database import Store
from store.errors import BadQuery
from store.places import END, START, bare, passage_in, place_of
from store.search_index import INDEXED

# A word in the title or the reference says more of what a disclosure is about than one in a spreadsheet.
_RANK = "bm25(disclosures_fts, 8.0, 8.0, 3.0, 2.0, 1.0)"
_SNIPPET = "snippet(disclosures_fts, -1, :before, :after, '…', 32)"
_QUOTE_IT = 'put words that hold punctuation in double quotes, such as "stop-and-search"'


@dataclass(frozen=True)
class Hit:
    """A disclosure that a search found; `snippet` is the passage, the words found between the marks.

    `place` tells where in an attachment that is ("figures.xlsx, sheet 'Data', B14"), and is empty elsewhere.
    """

    disclosure: int
    source: str
    title: str
    ref: str
    published: str
    address: str
    status: str
    snippet: str
    rank: float
    place: str = ""


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
    # First which, then their words: snippets are costly, and only those of the best are wanted.
    sql = f"""WITH best AS MATERIALIZED (SELECT disclosures.id AS best_id, {_RANK} AS score
            FROM disclosures_fts JOIN disclosures ON disclosures.id = disclosures_fts.rowid
            WHERE disclosures_fts MATCH :query AND status <> 'quarantined'
                AND (:source = '' OR source = :source) AND published >= :since
                AND (:force = '' OR EXISTS (
                    SELECT 1 FROM disclosure_forces WHERE disclosure = disclosures.id AND force = :force))
            ORDER BY score, disclosures.id DESC LIMIT :limit)
        SELECT id, source, disclosures.title, disclosures.ref, published, address, status, {_SNIPPET}, score
        FROM best CROSS JOIN disclosures_fts JOIN disclosures ON disclosures.id = best_id
        WHERE disclosures_fts MATCH :query AND disclosures_fts.rowid = best_id
        ORDER BY score, id DESC"""
    values = {
        "query": query, "limit": limit, "source": source, "force": force, "since": since,
        "before": START, "after": END,
    }  # fmt: skip
    return [_hit(store, Hit(*row), marks) for row in store.db.conn.execute(sql, values)]


def passage(store: Store, query: str, disclosure: int) -> tuple[str, str]:
    """The words of a disclosure that a search finds, with some around them, and their place in an attachment.

    Both are empty when it does not find it, the place also when the words stand elsewhere.
    """
    sql = f"SELECT {_SNIPPET} FROM disclosures_fts WHERE disclosures_fts MATCH :query AND rowid = :id"
    values = {"query": query, "id": disclosure, "before": START, "after": END}
    row = store.db.conn.execute(sql, values).fetchone()
    return (bare(row[0]), _place(store, disclosure, row[0])) if row else ("", "")


def words_found(store: Store, query: str, disclosure: int) -> tuple[str, ...]:
    """The words of that passage which the search found, each once, as they stand there."""
    sql = f"SELECT {_SNIPPET} FROM disclosures_fts WHERE disclosures_fts MATCH :query AND rowid = :id"
    values = {"query": query, "id": disclosure, "before": START, "after": END}
    row = store.db.conn.execute(sql, values).fetchone()
    parts = row[0].split(START)[1:] if row else []
    return tuple(dict.fromkeys(part.partition(END)[0] for part in parts))


def _hit(store: Store, hit: Hit, marks: tuple[str, str]) -> Hit:
    snippet = hit.snippet.replace(START, marks[0]).replace(END, marks[1])
    return replace(hit, snippet=snippet, place=_place(store, hit.disclosure, hit.snippet))


def _place(store: Store, disclosure: int, snippet: str) -> str:
    """Where in an attachment a snippet is; "" when the page itself says it, unless that is but a file's words."""
    said = """SELECT instr(title, :words) OR instr(ref, :words) OR instr(request_text, :words)
            OR instr(response_text, :words)
        FROM disclosures WHERE id = :id AND NOT EXISTS (SELECT 1 FROM attachments
            WHERE disclosure = :id AND attachments.address = disclosures.address)"""
    values = {"id": disclosure, "words": passage_in(snippet)[0]}
    row = store.db.conn.execute(said, values).fetchone()
    return "" if row and row[0] else place_of(store.db.conn, disclosure, snippet)


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
