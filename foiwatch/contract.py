"""The object that `foiwatch read --json` prints: other people's scripts rely on its keys."""

from dataclasses import asdict
from typing import Any

from alerts.topics.topics import Topics, match
from crawler.reading.fields import Reading


def as_object(reading: Reading, topics: Topics) -> dict[str, Any]:
    """One reading as the documented JSON object, with the topics that it is about."""
    parts = [("title", reading.title), ("request", reading.request_text), ("response", reading.response_text)]
    parts += [(f"attachment {link.text}", link.text) for link in reading.attachments]
    return {
        "url": reading.url,
        "title": reading.title,
        "ref": reading.ref or None,
        "alt_refs": list(reading.alt_refs),
        "kind": reading.kind,
        "paper": reading.paper or None,
        "forces": list(reading.forces),
        "dates": {key: value or None for key, value in asdict(reading.dates).items()},
        "request_text": reading.request_text,
        "response_text": reading.response_text,
        "boilerplate_text": list(reading.boilerplate),
        "questions": list(reading.questions),
        "answers": list(reading.answers),
        "exemptions": list(reading.exemptions),
        "citations": [asdict(citation) for citation in reading.citations],
        "outcome": reading.outcome,
        "outcome_parts": reading.outcome_parts,
        "ncnd_part": reading.ncnd_part,
        "tables": list(reading.tables),
        "suppressed": list(reading.suppressed),
        "attachments": [{"href": link.href, "text": link.text} for link in reading.attachments],
        "topics": [
            {"topic": m.topic, "score": round(m.score, 3), "evidence": [e["words"] for e in m.evidence]}
            for m in match(topics, parts)
        ],
        "notes": list(reading.notes),
    }
