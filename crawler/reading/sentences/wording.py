"""How much the words of a sentence say of it: that any letter could carry it, or one that answers nothing yet."""

from crawler.reading.sentences.weighed import TABLES, weighed


def weight(sentence: str) -> float:
    """Above nought: more likely in any letter than an answer to this one; the natural logarithm of the odds."""
    return weighed(sentence, "carried")[0]


def interim(sentence: str, *known: str) -> float:
    """Above nought: it acknowledges, puts off or asks back rather than answers; `known`: what rules know of it."""
    return weighed(sentence, "interim")[0] + sum([TABLES["interim"].get(one, (0.0,))[0] for one in known])
