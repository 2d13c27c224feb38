"""Takes a query apart into words and phrases that must all occur, each of which can be looked up and remembered."""

import re
from contextlib import closing
from functools import lru_cache

from store.spelling import indexed

_PART = r'"[^"]*"|\w+'
_ALL = re.compile(rf"\s*(?:{_PART})(?:\s+(?:{_PART}))*\s*")
_OPERATORS = {"AND", "OR", "NOT", "NEAR"}


def parts(match: str) -> tuple[str, ...]:
    """The words and phrases of an FTS5 query that asks for all of them; the query itself where it asks otherwise."""
    found = re.findall(_PART, match) if _ALL.fullmatch(match) else []
    plain = found and not _OPERATORS & set(found) and all(stems(part) for part in found)
    return tuple(dict.fromkeys(found)) if plain else (match,)


@lru_cache(maxsize=4096)
def stems(part: str) -> str:
    """A word or phrase as the index has it: "Officers" and "officer" are one; "" of what holds no word."""
    with closing(indexed([part])) as index:
        return " ".join(term for (term,) in index.execute("SELECT term FROM stem_places ORDER BY offset"))


def key(part: str) -> str:
    """What two parts that find the same have in common. A query that is no word or phrase stands for itself."""
    return stems(part) if re.fullmatch(_PART, part) else f"({part})"
