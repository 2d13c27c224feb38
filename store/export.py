"""The record as JSON lines or CSV: one object a disclosure, streamed, in the order of keeping."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

import msgspec

from store.database import Store
from store.exported import as_object, linked, with_files
from store.lookup import disclosures
from store.news import links

_CHUNK = 100
_CSV_COLUMNS = (
    "id", "source", "kind", "status", "forces", "ref", "alt_refs", "title", "url", "received", "responded",
    "published", "outcome", "exemptions", "topics", "attachments", "versions", "first_seen", "last_seen",
    "request_text", "response_text",
)  # fmt: skip


def export_rows(store: Store) -> Iterator[dict[str, Any]]:
    """The object of `foiwatch read --json` for each disclosure, with what the record adds to it.

    Attachments are {"href", "label", "sha256", "media_type", "bytes", "text", "problem", "parts"}: `label` is what
    the link says, `text` what the file says, and a part {"place", "start", "length", "first_cell"} is a page or
    sheet of it, in characters of `text`. The tables of the files follow those of the page. What is added while
    this runs comes at the end, or not at all. "reports" are the disclosures that a piece of news reports, "news"
    the pieces that report a disclosure, as {"id", "title", "url", "score", "reasons"}.
    """
    last = 0
    while ids := _ids_after(store, last):
        versions = _versions(store, ids)
        ends = {name: links(store.db.conn, ids, end) for name, end in (("reports", "news"), ("news", "disclosure"))}
        for kept in disclosures(store, ids):
            others = {name: [linked(one) for one in found[kept.id]] for name, found in ends.items()}
            yield with_files(store, as_object(kept, versions[kept.id]), kept) | others
        last = ids[-1]


def to_jsonl(store: Store, out: TextIO) -> int:
    """Write one JSON object a line; gives how many."""
    count = 0
    for row in export_rows(store):
        out.write(msgspec.json.encode(row).decode() + "\n")
        count += 1
    return count


def to_csv(store: Store, out: TextIO) -> int:
    """Write one flat row a disclosure, lists joined with "; ", safe in a spreadsheet; gives how many."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_CSV_COLUMNS)
    count = 0
    for row in export_rows(store):
        flat = _flat(row)
        writer.writerow([harmless(str(flat[column])) for column in _CSV_COLUMNS])
        count += 1
    return count


def harmless(cell: str) -> str:
    """The cell, marked as text when a spreadsheet would run it as a formula (OWASP, CSV injection)."""
    # White space before the sign does not stop every spreadsheet.
    return f"'{cell}" if cell.startswith(("\t", "\r", "\n")) or cell.lstrip()[:1] in set("=+-@＝＋－＠") else cell


def _ids_after(store: Store, last: int) -> list[int]:
    query = "SELECT id FROM disclosures WHERE id > ? ORDER BY id LIMIT ?"
    return [row[0] for row in store.db.conn.execute(query, (last, _CHUNK))]


def _versions(store: Store, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    query = f"""SELECT disclosure, version, seen, changed FROM versions
        WHERE disclosure IN ({", ".join("?" * len(ids))}) ORDER BY disclosure, version"""
    versions: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for disclosure, version, seen, changed in store.db.conn.execute(query, ids):
        versions[disclosure].append({"version": version, "seen": seen, "changed": msgspec.json.decode(changed)})
    return versions


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    lists = {name: "; ".join(row[name]) for name in ("forces", "alt_refs", "exemptions")}
    lists["topics"] = "; ".join(topic["topic"] for topic in row["topics"])
    lists["attachments"] = "; ".join(attachment["href"] for attachment in row["attachments"])
    return row | row["dates"] | lists | {"versions": len(row["versions"])}
