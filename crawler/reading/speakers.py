"""For which police body a document speaks; the letterhead proves nothing, since neighbours share offices."""

import re
from collections import Counter
from collections.abc import Sequence

from crawler.reading.fields import Force
from crawler.reading.forces import at_address, mentions, named
from crawler.reading.phrases import phrases

_ANSWERS = (
    r"(?:(?:also|can|could|now|currently|therefore|still|either|would|will|do(?:es)?|is|has|have"
    r"|cannot|may|must|was) |not )*"
    r"(?:hold|holds|held|review|reviews|provides?|supply|disclose[sd]?|neither|confirms?|den(?:y|ies)"
    r"|record(?:s|ed)?|obliged"
    r"|received|considered|decided|appl(?:y|ies)|relies|withh[eo]ld|regrets?|publish(?:es)?|employs?"
    r"|searche[sd])\b"
)
_SAID_TO_ANSWER = 3
_WITHIN = re.compile(r"\b(?:at|within|for) (?:the )?$", re.I)
_ADDRESS = re.compile(
    r"\b(?:headquarters|hq|road|street|lane|house|po box|c/o|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b", re.I
)
_JOINT = phrases(
    "on behalf of|joint re|joint answer|forces|constabularies|responds for|respond for",
    r"\b(?:on behalf of|joint (?:reply|response|answer)|(?:both|each of the) (?:forces"
    r"|constabularies)|all three forces"
    r"|responds? for)\b",
)
_REVIEWS = re.compile(r"\b(?:right to request an? (?:internal|independent) review|will review)\b", re.I)
_ASKED = re.compile(r"freedom of information|\bfoi\b|\bfigures\b|spokes(?:man|person|woman)|\bforce\b", re.I)


def answering(lines: Sequence[str], url: str = "", owner: str = "") -> tuple[str, ...]:
    """The full names of the bodies that a reply speaks for: by address, then words, then `owner`."""
    host, joint = at_address(url), _joint(lines)
    if len(joint) > 1 and (host is None or host.name in joint):
        return tuple(joint)
    if host is not None:
        return (_reviewer(lines, host),)
    known = named(owner)
    prior = known.name if known else owner
    votes = _votes(lines)
    name, weight = votes.most_common(1)[0] if votes else ("", 0)
    # A log publishes its own answers: another body must be said to answer, and the owner not be named at all.
    if prior and (weight < _SAID_TO_ANSWER or votes[prior]):
        return (prior,)
    return (name,) if name else ()


def asked(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The body that a correspondence is with: `request to X`, else `Dear X`, else `From: X`."""
    for pattern in (r"request to (.{3,60})$", r"^dear (.{3,60}?),?$", r"^from: (.{3,80})$"):
        for line in [title, *lines[:60]]:
            found = re.search(pattern, line.strip(), re.I)
            if found and (hits := mentions(found.group(1))):
                return (hits[-1][1].name,)
    return answering(lines)


def reported(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The body that an article is about: the one named most, lines on figures or a request twice."""
    votes: Counter[str] = Counter()
    for line in (title, *lines):
        for _, force in mentions(line):
            votes[force.name] += 2 if _ASKED.search(line) else 1
    return tuple(name for name, _ in votes.most_common(1))


def _votes(lines: Sequence[str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for line in lines:
        named_here = mentions(line)
        plain = 0 if named_here and _ADDRESS.search(line) else 1
        for at, force in named_here:
            votes[force.name] += _weight(line, at) or plain
        for host in re.findall(r"@([\w-]+(?:\.[\w-]+)+)", line):
            if force_at := at_address(host):
                votes[force_at.name] += 3
    return votes


def _weight(line: str, at: int) -> int:
    """How much the words about a name say that it answers: 3 for a verb of answering, 2 for `at` or `within`."""
    if re.search(_ANSWERS, " ".join(line[at : at + 160].split(" ", 8)), re.I):
        return _SAID_TO_ANSWER
    return 2 if _WITHIN.search(line[max(0, at - 12) : at]) else 0


def _reviewer(lines: Sequence[str], host: Force) -> str:
    # Teams shared by neighbours sign for each other: the body that will review the reply gave it.
    for line in lines:
        if "review" in line and _REVIEWS.search(line):
            hits = {force.name for _, force in mentions(line)} - {host.name}
            if len(hits) == 1 and not any(host.name in _bodies(other) for other in lines):
                return hits.pop()
    return host.name


def _bodies(line: str) -> set[str]:
    return {force.name for _, force in mentions(line)}


def _joint(lines: Sequence[str]) -> list[str]:
    for line in lines:
        if found := _JOINT.search(line):
            names = list(dict.fromkeys(force.name for at, force in mentions(line) if at > found.start() - 120))
            if len(names) > 1:
                return names
    return []
