"""The sentences that all faces of a message share."""

from collections.abc import Mapping
from typing import Any

HOW_TO_SEE = "foiwatch serve shows them all; foiwatch alerts preview lists what waits."
FOOT = "You get this because of the subscription “{}” in foiwatch.toml. The quotes are the forces' own words."
LATEST = "The latest:"
TEST = "This is a test of foiwatch. The disclosure below is an example and has not just been published."

_HAPPENED = {
    "new": "New",
    "changed": "Changed",
    "withdrawn": "Withdrawn: no longer in the force's disclosure log",
    "restored": "Back in the force's disclosure log",
    "kept": "Kept",
}
_WHERE = {
    "title": "in the title",
    "request": "in the request",
    "response": "in the response",
    "search": "found by the search",
}


def happened(item: Mapping[str, Any]) -> str:
    """What happened to a disclosure, and what changed."""
    said = _HAPPENED[item["event"]]
    fields = [field.replace("_", " ") for field in item["changed"]]
    return f"{said}: {', '.join(fields)}" if fields else said


def facts(item: Mapping[str, Any]) -> list[str]:
    """The forces, reference, date and topics, as short pieces."""
    topics = ", ".join(topic.replace("_", " ") for topic in item["topics"])
    return [piece for piece in (" and ".join(item["forces"]), item["ref"], item["date"], topics) if piece]


def where(item: Mapping[str, Any]) -> str:
    """Where the quote stands."""
    place = item["where"]
    if place.startswith("attachment"):
        return f"in the {place}".strip()
    return _WHERE.get(place, "")


def title(item: Mapping[str, Any]) -> str:
    """The title, or what there is of a name."""
    return item["title"] or item["ref"] or item["address"]


def attached(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The attachments as (label, address)."""
    return [(file["label"] or file["address"].rsplit("/", 1)[-1], file["address"]) for file in item["attachments"]]


def opening(summary: Mapping[str, Any]) -> str:
    """What a summary is for."""
    if summary["why"] == "subscription":
        return "The subscription begins here. What is kept already is not sent one by one."
    return "The first look through a disclosure log has ended. What it brought is not sent one by one."


def source_line(source: Mapping[str, Any]) -> str:
    """A source's count in words."""
    return f"{source['name']}: {source['kept']:,} kept, {source['matching']:,} as you asked"
