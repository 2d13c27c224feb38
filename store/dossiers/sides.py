"""The disclosures as dossiers see them: the request taken apart, when it was asked, and of whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from sqlite3 import Connection

import msgspec

from store.dossiers.request import Request, request
from store.dossiers.window import Span, asked_when

_QUERY = """SELECT id, kind, source, address, ref, title, request_text,
    coalesce(json_extract(extra, '$.questions'), '[]'), received, responded, published,
    (SELECT json_group_array(force) FROM (SELECT force FROM disclosure_forces WHERE disclosure = id ORDER BY force))
    FROM disclosures WHERE status <> 'quarantined' AND kind <> 'news' AND id IN """
ADDED = "added"


@dataclass(frozen=True)
class Side:
    """One disclosure, or one thread of correspondence, as it is compared with others."""

    id: int
    kind: str
    address: str
    ref: str
    title: str
    forces: frozenset[str]
    asked: Span | None
    request: Request
    digest: bytes


def side(db: Connection, disclosure: int) -> Side | None:
    """The disclosure; None for an article, and for one that is kept from view."""
    return sides(db, [disclosure]).get(disclosure)


def sides(db: Connection, ids: Iterable[int]) -> dict[int, Side]:
    """Each of the disclosures by its number; articles, and what is kept from view, are left out."""
    asked = list(ids)
    return {row[0]: _side(*row) for row in db.execute(f"{_QUERY} ({', '.join('?' * len(asked))})", asked)}


def _side(
    id: int, kind: str, source: str, address: str, ref: str, title: str, text: str, questions: str, received: str,
    responded: str, published: str, forces: str,
) -> Side:  # fmt: skip
    when = asked_when(received, responded, published)
    told = tuple(msgspec.json.decode(forces))
    taken = _request(title, text, questions, told, when)
    # A log that does not say its force is of one force all the same.
    named = frozenset(told or ([source] if source != ADDED else ()))
    words = "\x1f".join((kind, title, text, questions, forces, received, responded, published, ref))
    digest = blake2b(words.encode("utf-8", "replace"), digest_size=8).digest()
    return Side(id, kind, address, ref, title, named, when, taken, digest)


@lru_cache(maxsize=1024)
def _request(title: str, text: str, questions: str, forces: tuple[str, ...], when: Span | None) -> Request:
    return request(title, text, msgspec.json.decode(questions), forces=forces, asked=when.last if when else None)
