"""A message for programs: everything that is known, in the form that alerts/faces/alert.schema.json publishes."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alerts.faces.content import Content

SCHEMA = "urn:foiwatch:alert:1"


def render(content: "Content") -> dict[str, Any]:
    """The payload: every item, and not only those that are spelled out. Its texts are calm (`untrusted`)."""
    return {
        "schema": SCHEMA,
        "subject": content.subject,
        "subscription": content.subscription,
        "test": content.test,
        "made": content.made,
        "items": [_public(one) for one in content.every],
        "summaries": [{**one, "examples": [_public(item) for item in one["examples"]]} for one in content.summaries],
        "closing": dict(content.closing) or None,
    }


def _public(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item with the fields that the schema promises, also one that an earlier foiwatch queued."""
    usual: dict[str, Any] = {"published": "", "responded": "", "received": "", "asked": [], "diff": []}
    return {**usual, **{name: value for name, value in item.items() if name != "most"}}


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of the payload."""
    text: dict[str, Any] = json.loads((files(__package__) / "alert.schema.json").read_text(encoding="utf-8"))
    return text
