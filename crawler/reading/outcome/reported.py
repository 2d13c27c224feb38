"""What others say became of a request: a newspaper that tells of the reply, an archive's line of status.

A newspaper's own words count, not those that it quotes, and of figures only those that the force gave for the asking.
"""

import re
from collections.abc import Sequence

from crawler.reading.facts.forces import mentions
from crawler.reading.outcome import reported_words as words
from crawler.reading.outcome.verdict_words import gives_all
from crawler.reading.sentences.statements import statements

_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{0,600})[”\"]")
_NO_ANSWERS = (words.REFUSES, words.WAITS, words.NOT_GIVEN, words.NOT_HELD, words.NCND)
_PHRASE = 7  # words at most that a newspaper takes over into a sentence of its own
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


def outcome_reported(
    lines: Sequence[str], forces: Sequence[str] = (), *, table: bool = False, exempt: bool = False
) -> str:
    """One of fields.OUTCOMES, from a newspaper's words. `table`: it prints one; `exempt`: it names an exemption.

    What it tells of other bodies than `forces` is left out.

    Figures beside a refusal are a part, but for those of others and for a refusal of which it says that no figure
    came with it. A reply that is only late is pending.
    """
    every = [one for line in lines for one in statements(_QUOTED.sub(_own_words, line))]
    # What is but quoted is told by nobody else: `“...” the reply says`.
    every = [one for one in every if not one.startswith("“”")]
    told = [one for one in every if not words.OTHERS.search(one) and not of_others(one, forces)]
    waits = any(map(words.WAITS.search, told))
    refused = exempt or any(map(_refuses, told))
    given = table or any(_gives(one) for one in told)
    if any(map(words.NOT_GIVEN.search, told)) and not table:
        given = False
    if given:
        return "part_disclosed" if refused or any(map(words.NCND.search, told)) else "disclosed"
    if any(map(words.NCND.search, told)):
        return "ncnd"
    if refused or waits:
        return "refused" if refused else "pending"
    return "not_held" if any(map(words.NOT_HELD.search, told)) else "unknown"


def _own_words(quoted: re.Match[str]) -> str:
    """A quotation as the newspaper's own words where it is but a phrase of its sentence."""
    said = quoted["words"]
    return said if said[:1].islower() and len(said.split()) <= _PHRASE else "“”"


def of_others(sentence: str, forces: Sequence[str]) -> bool:
    """Whether a sentence names police forces, and none of these, or tells of other forces without naming them."""
    names = {force.name for _, force in mentions(sentence)}
    elsewhere = not names and bool(_OTHER_FORCES.match(sentence))
    return elsewhere or (bool(names and forces) and names.isdisjoint(forces))


def _refuses(sentence: str) -> bool:
    return words.REFUSES.search(sentence) and not (_gives_whole(sentence) or words.UNREASONED.search(sentence))


def _gives_whole(sentence: str) -> bool:
    """Whether all of it was given: `it turned down the whole of it` says the contrary."""
    return gives_all(sentence) and not words.TURNED_DOWN.search(sentence)


def _gives(sentence: str) -> bool:
    if words.ASKS.search(sentence):
        return False
    return _gives_whole(sentence) or (
        words.GIVEN.search(sentence) and not any(kind.search(sentence) for kind in _NO_ANSWERS)
    )


def status(lines: Sequence[str]) -> str:
    """One of fields.OUTCOMES, from the line of status that an archive prints above a correspondence; else unknown."""
    for line in lines[:8]:
        if len(line.split()) < 30:
            for outcome, pattern in _STATUS:
                if pattern.search(line):
                    return outcome
    return "unknown"
