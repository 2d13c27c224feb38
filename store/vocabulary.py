"""The words of the collection: which go with others, how rare they are, and how else a word may be spelled."""

import difflib
import json
import math
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from store.database import Store
from store.spelling import indexed, written

SAMPLE = 200  # disclosures whose words are looked at
LENGTH = 2_000  # characters of a request that are
LEAST, SHARE = 3, 0.1  # in so many of the sample, and in such a share of it, must a word be
LIFT = 3.0  # so many times commoner than in the whole collection
ALIKE = 0.75  # how like two spellings must be: difflib's ratio
# Words by which anything is asked.
_PLAIN = """
    about after also and any are been before being between break broken but by can could date did do does down
    during each for from give given had has have held how if include including into many month months more much
    number often only other our out over per please provide request see since such summarise than that the their
    them then there these they this those through time total under was were what when where whether which who why
    will with within would year years you your
"""
_OPERATORS = ("AND", "OR", "NOT", "NEAR")
# Letters of one force are alike in what they say of the law: what was asked tells matters apart.
_TEXTS = f"title || ' ' || substr(coalesce(nullif(request_text, ''), response_text), 1, {LENGTH})"


@dataclass(frozen=True)
class Related:
    """A word that goes with others: the share (0 to 1) of theirs that has it, and that of all disclosures."""

    word: str
    share: float
    of_all: float


def related(store: Store, ids: Sequence[int], known: Iterable[str], most: int = 8) -> list[Related]:
    """The words that are much commoner in these disclosures than in all, but for those of the `known` texts."""
    with closing(indexed([*known, _PLAIN])) as texts:
        own = {term for (term,) in texts.execute("SELECT term FROM stems")}
    total = store.db.conn.execute("SELECT count(*) FROM disclosures").fetchone()[0]
    with closing(indexed(_texts(store, ids[:SAMPLE]))) as index:
        sample = min(len(ids), SAMPLE)
        least = max(LEAST, SHARE * sample)
        counts = index.execute("SELECT term, doc FROM stems WHERE doc >= ?", (least,)).fetchall()
        shares = {
            term: count / sample for term, count in counts if term.isalpha() and len(term) > 2 and term not in own
        }
        rare = {term: _documents(store, term) / total for term in shares}
        often = [term for term in shares if 0 < LIFT * rare[term] <= shares[term]]
        best = sorted(often, key=lambda term: (-shares[term] * math.log(shares[term] / rare[term]), term))[:most]
        words = written(index, best)
    return [Related(words[term], round(shares[term], 3), round(rare[term], 4)) for term in best]


def unknown(store: Store, query: str) -> dict[str, list[str]]:
    """The words of a search that no disclosure has, each with words that are spelled like it."""
    found = {}
    for word in dict.fromkeys(_words(query)):
        with closing(indexed([word])) as index:
            terms = [term for (term,) in index.execute("SELECT term FROM stems")]
        if len(terms) == 1 and not _documents(store, terms[0]):
            found[word] = _alike(store, terms[0])
    return found


def _words(query: str) -> list[str]:
    """Without operators; the beginning of a word, with its star, and the name of a column, with its colon, are none."""
    spaced = "".join(char if char.isalnum() or char in "*:" else " " for char in query).replace(" :", ":")
    return [word for word in spaced.split() if word.isalpha() and word not in _OPERATORS]


def _texts(store: Store, ids: Sequence[int]) -> list[str]:
    query = f"SELECT {_TEXTS} FROM disclosures WHERE id IN (SELECT value FROM json_each(?))"
    return [text for (text,) in store.db.conn.execute(query, (json.dumps(list(ids)),))]


def _documents(store: Store, term: str) -> int:
    """In how many disclosures a stem is."""
    _open(store)
    row = store.db.conn.execute("SELECT doc FROM temp.kept_stems WHERE term = ?", (term,)).fetchone()
    return int(row[0]) if row else 0


def _alike(store: Store, term: str) -> list[str]:
    """Of those that begin with the same letter: to compare with all would take too long, and few err there."""
    beginning = "SELECT term FROM temp.kept_stems WHERE term >= ? AND term < ?"
    rows = store.db.conn.execute(beginning, (term[0], term[0] + "\U0010ffff"))
    near = difflib.get_close_matches(term, [one for (one,) in rows], n=3, cutoff=ALIKE)
    return [_as_written(store, one) for one in near]


def _as_written(store: Store, term: str) -> str:
    (id,) = store.db.conn.execute("SELECT doc FROM temp.kept_places WHERE term = ? LIMIT 1", (term,)).fetchone()
    query = "SELECT title || ' ' || request_text || ' ' || response_text || ' ' || attachments_text FROM disclosures"
    texts = [text for (text,) in store.db.conn.execute(f"{query} WHERE id = ?", (id,))]
    with closing(indexed(texts)) as index:
        return written(index, [term]).get(term, term)


def _open(store: Store) -> None:
    """The index of the record as tables of its words, for this connection alone."""
    for name, kind in (("kept_stems", "row"), ("kept_places", "instance")):
        store.db.conn.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab (main, disclosures_fts, {kind})"
        )
