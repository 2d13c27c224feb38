"""Which of the words by which a reply decides, or does not, stand in a sentence: all of them looked for at once."""

from functools import lru_cache

from crawler.reading.law.relied_on import SUPPOSES, WEIGHS
from crawler.reading.outcome import cost_words, disclosure_words, refusal_words, verdict_words
from crawler.reading.sentences.signals import together

_WORDS = together(
    ncnd=refusal_words.NCND,
    refused=refusal_words.REFUSED,
    already=refusal_words.ALREADY,
    undecided=refusal_words.UNDECIDED,
    all_refused=refusal_words.ALL_REFUSED,
    cost=cost_words.COST,
    held_where=cost_words.HELD_WHERE,
    done=cost_words.DONE,
    not_held=cost_words.NOT_HELD,
    given=disclosure_words.GIVEN,
    test=disclosure_words.TEST,
    argues=disclosure_words.ARGUES,
    none=verdict_words.NONE,
    part=verdict_words.PART,
    reverses=verdict_words.REVERSES,
    supposes=SUPPOSES,
    weighs=WEIGHS,
)


@lru_cache(maxsize=512)  # each sentence is asked about from many sides
def standing(sentence: str) -> frozenset[str]:
    """The names of the words that stand in the sentence."""
    return _WORDS.found(sentence)
