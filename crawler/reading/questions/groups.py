"""Several requests in one: the headings under which the numbers of their questions begin again, `REQUEST 2`."""

import re
from collections.abc import Iterator

_PLACES = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)"
_WHAT = r"(?:request|enquiry|question set)"
NAME = rf"(?:(?:request|enquiry|question set|part)\s+\d{{1,2}}|{_WHAT}\s+(?-i:[A-H])\b|{_PLACES}\s+{_WHAT}\b)"
GROUP = re.compile(rf"(?P<group>{NAME})\s*[:–-]?\s*", re.I)
# Behind the name a reference or a subject in brackets: `REQUEST 2 (000866/24)`.
_HEADING = re.compile(rf"(?P<group>{NAME})[\s.:–-]*(?:\([^()]{{1,60}}\))?[\s.:–-]*", re.I)
_ANSWERED = r"(?:our |the |how )?(?:we |is )?(?:answer|response|reply|decision|respond|answered|replied|decided)s?"
_ANSWER = re.compile(
    rf"(?:(?P<group>{NAME})\s*(?:\([^()]{{1,60}}\))?\s*[:–-]?\s*{_ANSWERED}"
    rf"|{_ANSWERED} (?:to|on|for) (?:your |the )?(?P<of>{NAME}))[\s.:–-]*",
    re.I,
)
_KEY = re.compile(rf"(?P<group>{NAME})(?: Q?[\da-z]\S*)?", re.I)
_NAMED = re.compile(rf"\b{NAME}", re.I)
_LONGEST = 100  # characters of a heading


def heads_group(text: str) -> str:
    """The name of the group where a line is nothing but its heading, `REQUEST 2`; else empty."""
    found = _HEADING.fullmatch(text) if len(text) < _LONGEST else None
    return _name(found["group"]) if found else ""


def answers_group(text: str) -> str:
    """The name of the group where a line heads the answers to it: `Second request - our reply`; else empty."""
    found = _ANSWER.fullmatch(text) if len(text) < _LONGEST else None
    return _name(found["group"] or found["of"]) if found else ""


def groups_in(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The groups that a sentence names: each by its name and the places where this begins and ends."""
    return ((_name(found.group()), found.start(), found.end()) for found in _NAMED.finditer(sentence))


def is_group(parent: str) -> bool:
    """Whether the parent of a question is a group, and not the question that it is part of."""
    return bool(GROUP.fullmatch(parent))


def in_group(group: str, number: str) -> str:
    """The full name of a question as answers bear it: `REQUEST 2 Q1`, `REQUEST 2 a`; the number where in no group."""
    return f"{group} {'Q' if number[:1].isdigit() else ''}{number}" if group else number


def group_of(key: str) -> str:
    """The group of such a name, or of the name of a group itself; empty where it is in none."""
    found = _KEY.fullmatch(key) if " " in key else None
    return found["group"] if found else ""


def _name(text: str) -> str:
    return " ".join(text.upper().split())
