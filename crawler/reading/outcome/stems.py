"""What tells one question from another: the beginnings of its words."""

import re
from functools import lru_cache

_STEM = 5  # letters: `dismissed` and `dismissals` are one
_WORD = re.compile(r"[a-z]{3,}")
_IDLE_WORDS = """
the and for you your that this with from were was are has have had been not any all how many much please provide give
each their there which what who when where did does can will would could may one two three about into under between
since over per number total figures force police information request officers officer year years last list copy
following also such other more than
"""
_IDLE = frozenset(_IDLE_WORDS.split())


@lru_cache(maxsize=64)  # of the questions they are asked for the whole and for each
def stems_of(text: str) -> frozenset[str]:
    """The beginnings of a text's words, but for those that any request has."""
    return frozenset([word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _IDLE])
