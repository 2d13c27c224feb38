"""The reference of a request: by label, by the form that its force uses, by title; never from an address."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.facts.reference_forms import alone, beside_title, distinct, normal, shorter, titled, token
from crawler.reading.fields import Force
from crawler.reading.sentences.heads import beginnings

_NUMBER = r"(?:(?:n\s?[o°º]|number|num|id|code)\b\.?)"
_LABEL = re.compile(
    r"(?:\b(?:our|foi|foia|request|enquiry|case|internal|response|rfi|eir|file|unique|disclosure|log|force|decision"
    r"|matter"
    rf"|application|tracking|office)?\s*ref(?:erence)?s?\b\.?\s*{_NUMBER}?(?:\s*\([^()]{{2,40}}\))?"
    rf"|\b(?:foi|request|log|case|enquiry|application|disclosure|tracking|record)\s+(?:request\s+|log\s+)?{_NUMBER}"
    r"|\b(?:logged|registered|recorded|numbered|filed|known)(?: here)? (?:as|under)(?: (?:number|reference))?"
    r"(?=\s+(?-i:[A-Z]{2,4} )?\S*\d)"
    r"|\b(?:given|allocated|allotted|assigned|to which|is(?: now)?|use|carries|bears|has) (?:the |our )?(?:unique )?"
    r"(?:reference )?(?:number|reference)(?=\s+\S*\d)"
    r"|\bnumber of (?:your|this) (?:foi )?(?:request|enquiry|application)(?= is \S*\d)"
    r"|\b(?:ein |eich )?cyf(?:eirnod)?\b\.?|\brhif (?:y )?(?:cais|cyfeirnod)\b"
    r"|\b(?:request|rfi|foi)(?=\s*:\s*\S*\d)"
    r"|\byour (?:foi )?(?:request|enquiry|application)(?=\s\(?\S*\d[/.-]\d))"
    r"\s*(?:is\b\s*)?[:|#–-]?\s*",
    re.I,
)
# Of which one is in every label: most lines have none and need no pattern.
_HINTS = beginnings(
    ["no", "n", "nº", "num", "id", "code", "logged", "registered", "recorded", "filed", "known", "cyf", "rhif"]
)
_BEFORE_COLON = ("request", "rfi", "foi")
# What stands before such a label when the number is of something else, or of somebody else's letter.
_NOT_OURS = re.compile(
    r"\b(?:your|my|his|her|their|officer|crime|incident|cad|complaint|complaints|url|cross|previous\w*|earlier|prior"
    r"|last|other"
    r"|another|similar|linked|related|see|contract|asset|tender|ico|tribunal|policy|pub|publication|supplier|invoice"
    r"|case law"
    r"|grid|under|in)[\s,(]*$",
    re.I,
)
_OURS = re.compile(r"\b(?:your|this) (?:\w+ ){0,4}(?:request|enquiry|e-?mail|letter)\b|\bquot(?:e|ing)\b", re.I)
_EARLIER = re.compile(r"\b(?:previous\w*|earlier|prior|last year|another|similar|linked|related|ago|last time)\b", re.I)
_OWN = re.compile(r"\byour (?:foi )?(?:request|enquiry|application) \(?\S*\d", re.I)
_PUBLICATION = re.compile(r"\bPUB ?\d{3,5}\b", re.I)
_DIGIT = re.compile(r"\d")
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.;]) ")
_BLANK = re.compile(r"\s")
_HEADING = re.compile(
    r"^(?:re: ?)?(?:request for information|freedom of information(?: act(?: 2000)?)?|foi)(?:[\s–-]*request)?(?: no\.?"
    r"| number)?:?\s+(?:[–-]\s+)?(?!200[02]\b)(?=\S*\d)",
    re.I,
)
# Of a line that is nothing else: `Disclosure 412/25`, `Case: 412/2025`.
_NUMBERED = re.compile(
    r"^(?:the |your )?(?:foi )?(?:request|disclosure|response|(?:log )?entry|case|number|enquiry|subject|re)s?"
    r"\s*[:#–-]?\s*"
    r"(?!\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d\b)(?=\(?[\w/.-]*\d[/.-]\d[\w/.-]*\W*$)(?=(?:\D*\d){5})",
    re.I,
)
# Each force's own number in the reply of several: `Norfolk: FOI 003127/25`.
_AREA = re.compile(r"^[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}:\s+(?=FOI\W{0,2}\d{3})")
_OPENINGS = (_HEADING, _NUMBERED, _AREA)
# Alone on its line the word is a part of the number.
_LETTERED = re.compile(r"FOI \d{2,6}[/-]\d{2,6}")
_WRITTEN = re.compile(r"\W*(?:[A-Z]{1,4}[ /.-]{1,3}){0,3}(?=(?:[A-Z/. -]{0,5}\d){3})", re.I)
_REVIEW = re.compile(r"internal review(?: ref(?:erence)?)?(?: no\.?| number)?:?\s+(\S*\d\S*)", re.I)
_HEAD = re.compile(r"(?:re: ?)?(?:request|freedom|foi|response|reply|information)\b", re.I)
_LINE = 200
_TOP = 15
_BRIEF = 70
HEAD = 40


def references(lines: Sequence[str], title: str = "", force: Force | None = None) -> tuple[str, tuple[str, ...]]:
    """The reference as the document writes it, without stray spaces, and the other names it gives itself."""
    form = re.compile(force.ref_form, re.I) if force and force.ref_form else None
    head = [line.strip() for line in lines[:HEAD]]
    labelled = list(_labelled(head, form))
    said = [ref for ref, sure in labelled if sure]
    own = [*said, *titled(title, form), *alone(head, form), *beside_title(head, title, form)]
    # A number in the middle of the text is the reference only when it looks like those of the force.
    loose = (ref for ref, sure in labelled if not sure and (form is None or form.fullmatch(ref)))
    unsure = own or [*_quoted(lines, form), *loose]
    ref = next(iter(unsure or distinct([line for line in (title, *head[:12]) if not _EARLIER.search(line)])), "")
    # What the form's letters are in one place, the title or a label may leave out.
    bare = ref[4:] if ref[:4].upper() == "FOI " else ""
    ref = bare if bare and (title.startswith(bare) or bare in said) else ref
    others = [normal(other) for other in (*own[1:], *_published(head, title), *_reviews(lines), *shorter(ref, lines))]
    return ref, tuple(dict.fromkeys(other for other in others if not _same(other, ref)))


def _same(other: str, ref: str) -> bool:
    return not other or _BLANK.sub("", other).casefold() in _BLANK.sub("", ref).casefold()


def _labelled(head: Sequence[str], form: re.Pattern[str] | None) -> Iterator[tuple[str, bool]]:
    """Each reference after a label, and whether it is surely the document's own: by a label that opens the line."""
    for at, line in enumerate(head):
        if (len(line) > _BRIEF and not _DIGIT.search(line)) or not _may_label(line):
            continue
        if len(line) > _LINE:
            line = _sentence_of_ours(line)
        below = head[at + 1] if at + 1 < len(head) else ""
        if line.startswith("|") and below.startswith("|") and not _DIGIT.search(line):
            line = _column(line, below)
        for label in [*_LABEL.finditer(line), *filter(None, (opening.match(line) for opening in _OPENINGS))]:
            before = line[: label.start()]
            rest = line[label.end() :] or below
            # Some forms open with the very word that is a label: `FOI 2022-725`.
            whole = (form and form.match(line, label.start())) or (_LETTERED.fullmatch(line) and token(line[4:], None))
            rest = line[label.start() :] if whole else rest
            ref = "" if _NOT_OURS.search(before) or _REVIEW.match(line) else token(rest, form)
            if ref and not _EARLIER.search(before):
                ours = _OURS.search(before) or label.group()[:4].lower() == "our "
                yield ref, bool(ours) or (at < _TOP and _opens(before, line))


def is_labelled(line: str) -> bool:
    """Whether a line opens with the label of a reference, and the reference: `FOI ref: 412/25 | Dogs`."""
    line = line.strip("|-• ")
    labels = filter(None, (opening.match(line) for opening in (_LABEL, *_OPENINGS)))
    return _DIGIT.search(line) is not None and any(_WRITTEN.match(line, label.end()) for label in labels)


def _may_label(line: str) -> bool:
    low = line.lower()
    if "ref" in low or _HINTS.stand_in(line) or _HEADING.match(line):
        return True
    if len(line) <= _BRIEF and _NUMBERED.match(line):
        return True
    if "your " in low and _OWN.search(line):
        return True
    return ":" in line and any(map(low.__contains__, _BEFORE_COLON))


def _opens(before: str, line: str) -> bool:
    """Whether a label opens its line, or the line is a heading."""
    return len(before.split()) <= 3 or (len(line) <= _BRIEF and bool(_HEAD.match(line)))


def _column(row: str, below: str) -> str:
    """A row of headings with the value below its label, `FOI ref: 12/25`; the row itself where no cell is a label."""
    cells, values = (line.strip(" |").split(" | ") for line in (row, below))
    named = (
        f"{cell.strip()}: {value.strip()}"
        for cell, value in zip(cells, values, strict=False)
        if _LABEL.fullmatch(cell.strip())
    )
    return next(named, row)


def _sentence_of_ours(line: str) -> str:
    """The first sentence of a long paragraph, where a letter says what it is about."""
    sentence = _SENTENCES.split(line[: 2 * _LINE], 1)[0]
    return sentence if _OURS.search(sentence) else ""


def _quoted(lines: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    """The reference that the letter's end asks to be quoted."""
    found = (
        re.search(r"\bquot(?:e|ing)\b.{0,60}?\b(?:number|reference|ref)\b\.?:? +(?=\S*\d)", line, re.I)
        for line in lines
        if "quot" in line
    )
    return [ref for hit in found if hit and (ref := token(hit.string[hit.end() :], form))]


def _published(head: Sequence[str], title: str) -> list[str]:
    brief = [line for line in (title, *head) if len(line) <= _BRIEF and "pub" in line.lower()]
    return [hit.group() for line in brief for hit in _PUBLICATION.finditer(line)]


def _reviews(lines: Sequence[str]) -> list[str]:
    """The references of internal reviews, which stand anywhere in a thread."""
    hits = (_REVIEW.match(line) for line in lines if line[:8].lower() == "internal")
    return [hit.group(1).rstrip(".,;)") for hit in hits if hit]
