"""Which law a section is of: the one named beside it, else the one its sentence speaks of, else the reply's own.

A letter about misconduct names sections of a dozen Acts; only those of the information laws refuse anything.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.reading.law.citation_grammar import Mention
from crawler.reading.law.law import kind_of, numbers
from crawler.reading.law.law_names import NAME
from crawler.reading.sentences.signals import guarded

OTHER = "other"
_SCOTS = ("freedom of information (scotland)", "foisa", "foi(s)a")
_SCOTTISH_BODIES = frozenset(
    ("Police Scotland", "Scottish Police Authority", "Police Investigations and Review Commissioner")
)
_EIR_NAMED = (
    "environmental information",
    "gwybodaeth amgylcheddol",
    " eir ",
    " eirs",
    "(eir",
    "12(4)(",
    "12(5)(",
    "12 (4)",
    "12 (5)",
)
_BESIDE = re.compile(
    r"\s?(?:,\s?)?(?:\([^()]{0,60}\)\s?)?(?:(?i:of|in|under|within|o'r|o’r)\s)?(?:(?i:the|said)\s(?!(?i:same|act)))?"
    rf"(?:{NAME})"
)
_THE = re.compile(r"\s?(?:\([^()]{0,60}\)\s?)?(?i:of|in|under|within) (?=(?i:the|this|said|that))")
_NAMES = guarded(NAME)
_BEFORE_LINK = re.compile(r"(?:,? ?(?:19|20)\d\d)?[\s,:(–—)-]{1,4}(?:(?i:at|in|under|by|its|applying|and its)\s)?$")
_OFFENCE = re.compile(
    r"\s?(?:[–-]\s?)?(?:assaults?|battery|wounding|g?bh\b|abh\b|(?:common )?assault|offences?\b"
    r"|stops?\b(?! (?:us|me|the|it|a|any)\b)"
    r"|search\w{0,3}\b"
    r"|dispersals?|powers?\b|arrests?|detention|detained|warrants?|authoris\w{1,6}|cautions?\b|malicious|robbery"
    r"|enquir\w{1,3}|agreements?|land\b|seizures?|discharges?|dismissals?|procedures?|meetings?|pace\b)",
    re.I,
)
_CHARGED = re.compile(
    r"\b(?:charg(?:ed?|es)|convict\w+|prosecut\w+|offences?|arrest\w*|guilty|search(?:ed|es)|detain\w*|stopp?ed"
    r"|sentenced"
    r"|caution\w*|summons\w*|fined) (?:\w+ ){0,4}(?:under|of|contrary to|by virtue of|using|with|against) (?:the )?$",
    re.I,
)
_CUE = re.compile(
    r"exempt\w*|\brefus\w+|withh[eo]ld\w*|\bfall(?:s|ing)? (?:under|within)\b|\bneither\b"
    r"|\bengaged?\b|\bappl(?:y|ies|ied)\b|\brel(?:y|ies|ied|iance)\b"
    r"|\brelieved\b|\bnot (?:obliged|required)\b|appropriate limit|public interest|\bnotice\b|by virtue"
    r"|\b(?:prohibit|forbid|prevent)\w* (?:the |any )?(?:disclos|releas)",
    re.I,
)
_TITLED = re.compile(r"\s?[–—:(\[,-]")
_WITH = re.compile(
    r".{0,40}?(?:,\s)?(?:(?:together|along|coupled|read|combined|in conjunction) with|as well as|alongside|and|or|with)"
    r"(?: also| with| by| under| of| the exemption (?:in|at))*\s",
    re.I,
)
_JOINED = re.compile(r"\s?(?:,|;|&|and|or|/|a|ac)?\s?")


def own_law(text: str, forces: Sequence[str] = ()) -> str:
    """FOISA for a Scottish body or a reply whose text, in lower case, names that Act; else FOIA."""
    scots = any(force in _SCOTTISH_BODIES for force in forces)
    return "FOISA" if scots or any(name in text for name in _SCOTS) else "FOIA"


@lru_cache(maxsize=1)  # of a page it is asked for each regulation
def _names_eir(text: str) -> bool:
    """Whether a text in lower case names the environmental regulations: then `regulation 13` may be theirs."""
    return any(name in text for name in _EIR_NAMED)


def laws_of(text: str, found: Sequence[Mention], own: str, page: str) -> list[str]:
    """The law of each mention in the sentence: FOIA, FOISA, EIR or OTHER.

    `own`: the law of the reply; `page`: all its text, in lower case.
    """
    laws: list[str] = []
    for at in reversed(range(len(found))):
        mention, later = found[at], found[at + 1] if laws else None
        joined = later is not None and mention.number != "40" and _JOINED.fullmatch(text, mention.end, later.start)
        laws.append(
            _law(text, mention, own, page)
            or (laws[-1] if joined else "")
            or (own if at and _goes_with(text, found[at - 1], mention, own) else _by_sentence(text, mention, own))
        )
    return [_known(mention, law) for mention, law in zip(found, laws[::-1], strict=True)]


def _goes_with(text: str, earlier: Mention, mention: Mention, own: str) -> bool:
    """Whether a section is named along with one of the reply's own law: `Section 40(2) of the Act, with Section 44`."""
    between = text[earlier.end : mention.start]
    return bool(_WITH.fullmatch(between)) and _beside(text, earlier.end, own) == own


def _known(mention: Mention, law: str) -> str:
    return law if law == OTHER or mention.number in numbers(law) else OTHER


def _law(text: str, mention: Mention, own: str, page: str) -> str:
    """The law that the words beside the mention tell; empty when they tell none."""
    if beside := _beside(text, mention.end, own):
        return _fit(mention, beside)
    if mention.regulation:
        return _of_regulation(text, mention, page)
    if _has_title(text, mention, own):
        return own
    if _OFFENCE.match(text, mention.end) or _CHARGED.search(text, max(0, mention.start - 60), mention.start):
        return OTHER
    return _just_before(text, mention.start, own)


def _named(text: str) -> list[re.Match[str]]:
    """The laws that the words name; most name none, and the pattern is the longest here.

    The Fees Regulations set the limit of section 12, and take no section from the Act.
    """
    return [name for name in _NAMES.finditer(text) if "fees" not in name.group().lower()]


def _fit(mention: Mention, law: str) -> str:
    return law if mention.regulation == (law == "EIR") else OTHER


def _beside(text: str, at: int, own: str) -> str:
    """The law named right behind: `section 17 of PACE`, `s.34 DPA`, `Section 12 of the Act`."""
    link = _THE.match(text, at)
    named = (_NAMES.pattern.match(text, link.end()) if link else None) or _BESIDE.match(text, at)
    return _law_named(named, text, own) if named else ""


def _law_named(named: re.Match[str], text: str, own: str) -> str:
    if named["foia"] or named["own"]:
        return own if named["own"] else "FOIA"
    if named["foisa"] or named["eir"]:
        return "FOISA" if named["foisa"] else "EIR"
    if named["year"]:
        return {"2000": "FOIA", "2002": "FOISA" if own == "FOISA" else OTHER}.get(named["year"], OTHER)
    return OTHER


def _just_before(text: str, at: int, own: str) -> str:
    """The law named right before: `FOIA, s.12`, `the Police Act 1996 section 50`."""
    window = text[max(0, at - 80) : at]
    named = _named(window)
    last = named[-1] if named else None
    if last is None or last["own"] or not _BEFORE_LINK.fullmatch(window, last.end()):
        return ""
    return _law_named(last, window, own)


def _of_regulation(text: str, mention: Mention, page: str) -> str:
    before = _just_before(text, mention.start, "FOIA")
    if before:
        return _fit(mention, before)
    brackets = mention.parts[0][1]
    sure = mention.number == "12" and brackets[:1] in (("4",), ("5",)) and len(brackets) > 1
    return "EIR" if sure or (_names_eir(page) and not _OFFENCE.match(text, mention.end)) else OTHER


def _has_title(text: str, mention: Mention, own: str) -> bool:
    """Whether the heading of that section follows: `Section 44 – Prohibitions on disclosure`."""
    after = text[mention.end : mention.end + 48]
    kind = kind_of(f"s{mention.number}", own)
    if kind is None or not _TITLED.match(after):
        return False
    return any(word in after.lower() for word in kind.words)


def _by_sentence(text: str, mention: Mention, own: str) -> str:
    """By the last law named before it, unless words of refusal stand between; section 40 rests on data protection."""
    if mention.number == "40":
        return own
    names = [hit for hit in _named(text) if hit["own"] is None]
    before = [hit for hit in names if hit.end() <= mention.start]
    if before:
        law = _law_named(before[-1], text, own)
        return own if law == OTHER and _refuses(text, before[-1], mention.start) else law
    foreign = [hit for hit in names if _law_named(hit, text, own) == OTHER]
    return OTHER if foreign and not _CUE.search(text, 0, foreign[0].start()) else own


def _refuses(text: str, named: re.Match[str], at: int) -> bool:
    """Whether the section at `at` refuses, and is of no other law named before it.

    A law that only gives the reason ends with its clause: `... fall under Section 44, as the 1992 Act forbids it; the
    advice under Section 42`.
    """
    return bool(
        _CUE.search(text, named.end()) or (";" in text[named.end() : at] and _CUE.search(text, 0, named.start()))
    )
