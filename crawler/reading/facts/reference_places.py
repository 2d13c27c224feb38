"""References in places of their own: alone in the last lines, or in a joint reply each with whose it is."""

import re
from collections.abc import Sequence

from crawler.reading.facts.reference_forms import alone, normal, token

LAST = 5  # lines, among which a letter may end with its number
_FIRST = 5  # lines, among which a joint reply says what each force calls it
_BRIEF = 90  # characters
_DIGIT = re.compile(r"\d")
# Others are listed below such a line.
_OF_OTHERS = re.compile(
    r"\b(?:see|related|similar|linked|previous|earlier|other|others|more|further|also|latest|next|back|tags?)\b", re.I
)
# A name may have a comma or an `and` in it: these part only where no other sign does.
_SIGNS = re.compile(r"\s*[|•·;]\s*|\s+[/–-]\s+")
_WORDS = re.compile(r",\s+|\s+and\s+")
_WHOSE = r"(?:[A-Z][\w'’-]*(?: (?:and |& |of )?[A-Z][\w'’-]*){0,4})"
_BEFORE_WHOSE = re.compile(rf"(\S*\d\S*|[A-Z]{{2,4}} \S*\d\S*) \((?:for )?{_WHOSE}\)")
_BEHIND_WHOSE = re.compile(rf"{_WHOSE}(?:: ?| )((?:(?:FOI|RFI) )?\S*\d\S*)")
_WITH_ITS_YEAR = re.compile(r"\d{3}[/-]\d\d|\d\d[/-]\d{3}")


def at_the_end(lines: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    """The reference alone on one of the last lines, by its force's form or with letters; none of several.

    Those are of other requests.
    """
    last = range(max(1, len(lines) - LAST), len(lines))
    brief = ((lines[at - 1], lines[at]) for at in last if len(lines[at]) < _BRIEF)
    own = (line for above, line in brief if not _SIGNS.search(line) and not _OF_OTHERS.search(above))
    found = {ref: None for line in own for ref in alone([line], form) if form or ref[0].isalpha()}
    return list(found) if len(found) == 1 else []


def of_each(head: Sequence[str]) -> list[str]:
    """What each of several forces calls it: `412/25 (Norfolk) · 417/25 (Suffolk)`."""
    for line in head[:_FIRST]:
        line = line.strip(" |")
        if len(line) < _BRIEF and _DIGIT.search(line):
            refs = [_owned(piece) for piece in (_SIGNS if _SIGNS.search(line) else _WORDS).split(line)]
            if len(refs) > 1 and all(refs):
                return refs
    return []


def _owned(piece: str) -> str:
    hit = _BEFORE_WHOSE.fullmatch(piece) or _BEHIND_WHOSE.fullmatch(piece)
    ref = token(hit[1], None) if hit and _WITH_ITS_YEAR.search(hit[1]) else ""
    return ref if hit and ref == normal(hit[1]) else ""
