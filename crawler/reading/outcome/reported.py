"""What others say became of a request: a newspaper that tells of the reply, an archive's line of status.

A newspaper's own words count, not those that it quotes, and of figures only those that the force gave for the asking.
"""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.facts.forces import mentions
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{0,600})[”\"]")
_PHRASE = 7  # words at most that a newspaper takes over into a sentence of its own
# Figures of these were not given for the asking.
_OTHERS = signals(
    r"\bhome office\b|\bwebsites?\b|\bweb site|\boffice for national statistics\b|\bons\b|\bfederation\b"
    r"|\binspectorate\b|\bpublished (?:by|on|last|in|earlier|every|each)\b|\bcharity\b"
    r"|\bnational(?:ly)? (?:figures|statistics|data)\b",
)
_OTHER_FORCES = re.compile(
    r"(?:but |and |in contrast,? |by contrast,? |while |however,? )?(?:[\w-]+ ){0,2}"
    r"(?:(?:other|neighbouring|nearby|remaining) (?:\w+ )?(?:forces|constabularies)"
    r"|(?:neighbouring|nearby|next-?door) (?-i:[A-Z])\w+)\b",
    re.I,
)
# The requester's own verdict, in the words of the archive (Alaveteli, app/models/info_request.rb).
_STATUS = (
    (
        "part_disclosed",
        re.compile(r"\b(?:request|it) (?:was|is) partially successful\b|\bpartially successful\.?$", re.I),
    ),
    ("disclosed", re.compile(r"\b(?:request|it) (?:was|is) successful\b", re.I)),
    ("refused", re.compile(r"\b(?:request|it) (?:was|is) (?:refused|rejected)\b", re.I)),
    ("not_held", re.compile(r"\b(?:does|did) not have the information requested\b", re.I)),
    (
        "pending",
        re.compile(
            r"\b(?:currently )?waiting for a response\b|\brequest is waiting for clarification\b|\blong overdue\b"
            r"|\bresponse to this request is (?:long )?(?:delayed|overdue)\b|\bawaiting (?:response"
            r"|classification)\b",
            re.I,
        ),
    ),
)


def told_by_paper(lines: Sequence[str], forces: Sequence[str] = ()) -> list[str]:
    """The lines of an article as the newspaper's own words on the reply of `forces`, which are weighed like a reply."""
    return [own for line in lines if (own := " ".join(_own(line, forces)))]


def _own(line: str, forces: Sequence[str]) -> Iterator[str]:
    for one in statements(_QUOTED.sub(_own_words, line)):
        # What is but quoted is told by nobody else: `“...” the reply says`.
        if not (one.startswith("“”") or _OTHERS.search(one) or of_others(one, forces)):
            yield one


def _own_words(quoted: re.Match[str]) -> str:
    """A quotation as the newspaper's own words where it is but a phrase of its sentence."""
    said = quoted["words"]
    return said if said[:1].islower() and len(said.split()) <= _PHRASE else "“”"


def of_others(sentence: str, forces: Sequence[str]) -> bool:
    """Whether a sentence names police forces, and none of these, or tells of other forces without naming them."""
    names = {force.name for _, force in mentions(sentence)}
    elsewhere = not names and bool(_OTHER_FORCES.match(sentence))
    return elsewhere or (bool(names and forces) and names.isdisjoint(forces))


def status(lines: Sequence[str]) -> str:
    """One of fields.OUTCOMES, from the line of status that an archive prints above a correspondence; else unknown."""
    for line in lines[:8]:
        if len(line.split()) < 30:
            for outcome, pattern in _STATUS:
                if pattern.search(line):
                    return outcome
    return "unknown"
