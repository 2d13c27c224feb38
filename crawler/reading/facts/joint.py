"""Whether a reply is of several forces at once: said in its words, never because an office is shared."""

import re
from collections.abc import Sequence

from crawler.reading.facts.as_one import many
from crawler.reading.facts.forces import mentions, together
from crawler.reading.facts.joint_tables import columns, rows
from crawler.reading.fields import Force

_SAID = re.compile(
    r"\bon behalf of\b|^(?:posted|published|issued|released)\b.{0,30}\bfor\b"
    r"|\bjoint (?:\w+ )?(?:reply|response|answer|letter|disclosure)\b|\b(?:both|each of the|all three"
    r"|the two|the three) (?:forces|constabularies)\b|\b(?:responds?|answers?|repl(?:y|ies)) for\b"
    r"|\bagreed\b.{0,30}\b(?:one|a single|a common) (?:reply|response|answer|letter)\b"
    r"|\b(?:reply|response|answer|letter|figures?|data) (?:below )?(?:is|are|covers?|given|stands?)\b.{0,30}\b(?:for"
    r"|of|covers?"
    r"|by|both)\b"
    r"|\b(?:reply|response|answer|letter|disclosure)\b.{0,60}\b(?:given|made|sent|issued|written|meant|goes out|stands)"
    r" (?:for|in the names? of)\b",
    re.I,
)
# In one paragraph with their names: `What follows is a reply for all three.`
_FOR_ALL = re.compile(
    r"\b(?:reply|response|answer|letter|decision)\b[^.]{0,40}\b(?:for|on behalf of|from|by|of|covers?|speaks for)"
    r" (?:them )?(?:all|both|each|the (?:two|three|pair))\b(?: (?:of (?:them|the)|two|three|forces"
    r"|constabularies))*\W*(?:$|(?<=\.)\s)"
    r"|\b(?:answer|repl(?:y|ie)|respond|writ|speak)\w* (?:here )?(?:for|on behalf of) (?:(?:them )?(?:both|all)"
    r"|the (?:pair"
    r"|two|three|others?))(?: of (?:them|us)| forces| constabularies)\b",
    re.I,
)
_SIGNED = re.compile(r"[^.]{0,60}\b(?:on behalf of|for and on behalf)\b[^.]{0,120}$", re.I)
_OFFICE = re.compile(r"\b(?:team|unit|department|office|bureau|service|function)\b", re.I)
_OFFICE_OF = re.compile(
    r"\b(?:team|unit|department|office|bureau|service|function)s?,? (?:(?:of|for|at|by|shared|serving|that serves) )+"
    r"(?:both |the )*$",
    re.I,
)
# Of this letter, and not of what an office does for all: `writes here on behalf of`, `to both of whom you wrote`.
_THIS = re.compile(
    r"\b(?:this|our|the) (?:\w+ )?(?:reply|response|answer|letter|disclosure|figures?)\b|\bjoint (?:re|ans)"
    r"|\b(?:writ\w+|answer\w*|repl\w+|respond\w*) (?:to you |you )?(?:here|hereby|now|jointly)\b"
    r"|\b(?:is|am|are) (?:writing|answering|replying|responding)\b|\btogether\W*$"
    r"|\bboth of (?:whom|which)\b.{0,30}\b(?:you|your|the same)\b",
    re.I,
)
_APART = re.compile(
    r"\b(?:share[sd]?|neighbour\w*|mail about|may (?:hold|contain|reach)|handles? (?:requests|mail)|separate(?:ly)?"
    r"|for (?:\w+ ){1,3}(?:only|alone)|right to request|review|website|not (?:be )?(?:compar|speak|answer)\w*)\b"
    r"|and/or",
    re.I,
)
_ADDED = re.compile(r", (?:which|who|whose)\b[^,.;]*(?:,|(?=[.;])|$)")
_DO_BOTH = re.compile(
    r"[\s,]*(?:\([^)]{1,20}\))?(?:(?:each|both|all|jointly|together|also|now|constabular(?:y|ies)|police|forces|can|do"
    r"|does|have|has"
    r"|had|will|are|not|therefore|neither) )*(?:hold|holds|held|locate[sd]?|confirms?|den(?:y|ies)|provides?|supply"
    r"|supplied"
    r"|disclose[sd]?|identified|recorded?|found|refuse[sd]?|rely|relies|neither|considered|decided|receive[sd]?|obliged"
    r"|searche[sd]|able|exempt|withh\w+|gave|give[ns]?|sent|released?|handed|published"
    r"|no (?!longer)|nothing|what you|some of|spent|paid|keeps? no\b"
    r"|the following|to tell|tell|answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?)\b",
    re.I,
)
_ASKED_BOTH = re.compile(r"\b(?:request|enquiry|application|you)\b.{0,120}$", re.I)
_REQUEST_TO = re.compile(
    r"\b(?:request|enquiry|application|sought|asked|requested|wanted|following)\b.{0,60}\b(?:to|of|from)\b "
    r"(?:both |the |each of )?$",
    re.I,
)
_ASKS_BOTH = re.compile(r"\b(?:asked|to|from|by|of|told)\b (?:both |all |the |each of )*$", re.I)
_SENTENCE = re.compile(r"(?<=[a-z)][.;]) +")
_HAD = re.compile(r"[\s,]*(?:both |each )?(?:had|received|got)\b.{0,20}\b(?:from you|on)\b", re.I)


def joint(lines: Sequence[str], host: Force | None) -> tuple[str, ...]:
    """The full names of the forces that one reply speaks for, two at least; empty for the reply of one force.

    Forces that share no office answer together only where the reply says so in so many words; neighbours
    also where both are the subject of the answer or the heads of its columns.
    """
    office = together(host.name) if host else ()
    for line in lines:
        if not (mentions(line) or line.startswith("|")):
            continue  # as most lines
        kin = office or _kin(line)
        if names := _said_of_all(line, kin) if len(kin) > 1 else ():
            return names
        for sentence in _SENTENCE.split(line) if _may_name_several(line, kin) else ():
            names = _names(sentence, kin)
            if len(names) > 1 and (host is None or (host.name in names and not _signs_alone(sentence, lines, host))):
                return names
    names = rows(lines, office) if host else ()
    return names if host and host.name in names else _counted(lines, host, office)


def _may_name_several(line: str, kin: Sequence[str]) -> bool:
    if line.startswith("|"):
        return len(kin) > 1 or len(mentions(line)) > 1
    return (" and " in line or "&" in line) and len(mentions(line)) > 1


def _counted(lines: Sequence[str], host: Force | None, office: Sequence[str]) -> tuple[str, ...]:
    """The forces of a reply that says how many it is of: those of the office, else those that one line lists."""
    told = many(lines)
    office = office or next(filter(None, map(_kin, lines)), ()) if told else ()
    if not told or len(office) == told:
        return tuple(office) if told else ()
    lists = (listed for line in lines if len(listed := _listed(line)) == told)
    return next((names for names in lists if host is None or host.name in names), ())


def _listed(line: str) -> tuple[str, ...]:
    """The forces that a line lists as those asked or answering, or of which it is but the list."""
    hits = mentions(line)
    bare = len(hits) > 1 and hits[0][0] == 0 and _end(line, hits[-1]) >= len(line.rstrip()) and _is_list(line)
    return tuple(dict.fromkeys(force.name for _, force in hits)) if bare else in_one_breath(line)


def _kin(line: str) -> tuple[str, ...]:
    """The forces that share an office with the first one that a line of a letter from nowhere names."""
    hits = mentions(line)
    return together(hits[0][1].name) if hits else ()


def _signs_alone(sentence: str, lines: Sequence[str], host: Force) -> bool:
    """Whether an office signs that is shared, and the host is said to answer, and no other force."""
    if _THIS.search(sentence) or not _SIGNED.match(sentence):
        return False
    speaking = {
        force.name
        for line in lines
        for at, force in mentions(line)
        if _DO_BOTH.match(line[_end(line, (at, force)) :].removeprefix(" is") + " ")
    }
    return speaking == {host.name}


def _said_of_all(line: str, kin: Sequence[str]) -> tuple[str, ...]:
    """The forces of one office that a line names and says to answer as one."""
    named = {force.name for _, force in mentions(line)}
    names = tuple(name for name in kin if name in named)
    return names if len(names) > 1 and _FOR_ALL.search(line) else ()


def in_one_breath(line: str) -> tuple[str, ...]:
    """The full names of the forces that a line lists as those asked or answering, two at least; else empty."""
    hits = mentions(line)
    names = tuple(dict.fromkeys(force.name for _, force in hits))
    if len(names) < 2 or _APART.search(line) or not _is_list(line[hits[0][0] : _end(line, hits[-1])]):
        return ()
    asked = _ASKS_BOTH.search(line[: hits[0][0]]) or _DO_BOTH.match(line[_end(line, hits[-1]) :] + " ")
    return names if asked else ()


def _names(sentence: str, kin: Sequence[str]) -> tuple[str, ...]:
    if sentence.startswith("|"):
        return columns(sentence, kin)
    # What a clause adds of the forces, `which share an office`, takes nothing from what the sentence says.
    sentence = _ADDED.sub(lambda clause: clause[0] if mentions(clause[0]) else "", sentence)
    hits = mentions(sentence)
    names = tuple(dict.fromkeys(force.name for _, force in hits))
    if len(names) < 2 or _APART.search(sentence):
        return ()
    said = _SAID.search(sentence)
    if said and (not _OFFICE.search(sentence) or _THIS.search(sentence)):
        after = tuple(dict.fromkeys(force.name for place, force in hits if place > said.start() - 120))
        return after if len(after) > 1 else ()
    first, last = hits[0][0], _end(sentence, hits[-1])
    is_kin = set(names) <= set(together(names[0]))
    if not is_kin or not _is_list(sentence[first:last]):
        return ()
    before, after_words = sentence[:first], sentence[last:]
    # Whoever wrote to the office that they share asked one of them.
    if _OFFICE_OF.search(before) or sentence[:last].endswith(("'s", "’s", "s'", "s’")):
        return ()
    asked = _REQUEST_TO.search(before) or (_ASKED_BOTH.search(before) and _HAD.match(after_words))
    return names if asked or _DO_BOTH.match(after_words + " ") else ()


def _end(sentence: str, hit: tuple[int, Force]) -> int:
    """Where the last name ends: its area, and the word that says what it is."""
    rest = re.match(r"(?:[A-Z][\w’'&-]*|and|of|the|&)(?: (?:[A-Z][\w’'-]*|and(?= [A-Z])|of|&))*", sentence[hit[0] :])
    return hit[0] + (rest.end() if rest else 0)


def _is_list(text: str) -> bool:
    """Whether the text is names and nothing but commas and `and` between them."""
    return len(text) < 160 and not re.search(
        r"\b(?!(?:and|of|the|to|for|from|by|both)\b)[a-z]{2,}\b", re.sub(r"constabular\w+|police|forces", "", text)
    )
