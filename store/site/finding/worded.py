"""Remembers what words find: to page, to narrow and to sort is to ask for the same words again."""

from collections.abc import Callable
from threading import Lock

from store.site.finding.bits import Bits

MOST = 256  # searches; one that finds a third of a million disclosures takes 125 kilobytes


class Worded:
    """What searches found, those asked last; threads may ask at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Bits] = {}
        self._lock = Lock()

    def get(self, match: str, held: str, find: Callable[[], Bits]) -> Bits:
        """What the words find, as remembered or as `find` gives it.

        `held` names what is held back: nothing is remembered from before something else was.
        """
        asked = match, held
        with self._lock:
            found = self._known.pop(asked, None)
        found = find() if found is None else found
        with self._lock:
            self._known[asked] = found
            if len(self._known) > MOST:
                del self._known[next(iter(self._known))]
        return found
