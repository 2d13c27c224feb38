"""Gathers all that the record holds of one disclosure, for its page, in one visit to the database."""

from datetime import UTC, datetime
from itertools import groupby
from sqlite3 import Connection
from typing import Any

from datasette import NotFound, Response

from store.database import Store
from store.fileread import QUARANTINED
from store.site import citing
from store.site.copies import note_given
from store.site.differences import versions
from store.site.questions import side_by_side
from store.site.record import of_record
from store.site.rendering import rendered
from store.site.rows import unpacked
from store.site.tables import tables

SHOWN = 60_000  # characters of a file on the page; all of them are in the file
CAPTURES = 60

_DISCLOSURE = """
    SELECT d.id, d.source, d.kind, d.address, d.title, d.ref, d.received, d.responded, d.published, d.outcome, d.status,
        d.version, d.first_seen, d.request_text, d.response_text, d.words, d.extra,
        coalesce(s.last_seen, d.first_seen) AS last_seen, s.missing_since,
        coalesce(o.full_name, '') AS source_name,
        (SELECT max(seen) FROM changes WHERE disclosure = d.id AND verb = 'withdrawn') AS withdrawn,
        (SELECT max(seen) FROM changes WHERE disclosure = d.id AND verb = 'changed'
            AND completed = 0) AS last_changed
    FROM disclosures d LEFT JOIN sightings s ON s.disclosure = d.id LEFT JOIN sources o ON o.name = d.source
    WHERE d.id = :id
"""
_ATTACHMENTS = f"""
    SELECT a.address, a.label, a.sha256, a.problem, f.media_type, f.bytes, substr(f.text, 1, {SHOWN}) AS text,
        length(f.text) AS length, f.problem AS file_problem,
        (SELECT since FROM quarantined WHERE quarantined.sha256 = a.sha256) AS held_since
    FROM attachments a LEFT JOIN files f ON f.sha256 = a.sha256 WHERE a.disclosure = :id ORDER BY a.position
"""
_LINKED = """SELECT d.id, d.title, d.ref, d.published, d.address, score, reasons FROM news_links
    JOIN disclosures d ON d.id = news_links.{other}
    WHERE news_links.{own} = :id AND d.status <> 'quarantined' ORDER BY score DESC, d.id
"""
_PARTS = {
    "forces": "SELECT f.name, f.website FROM disclosure_forces d JOIN forces f ON f.name = d.force "
    "WHERE d.disclosure = :id ORDER BY f.name",
    "attachments": _ATTACHMENTS,
    "citations": "SELECT section, relied_on, quote FROM citations WHERE disclosure = :id ORDER BY position",
    "states": "SELECT state, seen, reason, evidence FROM states WHERE disclosure = :id ORDER BY id",
    "matches": "SELECT topic, score, evidence FROM matches WHERE disclosure = :id ORDER BY score DESC, topic",
    "parts": """SELECT DISTINCT file_parts.* FROM file_parts JOIN attachments USING (sha256)
        WHERE disclosure = :id ORDER BY sha256, file_parts.position""",
    "reports": _LINKED.format(own="news", other="disclosure"),
    "news": _LINKED.format(own="disclosure", other="news"),
    "addresses": "SELECT address, reason FROM addresses WHERE disclosure = :id ORDER BY address",
    "captures": f"""SELECT id, version, role, kind, address, seen, status, media_type, digest, content, refers_to
        FROM captures WHERE disclosure = :id ORDER BY id DESC LIMIT {CAPTURES}""",
    "same": """SELECT d.id, d.title, d.ref, coalesce(o.full_name, '') AS source_name, same_as.kind, same_as.reason
        FROM same_as JOIN disclosures d ON d.id = same LEFT JOIN sources o ON o.name = d.source
        WHERE same_as.disclosure = :id AND d.status <> 'quarantined' ORDER BY d.id""",
    "dossier": """SELECT dossiers.id, coalesce(nullif(dossiers.title, ''), core.title, '') AS title,
            (SELECT count(*) FROM dossier_members WHERE dossier = dossiers.id) AS disclosures
        FROM dossier_members JOIN dossiers ON dossiers.id = dossier
            LEFT JOIN disclosures core ON core.id = dossiers.core AND core.status <> 'quarantined'
        WHERE dossier_members.disclosure = :id""",
}
_EMPTY = ("request_text", "response_text", "words")
_NONE = (
    "attachments", "citations", "versions", "matches", "reports", "news", "questions", "tables", "same", "dossier",
)  # fmt: skip


async def disclosure_page(datasette: Any, request: Any) -> Response:
    """The page, in one visit to the database: Datasette's own page of a row makes thirteen. Raises NotFound."""
    found = await disclosure(datasette, request)
    if not found:
        raise NotFound("There is no such disclosure")
    path = datasette.urls.path(f"/foi/disclosures/{found['id']}.json")
    context = {"page": found, "alternate_url_json": datasette.absolute_url(request, str(path))}
    return await rendered(datasette, request, "row-foi-disclosures.html", context)


async def disclosure(datasette: Any, request: Any) -> dict[str, Any]:
    """The disclosure of the address, its parts by name, and how to cite it today; empty when there is none."""
    id, asked = int(request.url_vars["pks"]), request.args.get("compare") or ""
    compare = int(asked) if asked.isdecimal() and len(asked) < 6 else 0
    found = await of_record(datasette, lambda store: gathered(store, id, compare))
    if not found or found["status"] == "quarantined":
        return found
    permanent = datasette.absolute_url(request, str(datasette.urls.path(f"/foi/disclosures/{id}")))
    today = datetime.now(UTC).date().isoformat()
    return found | {"cite": citing.plain(found, permanent, today), "bibtex": citing.bibtex(found, permanent, today)}


async def bibtex_file(datasette: Any, request: Any) -> Response:
    """The entry of BibTeX by itself. Raises NotFound."""
    request.url_vars["pks"] = request.url_vars["id"]
    found = await disclosure(datasette, request)
    if "bibtex" not in found:
        raise NotFound("There is no such disclosure")
    headers = {"Content-Disposition": f"attachment; filename=disclosure-{found['id']}.bib"}
    return Response(found["bibtex"], headers=headers, content_type="application/x-bibtex; charset=utf-8")


def gathered(store: Store, id: int, compare: int = 0) -> dict[str, Any]:
    """The disclosure and its parts by name; empty when there is none. One held back has no words."""
    db = store.db.conn
    own = _rows(db, _DISCLOSURE, id)
    if not own:
        return {}
    page = own[0] | {name: _rows(db, sql, id) for name, sql in _PARTS.items()} | {"compare": compare}
    page["extra"] = unpacked(page["extra"], {})
    for name, column, empty in (("matches", "evidence", []), ("reports", "reasons", []), ("news", "reasons", []),
                                ("states", "evidence", {})):  # fmt: skip
        for row in page[name]:
            row[column] = unpacked(row[column], empty)
    if page["status"] == "quarantined":
        return page | dict.fromkeys(_EMPTY, "") | dict.fromkeys(_NONE, ()) | {"extra": {}, "captures": ()}
    for file in page["attachments"]:
        file["held"] = str(file["file_problem"] or "").startswith(QUARANTINED)
        file["pages"] = _pages(file["text"] or "", [part for part in page["parts"] if part["sha256"] == file["sha256"]])
    note_given(db, page["captures"])
    page["versions"] = versions(db, id, compare)
    for version in page["versions"]:
        version["changed"] = unpacked(version["changed"], [])
    page["tables"], page["more_tables"] = tables(db, id)
    return page | {"questions": side_by_side(page["extra"]), "sections": _sections(page)}


def _sections(page: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The citations by section, those relied on first; with law and kind where the reader told them."""
    told = page["extra"].get("citations")
    details = {(str(one.get("section")), str(one.get("quote"))): one for one in told or () if isinstance(one, dict)}
    full = [details.get((one["section"], one["quote"]), {}) | one for one in page["citations"]]
    ordered = sorted(full, key=lambda one: (not one["relied_on"], one["section"]))
    return [(section, list(own)) for section, own in groupby(ordered, key=lambda one: one["section"])]


def _rows(db: Connection, sql: str, id: int) -> list[dict[str, Any]]:
    cursor = db.execute(sql, {"id": id})
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _pages(text: str, parts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The beginning of a file's words as (place, words), page by page or sheet by sheet where these are known."""
    if not parts:
        return [("", text)] if text else []
    ends = [(part, min(part["start"] + part["length"], SHOWN)) for part in parts if part["start"] < SHOWN]
    return [(part["place"], text[part["start"] : end]) for part, end in ends]
