"""The sections of the Act that a reply cites, in normal form, and those among them that it relies on.

Procedure (s1, s8, s10, s16, s17, s50, s84 ...) is cited in every refusal and exempts nothing.
"""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.fields import Citation

PROCEDURE = frozenset(re.findall(r"\w+", "1 8 10 11 16 17 45 50 57 77 84"))
EXEMPTIONS = frozenset(
    re.findall(r"\w+", "12 14 21 22 22A 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44")
)
_BRACKETS = r"(?:\s?\(\s?\(?\s?[0-9a-z]{1,4}\s?\(?\s?\)+)*"
_CITE = re.compile(
    rf"(?:\b(?:sections?|sec|s)\s?\.?\s?|\badran(?:nau)?\s)(?P<number>\d{{1,2}}[A-Z]?)(?P<sub>{_BRACKETS})"
    rf"(?P<more>(?:\s?(?:,|&|and|or|/|–|-)\s?(?:sections?\s"
    rf"|s\.?\s?)?(?:\d{{1,2}}[A-Z]?(?![\d/])\b)?{_BRACKETS})*)",
    re.I,
)
_EIR = re.compile(rf"\breg(?:ulation)?s?\.? ?(?P<number>12|13)(?P<sub>{_BRACKETS})", re.I)
_PART = re.compile(rf"(?P<number>\d{{1,2}}[A-Z]?)?(?P<sub>{_BRACKETS})", re.I)
_BRACKET = re.compile(r"\(\s?\(?\s?([0-9a-z]{1,4})", re.I)
_OTHER_LAW = re.compile(
    r"\b(?:data protection (?:act|principles?)|DPA|police (?:act|reform act)|criminal justice"
    r"|public order act|terrorism act"
    r"|equality act|PACE|police and criminal evidence|sexual offences act|serious crime act"
    r"|computer misuse act"
    r"|human rights act|road traffic act|offences against the person|immigration act"
    r"|misuse of drugs act|theft act"
    r"|(?:conduct|misconduct|performance|police) regulations|environmental information regulations"
    r"|[A-Z][a-z]+ Act (?:19|20)\d\d)",
    re.I,
)
_THIS_LAW = re.compile(r"freedom of information|\bFOIA?\b|\bexempt|\bthe act\b", re.I)
_NOT_RELIED = re.compile(
    r"\bs(?:ection)?s?\.? ?\d\S*(?: \w+){0,4}? (?:no longer|(?:do(?:es)?|is|are) not|has been|was)"
    r" (?:apply|applies|engaged|relied|lifted|withdrawn)",
    re.I,
)


def citations(lines: Sequence[str], overturned: Sequence[str] = ()) -> tuple[Citation, ...]:
    """Every section cited in a reply, once a section and sentence; procedure is never relied on.

    Nor is what only the lines `overturned` cite: an answer that a later one took back.
    """
    found: dict[tuple[str, str], Citation] = {}
    for line in lines:
        for sentence in _sentences(line) if _CITE.search(line) or _EIR.search(line) else ():
            dropped = [section for hit in _NOT_RELIED.finditer(sentence) for section in cited(hit.group())]
            for section in cited(sentence):
                number = re.match(r"s(\d+[A-Z]?)", section)
                counts = (
                    number is not None
                    and number.group(1) in EXEMPTIONS
                    and section not in dropped
                    and line not in overturned
                )
                found.setdefault((section, sentence), Citation(section, sentence, counts))
            for section in cited_regulations(sentence):
                found.setdefault((section, sentence), Citation(section, sentence, True))
    return _most_exact(tuple(found.values()))


def cited(text: str) -> list[str]:
    """The sections that a sentence names: `Section 31(1)(g)&(2)(b)` is s31(1)(g) and s31(2)(b)."""
    found: list[str] = []
    # Section 40 rests on data protection law and is cited with it; another number beside it is that law's.
    elsewhere = bool(_OTHER_LAW.search(text)) and not _THIS_LAW.search(text)
    for match in _CITE.finditer(text):
        if match.group("number")[0] != "0" and (not elsewhere or match.group("number") == "40"):
            found += _sections(match.group("number").upper(), match.group("sub"), match.group("more"))
    return list(dict.fromkeys(found))


def cited_regulations(text: str) -> list[str]:
    """The exceptions of the Environmental Information Regulations 2004 that a sentence names: `reg 12(4)(b)`."""
    hits = [(hit.group("number"), _BRACKET.findall(hit.group("sub"))) for hit in _EIR.finditer(text)]
    # Regulation 12 without a paragraph, or 12(1), is the rule and not an exception to it.
    named = [(number, parts) for number, parts in hits if number == "13" or parts[:1] in (["4"], ["5"], ["6"])]
    return list(dict.fromkeys(f"reg {number}" + "".join(f"({part})" for part in parts) for number, parts in named))


def _sections(number: str, sub: str, more: str) -> Iterator[str]:
    yield from _chains(number, _BRACKET.findall(sub))
    for part in _PART.finditer(more):
        own, brackets = (part.group("number") or "").upper(), _BRACKET.findall(part.group("sub"))
        if own and (own in EXEMPTIONS or own in PROCEDURE):
            number = own
            yield from _chains(number, brackets)
        elif brackets and brackets[0][0].isdigit():
            yield from _chains(number, brackets)


def _chains(number: str, brackets: Sequence[str]) -> Iterator[str]:
    """A new subsection starts a new section: (2)(3A)(a) is two; (1)(a)(b) of s31 names two paragraphs."""
    chain: list[str] = []
    for bracket in [part.upper() if part[0].isdigit() else part.lower() for part in brackets]:
        if bracket[0].isdigit() and chain:
            yield from _written(number, chain)
            chain = []
        chain.append(bracket)
    yield from _written(number, chain)


def _written(number: str, chain: Sequence[str]) -> Iterator[str]:
    paragraphs = [part for part in chain[1:] if len(part) == 1]
    if number in ("30", "31") and len(paragraphs) > 1 and len(paragraphs) == len(chain) - 1:
        yield from (f"s{number}({chain[0]})({paragraph})" for paragraph in paragraphs)
    else:
        yield f"s{number}" + "".join(f"({part})" for part in chain)


def _most_exact(found: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """A bare `Section 40` beside `Section 40(2)` is the same exemption: the exact one counts."""
    exact = {c.section.partition("(")[0] for c in found if "(" in c.section and c.relied_on}
    return tuple(
        Citation(c.section, c.quote, False) if "(" not in c.section and c.section in exact else c for c in found
    )


def _sentences(line: str) -> list[str]:
    text = re.sub(r"^(?:[-–•*]|\(?\w{1,3}[.)])\s+", "", line)
    return [part for part in re.split(r"(?<=[a-z)”’][.;])\s+(?=[A-Z])", text) if part.strip()]
