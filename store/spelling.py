"""An index in memory of a few texts, by stems as the record has them and by words as they are written."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable


def indexed(texts: Iterable[str]) -> sqlite3.Connection:
    """To be closed by who asks. `stems` has (term, doc): each stem and in how many of the texts it is."""
    index = sqlite3.connect(":memory:", isolation_level=None)
    index.execute("CREATE VIRTUAL TABLE stemmed USING fts5 (words, tokenize='porter unicode61')")
    index.execute("CREATE VIRTUAL TABLE written USING fts5 (words, tokenize='unicode61')")
    index.execute("CREATE VIRTUAL TABLE stems USING fts5vocab (stemmed, row)")
    index.execute("CREATE VIRTUAL TABLE stem_places USING fts5vocab (stemmed, instance)")
    index.execute("CREATE VIRTUAL TABLE written_places USING fts5vocab (written, instance)")
    rows = [(text,) for text in texts]
    index.execute("BEGIN")
    for table in ("stemmed", "written"):
        index.executemany(f"INSERT INTO {table} (words) VALUES (?)", rows)
    index.execute("COMMIT")
    return index


def written(index: sqlite3.Connection, stems: Collection[str]) -> dict[str, str]:
    """Each of the stems as it is written most often: a stem such as `vehicl` is no word."""
    places = {
        (doc, offset): stem
        for stem in stems
        for doc, offset in index.execute("SELECT doc, offset FROM stem_places WHERE term = ?", (stem,))
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, doc, offset in index.execute("SELECT term, doc, offset FROM written_places") if places else ():
        if (doc, offset) in places:
            counts[places[doc, offset]][word] += 1
    return {stem: count.most_common(1)[0][0] for stem, count in counts.items()}
