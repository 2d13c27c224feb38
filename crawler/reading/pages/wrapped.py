"""A letter as text, as a PDF gives it: page numbers and running heads taken out, lines cut at the margin joined."""

import operator
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, repeat

from crawler.reading.pages.feet import without_feet

_PAGE = re.compile(
    r"(?:page|tudalen) \d{1,3}(?: ?(?:of|/|o) ?\d{1,3})?|\d{1,3} (?:of|o) \d{1,3}|[-–—] ?\d{1,3} ?[-–—]|\d{1,3}"
    r" ?\| ?(?:page|p ?a ?g ?e)",
    re.I,
)
_MARKING = re.compile(
    r"(?:(?:gsc|classification|protective marking) ?: ?)?(?:official(?: ?[-–:] ?(?:sensitive|public|partner.{0,20}))?"
    r"|not protectively marked|restricted|unclassified|swyddogol)",
    re.I,
)
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s|[-–•*·▪]\s|q(?:uestion)?\s?\d", re.I)
_LABEL = re.compile(r"[\w ’'()/-]{2,40}:\s")
GOES_ON = re.compile(r"[a-z]{2,}\b(?![.):/])|a ")
_OPENS_ITEM = re.compile(r"(?:the|an?|any|all|how|what|which|who|when|where|whether|number|details|cop(?:y|ies))\b")
# Words that end no line of their own accord.
_UNENDED = re.compile(r"\b(?:an?|the|of|and|or|in|to|for|from|by|with|under|at|as|that|your|our)$")
_DAY_ENDINGS = ("st", "nd", "rd", "th")
_ENDS = (".", "?", "!", ":", ";")
_NEAR = 3  # lines from a page number, among which a running head stands
_HEAD = 90  # characters of a running head at most
_WIDEST = 130  # characters, from which a line is a paragraph and the text not cut at a margin
_FEW = 4  # lines that reach the margin, from which there is one
_LONGEST = 2000  # characters of a paragraph that a day may stand in
_SHORT = 45
_CUT_SHORT = 0.6  # of the margin: before a long word a line may end so early


def paragraphs(raw: Sequence[str]) -> list[str]:
    """The lines of a plain text with the paragraphs whole again; blank lines stay between them."""
    return _joined(without_feet(_without_pages(_with_endings([line.replace("\f", "") for line in raw]))))


def _with_endings(raw: Sequence[str]) -> list[str]:
    """The lines, the raised ending of a day put back where it was set on a line of its own: `29`, `th`, `July`."""
    found: list[str] = []
    open_day = False
    for line in raw:
        above = found[-1].rstrip() if found else ""
        ending = line.strip() in _DAY_ENDINGS and above[-1:].isdigit() and len(above) < _LONGEST
        if ending:
            found[-1] = above + line.strip()
        elif open_day:
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line)
        open_day = ending
    return found


def _without_pages(raw: Sequence[str]) -> list[str]:
    """The lines without page numbers, markings of secrecy, and the lines that repeat beside page numbers."""
    texts = [line.strip() for line in raw]
    pages = [at for at, text in enumerate(texts) if _PAGE.fullmatch(text)]
    near = {at for page in pages for at in range(page - _NEAR, page + _NEAR + 1) if 0 <= at < len(texts)}
    often = Counter(texts[at] for at in near if texts[at])
    # The last page may lack the head, the first the foot.
    heads = {text for text, times in often.items() if times >= max(2, len(pages) - 1) and len(text) <= _HEAD}
    gone = {at for at, text in enumerate(texts) if _PAGE.fullmatch(text) or _MARKING.fullmatch(text)}
    gone |= {at for at in near if texts[at] in heads and not _ITEM.match(texts[at])}
    blank = {at for at in near if not texts[at]} if gone & near else set()
    return [line for at, line in enumerate(raw) if at not in gone and at not in blank]


def _joined(raw: Sequence[str]) -> list[str]:
    margin = _margin(raw)
    found: list[str] = []
    last = ""  # the last line as it stood, before it was joined to those above
    for line, widest in zip(raw, _widest_around(raw), strict=True):
        text = line.strip()
        if found and _goes_on(last, text, margin, widest):
            found[-1] = f"{found[-1].rstrip()} {text}"
        elif found and not found[-1].strip() and len(found) > 1 and _goes_over(found[-2], text, margin):
            found.pop()
            found[-1] = f"{found[-1].rstrip()} {text}"
        else:
            found.append(line)
        last = text
    return found


def _margin(raw: Sequence[str]) -> int:
    """The number of characters at which the lines are cut; 0 for a text whose lines are paragraphs."""
    prose = [line.strip() for line in raw if "\t" not in line and not line.lstrip().startswith(("|", "http"))]
    margin = max(map(len, prose), default=0)
    if margin > _WIDEST:
        return _margin_of_some(prose)
    if margin <= _SHORT:
        return 0
    full = [line for line in prose if len(line) > 0.85 * margin]
    cut = sum(not line.endswith(_ENDS) for line in full)
    if len(full) < _FEW:
        return _margin_of_some(prose)
    return margin if 2 * cut >= len(full) else 0


def _margin_of_some(prose: Sequence[str]) -> int:
    """The margin of a text of which a part alone is cut at one: by the lines that break off where the next goes on."""
    cuts = [
        (len(line), after)
        for line, after in pairwise(prose)
        if _SHORT < len(line) <= _WIDEST and not line.endswith(_ENDS) and GOES_ON.match(after)
    ]
    widest = max((length for length, _ in cuts), default=0)
    # Items of a list without dots are of any length, and open alike.
    open_list = sum(bool(_OPENS_ITEM.match(after)) for _, after in cuts)
    even = all(length > 0.7 * widest for length, _ in cuts)
    return widest if len(cuts) > 2 and even and 2 * open_list < len(cuts) else 0


def _widest_around(raw: Sequence[str]) -> Iterator[int]:
    """For each line the number of characters of the widest of its block, which ends at a blank line."""
    for blank, block in groupby(map(str.strip, raw), key=operator.not_):
        lengths = list(map(len, block))
        yield from repeat(0 if blank else max(lengths), len(lengths))


def _goes_on(last: str, text: str, margin: int, widest: int) -> bool:
    """Whether the line had no room for the first word of the next, which begins nothing new.

    `widest`: of the lines about it, which may be cut at a margin of their own where they are set in.
    """
    if not margin or not last or not text or last.endswith(_ENDS) or "\t" in last + text or "|" in (last[0], text[0]):
        return False
    if _ITEM.match(text) or _LABEL.match(text):
        return False
    if len(last) > _CUT_SHORT * margin and _UNENDED.search(last):
        return True
    if text[0].islower() and len(last) > _SHORT and not _OPENS_ITEM.match(text):
        margin = min(margin, widest)
    room = 0.92 if text[0].isupper() else 0.85
    return len(last) + 1 + len(text.split()[0]) > room * margin


def _goes_over(above: str, text: str, margin: int) -> bool:
    """Whether a sentence goes on after the end of a page, which leaves a blank line."""
    cut = len(above.strip()) > _SHORT and not above.strip().endswith((*_ENDS, "|", ","))
    return bool(margin and cut and re.match(r"[a-z]{2,}(?![.):/])", text) and "\t" not in text)
