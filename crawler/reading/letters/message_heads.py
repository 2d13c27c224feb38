"""Where each letter of a correspondence begins, who signs it and on what day: archives print these in many ways."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawler.reading.facts.dates import Found, dates_in

_FROM = re.compile(r"(?:from|oddi wrth)\s*: (?P<name>.{2,100})", re.I)
_WHEN = re.compile(r"(?:date|sent|dyddiad|anfonwyd)\s*: ", re.I)
_WHOSE = re.compile(
    r"(?i:(?:[\w -]{0,40}\b)?(?:sent|written|posted|received|made|from|by)(?: (?:by|from))?):? (?=[A-Z])"
)
_TO_WHOM = re.compile(r" to (?:the )?[A-Z].*$")
_SENTENCE = re.compile(r"[:.?]$|\b(?:on|of|by|to|in|the|since|until|before|after|dated|received|is|was|and)$", re.I)
_ON = re.compile(
    r"(?P<name>.*\b(?:by|from)\b .{2,60}?),? (?:on|at)$"
    r"|(?P<wrote>(?-i:[A-Z]).{1,60}?) (?:wrote|writes|replied|responded|answered|said|posted|sent(?: this)?)"
    r"(?: on| at)?$",
    re.I,
)
_WROTE = re.compile(r"on (?!.*\b(?:you|we|which|that)\b).{6,40}?, (?:at [\d:.]+,? )?(?P<name>.{2,90}) wrote:", re.I)
_HEADER = re.compile(
    r"(?:from|to|cc|date|sent|subject|attachments?|importance|oddi wrth|at|anfonwyd|pwnc|dyddiad)\s*:.*", re.I
)
_AFTER = re.compile(r"\s*[|–—-]\s*(?:from:? )?(?P<name>(?-i:[A-Z])[^?!:]{2,70}(?<!\.))", re.I)
# After a day without a mark between them only a name can stand: words with capitals.
_NAMED = re.compile(
    r"(?:\s+|\s*[\]:)]\s*)(?P<name>(?!Dear\b)[A-Z][\w’'.-]*,?(?: (?:[A-Z][\w’'.-]*,?|of|and|for|the|&|-)){0,9})"
)
_BESIDE = re.compile(r"(?!Dear\b)[A-Z][\w’'.-]*,?(?: (?:\(?[A-Z][\w’'.-]*\)?,?|of|and|for|the|&|-|–)){0,9}")
_CLOCK = re.compile(
    r"[\s,.:()]*(?:at |t)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:gmt|bst|utc|z"
    r"|[+-]\d{4}))?[\s.,:()\]]*",
    re.I,
)
_STUCK = re.compile(r"(?<=\d)(?:delivered|unfold)\b.*", re.I)  # a button of the archive, run into the day
_SIGNS = " -–—,|([·"
_LABEL = re.compile(
    r"\b(?:date|sent|from|to|ref\w*|[a-z]+ed|due|on|deadline|published|response|reply|request)\s*:", re.I
)
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
    found = _found(lines, _stamped)
    if len(found) > 1:
        return _named_beside(lines, found, -1) or _named_beside(lines, found, 1) or found
    # Where no line but `Sent: ...`, or `... wrote:`, gives a day, that is how the archive prints it; else it quotes.
    others = (_found(lines, way) for way in (_labelled, _wrote))
    return next((heads for heads in others if len(heads) > 1), found)


def first_head(lines: Sequence[str]) -> Head | None:
    """The first head among lines of which it is known that a letter begins there, in whatever way it is printed."""
    found = [*_found(lines, _stamped), *_found(lines, _labelled)]
    return min(found, key=lambda head: head.start, default=None)


def _named_beside(lines: Sequence[str], found: Sequence[Head], step: int) -> list[Head]:
    """The heads with the line above (-1) or below (1) each for its sender, where every day has a name there.

    Names above the days may as well sign the letters before them: the first must be that of the requester, who is
    named in the lines above, or signs the first letter.
    """
    places = [head.start - 1 if step < 0 else head.end for head in found]
    names = [lines[at].strip() if 0 <= at < len(lines) else "" for at in places]
    if any(head.sender for head in found) or not all(map(is_name, names)):
        return []
    elsewhere = [
        *lines[: min(places[0], found[0].start)],
        *lines[max(places[0] + 1, found[0].end) : found[1].start - 1],
    ]
    if not any(names[0] in line for line in elsewhere):
        return []
    ends = [(min(head.start, at), max(head.end, at + 1)) for head, at in zip(found, places, strict=True)]
    return [Head(*end, head.date, name) for head, end, name in zip(found, ends, names, strict=True)]


def is_name(text: str) -> bool:
    """Whether a text could be the name of a person or an office: words with capitals."""
    return bool(_BESIDE.fullmatch(text))


def day_of(line: str) -> str:
    """The day of a line that heads a letter: a date alone, or with the name of the sender; else ""."""
    stamp = _stamp(line)
    return stamp[0] if stamp else ""


def _found(lines: Sequence[str], way: Callable[[Sequence[str], int], Head | None]) -> list[Head]:
    found: list[Head] = []
    for at in range(len(lines)):
        head = way(lines, at)
        if head is None or any("annotation" in near.lower() for near in lines[max(0, at - 2) : at + 2]):
            continue
        # A letter that came as a file may repeat the day of its mail.
        if found and not head.sender and head.date == found[-1].date and head.start <= found[-1].end + 12:
            continue
        found.append(head)
    return found


def _stamped(lines: Sequence[str], at: int) -> Head | None:
    """The head that a line of a day alone, or of a day and a name, makes."""
    stamp = _stamp(lines[at])
    return _head(lines, at, *stamp) if stamp else None


def _head(lines: Sequence[str], at: int, day: str, name: str) -> Head:
    above = _FROM.fullmatch(lines[at - 1].strip()) if at else None
    below = _FROM.fullmatch(lines[at + 1].strip()) if at + 1 < len(lines) else None
    start, end = at - bool(above), at + 1 + bool(below and not above and not name)
    signed = above or (below if end > at + 1 else None)
    return Head(start, end, day, _name(signed["name"] if signed else name))


@lru_cache(maxsize=256)  # of each line it is asked to tell a correspondence, and again to cut it into letters
def _stamp(line: str) -> tuple[str, str] | None:
    line = _STUCK.sub("", line)
    dates = dates_in(line) if len(line) < 100 else ()
    if len(dates) != 1 or not dates[0].day or not dates[0].iso:
        return None
    lead, tail = line[: dates[0].start].strip(_SIGNS), line[dates[0].end :]
    lead = _WEEKDAY.sub("", lead).strip(_SIGNS)
    if not _CLOCK.fullmatch(tail):
        after = _AFTER.fullmatch(tail) or _NAMED.fullmatch(tail)
        return (dates[0].iso, after["name"]) if after and not lead else None
    if said := _ON.fullmatch(lead):
        lead = said["name"] or said["wrote"]
    elif lead.endswith(":") and _BESIDE.fullmatch(lead[:-1]) and not _LABEL.search(lead):
        lead = lead[:-1]
    return None if len(lead.split()) > 9 or _SENTENCE.search(lead) else (dates[0].iso, lead)


def _labelled(lines: Sequence[str], at: int) -> Head | None:
    """The head that the lines of a mail's head make, `From: ...` and `Date: ...` among them."""
    if not _WHEN.match(lines[at].strip()):
        return None
    start, end = at, at + 1
    while start and _HEADER.fullmatch(lines[start - 1].strip()):
        start -= 1
    while end < len(lines) and _HEADER.fullmatch(lines[end].strip()):
        end += 1
    sender = next((found["name"] for line in lines[start:end] if (found := _FROM.fullmatch(line.strip()))), "")
    dates: tuple[Found, ...] = dates_in(lines[at]) if sender else ()
    return Head(start, end, dates[0].iso, _name(sender)) if len(dates) == 1 and dates[0].iso else None


def _wrote(lines: Sequence[str], at: int) -> Head | None:
    """The head that a line `On 3 May 2025, R. Quill wrote:` makes."""
    found = _WROTE.fullmatch(lines[at].strip())
    dates: tuple[Found, ...] = dates_in(lines[at]) if found else ()
    return Head(at, at + 1, dates[0].iso, found["name"]) if found and len(dates) == 1 and dates[0].iso else None


def _name(text: str) -> str:
    """The name in a head, without `Sent by`, the day, and to whom the letter went."""
    text = text[: dates_in(text)[0].start] if dates_in(text) else text
    return _TO_WHOM.sub("", _WHOSE.sub("", text)).strip(" -–—,|:(")
