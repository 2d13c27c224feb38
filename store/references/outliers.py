"""Sets numbers aside that stand alone far above or below all others: a slip of the pen would decide an estimate."""

from collections.abc import Sequence

from store.references.sequences import Seen
from store.references.serial import chance_of_none

_UNLIKELY = 0.0005
_FEWEST = 5


def settled(seen: Sequence[Seen]) -> tuple[list[Seen], list[Seen]]:
    """The numbers of one year, rising, and those set aside: as many at each end as one in fifty, or one.

    The highest is set aside where the others would so seldom leave such a gap below it, and its date is not the
    last as well; the lowest likewise.
    """
    kept, aside = list(seen), []
    for _ in range(max(1, len(seen) // 50)):
        for end in (-1, 0):
            if len(kept) >= _FEWEST and _stray(kept, end):
                aside.append(kept.pop(end))
    return kept, aside


def _stray(seen: Sequence[Seen], end: int) -> bool:
    lowest, highest = seen[0].number, seen[-1].number
    next_to_it = seen[1].number if end == 0 else seen[-2].number
    gap = abs(next_to_it - seen[end].number) - 1
    if chance_of_none(gap, len(seen) - 1, highest - lowest) >= _UNLIKELY:
        return False
    days = [one.day for one in seen if one.day]
    outermost = min(days, default="") if end == 0 else max(days, default="")
    return not (seen[end].day and seen[end].day == outermost)
