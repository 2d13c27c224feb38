"""Whose conduct a request asks about: where it is other people's, no word of misconduct in it is about the police."""

from collections.abc import Sequence

from alerts.topics.lexicon import Lexicon
from alerts.topics.others import NOT_BY_POLICE
from alerts.topics.parts import Part
from alerts.topics.phrases import Hit

OTHERS, OURS = "other_people", "officer"
AT_WORK = "at_work"  # officers who are told of it, record it or look into it, and did not do it
# Those with whom, or to whom, something is done did not do it, nor did the one who asks: "I am a nurse".
_BESIDE = frozenset(("with", "towards", "toward", "to", "from", "between", "am", "i'm", "as"))
_DONE = ("process", "result", "deed")
_ARTICLES = frozenset(("a", "an", "the", "any", "another", "other"))
# "How many were serving officers?" asks of the police whatever was asked of those before.
_BEING = frozenset(("are", "were", "was", "is", "be", "serving", "former", "current", "including", "and"))
_NEVER = 1 << 30


def others_meant(asked: Sequence[Part], seen: Lexicon) -> bool:
    """Whether a title and a request ask what other people did, and name none of the police who may have done it.

    Officers who are named after others count where their sentence says what was done or undergone: officers manage
    such people, and go to their meetings. Those at work count nowhere. `seen` finds the lists of the weights.
    """
    if not any(OTHERS in part.hits or NOT_BY_POLICE in part.words.low for part in asked):
        return False
    begun = False
    for part in asked:
        hits = seen.hits(part.words)
        number = part.words.sentence
        doers = _doers(part)
        first = min((hit[0] for hit in doers), default=_NEVER)
        done = {number[hit[0]] for name in _DONE for hit in hits.get(name, ())}
        if any(
            part.kind == "title" or at < first or number[at] in done or _before(part, at) in _BEING
            for at, _ in _apart(hits.get(OURS, ()), part.hits.get(AT_WORK, ()))
        ):
            return False
        theirs = (*hits.get("others", ()), *part.hits.get(AT_WORK, ()))
        people = _apart(hits.get("person", ()), theirs) if not begun else ()
        if any(hit[0] < first for hit in people):
            return False
        begun = begun or bool(doers)
    return begun


def _doers(part: Part) -> list[Hit]:
    """Where other people are named who may have done it."""
    named = [hit for hit in part.hits.get(OTHERS, ()) if _before(part, hit[0]) not in _BESIDE]
    return [*named, *((at, at + 1) for at, word in enumerate(part.words.low) if word == NOT_BY_POLICE)]


def _before(part: Part, at: int) -> str:
    """The word before, articles passed over."""
    low = part.words.low
    return next((low[back] for back in range(at - 1, -1, -1) if low[back] not in _ARTICLES), "")


def _apart(ours: Sequence[Hit], others: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in ours if not any(one[0] < hit[1] and hit[0] < one[1] for one in others)]
