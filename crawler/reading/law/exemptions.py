"""The sections that a reply cites, in normal form, where, of which law, and those among them that it relies on.

What the requester cites, procedure (s1, s10, s16, s17 ...) and what a legal annex explains refuse nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.reading.fields import Citation
from crawler.reading.law import relied_on
from crawler.reading.law.annex import annexed
from crawler.reading.law.applied import Cited, without_asides
from crawler.reading.law.citation_grammar import Mention, mentions
from crawler.reading.law.law import by_titles, exempts, kind_of, number_of
from crawler.reading.law.reviewed import EARLIER, Upheld, withdrawn
from crawler.reading.law.which_law import OTHER, laws_of, names_eir, own_law
from crawler.reading.outcome.decision import REFUSED
from crawler.reading.outcome.verdict_words import gives_all, taken_back
from crawler.reading.questions.question_refs import named
from crawler.reading.sentences.heads import heads_of
from crawler.reading.sentences.leaning import leanings
from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_SURE = 0.5  # that it refuses must be likelier than not: what decision.says() tells may be less
_CITING = frozenset(("s", "ss", "sec", "adr", "reg", "rhe", "exc", "exe", "und"))  # heads of the words of _HINT
# In lower case, and tried only where a word of citing begins: most lines cite nothing.
_HINT = re.compile(
    r"(?<![a-z])(?=[searu])(?:s|ss|sects?|secs?|sections?|adran(?:nau)?|reg|regs|regulations?|rheoliad\w*|exceptions?"
    r"|exemptions?|under)[ .:]{0,3}(?:\d|ten|twe|thir|for|ele|four|six|seven)|§|[ (]\d\d[a-z]?\(\d[a-z]?\)"
)
_LABELLED = re.compile(r"\W*(?:foi )?exemptions?(?: \(s\)|\(s\))?(?: applied| used| cited| relied on)?\s*[:|–-]", re.I)
# Of a letter that only tells what is being weighed.
_NONE_YET = signals(
    r"\bno exemptions? (?:has|have) (?:yet|so far) been (?:applied|relied (?:up)?on|claimed|cited|engaged)\b"
    r"|\bno exemptions? (?:has|have) been (?:applied|relied (?:up)?on|claimed|cited|engaged) "
    r"(?:as )?(?:so far|yet|at (?:this|the) (?:stage|moment)|at present)\b"
)
_OF_SOME = signals(
    r"\b(?:those|these|both|the (?:other|remaining)) (?:\w+ )?(?:elements?|parts?|points?|items?|matters|limbs?|two)\b"
    r"|\b(?:first|second|third|fourth|fifth|last|final) (?:\w+ )?(?:elements?|parts?|points?|items?|questions?"
    r"|limbs?)\b"
)
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
    text = "\n".join(page or (*request, *response)).lower()
    own, environmental = own_law(text, forces), names_eir(text)
    upheld = Upheld(response)
    found = [
        cited
        for place, line in _places(request, response, page)
        for cited in _in_line(line, place, own, environmental, upheld)
    ]
    dropped = frozenset([*overturned, *taken_back(tuple(response)), *withdrawn(response)])
    gone = {
        cited.citation.quote for line in dropped for cited in _in_line(line, "response", own, environmental, upheld)
    }
    doubtful = any(one.citation.relied_on and not one.stance for one in found)
    if doubtful and (_ends_with_all(response) or any(map(_NONE_YET.search, response))):
        # What was given in full may be the earlier requests that this one repeats or adds to (section 14).
        found = [one if one.stance or number_of(one.citation.section) == "s14" else _not_relied(one) for one in found]
    return _once(_most_exact(without_asides(found, _final(found, gone))))


def _not_relied(cited: Cited) -> Cited:
    return replace(cited, citation=replace(cited.citation, relied_on=False))


def _ends_with_all(response: Sequence[str]) -> bool:
    """Whether the answer gives all, and refuses nothing below: `all of it` may be said of one question."""
    last = max((at for at, line in enumerate(response) if _says_all(line)), default=-1)
    return last >= 0 and not any(map(_refuses, response[last + 1 :]))


def _says_all(line: str) -> bool:
    return any(gives_all(one) and not (named(one, ()) or _OF_SOME.search(one)) for one in statements(line))


def _refuses(line: str) -> bool:
    return any(leanings(one)[REFUSED] > _SURE for one in statements(line))


def _places(request: Sequence[str], response: Sequence[str], page: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line that may cite, with request, response or end."""
    annex = annexed(tuple(page or response))
    taken = {*request, *response}
    yield from (("request", line) for line in request)
    yield from (("end" if line in annex else "response", line) for line in response)
    # A label and its value may have been cut from the request's first line.
    rest = [line for line in page if line not in taken and not line.endswith(tuple(request[:1]))]
    yield from (("response" if _LABELLED.match(line) and line not in annex else "end", line) for line in rest)


def reported(lines: Sequence[str]) -> tuple[Citation, ...]:
    """The exemptions that a newspaper names by their titles in the Act, since it gives no numbers."""
    found = []
    for line in lines:
        for sentence in statements(line) if _REPORTED.search(line) else ():
            for section in by_titles(sentence) if _REPORTED.search(sentence) else ():
                found.append(_citation(section, sentence, "response", "FOIA", relied=True))
    return tuple(found)


def cited(text: str, law: str = "FOIA") -> list[str]:
    """The sections of that law, or of the environmental regulations, that a sentence names, in normal form."""
    found = mentions(text)
    laws = laws_of(text, found, law, names_eir(text.lower()))
    return list(
        dict.fromkeys(name for hit, of in zip(found, laws, strict=True) if of != OTHER for name in hit.sections())
    )


def _in_line(line: str, place: str, own: str, environmental: bool, upheld: Upheld) -> Iterator[Cited]:
    said = statements(line) if _may_cite(line) else ()
    for sentence, below in zip(said, [*said[1:], ""], strict=False):
        if not (found := mentions(sentence)):
            continue
        laws = laws_of(sentence, found, own, environmental)
        before = EARLIER.search(sentence)
        stances = relied_on.stances(sentence, found)
        if relied_on.takes_back_it(below):
            stances[-1] = relied_on.AGAINST
        for hit, law, stance in zip(found, laws, stances, strict=True):
            if law != OTHER:
                earlier = before and before.end() <= hit.start and not upheld.found
                yield from _cited(hit, law, relied_on.AGAINST if earlier else stance, sentence, place)


def _may_cite(line: str) -> bool:
    low, known = heads_of(line)
    return not (known.isdisjoint(_CITING) and "(" not in low and "§" not in low) and bool(_HINT.search(low))


def _cited(hit: Mention, law: str, stance: str, sentence: str, place: str) -> Iterator[Cited]:
    for section in hit.sections():
        relied = place == "response" and exempts(section, law)
        yield Cited(_citation(section, sentence, place, law, relied=relied), stance)


def _citation(section: str, quote: str, place: str, law: str, *, relied: bool) -> Citation:
    kind = kind_of(section, law)
    known = kind is not None
    return Citation(section, quote, relied, place, law, kind.kind if known else "", known and kind.ncnd)  # type: ignore[union-attr]


def _final(found: Sequence[Cited], gone: set[str]) -> list[Citation]:
    """What the reply says last of a section holds for all its mentions; an answer taken back relies on nothing."""
    last: dict[str, str] = {}
    for cited in found:
        if (
            cited.stance in (relied_on.FOR, relied_on.AGAINST)
            and cited.citation.place == "response"
            and cited.citation.quote not in gone
        ):
            last[cited.citation.section] = cited.stance
    dropped = {section for section, stance in last.items() if stance == relied_on.AGAINST}
    kept = []
    for cited in found:
        section = cited.citation.section
        against = section in dropped or (number_of(section) in dropped and section not in last)
        out = against or cited.citation.quote in gone or cited.stance in (relied_on.AGAINST, relied_on.ASIDE)
        kept.append(replace(cited.citation, relied_on=False) if out else cited.citation)
    return kept


def _most_exact(found: Sequence[Citation]) -> list[Citation]:
    """A bare `Section 40` beside `Section 40(2)` is the same exemption: the exact one counts."""
    exact = {(number_of(c.section), c.law) for c in found if "(" in c.section and c.relied_on}
    return [replace(c, relied_on=False) if "(" not in c.section and (c.section, c.law) in exact else c for c in found]


def _once(found: Sequence[Citation]) -> tuple[Citation, ...]:
    kept: dict[tuple[str, str, str], Citation] = {}
    for citation in found:
        kept.setdefault((citation.section, citation.quote, citation.place), citation)
    return tuple(kept.values())
