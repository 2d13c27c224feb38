"""Finding what has vanished under another address of its log: by its reference, and by nearly the same words."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from sqlite3 import Connection

NEAR = 0.85  # of the words of both: a page set anew differs in its furniture, another answer in its figures
FEW = 12  # words; of fewer nothing can be said
_CANDIDATES = 20  # a reference that more pages of a log share is none
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Found:
    """Another disclosure of the same log that shows what a vanished one had said, and its address."""

    disclosure: int
    address: str


def successor(db: Connection, disclosure: int, gone: Collection[str]) -> Found | None:
    """The present disclosure that goes on in the place of one that is missing; never one that is `gone` as well."""
    own = """SELECT ref, source, request_text, response_text, words FROM disclosures WHERE id = ?"""
    ref, source, *texts = db.execute(own, (disclosure,)).fetchone()
    query = """SELECT id, address, request_text, response_text, words FROM disclosures
        WHERE ref = ? AND source = ? AND status = 'present' ORDER BY id DESC"""
    before = _said(*texts)
    for id, address, *others in _rows(db, query, ref, source):
        if id != disclosure and address not in gone and _near(before, _said(*others)):
            return Found(id, address)
    return None


def _rows(db: Connection, query: str, ref: str, source: str) -> Iterator[tuple]:
    """The candidates by reference; none for a page without one, or with one that stands on many pages."""
    rows = db.execute(f"{query} LIMIT {_CANDIDATES + 1}", (ref, source)).fetchall() if ref else []
    return iter(rows if len(rows) <= _CANDIDATES else [])


def _said(request: str, response: str, words: str) -> Counter[str]:
    return Counter(_WORD.findall((f"{request} {response}" if request or response else words).casefold()))


def _near(one: Counter[str], other: Counter[str]) -> bool:
    least, most = sorted((one.total(), other.total()))
    # The cheap test first: texts of unlike length cannot be near.
    if least < FEW or 2 * least < NEAR * (least + most):
        return False
    return 2 * (one & other).total() >= NEAR * (least + most)
