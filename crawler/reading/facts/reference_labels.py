"""The labels of a reference, in English and Welsh: `Our ref:`, `Cais / Request 611/2025`."""

import re
from collections.abc import Iterator

from crawler.reading.sentences.heads import beginnings

_NUMBER = r"(?:(?:n\s?[o°º]|number|num|id|code|identifier)\b\.?)"
# What an office keeps of a request, or calls it by.
_FILED = (
    r"(?:request|log|case(?:work)?|enquiry|application|disclosure|record|file|entry|ticket|docket|submission|matter"
    r"|correspondence)"
)
# Correspondence or case, and unique, reference number.
INITIALS = ("CRN", "URN", "ICRS")
_INITIALS = rf"(?-i:{'|'.join(INITIALS)})"
# `Our number for this one is 4171`, `the reference that we gave your letter was 412/25`; a telephone's has more digits.
_GIVEN = (
    r"\b(?:our|its|your|the) (?:(?:own|file|log|case|foi) )?(?:number|ref(?:erence)?)"
    r"(?: (?:that )?(?:we|I) (?:gave|have given|use|have|keep)| (?:given|allotted|allocated|assigned))?"
    r"(?: (?:for|of|to|on))? (?:it|yours|you|(?:this|your|the) (?:foi |information )?"
    r"(?:one|request|enquiry|application|e-?mail|letter|matter|case|correspondence|reply|response|answer))"
    r" (?:is|was):?(?= (?:(?-i:[A-Z]{2,4}) )?\S*\d)(?! \d+ \d)"
)
# `Our file 412/25`, and behind a date or a name: `A. Clerk, file 412/25`.
_FILE = (
    r"(?:\bour (?:foi )?(?:file|case|docket|ticket|log)(?: (?:is|was))?|(?:(?<=[,;–] )|(?<=[(])|(?<= - ))file)"
    r"(?= \(?\S{0,20}\d[/-]\d\d)"
)
LABEL = re.compile(
    rf"(?:{_GIVEN}|{_FILE}"
    r"|\b(?:our|foi|foia|request|enquiry|case|internal|response|rfi|eir|file|unique|disclosure|log|force|decision"
    r"|matter"
    rf"|application|tracking|office)?\s*ref(?:erence)?s?\b\.?\s*{_NUMBER}?(?:\s*\([^()]{{2,40}}\))?"
    rf"|\b{_INITIALS}\b(?:\s+{_NUMBER})?"
    rf"|\b(?:foia?(?: ?(?:&|/|and) ?eir)?|tracking|unique|{_FILED})\s+(?:(?:request|log|case)\s+)?{_NUMBER}"
    r"|\b(?:logged|registered|recorded|numbered|filed|known|(?:in|into|on) our (?:log|register|files))"
    r"(?: (?:here|by us|with us|in our (?:log|register|files))){0,2} (?:as|under)"
    r"(?: (?:the |our )?(?:number|reference))?"
    r"(?=\s+(?-i:[A-Z]{2,4} )?\S*\d)"
    r"|\b(?:given|allocated|allotted|assigned|to which|is(?: now)?|use|carries|bears|has) (?:the |our )?(?:unique )?"
    r"(?:reference )?(?:number|reference)(?=\s+\S*\d)"
    r"|\b(?:ein |eich )?cyf(?:eirnod)?\b\.?|\brhif (?:y )?(?:cais|cyfeirnod)\b(?: rhyddid gwybodaeth| rhg)?"
    r"|\b(?:request|rfi|foi)(?=\s*:\s*\S*\d)"
    r"|\byour (?:foi )?(?:request|enquiry|application)(?=\s\(?\S*\d[/.-]\d))"
    r"\s*(?:is\b\s*)?[:|#–-]?\s*",
    re.I,
)
# Of which one is in every label: most lines have none and need no pattern.
_WORDS = ("file", "case", "docket", "ticket", "log", "no", "n", "nº", "num", "id", "identifier", "code")
_DONE = ("register", "recorded", "known")
_HINTS = beginnings([*_WORDS, *_DONE, "cyf", "rhif", *map(str.lower, INITIALS)])
_OWN = re.compile(r"\byour (?:foi )?(?:request|enquiry|application) \(?\S*\d", re.I)
_DIGIT = re.compile(r"\d")
BRIEF = 70  # characters of a line that may be nothing else
_BEFORE_COLON = ("request", "rfi", "foi")
# In Welsh, alone or before the English: `Cais / Request 611/2025`.
_CYMRAEG = (
    r"(?:(?:ein|eich|y|rhif) ){0,2}(?:cais|ymateb|cofnod|achos|cyf(?:eirnod)?)\b\.?(?: y cais)?"
    r"(?: (?:rhg|rhyddid gwybodaeth|am wybodaeth))?"
)
_BEFORE_SLASH = re.compile(rf"(?:{_CYMRAEG}|(?:our )?(?:reference|ref|request)\b\.?)\s?/\s?", re.I)
_HEADING = re.compile(
    rf"^(?:{_CYMRAEG}\s?/\s?)?(?:re: ?)?(?:(?:our |the )?(?:full |final )?(?:response|reply|answer|decision)"
    r" (?:to|for|on|:|-) (?:the |your )?)?(?:request for information|freedom of information"
    r"(?: act(?: 2000)?)?|foi)(?:[\s–-]*request)?(?: no\.?"
    r"| number)?:?\s+(?:[–-]\s+)?(?!200[02]\b)(?=(?:(?:FOI|RFI) )?\S*\d)",
    re.I,
)
# Of a line that is nothing else: `Disclosure 412/25`, `Case: 412/2025`.
_NUMBERED = re.compile(
    rf"^(?:{_CYMRAEG}\s?/\s?)?(?:(?:the |your |our )?(?:foia? |information )?(?:{_FILED}|response|reply|answer"
    rf"|decision|log entry|number|subject|re)s?(?:\s?/\s?{_CYMRAEG})?|{_CYMRAEG})"
    r"\s*[:#–-]?\s*"
    r"(?!\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d\b)(?=\(?[\w/.-]{0,40}?\d[/.-]\d[\w/.-]{0,40}(?:\W*$| / "
    r"|(?:,| of| dated| \(| [|–-]) ?(?:the )?\d))(?=(?:\D*\d){5})",
    re.I,
)
# Each force's own number in the reply of several: `Norfolk: FOI 003127/25`.
_AREA = re.compile(r"^[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}:\s+(?=FOI\W{0,2}\d{3})")
# The subject of a mail, `RE: Request 004417/25 - police dogs`, or the whole of a line.
SUBJECT = re.compile(
    r"^(?:subject: ?)?(?:(?:re|fwd?): ?){0,3}(?:foi |information )?request\s+"
    r"(?!(?:\d\d?[/.-]\d\d?[/.-])?(?:19|20)\d\d(?:[/–-](?:20)?\d\d)?\b(?![/.-]\d))"
    r"(?=(?:[A-Z/]{2,6} )?(?:[^\s\d]*\d){5})"
    r"(?=(?:[A-Z/]{2,6} )?\S{0,20}(?:\d[A-Z]?[./_-]\d|\d{5})\S{0,20}(?:\s[–—|-]|(?<=[:,])\s|$))",
    re.I,
)
OPENINGS = (_HEADING, _NUMBERED, _AREA, SUBJECT)
# Alone on its line the word is a part of the number.
LETTERED = re.compile(r"FOI \d{2,6}[/-]\d{2,6}")
_WRITTEN = re.compile(r"\W*(?:[A-Z]{1,4}[ /.-]{1,3}){0,3}(?=(?:[A-Z/. -]{0,5}\d){3})", re.I)


def is_labelled(line: str) -> bool:
    """Whether a line opens with the label of a reference, and the reference: `FOI ref: 412/25 | Dogs`."""
    line = line.strip("|-• ")
    line = _BEFORE_SLASH.sub("", line, count=1) if _BEFORE_SLASH.match(line) else line
    labels = filter(None, (opening.match(line) for opening in (LABEL, *OPENINGS)))
    return _DIGIT.search(line) is not None and any(_WRITTEN.match(line, label.end()) for label in labels)


def may_label(line: str) -> bool:
    """Whether a line has a word without which no label of a reference stands in it."""
    low = line.lower()
    if "ref" in low or _HINTS.stand_in(line) or _HEADING.match(line) or SUBJECT.match(line):
        return True
    if len(line) <= BRIEF and _NUMBERED.match(line):
        return True
    if "your " in low and _OWN.search(line):
        return True
    return ":" in line and any(map(low.__contains__, _BEFORE_COLON))


def labels(line: str) -> Iterator[re.Match[str]]:
    """Each label of a line, behind which a reference may stand."""
    yield from LABEL.finditer(line)
    yield from filter(None, (opening.match(line) for opening in OPENINGS))
