"""Police named only to be left out, "suspects who are not police officers", or likened to: "as bad as coppers"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from alerts.topics.others import NOT_BY_POLICE
from alerts.topics.phrases import Hit, Words

# The lists of topics.toml that are looked for here.
LISTS = ("leaving_out", "denying", "likening", "the_police", "police", "be_left_out", "anybody", "complainers")
_SAID = ("leaving_out", "denying", "likening", "be_left_out")
# What stands between "excluding" and the police: "any suspect who was a serving member of the".
_BETWEEN = frozenset((
    "a", "an", "the", "any", "all", "those", "anyone", "anybody", "someone", "somebody", "person", "persons",
    "people", "suspect", "suspects", "accused", "offender", "offenders", "defendant", "defendants", "perpetrator",
    "perpetrators", "individual", "individuals", "case", "cases", "offence", "offences", "crime", "crimes",
    "allegation", "allegations", "report", "reports", "where", "when", "in", "which", "whom", "who", "that", "is",
    "was", "are", "were", "be", "being", "against", "by", "about", "concerning", "involving", "of", "for", "to",
    "or", "and", "currently", "serving", "employed", "working", "identified", "named", "member", "members", "your",
    "our",
))  # fmt: skip
# Behind "not" fewer: "not all officers" leaves nobody out, nor does "not those officers".
_DENIED = frozenset((
    "a", "an", "the", "member", "members", "of", "employed", "by", "working", "for", "in", "with", "serving",
    "currently", "your", "our",
))  # fmt: skip
# Behind "no better than": of whatever sort they are, nothing is asked of them.
_LIKENED = frozenset((
    "a", "an", "the", "some", "any", "many", "most", "certain", "your", "our", "of", "bent", "corrupt", "crooked",
    "rogue", "bad", "worst", "dishonest", "violent", "serving", "former",
))  # fmt: skip
_AND = frozenset(("and", "or", "nor", "a", "an", "any", "the", "of", "other", "member", "members", "serving", "former"))
_MOST = 16  # words between them, and in a list of them
# "Whether or not police officers", "if not the police".
_ASKING = frozenset(("or", "if", "why", "whether"))
# The sentence goes on, and says nothing more of them: "officers who resigned" are some officers only.
_GOES_ON = frozenset((
    "were", "was", "are", "is", "be", "been", "have", "has", "had", "and", "or", "but", "each", "per", "between",
    "since", "during", "by", "to", "suspects", "offenders", "defendants", "people", "persons", "individuals",
))  # fmt: skip
_DATED = frozenset(("in", "from", "for", "on"))
_BREAK = frozenset(",;:.?!()[]–—-/\n")


def leave_out(cut: Words, hits: Mapping[str, Sequence[Hit]]) -> None:
    """Take these words out; where anybody may have done it, put NOT_BY_POLICE, as others than the police then did.

    Where nobody else is spoken of it may be the police staff; and of the police may complain who is none of them.
    """
    word = NOT_BY_POLICE if "anybody" in hits and "complainers" not in hits else ""
    for start, end in _left_out(cut, hits):
        if cut.low[start]:
            cut.low[start:end] = [word, *[""] * (end - start - 1)]


def _left_out(cut: Words, hits: Mapping[str, Sequence[Hit]]) -> Iterator[Hit]:
    """The words that leave the police out, as a whole and not some of them; what else is asked stands."""
    # Most texts leave nobody out.
    if "the_police" in hits and any(name in hits for name in _SAID):
        named = {start: end for name in ("the_police", "police") for start, end in hits.get(name, ())}
        police = {start: _named_on(cut, end, named) for start, end in hits["the_police"]}
        for name, between in (("leaving_out", _BETWEEN), ("denying", _DENIED), ("likening", _LIKENED)):
            yield from _before(cut, [hit for hit in hits.get(name, ()) if not _is_asked(cut, hit[0])], between, police)
        yield from _behind(cut, hits.get("be_left_out", ()), police)


def _before(cut: Words, said: Sequence[Hit], between: frozenset[str], police: Mapping[int, int]) -> Iterator[Hit]:
    """What leaves out those who are named after it: "not a police officer"."""
    for start, end in said:
        first = next((at for at in _passed(cut, end, between) if at in police), None)
        if first is not None and _ends(cut, police[first]):
            yield start, police[first]


def _behind(cut: Words, said: Sequence[Hit], police: Mapping[int, int]) -> Iterator[Hit]:
    """What leaves out those who are named before it: "police officers should be excluded"."""
    begun = {end: start for start, end in reversed(list(police.items()))}
    for start, end in said:
        first = begun.get(start)
        if first is not None and _broken(cut, end) and (_broken(cut, first) or cut.low[first - 1] in _BETWEEN):
            yield first, end


def _is_asked(cut: Words, at: int) -> bool:
    return at > 0 and cut.low[at - 1] in _ASKING


def _passed(cut: Words, start: int, between: frozenset[str]) -> Iterator[int]:
    """The places from a word on, up to the first word that does not lead to the police."""
    here = range(start, min(start + _MOST, len(cut.low)))
    inside = takewhile(lambda at: cut.sentence[at] == cut.sentence[start], here)
    for at in inside:
        yield at
        if cut.low[at] not in between:
            return


def _named_on(cut: Words, end: int, more: Mapping[int, int]) -> int:
    """Where the list of people ends that begins with the police: "police officers, PCSOs or other staff"."""
    at, most = end, min(end + _MOST, len(cut.low))
    while at < most and cut.sentence[at] == cut.sentence[end - 1]:
        if at in more:
            at = end = more[at]
        elif cut.low[at] in _AND:
            at += 1
        else:
            break
    return end


def _ends(cut: Words, end: int) -> bool:
    """Whether nothing behind the police says which of them are meant."""
    if _broken(cut, end) or cut.low[end] in _GOES_ON:
        return True
    return cut.low[end] in _DATED and end + 1 < len(cut.low) and cut.low[end + 1].isdigit()


def _broken(cut: Words, at: int) -> bool:
    """Whether a sign parts a word from the one before, or nothing stands there."""
    if at == 0 or at >= len(cut.low) or cut.sentence[at] != cut.sentence[at - 1]:
        return True
    return not _BREAK.isdisjoint(cut.text[cut.spans[at - 1][1] : cut.spans[at][0]])
