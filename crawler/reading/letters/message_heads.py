"""Where each letter of a correspondence begins, who signs it and on what day: archives print these in many ways."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.reading.facts.dates import Found, dates_in

_FROM = re.compile(r"(?:from|oddi wrth)\s*: (?P<name>.{2,100})", re.I)
_WHEN = re.compile(r"(?:date|sent|dyddiad|anfonwyd)\s*: ", re.I)
_WHOSE = re.compile(
    r"(?i:(?:[\w -]{0,40}\b)?(?:sent|written|posted|received|made|from|by)(?: (?:by|from))?):? (?=[A-Z])"
)
_TO_WHOM = re.compile(r" to (?:the )?[A-Z].*$")
_SENTENCE = re.compile(r"[:.?]$|\b(?:on|of|by|to|in|the|since|until|before|after|dated|received|is|was|and)$", re.I)
_ON = re.compile(r"(?P<name>.*\b(?:by|from)\b .{2,60}?),? (?:on|at)$", re.I)
_AFTER = re.compile(r"\s*[|–—-]\s*(?:from:? )?(?P<name>(?-i:[A-Z])[^?!:]{2,70}(?<!\.))", re.I)
# After a day without a mark between them only a name can stand: words with capitals.
_NAMED = re.compile(r"\s+(?P<name>(?!Dear\b)[A-Z][\w’'.-]*,?(?: (?:[A-Z][\w’'.-]*,?|of|and|for|the|&|-)){0,9})")
_ABOVE = re.compile(r"[A-Z][\w’'.-]*,?(?: (?:\(?[A-Z][\w’'.-]*\)?,?|of|and|for|the|&|-|–)){0,9}")
_CLOCK = re.compile(
    r"[\s,.:()]*(?:at |t)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:gmt|bst|utc|z"
    r"|[+-]\d{4}))?[\s.,:()]*",
    re.I,
)
_STUCK = re.compile(r"(?<=\d)(?:delivered|unfold)\b.*", re.I)  # a button of the archive, run into the day
_WEEKDAY = re.compile(r"(?:^|[\s,])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$", re.I)


@dataclass(frozen=True)
class Head:
    """The lines `start` to `end` (not included) head a letter of the ISO day `date`; `sender` is a name or ""."""

    start: int
    end: int
    date: str
    sender: str


def heads(lines: Sequence[str]) -> list[Head]:
    """The heads of the letters, in the order of the page; a note of another reader heads none."""
    found = _found(lines, labelled=False)
    # Where no line but `Sent: ...` gives a day, that is how the archive prints it; else it is a quoted mail's.
    return _named_above(lines, found) if len(found) > 1 else _found(lines, labelled=True) or found


def _named_above(lines: Sequence[str], found: list[Head]) -> list[Head]:
    """The heads with the line above each for its sender, where every day has a name above it and no other.

    Names above the days may as well sign the letters before them: the first must be that of the requester, who is
    named in the lines above, or signs the first letter.
    """
    names = [lines[head.start - 1].strip() if head.start else "" for head in found]
    if any(head.sender for head in found) or not all(map(_ABOVE.fullmatch, names)):
        return found
    elsewhere = [*lines[: found[0].start - 1], *lines[found[0].end : found[1].start - 1]]
    if not any(names[0] in line for line in elsewhere):
        return found
    return [replace(head, start=head.start - 1, sender=name) for head, name in zip(found, names, strict=True)]


def day_of(line: str) -> str:
    """The day of a line that heads a letter: a date alone, or with the name of the sender; else ""."""
    stamp = _stamp(line)
    return stamp[0] if stamp else ""


def _found(lines: Sequence[str], *, labelled: bool) -> list[Head]:
    found: list[Head] = []
    for at, line in enumerate(lines):
        stamp = _stamp(line) or (_labelled(lines, at) if labelled else None)
        if stamp is None or any("annotation" in near.lower() for near in lines[max(0, at - 2) : at + 2]):
            continue
        head = _head(lines, at, *stamp)
        # A letter that came as a file may repeat the day of its mail.
        if found and not head.sender and head.date == found[-1].date and head.start <= found[-1].end + 12:
            continue
        found.append(head)
    return found


def _head(lines: Sequence[str], at: int, day: str, name: str) -> Head:
    above = _FROM.fullmatch(lines[at - 1].strip()) if at else None
    below = _FROM.fullmatch(lines[at + 1].strip()) if at + 1 < len(lines) else None
    start, end = at - bool(above), at + 1 + bool(below and not above and not name)
    signed = above or (below if end > at + 1 else None)
    return Head(start, end, day, _name(signed["name"] if signed else name))


def _stamp(line: str) -> tuple[str, str] | None:
    line = _STUCK.sub("", line)
    dates = dates_in(line) if len(line) < 100 else ()
    if len(dates) != 1 or not dates[0].day or not dates[0].iso:
        return None
    lead, tail = line[: dates[0].start].strip(" -–—,|("), line[dates[0].end :]
    lead = _WEEKDAY.sub("", lead).strip(" -–—,|(")
    if not _CLOCK.fullmatch(tail):
        after = _AFTER.fullmatch(tail) or _NAMED.fullmatch(tail)
        return (dates[0].iso, after["name"]) if after and not lead else None
    if said := _ON.fullmatch(lead):
        lead = said["name"]
    return None if len(lead.split()) > 9 or _SENTENCE.search(lead) else (dates[0].iso, lead)


def _labelled(lines: Sequence[str], at: int) -> tuple[str, str] | None:
    """The day of a line `Date: ...` beside one of `From: ...`."""
    label = _WHEN.match(lines[at].strip())
    beside = [near for near in (at - 1, at + 1) if 0 <= near < len(lines) and _FROM.fullmatch(lines[near].strip())]
    dates: tuple[Found, ...] = dates_in(lines[at]) if label and beside else ()
    return (dates[0].iso, "") if len(dates) == 1 and dates[0].iso else None


def _name(text: str) -> str:
    """The name in a head, without `Sent by`, the day, and to whom the letter went."""
    text = text[: dates_in(text)[0].start] if dates_in(text) else text
    return _TO_WHOM.sub("", _WHOSE.sub("", text)).strip(" -–—,|:(")
