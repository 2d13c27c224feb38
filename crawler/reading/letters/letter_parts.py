"""Of the lines of a request or of an answer, those that ask or answer; furniture goes, boilerplate is kept apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crawler.reading.letters import phrases
from crawler.reading.letters.edges import tells_of_receipt
from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import is_title
from crawler.reading.letters.rights import may_head_rights
from crawler.reading.letters.signature import is_address, signer, unsigned
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.items import item_of
from crawler.reading.sentences.boilerplate import Sifted, is_sentence, sift, sift_request
from crawler.reading.sentences.carried import Said, carried
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.wording import weight

_SIGNATURE = 4  # lines at most: a name, a post, a department, a force
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?\.?", re.I)
_TELLS = re.compile(r"\d|\b(?:no|none|nil|not|yes|nothing|refused|exempt|withheld|held|zero)\b", re.I)
# A sentence, not a name with its degree: `J. Quill, LL.B.`
_ENDED = re.compile(r"\?$|[^A-Z]\.$")
# How much the place of a sentence says that any letter carries it.
_CERTAIN, _SIGNED, _NUMBERED, _APART = 9.0, 1.5, -2.0, 0.6
_I = re.compile(r"\b(?:i|i'm|i've|my|me|please)\b", re.I)
# Of figures, of this request or to this reader: no statement on the world in general.
_OF_THIS = signals(r"\b(?:i|my|me|you|yours?|section|questions?|requests?|attached|below|above)\b")
_FIGURES = re.compile(r"[\d?:|]")
# A field of the form in which a force prints request and answer.
_FIELD = re.compile(
    r"(?:outcome|decision|result|(?:internal )?review|exemptions?(?: applied| used)?|status|category)\s?:\s.{2,80}",
    re.I,
)
_LIKELY = 1.0
_LEAD = 6  # words at most of `Not satisfied?`, which leads up to a sentence of boilerplate


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
    rest: tuple[str, ...] = ()  # of the last line, where the force says the other part of it
    for line in lines:
        if not is_furniture(line):
            said = sift_request(line)
            part.add(said)
            rest = said.kept if said.left_out else ()
    # Requester and force never share a paragraph.
    if len(rest) < len(part.kept) and not any(map(_is_askers, rest)):
        part.left_out += rest
        del part.kept[len(part.kept) - len(rest) :]
    while len(part.kept) > 1 and tells_of_receipt(part.kept[0]):
        part.left_out.append(part.kept.pop(0).strip())
    while len(part.kept) > 1 and _is_forces(part.kept[-1]):
        part.left_out.append(part.kept.pop().strip())
    return part


def _is_forces(line: str) -> bool:
    """Whether a line below the questions is of the force: standard words, a field of its form, or when it got them."""
    return _is_standard(line) or bool(_FIELD.fullmatch(line)) or tells_of_receipt(line)


def _is_standard(line: str) -> bool:
    """Whether a line below the questions is the force's: it could stand in any letter, and nobody says I or asks."""
    return not _is_askers(line) and weight(line) > _LIKELY


def _is_askers(line: str) -> bool:
    """Whether a line below the questions is the requester's at first sight: an item, or it asks, or says I."""
    return bool(item_of(line)) or "?" in line or bool(_I.search(line))


def response_part(lines: Sequence[str]) -> Part:
    """What was answered, up to the rights of the requester, without the signature."""
    said: list[Said] = []
    signing, signed, rights = 0, False, False
    signed_at = signer(lines)
    for at, line in enumerate(lines):
        text = line.strip()
        if phrases.SIGN_OFF.fullmatch(text):
            signing, signed = _SIGNATURE, True
        elif signing and ((len(text.split()) <= 6 and not _ENDED.search(text)) or is_address(text)):
            signing -= 1
        elif said and at == signed_at:
            signing, signed = _SIGNATURE, True
        elif is_furniture(text) or phrases.SECTION_HEADING.fullmatch(text) or phrases.NOTE_HEADING.fullmatch(text):
            rights = rights and not is_furniture(text)
        elif may_head_rights(text) and _leads_to_rights(lines[at + 1 : at + 4]):
            signing, rights = 0, True
            said.append(Said(text, at, _CERTAIN, certain=True))
        else:
            signing, rights = 0, rights and not _resumes(text)
            said += [Said(text, at, _CERTAIN, certain=True)] if rights else _said(line, at, signed=signed)
    part = _parted(said)
    part.kept = unsigned(part.kept)
    return part


def sifted(lines: Iterable[str]) -> Part:
    """The lines of one letter among others, its boilerplate apart; it may be of nothing else."""
    words = (line for line in lines if not phrases.SALUTATION.fullmatch(line.strip()))
    return _parted([each for at, line in enumerate(words) for each in _said(line, at)], alone=False)


def _said(line: str, at: int, *, signed: bool = False) -> list[Said]:
    """The sentences of a line; a row of a table is never boilerplate, a numbered answer seldom, a creed apart often."""
    if len(split_row(line)) > 1:
        return [Said(line, at, -_CERTAIN, certain=True)]
    item = item_of(line)
    if item is None and is_title(line.strip()) and not _TELLS.search(line):
        # A heading or a name goes with what stands about it.
        return [Said(line, at, 0.0, certain=True)]
    odds = (_SIGNED if signed else 0.0) + (_NUMBERED if item and not item["bullet"] else 0.0)
    some = sentences(line)
    if len(some) == 1 and item is None and not (_FIGURES.search(line) or _OF_THIS.search(line)):
        odds += _APART
    return [Said(sentence, at, odds) for sentence in some]


def _parted(said: Sequence[Said], *, alone: bool = True) -> Part:
    """The sentences on their two sides; those of a line that are kept and stand together stay one line."""
    part = Part()
    last = (-1, False)
    for each, leaves in zip(said, _with_neighbours(said, _leaving(said, alone=alone)), strict=True):
        if leaves:
            part.left_out.append(each.text.strip())
        elif last == (each.line, False):
            part.kept[-1] = f"{part.kept[-1]}{each.text}"
        else:
            part.kept.append(each.text)
        last = (each.line, leaves)
    part.kept = [text for line in part.kept if (text := line.strip())]
    return part


def _leaving(said: Sequence[Said], *, alone: bool) -> list[bool]:
    """Whether each sentence is boilerplate; of a letter that may be of nothing else (`alone` false) perhaps all."""
    leaving = carried(said)
    if alone and all(leaving):
        # A letter of nothing else says at least what no rule knows for standard.
        return [each.certain or is_sentence(each.text) for each in said]
    return leaving


def _with_neighbours(said: Sequence[Said], leaving: Sequence[bool]) -> Sequence[bool]:
    """Boilerplate takes with it the address that it leads up to, and a short question that leads up to it."""
    if not any(leaving):
        return leaving
    found: list[bool] = []
    ends = Said("", -1)
    for at, (each, leaves) in enumerate(zip(said, leaving, strict=True)):
        below = said[at + 1] if leaving[at + 1 : at + 2] == [True] else ends
        leads = below.line == each.line and each.text.rstrip().endswith("?") and len(each.text.split()) <= _LEAD
        found.append(leaves or leads or (found[-1:] == [True] and bool(_ADDRESS.fullmatch(each.text.strip()))))
    return found


def left_out_of(lines: Iterable[str]) -> list[str]:
    """The boilerplate of the lines above the request."""
    return [sentence for line in lines if not is_furniture(line) for sentence in sift(line).left_out]


def _leads_to_rights(after: Sequence[str]) -> bool:
    """Whether boilerplate stands among the lines below one, as it does below a heading of rights."""
    return any(sifted([line]).left_out for line in after)


def _resumes(text: str) -> bool:
    return len(split_row(text)) > 1 or bool(phrases.RESPONSE_START.search(text) and not sift(text).left_out)
