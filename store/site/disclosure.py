"""Gathers all that the record holds of one disclosure, for its page."""

import asyncio
from typing import Any

from datasette.database import Database

from store.fileread import QUARANTINED
from store.site.differences import versions
from store.site.rows import one, rows, unpacked
from store.site.words import web

SHOWN = 60_000  # characters of a file on the page; all of them are in the file

_DISCLOSURE = """
    SELECT d.*, coalesce(s.last_seen, d.first_seen) AS last_seen, s.missing_since,
        coalesce(o.full_name, '') AS source_name,
        (SELECT max(seen) FROM changes WHERE disclosure = d.id AND verb = 'withdrawn') AS withdrawn,
        (SELECT max(seen) FROM changes WHERE disclosure = d.id AND verb = 'changed'
            AND completed = 0) AS last_changed
    FROM disclosures d LEFT JOIN sightings s ON s.disclosure = d.id LEFT JOIN sources o ON o.name = d.source
    WHERE d.id = :id
"""
_ATTACHMENTS = """
    SELECT a.address, a.label, a.sha256, a.problem, f.media_type, f.bytes, f.text, f.problem AS file_problem
    FROM attachments a LEFT JOIN files f ON f.sha256 = a.sha256 WHERE a.disclosure = :id ORDER BY a.position
"""
_LINKED = """SELECT d.id, d.title, d.ref, d.published, score, reasons FROM news_links
    JOIN disclosures d ON d.id = news_links.{other} WHERE news_links.{own} = :id ORDER BY score DESC, d.id
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
}


async def disclosure(db: Database, id: int) -> dict[str, Any]:
    """The disclosure and its parts by name; empty when there is none. One held back has no words."""
    found = await one(db, _DISCLOSURE, id=id)
    if not found:
        return {}
    parts = await asyncio.gather(*(rows(db, sql, id=id) for sql in _PARTS.values()))
    page = {**found, **dict(zip(_PARTS, parts, strict=True)), "extra": unpacked(found["extra"], {})}
    for match in page["matches"]:
        match["evidence"] = unpacked(match["evidence"], [])
    for link in (*page["reports"], *page["news"]):
        link["reasons"] = unpacked(link["reasons"], [])
    for state in page["states"]:
        state["evidence"] = unpacked(state["evidence"], {})
    page["versions"] = await versions(db, id) if page["status"] != "quarantined" else []
    for version in page["versions"]:
        version["changed"] = unpacked(version["changed"], [])
    for file in page["attachments"]:
        file["held"] = str(file["file_problem"] or "").startswith(QUARANTINED)
        file["pages"] = _pages(file["text"] or "", [part for part in page["parts"] if part["sha256"] == file["sha256"]])
    return _held_back(page) if page["status"] == "quarantined" else {**page, "cite": _citation(page)}


def _pages(text: str, parts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The beginning of a file's words as (place, words), page by page or sheet by sheet where these are known."""
    if not parts:
        return [("", text[:SHOWN])] if text else []
    ends = [(part, min(part["start"] + part["length"], SHOWN)) for part in parts if part["start"] < SHOWN]
    return [(part["place"], text[part["start"] : end]) for part, end in ends]


def _held_back(page: dict[str, Any]) -> dict[str, Any]:
    return {
        **page,
        **dict.fromkeys(("request_text", "response_text", "words", "cite"), ""),
        **dict.fromkeys(("attachments", "citations", "versions", "matches", "reports", "news"), ()),
        "extra": {},
    }


def _citation(page: dict[str, Any]) -> str:
    forces = ", ".join(force["name"] for force in page["forces"]) or page["source_name"]
    dates = page["published"] or page["responded"] or page["received"]
    address = page["address"] if web(page["address"]) else ""
    parts = [forces, f"“{page['title'] or 'Untitled'}”", page["ref"], dates, address]
    kept = f"version {page['version']}, kept by foiwatch, last seen {page['last_seen'][:10]}"
    return ", ".join([part for part in parts if part] + [kept]) + "."
