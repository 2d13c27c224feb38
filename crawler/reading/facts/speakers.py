"""For which police body a document speaks; the letterhead proves nothing, since neighbours share offices."""

import re
from collections import Counter
from collections.abc import Sequence

from crawler.reading.facts.asked_too import asked_too
from crawler.reading.facts.forces import areas, at_address, mentions, named, short, together
from crawler.reading.facts.joint import in_one_breath, joint
from crawler.reading.fields import Force
from crawler.reading.sentences.signals import signals

_ANSWERS = re.compile(
    r"(?:hold|holds|held|review|reviews|provides?|supply|disclose[sd]?|neither|confirms?|den(?:y|ies)"
    r"|record(?:s|ed)?|obliged"
    r"|received|considered|decided|appl(?:y|ies)|relies|withh[eo]ld|regrets?|publish(?:es)?|employs?"
    r"|searche[sd])\b"
)
_MAIL = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_SAID_TO_ANSWER = 3
_FAR, _RIGHT_BEHIND = 160, 60  # characters
_SENDS_ON = signals(
    r"\b(?:contact|approach(?:ing)?|redirect\w*|suggest|matter for|direct(?:ed)? to|ask|apply to|try|write to|unlike"
    r"|moved to)"
    r"\b[^.]{0,60}$"
)
_WITHIN = re.compile(r"\b(?:at|within|for) (?:the )?$", re.I)
# Who published or signed, on a line that ends with the name: `for Information Access, Essex Police`.
_SIGNS = re.compile(r"\W*(?:(?:from|published by)\W+|(?:for|on behalf of) (?:[\w&' -]+, )?(?:the )?)", re.I)
_ADDRESS = signals(r"\b(?:headquarters|hq|road|street|lane|house|po box|c/o|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b")
_REVIEWS = re.compile(r"\b(?:right to request an? (?:internal|independent) review|will review)\b", re.I)
# A federation, an inspectorate or a board comments on a force's figures.
_IS_FORCE = re.compile(r"(?:Police|Police Service|Constabulary|Scotland|Northern Ireland)$")
_OF_POLICE = signals(r"\b(?:police|officers?|constables?|force)\b")
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OF_POLICES = r"(?:police |local |neighbouring |area |regional |rural |welsh |english |(?:north|south|east|west)\w* )*"
_SO_MANY = re.compile(
    rf"\b(?:(?P<n>{'|'.join(_NUMBERS[2:])}|\d\d?) {_OF_POLICES}forces"
    rf"|(?:both|neither) (?:of (?:the|these) )?{_OF_POLICES}forces?)\b",
    re.I,
)
# Those of whom an article has told already: `the two forces paid £3m`.
_THOSE = re.compile(rf"\b(?:the|these|those) (?P<n>{'|'.join(_NUMBERS[2:])}) {_OF_POLICES}forces\b", re.I)
_ASIDE = signals(
    r"\b(?:neighbour\w*|similar(?:ly)?|contrast|compar(?:ed|ison|ing)|elsewhere|unlike|next door|nearby|meanwhile"
    r"|other forces|previous\w*|earlier|same (?:question|request)s?)\b|\byears? (?:ago|before|earlier)\b|\blast year\b"
    r"|\bwhich shares\b|\b(?:also|too|as well)\b"
)
_ASKED = signals(r"freedom of information|\bfoi\b|\bfigures\b|spokes(?:man|person|woman)|\bforce\b")


def answering(lines: Sequence[str], url: str = "", owner: str = "") -> tuple[str, ...]:
    """The full names of the bodies that a reply speaks for: by address, then words, then `owner`."""
    host = at_address(url)
    if several := joint(lines, host):
        return several
    if host is not None:
        return (_reviewer(lines, host),)
    known = named(owner)
    prior = known.name if known else owner
    votes = _votes(lines)
    name, weight = votes.most_common(1)[0] if votes else ("", 0)
    # A log publishes its own answers: another body must be said to answer, and the owner not be named at all.
    if prior and (weight < _SAID_TO_ANSWER or votes[prior]):
        return (prior,)
    # An inspectorate, a college or a board is named in passing by every force.
    # Where no other is named at all, a letterhead is enough.
    return (name,) if (weight or len(votes) == 1) and (weight >= _SAID_TO_ANSWER or _IS_FORCE.search(name)) else ()


def of_site(names: Sequence[str]) -> str:
    """The full name of the first body that a site calls itself by; "" when it names none."""
    return next((force.name for name in names for _, force in mentions(name)), "")


def asked(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The body that a correspondence is with: `request to X`, else `Dear X`, else `From: X`."""
    for pattern in (r"request to (.{3,60})$", r"^dear (.{3,60}?),?$", r"^from: (.{3,80})$"):
        for line in [title, *lines[:60]]:
            found = re.search(pattern, line.strip(), re.I)
            if found and (hits := mentions(found.group(1))):
                return joint(lines, hits[-1][1]) or (hits[-1][1].name,)
    return answering(lines)


def reported(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The body that an article is about: the one named most, lines on figures or a request twice.

    The first that is named counts once more, and figures that are told of others for comparison not twice.

    Several when they were asked, or answered, in one breath (`figures from Kent Police and Essex Police`), or when
    the article says how many were asked and names no more, or has figures of as many together as it names; then those
    of which it says that they were asked the same.
    """
    votes = _reported_votes((title, *lines))
    told = (found for line in lines if (found := _SO_MANY.search(line)) and (not found["n"] or _ASKED.search(line)))
    asked_of = next(told, _SO_MANY.search(title))
    if asked_of and 1 < len(+votes) <= (many := _number(asked_of["n"] or "two")):
        return tuple(name for name, _ in votes.most_common(many))
    if len(+votes) > 1 and any(_counts(line, len(+votes)) for line in lines):
        return tuple(name for name, _ in votes.most_common(len(+votes)))
    most = [name for name, votes_for in votes.most_common(1) if votes_for] or policed((title, *lines))
    several = (names for line in lines if _ASKED.search(line) and (names := in_one_breath(line)))
    bodies = next((names for names in several if set(most) <= set(names)), _as_often(lines, votes) or tuple(most))
    return (*bodies, *(name for name in asked_too(lines, bodies) if bodies and _IS_FORCE.search(name)))


def _reported_votes(lines: Sequence[str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for line in lines:
        # What is told of others for comparison may be figures as well.
        weight = 2 if _ASKED.search(line) and not _ASIDE.search(line) else 1
        first = 0 if any(votes.values()) else 1
        for _, force in mentions(line):
            votes[force.name] += (weight + first) * (1 if _IS_FORCE.search(force.name) else 0)
    return votes


def _as_often(lines: Sequence[str], votes: Counter[str]) -> tuple[str, ...]:
    """The forces named most, when they are several, each as often, and all with figures in one line."""
    top = [name for name, times in votes.items() if times and times == max(votes.values())]
    figures = (line for line in lines if len(top) > 1 and any(map(str.isdigit, line)))
    return tuple(top) if any(set(top) <= _bodies(line) for line in figures) else ()


def policed(lines: Sequence[str]) -> list[str]:
    """The one force of whose area the lines say that its police did something, where none is named in full."""
    speaking = (line for line in lines if _OF_POLICE.search(line))
    found = {force.name for line in speaking for force in areas(line) if _IS_FORCE.search(force.name)}
    return [*found] if len(found) == 1 else []


def _counts(line: str, named: int) -> bool:
    """Whether a line has figures of just as many forces together as the article names."""
    those = _THOSE.search(line) if "forces" in line and any(map(str.isdigit, line)) else None
    return those is not None and _number(those["n"]) == named


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.index(word.lower())


def _votes(lines: Sequence[str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for line in lines:
        named_here = mentions(line)
        plain = 0 if named_here and _ADDRESS.search(line) else 1
        for at, force in named_here:
            if not _SENDS_ON.search(line[max(0, at - 100) : at]):
                votes[force.name] += _weight(line, at, _reach(force.name)) or 2 * _signs(line, at, force) or plain
        for host in _MAIL.findall(line) if "@" in line else ():
            if force_at := at_address(host):
                votes[force_at.name] += 3
    return votes


def _reach(name: str) -> int:
    """The characters from the name on within which it is said to answer: of a body that is no force right behind it."""
    return _FAR if _IS_FORCE.search(name) else _RIGHT_BEHIND


def _weight(line: str, at: int, reach: int = _FAR) -> int:
    """How much the words about a name say that it answers: 3 for a verb of answering, 2 for `at` or `within`."""
    if _ANSWERS.search(line[at : at + reach].lower()):
        return _SAID_TO_ANSWER
    return 2 if _WITHIN.search(line[max(0, at - 12) : at]) else 0


def _signs(line: str, at: int, force: Force) -> bool:
    return line[at:].rstrip(" .") == force.name and _SIGNS.fullmatch(line, 0, at) is not None


def _reviewer(lines: Sequence[str], host: Force) -> str:
    # Teams shared by neighbours sign for each other: the body that will review the reply gave it.
    for line in lines:
        if "review" in line and _REVIEWS.search(line):
            hits = {force.name for _, force in mentions(line)} - {host.name}
            if len(hits) == 1 and not any(host.name in _bodies(other) for other in lines):
                return hits.pop()
    return _neighbour(lines, host) or host.name


def _neighbour(lines: Sequence[str], host: Force) -> str:
    """The one neighbour, of those that share an office with the host, that is said to answer while the host is not."""
    kin = set(together(host.name)) - {host.name}
    areas = [short(name) for name in kin]
    if not any(area in line for line in lines for area in areas):
        return ""
    said = [force.name for line in lines if kin for at, force in mentions(line) if _weight(line, at) == _SAID_TO_ANSWER]
    return said[0] if said and len(set(said)) == 1 and said[0] in kin and not _speaks(lines, host) else ""


def _speaks(lines: Sequence[str], host: Force) -> bool:
    """Whether the host is named anywhere but in an address."""
    return any(host.name in _bodies(line) and not _ADDRESS.search(line) for line in lines)


def _bodies(line: str) -> set[str]:
    return {force.name for _, force in mentions(line)}
