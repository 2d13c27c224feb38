"""What one sentence of a reply says of the request: given, kept back, not held, neither confirmed nor denied.

It says what its words lean to (leaning.py); no single word decides.
"""

from functools import lru_cache

from crawler.reading.sentences.leaning import leanings

GIVEN, REFUSED, NOT_HELD, NCND = "disclosed", "refused", "not_held", "ncnd"
_SAYS = (GIVEN, REFUSED, NOT_HELD, NCND)
_LIKELY = 0.4  # of two things that a sentence says each may be less likely than not


@lru_cache(maxsize=2048)
def says(sentence: str) -> frozenset[str]:
    """What the sentence says of the request: any of GIVEN, REFUSED, NOT_HELD, NCND, or none."""
    odds = leanings(sentence)
    return frozenset(kind for kind in _SAYS if odds[kind] > _LIKELY)
