"""Writes a search as the `[[subscription]]` that tells of what it will find: text to paste into foiwatch.toml."""

import json
import re

from store.site.asked import Asked
from store.site.finding.facets import BY_NAME
from store.site.words import OUTCOMES, named

_SECTION = re.compile(r"(s|reg )\d{1,2}[A-Z]?(\(\w+\))*")
_KEYS = {"topic": "topics", "force": "forces", "outcome": "outcomes", "exemption": "exemptions"}
_LAST = """events = ["new", "changed", "withdrawn"]
when = "daily"                # or "at once", "weekly"
at = "08:30"
zone = "Europe/London"
to_env = "FOIWATCH_TO"        # the environment variable that holds the addresses to send to
"""


def subscription(wanted: Asked) -> str:
    """The table, with a comment for each part of the search that a subscription cannot ask for."""
    lines = ["[[subscription]]", f"name = {_text(_name(wanted))}"]
    if wanted.match:
        lines.append(f"search = {_text(wanted.match)}")
    for name, value in wanted.chosen:
        if _fits(name, value):
            lines.append(f"{_KEYS[name]} = [{_text(value)}]")
        else:
            said = f"{BY_NAME[name].label}: {named(value)}"
            lines.append(f"# A subscription cannot ask for this; it tells of all: {_comment(said)}")
    return "\n".join([*lines, _LAST])


def _name(wanted: Asked) -> str:
    parts = [wanted.q, *(named(value) for _, value in wanted.chosen)]
    return " ".join(" · ".join(filter(None, parts)).split())[:80] or "everything"


def _fits(name: str, value: str) -> bool:
    asked_for = {"outcome": value in OUTCOMES, "exemption": _SECTION.fullmatch(value) is not None}
    return name in _KEYS and asked_for.get(name, True)


def _text(value: str) -> str:
    """A basic string of TOML 1.0: JSON's escapes are among its own, and the one character beside these is DEL."""
    whole = value.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in words)
