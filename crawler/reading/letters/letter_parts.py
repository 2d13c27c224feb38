"""Of the lines of a request or of an answer, those that ask or answer; furniture goes, boilerplate is kept apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from crawler.reading.facts.letter_dates import is_lone_date
from crawler.reading.letters import interim, phrases
from crawler.reading.letters.phrases import is_title
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.questions import ITEM
from crawler.reading.sentences.boilerplate import Sifted, is_sentence, sift, sift_request
from crawler.reading.sentences.carried import Said, carried
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.wording import weight

_ACT = re.compile(
    r"(?:(?:request|provision) .{0,80})?freedom of information (?:\(scotland\) )?act(?: 20\d\d)?.{0,60}"
    r"|(?:freedom of information|foi) request",
    re.I,
)
_HEADING = re.compile(
    "|".join(
        f"(?:{one.pattern})" for one in (phrases.REQUEST_HEADING, phrases.RESPONSE_HEADING, phrases.SALUTATION, _ACT)
    ),
    re.I,
)
_LABELS = re.compile(
    r"(?:[^\W\d]+ ){1,4}ref(?:erence)?\s?:\s?\S*\d\S*"
    r"|(?:(?:our |your |foi |request )?(?:ref(?:erence)?|number|no)\.?(?: (?:number|no)\.?)?\s?:\s?\S{3,20}\.?\s?)"
    r"(?:date(?: \w+)?\s?:.{4,30})?",
    re.I,
)
_SIGNATURE = 4  # lines at most: a name, a post, a department, a force
_RIGHTS = re.compile(
    r"(?:(?:your|the|my|our) )?(?:(?:complain(?:ts?|ing)?|appeals?|review|internal|independent|rights?)\b"
    r"(?: (?:of|to|and|or|for|an?|the|your|our|how|request|ask|seek|procedures?|process|rights?|internal|independent"
    r"|reviews?|appeals?|complain(?:ts?|ing)?|decisions?|information|responses?|foi|policy))*)"
    r"|(?:what (?:to do )?)?if you(?:'re|’re| (?:are|remain|were|feel|disagree|do not agree"
    r"|don'?t agree))(?: .{0,60})?"
    r"|(?:not (?:happy|satisfied|content)|unhappy|dissatisfied|disagree)\b.{0,50}"
    r"|how (?:to|you can|do i) (?:complain|appeal|ask for|request|seek|challenge)\b.{0,40}"
    r"|(?:copyright|re-?use|re-?using)\b.{0,50}|legal annex|disclaimer"
    r"|(?:eich )?hawl(?:iau)? .{0,40}|(?:further )?advice on (?:complaints|appeals)",
    re.I,
)
_OF_THE_READER = re.compile(r"\bright|\byou\b|\bhow to\b|^(?:not|un|dis)|\bannex|\bhawl", re.I)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?\.?", re.I)
_ENDS = re.compile(r"[.;,]$")
_TELLS = re.compile(r"\d|\b(?:no|none|nil|not|yes|nothing|refused|exempt|withheld|held|zero)\b", re.I)
_CERTAIN, _SIGNED, _NUMBERED = 9.0, 1.5, -2.0  # how much the place of a sentence says that any letter carries it
_I = re.compile(r"\b(?:i|i'm|i've|my|me|please)\b", re.I)
# A field of the form in which a force prints request and answer.
_FIELD = re.compile(
    r"(?:outcome|decision|result|(?:internal )?review|exemptions?(?: applied| used)?|status|category)\s?:\s.{2,80}",
    re.I,
)
_LIKELY = 1.0
_FEW = 12  # sentences that decide nothing, at most
_LONGEST_HEADING = 220  # characters


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
    while len(part.kept) > 1 and (_is_standard(part.kept[-1]) or _FIELD.fullmatch(part.kept[-1])):
        part.left_out.append(part.kept.pop().strip())
    return part


def _is_standard(line: str) -> bool:
    """Whether a line below the questions is the force's: it could stand in any letter, and nobody says I or asks."""
    return not ITEM.match(line) and "?" not in line and not _I.search(line) and weight(line) > _LIKELY


def response_part(lines: Sequence[str]) -> Part:
    """What was answered, up to the rights of the requester, without the signature."""
    said: list[Said] = []
    signing, signed, rights = 0, False, False
    for at, line in enumerate(lines):
        text = line.strip()
        if phrases.SIGN_OFF.fullmatch(text):
            signing, signed = _SIGNATURE, True
        elif signing and len(text.split()) <= 6 and not text.endswith((".", "?")):
            signing -= 1
        elif is_furniture(text) or phrases.SECTION_HEADING.fullmatch(text):
            rights = rights and not is_furniture(text)
        elif _heads_rights(text, lines[at + 1 : at + 4]):
            signing, rights = 0, True
            said.append(Said(text, at, _CERTAIN, certain=True))
        else:
            signing, rights = 0, rights and not _resumes(text)
            said += [Said(text, at, _CERTAIN, certain=True)] if rights else _said(line, at, signed=signed)
    return _parted(said)


def sifted(lines: Iterable[str]) -> Part:
    """The lines of one letter among others, its boilerplate apart; it may be of nothing else."""
    words = (line for line in lines if not phrases.SALUTATION.fullmatch(line.strip()))
    return _parted([each for at, line in enumerate(words) for each in _said(line, at)], alone=False)


def _said(line: str, at: int, *, signed: bool = False) -> list[Said]:
    """The sentences of a line; a row of a table is never boilerplate, and a numbered answer seldom."""
    if len(split_row(line)) > 1:
        return [Said(line, at, -_CERTAIN, certain=True)]
    item = ITEM.match(line)
    if item is None and is_title(line.strip()) and not _TELLS.search(line):
        # A heading or a name goes with what stands about it.
        return [Said(line, at, 0.0, certain=True)]
    odds = (_SIGNED if signed else 0.0) + (_NUMBERED if item and not item["bullet"] else 0.0)
    return [Said(sentence, at, odds) for sentence in sentences(line)]


def _parted(said: Sequence[Said], *, alone: bool = True) -> Part:
    """The sentences on their two sides; those of a line that are kept and stand together stay one line."""
    part = Part()
    last = (-1, False)
    all_leave = carried(said)
    if alone and all(all_leave):
        # A letter of nothing else says at least what no rule knows for standard.
        all_leave = [each.certain or is_sentence(each.text) for each in said]
    elif any(all_leave) and _decides_nothing(said, all_leave):
        # Where nothing is answered yet, that and until when is what the letter says.
        pairs = zip(said, all_leave, strict=True)
        all_leave = [leaves and (each.certain or not _puts_off(each.text)) for each, leaves in pairs]
    for each, leaves in zip(said, all_leave, strict=True):
        text = each.text.strip()
        # The address that a sentence of boilerplate leads up to goes with it.
        leaves = leaves or (last[1] and bool(_ADDRESS.fullmatch(text)))
        if leaves:
            part.left_out.append(text)
        elif last == (each.line, False):
            part.kept[-1] = f"{part.kept[-1]}{each.text}"
        else:
            part.kept.append(each.text)
        last = (each.line, leaves)
    part.kept = [text for line in part.kept if (text := line.strip())]
    return part


def _puts_off(sentence: str) -> bool:
    """Whether a sentence says that the answer is still to come, and does not only regret it."""
    return interim.puts_off(sentence) and "inconvenience" not in sentence


def _decides_nothing(said: Sequence[Said], all_leave: Sequence[bool]) -> bool:
    kept = [each.text for each, leaves in zip(said, all_leave, strict=True) if not leaves]
    return len(kept) <= _FEW and interim.kind(kept) != "answer"


def left_out_of(lines: Iterable[str]) -> list[str]:
    """The boilerplate of the lines above the request."""
    return [sentence for line in lines if not is_furniture(line) for sentence in sift(line).left_out]


@lru_cache(maxsize=512)  # a line of one letter is asked about by several readers
def is_furniture(line: str) -> bool:
    """Whether the line is a heading, a salutation, a date or an empty field, and says nothing of its own."""
    text = line.strip(" |")
    if len(text) > _LONGEST_HEADING:
        return False
    if _HEADING.fullmatch(text) and text.lower() != "foi duty":
        # A heading that numbers what follows says whose answer it is.
        return not (any(map(str.isdigit, text)) and phrases.RESPONSE_HEADING.fullmatch(text))
    return text.upper() in ("N/A", "NA") or is_lone_date(text) or (":" in text and bool(_LABELS.fullmatch(text)))


def _heads_rights(text: str, after: Sequence[str]) -> bool:
    """Whether a line heads the rights of the requester or of re-use: a heading by its form, and what follows."""
    if len(text.split()) > 12 or _ENDS.search(text) or not _RIGHTS.fullmatch(text.strip(" :*#?–-")):
        return False
    # `Complaints` alone may head figures of complaints.
    return bool(_OF_THE_READER.search(text)) or any(part for line in after if (part := sifted([line]).left_out))


def _resumes(text: str) -> bool:
    return len(split_row(text)) > 1 or bool(phrases.RESPONSE_START.search(text) and not sift(text).left_out)
