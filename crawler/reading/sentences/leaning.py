"""Which way the words of a sentence lean: given, refused, not held, and so on.

A sum of weights, each of a subject that it speaks of or of two in turn, of a word or of two that stand together
(weighed.py); bench/weigh_statements.py finds the weights from sentences that people have sorted.
"""

import math
from functools import lru_cache

from crawler.reading.sentences.weighed import weighed

KINDS = ("disclosed", "refused", "not_held", "ncnd", "pending")
DECIDES = KINDS[:4]  # what puts an answer off decides nothing
FACTS = "facts"  # it answers by what it states
_NAMES, _MOST = ("", *KINDS, FACTS), 50.0


@lru_cache(maxsize=2048)
def leanings(sentence: str) -> dict[str, float]:
    """How likely each of KINDS is, that it states a fact, and that it is none of these (the empty name); together 1."""
    powers = [1.0, *[math.exp(min(one, _MOST)) for one in weighed(sentence, "leaning")]]
    total = sum(powers)
    return {name: power / total for name, power in zip(_NAMES, powers, strict=True)}
