"""What a line states, sentence by sentence, without the mark of a list; a row of a table cell by cell.

The splitter knows the abbreviations of the law (`s. 40`, `Reg. 12`), which end no sentence here.
"""

import re
from functools import lru_cache
from itertools import pairwise

from crawler.reading.pages.tables import split_row

_MARK = re.compile(r"\s*(?:[-–•*·]\s+|[(\[]?(?:\d{1,2}\s?[a-z]?|[a-z]|[ivx]{1,4})[.)\]]\s+(?=\S))", re.I)
_SLASH = re.compile(r"\s*[a-h]/\s", re.I)
_END = re.compile(r"[.;!?](?<=[\w)\]”’\"'%].)[”’\"']?\s+(?=[A-Z“‘\"'(£\d]|[a-h][/)]\s)")
_NO_END = re.compile(
    r"(?:^|[\s(,])(?:ss?|regs?|secs?|(?P<no>nos?)|para|paras|art|arts|v|vs|q(?:uestion)?['’]?s|mr|mrs|ms|dr|e\.g|i\.e|[A-Z])\.\s*$",
    re.I,
)
_LONGEST = 1500  # characters: no sentence of a letter is longer, and every reader of one stays linear


@lru_cache(maxsize=512)
def statements(line: str) -> tuple[str, ...]:
    """The sentences in order, trimmed; every one stands in the line word for word."""
    cells = split_row(line)
    if len(cells) > 1:
        return tuple(cell for cell in cells if cell)
    text = unmarked(line).strip()
    ends = [end.end() for end in _END.finditer(text) if not _goes_on(text, end)]
    if not ends and 0 < len(text) <= _LONGEST:
        return (text,)  # as most lines
    cuts = [cut for start, end in pairwise([0, *ends, len(text)]) for cut in range(start, end, _LONGEST)]
    return tuple(piece for start, end in pairwise([*cuts, len(text)]) if (piece := text[start:end].strip()))


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether the point is an abbreviation's; `no.` is one only before a number."""
    stop = end.start() + 1
    found = _NO_END.search(text, max(0, stop - 8), stop)
    return found is not None and (not found["no"] or text[end.end() : end.end() + 1].isdigit())


def mark_of(line: str) -> str:
    """The number or letter of a list that the line opens with, in lower case; empty for a dot or none."""
    found = _MARK.match(line) or _SLASH.match(line)
    return found.group().strip(" ()[].-–•*·/").replace(" ", "").lower() if found else ""


def unmarked(line: str) -> str:
    """The line without the mark of a list that it opens with."""
    return line[found.end() :] if (found := _MARK.match(line)) else line
