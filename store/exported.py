"""One kept disclosure as the object that other people's scripts rely on: `foiwatch read --json`, and more."""

from dataclasses import asdict
from typing import Any

from store.contents import tables_of
from store.database import Store
from store.dossiers.reading import dossier_of
from store.fileread import FileTable
from store.merging.listing import same_as
from store.news import NewsLink
from store.places import in_file, parts_of
from store.records import AttachmentSeen, Disclosure
from store.states import states_of

_LISTS = ("alt_refs", "questions", "answers", "citations", "tables", "suppressed")


def as_object(kept: Disclosure, versions: list[dict[str, Any]]) -> dict[str, Any]:
    """The object of one disclosure, with the versions that are kept of it."""
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
        "boilerplate_text": kept.extra.get("boilerplate_text") or [],
        "questions": extra["questions"],
        "answers": extra["answers"],
        "exemptions": _exemptions(kept),
        "citations": extra["citations"],
        "outcome": kept.outcome,
        "outcome_parts": kept.extra.get("outcome_parts") or {},
        "ncnd_part": bool(kept.extra.get("ncnd_part")),
        "tables": extra["tables"],
        "suppressed": extra["suppressed"],
        "attachments": [_attachment(a) for a in kept.attachments],
        "topics": _topics(kept),
        "paper": kept.extra.get("paper") or None,
        "id": kept.id,
        "source": kept.source,
        "kind": kept.kind,
        "status": kept.status,
        "first_seen": kept.first_seen,
        "last_seen": kept.last_seen,
        "versions": versions,
    }


def with_files(store: Store, row: dict[str, Any], kept: Disclosure) -> dict[str, Any]:
    """The object with the parts and tables of its files, figures kept back in these, states, and what is the same."""
    db = store.db.conn
    for number, file in enumerate(kept.attachments):
        row["attachments"][number]["parts"] = [asdict(part) for part in parts_of(db, file.sha256)]
        for table in tables_of(db, file.sha256):
            where = in_file(file.address, file.label, table.place)
            row["tables"] = [*row["tables"], {"rows": table.rows, "where": where}]
            row["suppressed"] = [*row["suppressed"], *_marked(file, table)]
    states = [asdict(state) for state in states_of(db, kept.id)]
    row = row | {"states": states} | {"same_as": [asdict(one) for one in same_as(db, [kept.id])[kept.id]]}
    return row | {"dossier": dossier_of(store, [kept.id]).get(kept.id)}


def linked(link: NewsLink) -> dict[str, Any]:
    """The other end of a link between news and disclosure."""
    return {
        "id": link.id,
        "title": link.title,
        "url": link.address,
        "score": link.score,
        "reasons": list(link.reasons),
    }


def _marked(file: AttachmentSeen, table: FileTable) -> list[dict[str, str]]:
    return [mark | {"where": in_file(file.address, file.label, mark["where"])} for mark in table.suppressed]


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
