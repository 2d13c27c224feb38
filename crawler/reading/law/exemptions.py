"""The sections that a reply cites, in normal form, where, of which law, and those among them that it relies on.

What the requester cites, procedure (s1, s10, s16, s17 ...) and what a legal annex explains refuse nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.reading.fields import Citation
from crawler.reading.law.all_given import gives_all_or_waits, kept_back
from crawler.reading.law.annex import annexed
from crawler.reading.law.citation_grammar import Mention, may_name, mentions
from crawler.reading.law.law import by_titles, exempts, kind_of, number_of
from crawler.reading.law.relied_on import Cited, is_heading, settled
from crawler.reading.law.reviewed import withdrawn
from crawler.reading.law.stances import NEVER, against
from crawler.reading.law.which_law import OTHER, laws_of, own_law
from crawler.reading.outcome.verdict_words import taken_back
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

# In lower case, and tried only where a word of citing begins: most lines cite nothing.
_HINT = re.compile(
    r"(?<![a-z])(?=[searu])(?:s|ss|sects?|secs?|sections?|adran(?:nau)?|reg|regs|regulations?|rheoliad\w*|exceptions?"
    r"|exemptions?|under)[ .:]{0,3}(?:\d|ten|twe|thir|for|ele|four|six|seven)|§|[ (]\d\d[a-z]?\(\d[a-z]?\)"
)
_LABELLED = re.compile(r"\W*(?:foi )?exemptions?(?: \(s\)|\(s\))?(?: applied| used| cited| relied on)?\s*[:|–-]", re.I)
_SURELY = 0.9  # refused: a sentence that only names a section may look much like it
_REPORTED = signals(
    r"\bexempt|\b(?:cit(?:ed|es|ing)|"
    r"invok(?:ed|es|ing)|point(?:ed|s|ing) to|rel(?:ied|ies|ying) on|on (?:the )?grounds)\b"
)


def citations(
    response: Sequence[str],
    overturned: Sequence[str] = (),
    *,
    request: Sequence[str] = (),
    page: Sequence[str] = (),
    forces: Sequence[str] = (),
) -> tuple[Citation, ...]:
    """Every section cited, once a section and sentence, each quote a piece of its line.

    `request`: the requester's lines; `page`: all lines, of which those in neither text are not relied on, but for
    what a label `Exemptions:` heads. Lines of `overturned` are answers that a later one took back.
    """
    citing = [*_citing(request, response, page)]
    if not citing:
        return ()
    text = "\n".join(page or (*request, *response)).lower()
    own = own_law(text, forces)
    dropped = frozenset([*overturned, *taken_back(tuple(response)), *withdrawn(response)])
    found = [
        cited
        for place, line in citing
        for cited in _in_line(line, place, own, text, applicable=place == "response" and line not in dropped)
    ]
    if any(map(_only_named, found)) and gives_all_or_waits(response):
        found = [_not_relied(one) if _only_named(one) else one for one in found]
    return _once(_most_exact(settled(found)))


def _only_named(cited: Cited) -> bool:
    """Whether a sentence names a section without refusing anything: all may have been given."""
    # What was given in full may be the earlier requests that this one repeats or adds to (section 14).
    one = cited.citation
    named = one.relied_on and not cited.heading and number_of(one.section) != "s14"
    return named and kept_back(one.quote) <= _SURELY


def _not_relied(cited: Cited) -> Cited:
    return cited._replace(citation=replace(cited.citation, relied_on=False))


def _citing(request: Sequence[str], response: Sequence[str], page: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line that may cite, with request, response or end."""
    annex = annexed(tuple(page or response))
    taken = {*request, *response}
    yield from (("request", line) for line in request if _may_cite(line))
    yield from (("end" if line in annex else "response", line) for line in response if _may_cite(line))
    # A label and its value may have been cut from the request's first line.
    cut = tuple(request[:1])
    rest = [line for line in page if line not in taken and _may_cite(line) and not line.endswith(cut)]
    yield from (("response" if _LABELLED.match(line) and line not in annex else "end", line) for line in rest)


def _may_cite(line: str) -> bool:
    return may_name(line) and bool(_HINT.search(line.lower()))


def reported(lines: Sequence[str]) -> tuple[Citation, ...]:
    """The exemptions that a newspaper names by their titles in the Act, since it gives no numbers."""
    found = []
    for line in lines:
        for sentence in statements(line) if _REPORTED.search(line) else ():
            for section in by_titles(sentence) if _REPORTED.search(sentence) else ():
                found.append(_citation(section, sentence, "response", "FOIA", applicable=True))
    return tuple(found)


def cited(text: str, law: str = "FOIA") -> list[str]:
    """The sections of that law, or of the environmental regulations, that a sentence names, in normal form."""
    found = mentions(text)
    laws = laws_of(text, found, law, text.lower())
    return list(
        dict.fromkeys(name for hit, of in zip(found, laws, strict=True) if of != OTHER for name in hit.sections())
    )


def _in_line(line: str, place: str, own: str, page: str, *, applicable: bool) -> Iterator[Cited]:
    said = statements(line)
    for sentence, below in zip(said, [*said[1:], ""], strict=False):
        if not (found := mentions(sentence)):
            continue
        laws = laws_of(sentence, found, own, page)
        some = [_named(*each, sentence, place, applicable=applicable) for each in zip(found, laws, strict=True)]
        odds, heading = [NEVER] * len(found), False
        if any(one.relied_on for each in some for one in each):
            odds, heading = against(sentence, found, below), is_heading(sentence, found)
        for each, one in zip(some, odds, strict=True):
            yield from (Cited(citation, one, heading) for citation in each)


def _named(hit: Mention, law: str, sentence: str, place: str, *, applicable: bool) -> list[Citation]:
    sections = hit.sections() if law != OTHER else ()
    return [_citation(section, sentence, place, law, applicable=applicable) for section in sections]


def _citation(section: str, quote: str, place: str, law: str, *, applicable: bool) -> Citation:
    kind = kind_of(section, law)
    relied = applicable and exempts(section, law)
    return Citation(section, quote, relied, place, law, kind.kind if kind else "", bool(kind and kind.ncnd))


def _most_exact(found: Sequence[Citation]) -> list[Citation]:
    """A bare `Section 40` beside `Section 40(2)` is the same exemption: the exact one counts."""
    exact = {(number_of(c.section), c.law) for c in found if "(" in c.section and c.relied_on}
    return [replace(c, relied_on=False) if "(" not in c.section and (c.section, c.law) in exact else c for c in found]


def _once(found: Sequence[Citation]) -> tuple[Citation, ...]:
    kept: dict[tuple[str, str, str], Citation] = {}
    for citation in found:
        kept.setdefault((citation.section, citation.quote, citation.place), citation)
    return tuple(kept.values())
