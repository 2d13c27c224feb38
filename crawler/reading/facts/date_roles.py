"""What a date in a reply is the date of: told by its label, else by the words of its sentence."""

import re

from crawler.reading.facts.date_labels import at_end, labelled
from crawler.reading.facts.date_sentences import told
from crawler.reading.facts.dates import Found, dates_in

_WEEKDAY = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: the)?|\b(?:mon|tue|wed|thu|fri|sat|sun)|\bthe|\bdydd"
    r" \w+)?[\s,]*$",
    re.I,
)

_CELLS = re.compile(r"[|;•·]|\s[–-]\s")
_DATES = re.compile(r"^(?:key |important )?(?:dates|dyddiadau)\s*[:–-]\s*", re.I)
_NUMBERS = re.compile(r"\S*\d\S*\s")
# What leads from the first date of a line to the label of the second.
_AND = re.compile(
    r"^\W*(?:(?:and|but|we|it|which|this|was|were|had|being|been|having|after|when|then"
    r"|(?:in (?:reply|response|answer) )?to|a|an|the|our|your) )*",
    re.I,
)
# What a label may stand behind: the number of the request, or a sentence that is over.
_BEFORE_LABEL = re.compile(
    r"(?:(?:our|foi\w*|rfi|eir|ref\w*|request|case|log|number|no|response|reply|disclosure|(?-i:[A-Z]{1,4}))"
    r"[ .:#/-]+){0,4}\S*\d\S*[ (–-]+|.{0,80}[a-z0-9)][.;] ",
    re.I,
)
_OVER = re.compile(r"[\s.:)|*]*$")
_GOES_ON = re.compile(r"[\s.)]*[^\W\d_A-Z]")


def role(line: str, date: Found, above: str = "") -> str:
    """ "received", "responded", "published", "other" (known to be none of these), or "" when nothing tells.

    `above` is the line before, which is the label of a date that stands alone.
    """
    lead = _DATES.sub("", _WEEKDAY.sub("", line[: date.start])).rstrip(" |")
    cell = _CELLS.split(lead)[-1].strip(" |:–-*#\t")
    # A line may hold several labels: `Our ref: 12/25 Date: 3 May 2025`.
    last = _NUMBERS.split(cell)[-1] if lead.endswith(":") else cell
    over = bool(_OVER.match(line, date.end))
    last = _after_another(last) or ("" if _goes_on(line, date) else _after_number(last)) or last
    heading = "" if cell and not line.startswith("|") else labelled(_above(line, date, above))
    label = (at_end(last) if over else "") or labelled(last)
    # What would be a label of its own may be the beginning of a sentence: `We acknowledged your request, dated`.
    if label == "other" and last == line[: date.start].strip():
        return told(lead, line[date.end :], whole=bool(date.day)) or "other"
    return label or heading or told(lead, line[date.end :], whole=bool(date.day))


def _goes_on(line: str, date: Found) -> bool:
    """Whether the sentence of a date goes on, with more than another date and its label: `and answered on 3 May`."""
    if not _GOES_ON.match(line, date.end):
        return False
    later = next((other.start for other in dates_in(line) if other.start >= date.end), len(line))
    return not labelled(_AND.sub("", line[date.end : later]))


def _after_number(cell: str) -> str:
    """The label behind the reference or the first sentence of a line: `FOI-1187-2025 Published`."""
    found = _BEFORE_LABEL.match(cell)
    rest = cell[found.end() :] if found else ""
    return rest if rest and (labelled(rest) or at_end(rest)) else ""


def _after_another(cell: str) -> str:
    """The label of a later date of a line: `Logged 3 May 2025, closed 16 May 2025`; "" when it has none.

    Nor has it one behind a date of something else: `arrested on 3 May 2025 and released on 4 May 2025`.
    """
    before = dates_in(cell)
    rest = _AND.sub("", cell[before[-1].end :]) if before else ""
    return rest if rest and labelled(rest) and role(cell, before[0]) else ""


def is_dated_label(line: str) -> bool:
    """Whether a line is a label and its date, or several, and nothing else: `Responded to: 14 April 2022`."""
    dates = dates_in(line) if len(line) < 90 and not line.startswith("|") else ()
    if not dates or line[dates[-1].end :].strip(" .)"):
        return False
    starts = (0, *(date.end for date in dates))
    labels = (_WEEKDAY.sub("", line[start : date.start]) for start, date in zip(starts, dates, strict=False))
    return all(labelled(_AND.sub("", label)) in ("received", "responded", "published") for label in labels)


def _above(line: str, date: Found, above: str) -> str:
    """The label above a date: the line itself, or the cell of the row of headings in the same column."""
    if not line.startswith("|") or not above.startswith("|"):
        return above if not dates_in(line[: date.start]) else ""
    cells = above.strip(" |").split("|")
    column = line[: date.start].count("|") - 1
    return cells[column] if 0 <= column < len(cells) else ""
