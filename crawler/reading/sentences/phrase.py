"""A pattern that is tried only where one of its words stands, and whose answers are remembered."""

import re
from functools import lru_cache

_KEPT, _SHORT = 512, 2000  # answers that are remembered, and characters of what they are remembered of


class Phrases:
    """A pattern, and words of which one stands in every match: most lines need no pattern at all.

    What it said of a line is remembered, since several readers ask of the same lines.
    """

    def __init__(self, pattern: re.Pattern[str], words: tuple[str, ...]) -> None:
        self.pattern, self.words = pattern, words
        self._known = lru_cache(maxsize=_KEPT)(self._search)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, as of a compiled pattern."""
        return self._known(text) if len(text) < _SHORT else self._search(text)

    def _search(self, text: str) -> re.Match[str] | None:
        low = text.lower()
        for word in self.words:
            if word in low:
                return self.pattern.search(text)
        return None


def phrases(words: str, pattern: str) -> Phrases:
    """The pattern, in any case, that needs one of `words` (in lower case, separated by bars)."""
    return Phrases(re.compile(pattern, re.I), tuple(words.split("|")))
