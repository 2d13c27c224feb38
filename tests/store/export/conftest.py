"""One disclosure with something in each table of an export."""

from typing import Any

import pytest


@pytest.fixture
def exported() -> dict[str, Any]:
    """An object as `export_rows` gives it; a hostile title, a number asked twice, cells of several types."""
    return {
        "id": 7, "source": "essex", "kind": "disclosure", "status": "present",
        "forces": ["Essex Police", "Kent Police"],
        "ref": None, "alt_refs": ["FOI 1a"], "title": "=HYPERLINK(1)", "url": "https://essex.example/foi/7/",
        "dates": {"received": None, "responded": "2025-07-02", "published": "2025-07"},
        "outcome": "part_disclosed", "outcome_parts": {"1": "disclosed", "2": "refused"}, "exemptions": ["s40(2)"],
        "topics": [{"topic": "misconduct", "score": 0.9, "evidence": ["dismissed", "gross misconduct"]}],
        "citations": [{"section": "s40(2)", "quote": "It is personal.", "relied_on": True, "law": "FOIA", "kind": "",
                       "place": "response"}],
        "questions": [{"number": "1", "text": "How many?", "parent": None}, {"number": "1", "text": "And then?"}],
        "answers": [{"number": "1", "text": "Seven."}, {"number": "1", "text": "None."},
                    {"number": "2", "text": "No."}],
        "attachments": [{"href": "https://essex.example/1.csv", "label": "Table", "sha256": "ab" * 32,
                         "media_type": "text/csv", "bytes": 9, "text": "words", "problem": "", "parts": []}],
        "tables": [{"where": "1.csv, A1:B2", "rows": [["Year", "Dismissed"], [2024, -3], ["2025", None]]}],
        "versions": [{"version": 1, "seen": "2026-11-21T12:00:00+00:00", "changed": []},
                     {"version": 2, "seen": "2026-11-22T12:00:00+00:00", "changed": ["title", "dates"]}],
        "first_seen": "2026-11-21T12:00:00+00:00", "last_seen": "2026-11-22T12:00:00+00:00",
        "request_text": "How many?", "response_text": "Seven.",
    }  # fmt: skip
