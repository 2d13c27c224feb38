"""Signs in running prose that stand for a number kept back: only where the letter says what they stand for."""

import re
from collections.abc import Mapping, Sequence

from crawler.reading.sentences.sentences import sentences

Standing = tuple[int, str]  # where in a line a sign stands, and the sign

# A foot-note's mark stands behind what it is of, a bullet before it: a number stands behind one of these words ...
_BEHIND = (
    r"\b(?:and|or|of|were|was|are|is|which|whom|to|in|for|than|only|had|have|received|including|plus|against|from|the"
    r"|those|these|other|another|further|remaining|gave|total(?:led)?|counted|found) "
)
# ... or behind a comma and before these.
_BEFORE = (
    r" (?:was|were|had|have|has|are|is|received|resigned|retired|left|got|an?|in|of|for|by|between|officers?|staff)\b"
)
_STANDS = re.compile(
    rf"(?:{_BEHIND}|[,;:] (?=\S{{1,3}}(?:[.,;]|$|{_BEFORE})))(?P<sign>\*{{1,3}}|x{{1,3}}|##?|[-–—])(?=[ ,.;)]|$)", re.I
)
_DASHED = re.compile(rf"{_BEFORE}|[.,;]|$", re.I)
_HINT = re.compile(r" [*xX#–—-]{1,3}(?=[ ,.;)]|$)")
_MEANS = (
    r"(?:=|(?:denot|indicat|represent|stand(?:s|ing)? (?:for|in)|signif|means?\b|replac|tak(?:es?|ing) the place"
    r"|in place|(?:is|are|was|were|been) used|marked|masked|appear|rely|(?:shown|given|displayed|recorded|written"
    r"|expressed) (?:as|by|with)))"
)
_KEPT = (
    r"\b(?:low|small|fewer|less|under|below|withh\w+|redact\w+|suppress\w+|exempt\w*|one to|1 ?[-–] ?[3-9]"
    r"|(?:from|between) (?:1|one)|not (?:been )?(?:given|shown|released|disclosed)|identif\w+|(?:held|kept) back"
    r"|removed|section (?:38|40))\b"
)
_REASON = re.compile(_KEPT, re.I)
_MEANING = re.compile(_MEANS, re.I)
# `* fewer than five`, as the key to a table has it.
_KEY = rf"(?:an? |the )?(?:(?:number|figure|value|count) )?(?:(?:that )?is |of )?{_KEPT}"


def _told(name: str, sign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sign is called, and how a sentence shows it that says what it means."""
    shown = rf"[\"“'‘(]?{sign}[\"”'’)]?"
    after = rf"(?:^|(?<= )){shown}(?:\s*|\s\w+ ){_MEANS}|^{shown}[ :–-]+{_KEY}"
    before = rf"\b(?:as|by|with|an?|the|where) {shown}(?=[ ,.;]|$)"
    return re.compile(name, re.I), re.compile(f"{after}|{before}", re.I)


_KINDS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "*": _told(r"asterisk|\bstars?\b", r"\*{1,3}"),
    "x": _told(r"\bcross(?:es)?\b|\bletter x\b", r"x{1,3}"),
    "#": _told(r"\bhash", "##?"),
    "-": _told(r"\bdash|\bhyphen", "[-–—]"),
}


def masked(lines: Sequence[str]) -> dict[str, list[Standing]]:
    """By line the signs that stand where a number would, of those that the lines explain."""
    found = {line: standing for line in lines if _HINT.search(line) and (standing := _standing(line))}
    # Most letters have no such sign: nothing is looked for in their other lines.
    kinds = {_kind(sign) for standing in found.values() for _, sign in standing}
    known = {kind for kind in kinds if any(_explains(one, kind) for line in lines for one in sentences(line))}
    return {line: [one for one in standing if _kind(one[1]) in known] for line, standing in found.items()}


def _standing(line: str) -> list[Standing]:
    """Where a sign stands as a number would, and is not what is explained: "and * means"."""
    return [(hit.start("sign"), hit["sign"]) for hit in _STANDS.finditer(line) if _counts(line, hit)]


def _counts(line: str, hit: re.Match[str]) -> bool:
    if _kind(hit["sign"]) == "-" and not _DASHED.match(line, hit.end()):
        return False
    return not _MEANING.match(line, hit.end() + 1)


def _kind(sign: str) -> str:
    return "-" if sign in "–—-" else sign[0].lower()


def _explains(sentence: str, kind: str) -> bool:
    """Whether a sentence says of a sign that it stands for a small number, or for one that is kept back."""
    if not _REASON.search(sentence):
        return False
    name, shown = _KINDS[kind]
    return bool((name.search(sentence) and _MEANING.search(sentence)) or shown.search(sentence))
