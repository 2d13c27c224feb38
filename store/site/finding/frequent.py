"""The words that are in very much of a large record: to list where takes so long that they are found beforehand."""

import time
from collections.abc import Iterator
from contextlib import closing
from sqlite3 import Connection

from store.search_index import INDEXED
from store.site.finding.sets import Sets
from store.site.finding.worded import Worded
from store.spelling import indexed, written

SLOW = 20_000  # disclosures; to list so many takes five milliseconds
SAMPLE = 200  # disclosures whose words are looked at
LENGTH = 50_000  # characters of each that are
MOST = 500  # words

_WORDS = INDEXED.replace(",", " || ' ' ||")
_TEXT = f"SELECT substr({_WORDS}, 1, {LENGTH}) FROM disclosures WHERE id = ?"


def learn(db: Connection, sets: Sets, worded: Worded) -> None:
    """Find the most frequent words of the record, unhurried: others want the processor too."""
    for word in frequent(db, sets):
        began = time.monotonic()
        worded.find(db, word)
        time.sleep(time.monotonic() - began)


def frequent(db: Connection, sets: Sets) -> Iterator[str]:
    """The words that by a sample are in more disclosures than can be listed at once, the most frequent first."""
    if len(sets.all) < SLOW:
        return
    sample = sets.order[:: max(1, len(sets.order) // SAMPLE)]
    texts = [text for id in sample for (text,) in db.execute(_TEXT, (id,))]
    least = SLOW / len(sets.all) * len(texts)
    with closing(indexed(texts)) as index:
        query = "SELECT term FROM stems WHERE doc >= ? ORDER BY doc DESC, term LIMIT ?"
        stems = [term for (term,) in index.execute(query, (least, MOST))]
        words = written(index, stems)
    yield from (f'"{words[stem]}"' for stem in stems)
