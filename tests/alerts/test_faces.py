"""Every face of a few messages, as kept in tests/alerts/faces: a change of a face is seen, and read, before it is sent.

`python tests/alerts/test_faces.py` writes them anew; read what changed.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alerts.compose import Message, compose
from alerts.faces.json_face import schema

FOLDER = Path(__file__).with_name("golden")
MADE = "2026-03-09T09:00:00+00:00"
ITEM: dict[str, Any] = {
    "kind": "item", "id": 7, "event": "new", "version": 1, "seen": "2026-03-09T06:10:00+00:00", "source": "essex",
    "forces": ["Essex Police"], "title": "Officers dismissed for sexual misconduct, 2021 to 2025",
    "ref": "FOI 24581/26", "date": "2026-03-03", "published": "2026-03-03", "responded": "2026-02-26", "received": "",
    "address": "https://www.essex.police.uk/foi-ai/essex-police/2026/march/24581/?a=1&b=2",
    "topics": ["sexual_misconduct", "disciplinary_outcomes", "misconduct"],
    "quote": "Please tell me how many officers were dismissed for sexual misconduct in each of the last five years, and"
    " how many resigned before a hearing could be held.",
    "words": "officers were dismissed for sexual misconduct", "where": "request", "asked": [], "changed": [],
    "diff": [], "attachments": [
        {"label": "Response letter", "address": "https://www.essex.police.uk/media/24581-response.pdf"},
        {"label": "Figures by year.xlsx", "address": "https://www.essex.police.uk/media/24581_figures_by_year.xlsx"},
    ],
}  # fmt: skip
CHANGED: dict[str, Any] = {
    **ITEM, "id": 8, "event": "changed", "version": 2, "forces": ["Kent Police"], "source": "kent",
    "title": "Misconduct hearings & outcomes", "ref": "25/1093", "published": "2025-11-21", "date": "2025-11-21",
    "address": "https://www.kent.police.uk/foi/25-1093/", "quote": "Twelve hearings for gross misconduct were held.",
    "words": "gross misconduct", "where": "response", "changed": ["response_text", "attachments"], "attachments": [],
    "topics": ["disciplinary_outcomes", "misconduct"], "asked": ["topic misconduct", "search hearings"],
    "diff": [
        {"where": "Response text", "cut": False, "runs": [
            {"kind": "equal", "text": "In 2024 the force held "}, {"kind": "removed", "text": "twelve"},
            {"kind": "added", "text": "fourteen"}, {"kind": "equal", "text": " hearings, of which "},
            {"kind": "removed", "text": "<5"}, {"kind": "added", "text": "three"},
            {"kind": "equal", "text": " were in private."}, {"kind": "added", "text": " One was adjourned."},
        ]},
        {"where": "outcomes.xlsx (replaced)", "cut": True, "runs": [
            {"kind": "equal", "text": "sheet 'Data', B14: "}, {"kind": "removed", "text": "7"},
            {"kind": "added", "text": "9"},
        ]},
    ],
}  # fmt: skip
WITHDRAWN: dict[str, Any] = {
    **ITEM, "id": 9, "event": "withdrawn", "version": 1, "seen": "2026-03-08T22:00:00+00:00", "published": "2025-07",
    "date": "2025-07", "title": "Vetting refusals", "ref": "", "quote": "", "words": "", "where": "",
    "topics": ["vetting", "misconduct"], "attachments": [],
    "address": "https://www.west-midlands.police.uk/foi/vetting-refusals",
    "forces": ["West Midlands Police", "Staffordshire Police"],
}  # fmt: skip
DOSSIER: dict[str, Any] = {
    **ITEM, "id": 10, "event": "dossier", "title": "Dismissals 2021-2025", "attachments": [], "words": "", "most": 25,
    "others": [{"id": 3, "title": "Officers dismissed", "forces": ["Kent Police"], "address": "https://k.example/3"}],
}  # fmt: skip
NEWS: dict[str, Any] = {
    **ITEM, "id": 11, "event": "news", "title": "Force sacked nine officers", "attachments": [],
    "forces": ["Kent Police"],
    "reports": [{"id": 8, "title": "Misconduct hearings", "forces": ["Kent Police"], "address": "https://k.example/8"}],
}  # fmt: skip
CLOSING: dict[str, Any] = {
    "since": "2026-03-02T09:00:00+00:00", "checked": [f"Force {number}" for number in range(1, 38)],
    "not_healthy": [{"name": "Kent Police", "since": "2026-02-19T03:00:00+00:00"},
                    {"name": "Sussex Police", "since": "2026-03-08T03:00:00+00:00"}],
    "not_checked": ["Gwent Police"], "new": 212,
}  # fmt: skip
EVIL = (
    "Gross misconduct</title><script>alert(1)</script>\r\nBcc: all@example.org\u202egnp.exe\u202c <!channel> <@U123>"
    " @everyone *b* _i_ ~s~ `c` [x](javascript:alert(1)) ![i](http://t.example/p.gif) # h :skull: &amp; \u200b|\x07"
)
HOSTILE: dict[str, Any] = {
    **ITEM, "title": EVIL, "ref": EVIL, "quote": EVIL, "words": "Gross misconduct", "forces": [EVIL],
    "address": "https://www.essex.police.uk@evil.example/", "topics": ["misconduct"],
    "attachments": [{"label": EVIL, "address": 'javascript:alert("1")'},
                    {"label": "", "address": 'https://a.example/"><img src=x>|b)c.pdf'}],
    "event": "changed", "changed": ["title"],
    "diff": [{"where": EVIL, "cut": True,
              "runs": [{"kind": "removed", "text": EVIL}, {"kind": "added", "text": EVIL}]}],
}  # fmt: skip
SUMMARY: dict[str, Any] = {
    "kind": "summary", "event": "summary", "why": "subscription", "subscription": "desk",
    "sources": [{"source": "essex", "name": "Essex Police", "kept": 1840, "matching": 31},
                {"source": "kent", "name": "Kent Police", "kept": 912, "matching": 12}],
    "examples": [{**ITEM, "event": "kept", "seen": "2026-03-09T06:10:00+00:00"}],
}  # fmt: skip
CASES: dict[str, Message] = {
    "one": compose("desk", [ITEM], made=MADE),
    "digest": compose("desk", [ITEM, CHANGED, WITHDRAWN], made=MADE, closing=CLOSING),
    "hostile": compose("desk\r\nBcc: all@example.org", [HOSTILE], made=MADE),
    "related": compose("desk", [DOSSIER, NEWS], made=MADE),
    "summary": compose("desk", [SUMMARY], made=MADE),
}
FACES = {
    "html": lambda message: message.html,
    "txt": lambda message: message.text,
    "md": lambda message: message.markdown,
    "slack.json": lambda message: _json(message.slack),
    "json": lambda message: _json(message.payload),
}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("case", CASES)
def test_a_face_is_as_it_was_read(case: str, face: str) -> None:
    kept = FOLDER / f"{case}.{face}"
    assert FACES[face](CASES[case]) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_the_payload_is_as_the_schema_says(case: str) -> None:
    Draft202012Validator.check_schema(schema())
    found = list(Draft202012Validator(schema()).iter_errors(CASES[case].payload))
    assert found == []


if __name__ == "__main__":
    for name, message in CASES.items():
        for face, render in FACES.items():
            (FOLDER / f"{name}.{face}").write_text(render(message), encoding="utf-8")
    sys.exit(0)
