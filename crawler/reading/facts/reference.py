"""The reference of a request: by label, by the form that its force uses, by title; never from an address."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.facts.reference_forms import alone, beside_title, distinct, normal, shorter, titled, token
from crawler.reading.facts.reference_labels import BRIEF, LABEL, LETTERED, labels, may_label
from crawler.reading.facts.reference_places import LAST, at_the_end, of_each
from crawler.reading.fields import Force

# What stands before such a label when the number is of something else, or of somebody else's letter.
_NOT_OURS = re.compile(
    r"\b(?:your|my|his|her|their|officer|crime|incident|cad|complaint|complaints|url|cross|previous\w*|earlier|prior"
    r"|last|other"
    r"|another|like|similar|linked|related|see|contract|asset|tender|ico|tribunal|policy|pub|publication|supplier|invoice"
    r"|case law"
    r"|grid|under|in)[\s,(]*$",
    re.I,
)
_OURS = re.compile(
    r"\b(?:your|this) (?:\w+ ){0,4}(?:request|enquiry|e-?mail|letter)\b|\bquot(?:e|ing)\b"
    r"|^thank(?:s| you) for (?:contacting|writing|getting in touch)\b.{0,60}\brequest\b",
    re.I,
)
# `We have opened a file for your request under reference 12/25`.
_UNDER_WHICH = re.compile(
    r"\b(?:your|this) (?:\w+ ){0,4}(?:request|enquiry|application|e-?mail|letter),?"
    r"(?: (?:is|was|has been|been|now|logged|recorded|registered|filed|entered|opened|held|dealt with"
    r"|handled))* under\s*$",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:previous\w*|earlier|prior|last year|another|similar|linked|related|ago|last time"
    r"|(?:a|the) (?:like|former|first|old) (?:request|enquiry|application|question))\b",
    re.I,
)
_PUBLICATION = re.compile(r"\bPUB ?\d{3,5}\b", re.I)
_DIGIT = re.compile(r"\d")
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.;]) ")
_BLANK = re.compile(r"\s")
_REVIEW = re.compile(r"internal review(?: ref(?:erence)?)?(?: no\.?| number)?:?\s+(\S*\d\S*)", re.I)
# A review's number alone on its line.
_REVIEWED = re.compile(r"IRV?[/ -]?(?=\S*\d[/.-]?\d)[\d/.-]{3,14}")
_TO_QUOTE = re.compile(
    r"\bquot(?:e|ing)\b(?:.{0,60}?\b(?:number|reference|ref)\b\.?:? +(?=\S*\d)"
    r"| (?:the )?(?=(?:(?:FOI|RFI) )?[\w/.-]{0,20}(?:\d[A-Z]?[/._-]\d|\d{5})))",
    re.I,
)
_TO_MENTION = re.compile(
    r"(?:(?:^|[.;:,] )|\bplease )(?:mention|cite|give|use|put)(?: (?:our|the|this|its))?(?: (?:file|case|log|foi))?"
    r"(?: (?:number|reference|ref\.?):?)? (?=(?:(?:FOI|RFI) )?[\w/.-]{0,20}(?:\d[A-Z]?[/._-]\d|\d{5}))",
    re.I,
)
_WRITING = re.compile(
    r"\b(?:writ(?:e|es|ing)|ring|call|phone|reply|contact|correspond\w*|get in touch|letters?|e-?mails?)\b", re.I
)
_HEAD = re.compile(r"(?:re: ?)?(?:request|freedom|foi|response|reply|information)\b", re.I)
# The letters of an office before a number, and none that only say what it is.
_OFFICE = re.compile(r"(?!(?:FOIA?|RFI|EIR|REF|RE|IRV?|REV|ICO)\b)[A-Z]{1,4}[/.-](?:FOI[/. -])?", re.I)
_SIGNS = re.compile(r"[\W_]+")
_LINE = 200
_TOP = 15
HEAD = 40


def references(lines: Sequence[str], title: str = "", force: Force | None = None) -> tuple[str, tuple[str, ...]]:
    """The reference as the document writes it, without stray spaces, and the other names it gives itself."""
    form = re.compile(force.ref_form, re.I) if force and force.ref_form else None
    head = [line.strip() for line in lines[:HEAD]]
    tail = [line.strip() for line in lines[max(HEAD, len(lines) - LAST) :]]
    labelled = list(_labelled([*head, *tail], form))
    said = [ref for ref, sure in labelled if sure]
    own = [*said, *titled(title, form), *alone(head, form), *of_each(head), *beside_title(head, title, form)]
    # A number in the middle of the text is the reference only when it looks like those of the force.
    loose = (ref for ref, sure in labelled if not sure and (form is None or form.fullmatch(ref)))
    unsure = own or [*_quoted(lines, form), *loose] or at_the_end(lines, form)
    ref = next(iter(unsure or distinct([line for line in (title, *head[:12]) if not _EARLIER.search(line)])), "")
    # What the form's letters are in one place, the title or a label may leave out.
    bare = ref[4:] if ref[:4].upper() == "FOI " else ""
    ref = bare if bare and (title.startswith(bare) or bare in said) else _whole(ref, own)
    others = [normal(other) for other in (*own[1:], *_published(head, title), *_reviews(lines), *shorter(ref, lines))]
    return ref, tuple(dict.fromkeys(other for other in others if not _same(other, ref)))


def _whole(ref: str, own: Sequence[str]) -> str:
    """The reference with the letters of its office, where it stands elsewhere with them: DC/FOI 12/25 of FOI 12/25."""
    end = _SIGNS.sub("", ref).casefold()
    ends = [one for one in own if end and one != ref and _SIGNS.sub("", one).casefold().endswith(end)]
    return next((one for one in ends if _OFFICE.fullmatch(one, 0, max(0, len(one) - len(ref)))), ref)


def _same(other: str, ref: str) -> bool:
    return not other or _BLANK.sub("", other).casefold() in _BLANK.sub("", ref).casefold()


def _labelled(head: Sequence[str], form: re.Pattern[str] | None) -> Iterator[tuple[str, bool]]:
    """Each reference after a label, and whether it is surely the document's own: by a label that opens the line."""
    for at, line in enumerate(head):
        if (len(line) > BRIEF and not _DIGIT.search(line)) or not may_label(line):
            continue
        if len(line) > _LINE:
            line = _sentence_of_ours(line)
        below = head[at + 1] if at + 1 < len(head) else ""
        if line.startswith("|") and below.startswith("|") and not _DIGIT.search(line):
            line = _column(line, below)
        for label in labels(line):
            before = line[: label.start()]
            rest = line[label.end() :] or below
            # Some forms open with the very word that is a label: `FOI 2022-725`.
            whole = (form and form.match(line, label.start())) or _is_lettered(line, form)
            rest = line[label.start() :] if whole else rest
            other = _NOT_OURS.search(before) and not _UNDER_WHICH.search(before)
            ref = "" if other or _REVIEW.match(line) else token(rest, form)
            if ref and not _EARLIER.search(before):
                ours = _OURS.search(before) or label.group()[:4].lower() == "our "
                yield ref, bool(ours) or (at < _TOP and _opens(before, line))


def _is_lettered(line: str, form: re.Pattern[str] | None) -> bool:
    """Whether a line is a number with the letters FOI, and the force is not known to write its numbers without."""
    return bool(LETTERED.fullmatch(line) and token(line[4:], None)) and not (form and form.fullmatch(line[4:]))


def _opens(before: str, line: str) -> bool:
    """Whether a label opens its line, or the line is a heading."""
    return len(before.split()) <= 3 or (len(line) <= BRIEF and bool(_HEAD.match(line)))


def _column(row: str, below: str) -> str:
    """A row of headings with the value below its label, `FOI ref: 12/25`; the row itself where no cell is a label."""
    cells, values = (line.strip(" |").split(" | ") for line in (row, below))
    named = (
        f"{cell.strip()}: {value.strip()}"
        for cell, value in zip(cells, values, strict=False)
        if LABEL.fullmatch(cell.strip())
    )
    return next(named, row)


def _sentence_of_ours(line: str) -> str:
    """The first sentence of a long paragraph, where a letter says what it is about."""
    sentence = _SENTENCES.split(line[: 2 * _LINE], 1)[0]
    return sentence if _OURS.search(sentence) else ""


def _quoted(lines: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    """The reference that the letter's end asks to be quoted."""
    quoting = (_TO_QUOTE.search(line) for line in lines if "quot" in line or line.startswith("Quot"))
    brief = (line for line in lines[-LAST:] if len(line) < _LINE and _DIGIT.search(line) and _WRITING.search(line))
    found = (*quoting, *map(_TO_MENTION.search, brief))
    return [ref for hit in found if hit and (ref := token(hit.string[hit.end() :], form))]


def _published(head: Sequence[str], title: str) -> list[str]:
    brief = [line for line in (title, *head) if len(line) <= BRIEF and "pub" in line.lower()]
    return [hit.group() for line in brief for hit in _PUBLICATION.finditer(line)]


def _reviews(lines: Sequence[str]) -> list[str]:
    """The references of internal reviews, which stand anywhere in a thread."""
    hits = (_REVIEW.match(line) for line in lines if line[:8].lower() == "internal")
    alone = [line for line in lines if line[:2] == "IR" and _REVIEWED.fullmatch(line)]
    return [hit.group(1).rstrip(".,;)") for hit in hits if hit] + alone
