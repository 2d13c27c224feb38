"""What a reader types, as an FTS5 query that cannot fail: one that SQLite refuses becomes quoted words."""

import re
from functools import lru_cache

from store.search import check_query

_PART = re.compile(r'"[^"]+"|[^\s"]+')


@lru_cache(maxsize=1024)
def fts_query(typed: str) -> tuple[str, bool]:
    """The query to run for what was typed, and whether it was taken as typed.

    The syntax of FTS5 is kept (phrases, AND, OR, NOT, NEAR, prefix*, column:word) where it parses;
    else every word is a phrase of its own, and words in double quotes stay together.
    """
    wanted = typed.encode("utf-8", "replace").decode().replace("\0", " ").strip()
    if not wanted or not check_query(wanted):
        return wanted, True
    return quoted(wanted), False


def quoted(words: str) -> str:
    """Words, and phrases in double quotes, as FTS5 phrases that must all occur."""
    parts = [part.strip('"') for part in _PART.findall(words)]
    spoken = [part for part in parts if any(char.isalnum() for char in part)]
    return " ".join(f'"{part}"' for part in spoken) or '""'
