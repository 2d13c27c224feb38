"""Finding the disclosures that an article may report: by its rarest words and its figures, in bounded time.

How often a word is said is told from the latest disclosures, where what is in the news most likely is. The whole
record is searched besides, but only for what is rare enough that no more are found there than among the latest.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from store.news_evidence import Document, within

FOUND = 240  # disclosures of the article's forces that are looked at, the likeliest first
RAREST = 12  # words, and figures, of an article that are searched for
RARE = 0.5  # powers of ten below which a word is in too many disclosures to be searched for
MOST = 1_500  # disclosures at most in which what is searched for may stand, all of it together
PRIOR = 50  # documents that are taken to be there besides: in a young record every word is rare
SAMPLE = 20_000  # of the latest disclosures: all, in a smaller record

_SAID = "SELECT count(*) FROM disclosures_fts WHERE disclosures_fts MATCH ? AND rowid > ?"
# The rows of the record itself are long: they are read of none but what is of the article's forces.
_FOUND = f"""WITH likely AS MATERIALIZED (
        SELECT rowid AS id, rank AS worth FROM disclosures_fts
        WHERE disclosures_fts MATCH :terms AND rowid > :first AND EXISTS (
            SELECT 1 FROM disclosure_forces AS theirs JOIN disclosure_forces AS its USING (force)
            WHERE theirs.disclosure = disclosures_fts.rowid AND its.disclosure = :article)
        ORDER BY rank LIMIT {FOUND})
    SELECT worth, id, published, responded FROM likely JOIN disclosures USING (id)
    WHERE kind <> 'news' AND status <> 'quarantined'"""


@dataclass(frozen=True)
class Sample:
    """The latest disclosures: those above number `first`, of how many they are `count`."""

    first: int
    count: int
    share: float


def sample(db: Connection) -> Sample:
    """The latest SAMPLE disclosures, and their share of all."""
    last = db.execute("SELECT coalesce(max(id), 0) FROM disclosures").fetchone()[0]
    first = max(last - SAMPLE, 0)
    count = db.execute("SELECT count(*) FROM sightings WHERE disclosure > ?", (first,)).fetchone()[0]
    return Sample(first, count, min(1.0, SAMPLE / max(last, 1)))


def rarity(db: Connection, spelled: Mapping[str, str], latest: Sample) -> dict[str, float]:
    """For each stem, the power of ten to which its word is rare among the latest disclosures."""
    found = {stem: db.execute(_SAID, (f'"{word}"', latest.first)).fetchone()[0] for stem, word in spelled.items()}
    return {stem: math.log10((latest.count + PRIOR) / max(1, number)) for stem, number in found.items()}


def found(
    db: Connection, id: int, article: Document, spelled: Mapping[str, str], rare: Mapping[str, float], latest: Sample,
    day: str,
) -> list[tuple[int, int]]:  # fmt: skip
    """The disclosures of the article's forces within its window, the likeliest first, with the days between."""
    said = sorted(_said(db, article, spelled, rare, latest), key=lambda one: one[1])
    rows = _rows(db, id, said, 1.0, latest.first)
    if latest.share < 1:
        rows += _rows(db, id, said, latest.share, 0)
    near = {other: days for _, other, *dates in sorted(rows) if (days := within(day, dates)) is not None}
    return list(near.items())


def _said(
    db: Connection, article: Document, spelled: Mapping[str, str], rare: Mapping[str, float], latest: Sample
) -> Iterator[tuple[str, float]]:
    """What an article may be found by, as it is searched for, and in how many of the latest disclosures it stands."""
    words = sorted((stem for stem in rare if rare[stem] >= RARE), key=lambda stem: (-rare[stem], stem))
    for stem in words[:RAREST]:
        yield f'"{spelled[stem]}"', (latest.count + PRIOR) / 10 ** rare[stem]
    for number in sorted(article.figures, key=lambda number: (-len(number), number))[:RAREST]:
        term = f'"{number}" OR "{int(number):,}"'
        yield term, max(1.0, db.execute(_SAID, (term, latest.first)).fetchone()[0])


def _rows(
    db: Connection, article: int, said: Sequence[tuple[str, float]], share: float, first: int
) -> list[tuple[float, int, str, str]]:
    terms, together = [], 0.0
    for term, often in said:
        if together + often / share <= MOST:
            together += often / share
            terms.append(term)
    query = {"terms": " OR ".join(terms), "first": first, "article": article}
    return db.execute(_FOUND, query).fetchall() if terms else []
