"""Numbers of two parts, as the `1.1` of a question below question 1; never an amount, a date or a version."""

import re

_UNITS = (
    r"(?:million|billion|thousand|m|k|bn|per ?cent|percentage|times|hours?|days?|weeks?|months?|years?|miles|km|mb|gb"
    r"|kg|tonnes?|litres?)\b"
)
_POINTED = r"\d{1,2}\.[1-9]\d?"
_ITEM = re.compile(
    rf"(?:q(?:uestion)?\s?)?[(\[]?(?P<number>{_POINTED})(?:[.):\]]\s*|\s+(?:[–-]\s)?)(?=[^\W\d]|[\"“‘'])(?!{_UNITS})",
    re.I,
)
_LABEL = re.compile(
    r"(?:(?:(?:in )?(?:response|answer|reply) to )?(?:q|a|questions?|answers?|points?|parts?|items?)\s?)?[(\[]?"
    rf"(?P<numbers>{_POINTED}(?:\s?(?:,|&|and)\s?{_POINTED})*)(?:[.):\]]+|\s[–-](?=\s))?(?:\s+(?=\S)|$)(?!{_UNITS})",
    re.I,
)


def item(line: str) -> re.Match[str] | None:
    """The match of a number such as 1.1 at the beginning of a line; only the list tells whether it is an item's."""
    return _ITEM.match(line) if "." in line[:12] else None


def label(line: str) -> tuple[list[str], str]:
    """The numbers of two parts that an answer bears, and its words; none where it bears no such."""
    found = _LABEL.match(line)
    return (re.findall(_POINTED, found["numbers"]), line[found.end() :]) if found else ([], line)
