"""The questions of a request, each with what the answer says to it, as the reader took them apart."""

import re
from typing import Any

_NAMED = re.compile(r"\bq(?:uestion)?\.?\s*(?=\d|[a-z]\b)|[^\w\s]", re.I)


def side_by_side(extra: dict[str, Any]) -> list[dict[str, Any]]:
    """Each question as {number, parent, text, answers, outcome}; answers that belong to none come last, without text.

    Under a parent such as "REQUEST 2" the numbers begin again; what answers names both. `outcome` is "" where unknown.
    """
    answers = [one for one in _mappings(extra, "answers") if one.get("text")]
    parts = extra.get("outcome_parts")
    outcomes: dict[str, Any] = parts if isinstance(parts, dict) else {}
    found, told = [], set()
    for one in _mappings(extra, "questions"):
        number, parent = str(one.get("number") or ""), str(one.get("parent") or "")
        full = _bare(f"{parent} Q{number}" if parent and not parent.isalnum() and number else number)
        own = [at for at, answer in enumerate(answers) if full and _bare(str(answer.get("number") or "")) == full]
        own = [at for at in own if at not in told]
        told.update(own)
        outcome = next((str(value) for name, value in outcomes.items() if full and _bare(str(name)) == full), "")
        texts = [str(answers[at]["text"]) for at in own]
        found.append({"number": number, "parent": parent, "text": str(one.get("text") or ""), "answers": texts,
                      "outcome": outcome})  # fmt: skip
    for at, answer in enumerate(answers):
        if at not in told:
            number = str(answer.get("number") or "")
            found.append({"number": number, "parent": "", "text": "", "answers": [str(answer["text"])], "outcome": ""})
    return found


def _mappings(extra: dict[str, Any], name: str) -> list[dict[str, Any]]:
    listed = extra.get(name)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _bare(number: str) -> str:
    """A number as a letter's ways of writing it have in common: "Q1." and "1", "REQUEST 2 Q1" and "request 2 q1"."""
    return " ".join(_NAMED.sub("", number.lower()).split())
