"""The record as JSON lines or CSV: one object a disclosure, streamed, in the order of keeping."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

import msgspec

from store.database import Store
from store.lookup import disclosures
from store.records import AttachmentSeen, Disclosure

_CHUNK = 100
_FORMULA = tuple("=+-@＝＋－＠")
_LISTS = ("alt_refs", "questions", "answers", "citations", "tables", "suppressed")
_CSV_COLUMNS = (
    "id", "source", "kind", "status", "forces", "ref", "alt_refs", "title", "url", "received", "responded",
    "published", "outcome", "exemptions", "topics", "attachments", "versions", "first_seen", "last_seen",
    "request_text", "response_text",
)  # fmt: skip


def export_rows(store: Store) -> Iterator[dict[str, Any]]:
    """The object of `foiwatch read --json` for each disclosure, with what the record adds to it.

    Attachments are {"href", "label", "sha256", "media_type", "bytes", "text", "problem"}: `label` is what the
    link says, `text` what the file says. What is added while this runs comes at the end, or not at all.
    """
    last = 0
    while ids := _ids_after(store, last):
        versions = _versions(store, ids)
        for kept in disclosures(store, ids):
            yield _row(kept, versions[kept.id])
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


def _row(kept: Disclosure, versions: list[dict[str, Any]]) -> dict[str, Any]:
    extra = {name: kept.extra.get(name) or [] for name in _LISTS}
    return {
        "url": kept.address,
        "title": kept.title,
        "ref": kept.ref or None,
        "alt_refs": extra["alt_refs"],
        "forces": list(kept.forces),
        "dates": _dates(kept),
        "request_text": kept.request_text,
        "response_text": kept.response_text,
        "questions": extra["questions"],
        "answers": extra["answers"],
        "exemptions": _exemptions(kept),
        "citations": extra["citations"],
        "outcome": kept.outcome,
        "outcome_parts": kept.extra.get("outcome_parts") or {},
        "tables": extra["tables"],
        "suppressed": extra["suppressed"],
        "attachments": [_attachment(a) for a in kept.attachments],
        "topics": _topics(kept),
        "id": kept.id,
        "source": kept.source,
        "kind": kept.kind,
        "status": kept.status,
        "first_seen": kept.first_seen,
        "last_seen": kept.last_seen,
        "versions": versions,
    }


def _dates(kept: Disclosure) -> dict[str, str | None]:
    return {name: getattr(kept, name) or None for name in ("received", "responded", "published")}


def _exemptions(kept: Disclosure) -> list[str]:
    relied_on = [c["section"] for c in kept.extra.get("citations") or () if c.get("relied_on")]
    return list(kept.extra.get("exemptions") or dict.fromkeys(relied_on))


def _attachment(attachment: AttachmentSeen) -> dict[str, Any]:
    return {
        "href": attachment.address,
        "label": attachment.label,
        "sha256": attachment.sha256,
        "media_type": attachment.media_type,
        "bytes": attachment.bytes,
        "text": attachment.text,
        "problem": attachment.problem,
    }


def _topics(kept: Disclosure) -> list[dict[str, Any]]:
    return [
        {"topic": m.topic, "score": m.score, "evidence": [piece["words"] for piece in m.evidence]} for m in kept.matches
    ]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    lists = {name: "; ".join(row[name]) for name in ("forces", "alt_refs", "exemptions")}
    lists["topics"] = "; ".join(topic["topic"] for topic in row["topics"])
    lists["attachments"] = "; ".join(attachment["href"] for attachment in row["attachments"])
    return row | row["dates"] | lists | {"versions": len(row["versions"])}
