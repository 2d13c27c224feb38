"""The kept disclosures as objects, streamed in the order of keeping; every format is made of these."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import msgspec

from store.database import Store
from store.exported import as_object, linked, with_files
from store.lookup import disclosures
from store.news import links

_CHUNK = 100
_CHOSEN = """SELECT id FROM disclosures WHERE id > :last
    AND (:source = '' OR source = :source)
    AND (:force = '' OR id IN (SELECT disclosure FROM disclosure_forces WHERE force = :force))
    AND (:topic = '' OR id IN (SELECT disclosure FROM matches WHERE topic = :topic))
    AND (:since = ''
        OR coalesce(nullif(published, ''), nullif(responded, ''), nullif(received, ''), first_seen) >= :since)
    ORDER BY id LIMIT :most"""


@dataclass(frozen=True)
class Chosen:
    """Which disclosures: of a source (short name), a force (full name), a topic, dated since an ISO day; "" is any.

    The day is that of publication, else of the answer, else of the request, else the day on which it was first seen.
    """

    source: str = ""
    force: str = ""
    topic: str = ""
    since: str = ""


ALL = Chosen()


def export_rows(store: Store, chosen: Chosen = ALL) -> Iterator[dict[str, Any]]:
    """The object of `foiwatch read --json` for each disclosure, with what the record adds to it.

    Attachments are {"href", "label", "sha256", "media_type", "bytes", "text", "problem", "parts"}: `label` is what
    the link says, `text` what the file says, and a part {"place", "start", "length", "first_cell"} is a page or
    sheet of it, in characters of `text`. The tables of the files follow those of the page. What is added while
    this runs comes at the end, or not at all. "reports" are the disclosures that a piece of news reports, "news"
    the pieces that report a disclosure, as {"id", "title", "url", "score", "reasons"}.
    """
    last = 0
    while ids := _ids_after(store, last, chosen):
        versions = _versions(store, ids)
        ends = {name: links(store.db.conn, ids, end) for name, end in (("reports", "news"), ("news", "disclosure"))}
        for kept in disclosures(store, ids):
            others = {name: [linked(one) for one in found[kept.id]] for name, found in ends.items()}
            yield with_files(store, as_object(kept, versions[kept.id]), kept) | others
        last = ids[-1]


def _ids_after(store: Store, last: int, chosen: Chosen) -> list[int]:
    values = asdict(chosen) | {"last": last, "most": _CHUNK}
    return [row[0] for row in store.db.conn.execute(_CHOSEN, values)]


def _versions(store: Store, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    query = f"""SELECT disclosure, version, seen, changed FROM versions
        WHERE disclosure IN ({", ".join("?" * len(ids))}) ORDER BY disclosure, version"""
    versions: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for disclosure, version, seen, changed in store.db.conn.execute(query, ids):
        versions[disclosure].append({"version": version, "seen": seen, "changed": msgspec.json.decode(changed)})
    return versions
