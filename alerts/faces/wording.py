"""The sentences that all faces of a message share."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from alerts.faces.untrusted import flat

HOW_TO_SEE = "foiwatch serve shows them all."
FOOT = "You get this because of the subscription “{}” in foiwatch.toml. The quotes are the forces' own words."
LATEST = "The latest:"
TEST = "This is a test of foiwatch. The disclosure below is an example and has not just been published."
READ_ON = "read on"
ROOT = "misconduct"  # the topic to which all others of the built-in ones roll up
RELATED = 8
CUT = "This is cut short here."

_HAPPENED = {
    "new": "New",
    "changed": "Changed",
    "withdrawn": "Withdrawn: no longer in the force's disclosure log",
    "restored": "Back in the force's disclosure log",
    "kept": "Kept",
    "dossier": "One more answer to the same request",
    "news": "In the news",
}
_WHERE = {
    "title": "in the title",
    "request": "in the request",
    "response": "in the response",
    "search": "found by the search",
}
_RELATED = (("others", "The same was asked of"), ("reports", "It reports on"))
_DATES = (("published", "published"), ("responded", "answered"), ("received", "asked"))


def happened(item: Mapping[str, Any]) -> str:
    """What happened to a disclosure, and what changed."""
    said = _HAPPENED.get(item["event"]) or flat(item["event"].replace("_", " ")).capitalize()
    fields = [field.replace("_", " ") for field in item.get("changed", ())]
    return f"{said}: {', '.join(fields)}" if fields else said


def facts(item: Mapping[str, Any], made: str) -> list[str]:
    """The forces, reference, dates and topics, as short pieces."""
    # That a narrower topic is one of misconduct goes without saying.
    narrower = [topic for topic in item["topics"] if topic != ROOT] or item["topics"]
    topics = ", ".join(topic.replace("_", " ") for topic in narrower)
    return [piece for piece in (" and ".join(item["forces"]), item["ref"], fresh(item, made), topics) if piece]


def asked(item: Mapping[str, Any]) -> str:
    """Which of several searches found it; "" when there is but one."""
    found = [flat(one) for one in item.get("asked", ())]
    return f"Found by: {'; '.join(found)}" if len(found) > 1 else ""


def fresh(item: Mapping[str, Any], made: str) -> str:
    """How fresh it is, such as "published 3 March, seen today": as of the day when the message was made."""
    told = next((f"{word} {day(item[name], made)}" for name, word in _DATES if item.get(name)), "")
    told = told or (day(item["date"], made) if item.get("date") else "")
    seen = f"seen {day(item['seen'], made)}" if item.get("seen") else ""
    return ", ".join(filter(None, (told, seen)))


def day(moment: str, made: str) -> str:
    """A moment or a date as said on the day `made`: today, yesterday, 3 March, March 2025 or 2025."""
    try:
        when = datetime.fromisoformat(moment).date()
    except ValueError:
        return _month(moment)
    now = datetime.fromisoformat(made).date() if made else None
    if now in (when, when + timedelta(days=1)):
        return "today" if now == when else "yesterday"
    return _day(when, now)


def _day(when: date, now: date | None) -> str:
    said = f"{when.day} {when:%B}"
    return said if now and when.year == now.year else f"{said} {when.year}"


def _month(text: str) -> str:
    """A date that is known to the month or the year only."""
    try:
        return f"{datetime.strptime(text, '%Y-%m').date():%B %Y}"  # noqa: DTZ007 - a month has no time zone
    except ValueError:
        return f"in {text}" if text.isdigit() else text


def where(item: Mapping[str, Any]) -> str:
    """Where the quote stands."""
    place = item["where"]
    if place.startswith("attachment"):
        return f"in the {place}".strip()
    return _WHERE.get(place, "")


def title(item: Mapping[str, Any]) -> str:
    """The title, or what there is of a name."""
    return flat(item["title"]) or flat(item.get("ref", "")) or flat(item["address"])


def attached(item: Mapping[str, Any], most: int = 12) -> list[tuple[str, str]]:
    """The attachments as (label, address), at most so many."""
    files = item["attachments"][:most]
    return [(flat(file["label"]) or flat(file["address"].rsplit("/", 1)[-1]), file["address"]) for file in files]


def related(item: Mapping[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """What an item has to do with, and why: a few sentences and addresses; ("", []) for most items."""
    for key, why in _RELATED:
        if some := item.get(key):
            return why, [(f"{' and '.join(one['forces'])}: {title(one)}", one["address"]) for one in some[:RELATED]]
    return "", []


def unlisted(item: Mapping[str, Any], most: int = 12) -> int:
    """How many attachments are more than that."""
    return max(0, len(item["attachments"]) - most)


def opening(summary: Mapping[str, Any]) -> str:
    """What a summary is for."""
    if summary["why"] == "subscription":
        return "The subscription begins here. What is kept already is not sent one by one."
    return "The first look through a disclosure log has ended. What it brought is not sent one by one."


def source_line(source: Mapping[str, Any]) -> str:
    """A source's count in words."""
    return f"{source['name']}: {source['kept']:,} kept, {source['matching']:,} as you asked"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 disclosure, 2 disclosures."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
