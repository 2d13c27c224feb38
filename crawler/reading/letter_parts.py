"""Of the lines of a request or of an answer, those that ask or answer; furniture goes, boilerplate is kept apart."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crawler.reading import phrases
from crawler.reading.boilerplate import (
    Sifted,
    has_content,
    is_boilerplate,
    is_late,
    is_likely,
    is_likely_at_end,
    sift,
    sift_request,
)
from crawler.reading.letter_dates import is_lone_date
from crawler.reading.questions import ITEM
from crawler.reading.tables import split_row

_ACT = re.compile(
    r"(?:(?:request|provision) .{0,80})?freedom of information (?:\(scotland\) )?act(?: 20\d\d)?.{0,60}"
    r"|(?:freedom of information|foi) request",
    re.I,
)
_LABELS = re.compile(
    r"(?:(?:our |your |foi |request )?(?:ref(?:erence)?|number|no)\.?(?: (?:number|no)\.?)?\s?:\s?\S{3,20}\.?\s?)"
    r"(?:date(?: \w+)?\s?:.{4,30})?",
    re.I,
)
_SIGNATURE = 4  # lines at most: a name, a post, a department, a force
_RIGHTS = re.compile(
    r"(?:(?:your|the|my|our) )?(?:(?:complain(?:ts?|ing)?|appeals?|review|internal|independent|rights?)\b"
    r"(?: (?:of|to|and|or|for|an?|the|your|our|how|request|ask|seek|procedures?|process|rights?|internal|independent"
    r"|reviews?|appeals?|complain(?:ts?|ing)?|decisions?|information|responses?|foi|policy))*)"
    r"|(?:what (?:to do )?)?if you(?:'re|’re| (?:are|remain|were|feel|disagree|do not agree|don'?t agree)) .{0,60}"
    r"|(?:not (?:happy|satisfied|content)|unhappy|dissatisfied|disagree)\b.{0,50}"
    r"|how (?:to|you can|do i) (?:complain|appeal|ask for|request|seek|challenge)\b.{0,40}"
    r"|(?:copyright|re-?use|re-?using)\b.{0,50}|legal annex|disclaimer"
    r"|(?:eich )?hawl(?:iau)? .{0,40}|(?:further )?advice on (?:complaints|appeals)",
    re.I,
)
_OF_THE_READER = re.compile(r"\bright|\byou\b|\bhow to\b|^(?:not|un|dis)|\bannex|\bhawl", re.I)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?\.?", re.I)
_ENDS = re.compile(r"[.;,]$")


@dataclass
class Part:
    """The lines kept, and the sentences of boilerplate left out."""

    kept: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, line: Sifted) -> None:
        """Put what a line says on its two sides."""
        self.kept += line.kept
        self.left_out += line.left_out


def request_part(lines: Iterable[str]) -> Part:
    """What was asked: the requester's own words, but not the force's sentences that follow them."""
    part = Part()
    for line in lines:
        if not is_furniture(line):
            part.add(sift_request(line))
    return part


def response_part(lines: Sequence[str]) -> Part:
    """What was answered, up to the rights of the requester, without the signature."""
    part = Part()
    signing, rights, also = 0, False, is_likely
    end = _end_of_answer(lines)
    for at, line in enumerate(lines):
        if at == end:
            also = is_likely_at_end
        text = line.strip()
        if phrases.SIGN_OFF.fullmatch(text):
            signing, also, end = _SIGNATURE, is_late, -1
        elif signing and len(text.split()) <= 6 and not text.endswith((".", "?")):
            signing -= 1
        elif is_furniture(text) or phrases.SECTION_HEADING.fullmatch(text):
            rights = rights and not is_furniture(text)
        elif _heads_rights(text, lines[at + 1 : at + 4]):
            signing, rights = 0, True
            part.left_out.append(text)
        elif _ADDRESS.fullmatch(text) and part.left_out and lines[at - 1].strip().endswith(part.left_out[-1]):
            # The address that a sentence of boilerplate leads up to.
            part.left_out.append(text)
        else:
            signing, rights = 0, rights and not _resumes(text)
            part.add(Sifted((), (text,)) if rights else _sifted(line, also if part.kept else None))
    return part


def sifted(lines: Iterable[str]) -> Part:
    """The lines of letters that are already known for answers, their boilerplate apart."""
    part = Part()
    for line in lines:
        part.add(_sifted(line, is_likely if part.kept else None))
    return part


def left_out_of(lines: Iterable[str]) -> list[str]:
    """The boilerplate of the lines above the request."""
    return [sentence for line in lines if not is_furniture(line) for sentence in sift(line).left_out]


def is_furniture(line: str) -> bool:
    """Whether the line is a heading, a salutation, a date or an empty field, and says nothing of its own."""
    text = line.strip(" |")
    headings = (phrases.REQUEST_HEADING, phrases.RESPONSE_HEADING, phrases.SALUTATION, _ACT)
    if any(pattern.fullmatch(text) for pattern in headings) and text.lower() != "foi duty":
        # A heading that numbers what follows says whose answer it is.
        return not (any(map(str.isdigit, text)) and phrases.RESPONSE_HEADING.fullmatch(text))
    return text.upper() in ("N/A", "NA") or is_lone_date(text) or bool(_LABELS.fullmatch(text))


def _end_of_answer(lines: Sequence[str]) -> int:
    """The line after the last one that answers; below it letters give rights, caveats and values."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at].strip()
        if len(split_row(line)) > 1 or (not is_furniture(line) and has_content(line) and not is_boilerplate(line)):
            return at + 1
    return 0


def _sifted(line: str, also: Callable[[str], bool] | None) -> Sifted:
    """A row of a table and a numbered answer are never boilerplate, whatever they are about."""
    if len(split_row(line)) > 1:
        return Sifted((line,), ())
    found = sift(line, also)
    item = ITEM.match(line) if found.left_out else None
    if item and not item.group("bullet") and len("".join(found.kept)) <= item.end():
        return Sifted((line,), ())
    return found


def _heads_rights(text: str, after: Sequence[str]) -> bool:
    """Whether a line heads the rights of the requester or of re-use: a heading by its form, and what follows."""
    if len(text.split()) > 12 or _ENDS.search(text) or not _RIGHTS.fullmatch(text.strip(" :*#?–-")):
        return False
    # `Complaints` alone may head figures of complaints.
    return bool(_OF_THE_READER.search(text)) or any(sift(line, is_likely_at_end).left_out for line in after)


def _resumes(text: str) -> bool:
    return len(split_row(text)) > 1 or bool(phrases.RESPONSE_START.search(text) and not sift(text).left_out)
