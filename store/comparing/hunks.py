"""A word diff cut down to what changed, each change with a few of the equal words around it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from store.comparing.wordruns import Run, differ

CONTEXT = 12  # words on either side
ELISION = " … "
_WORD = re.compile(r"\S+")


def hunks(runs: Sequence[Run], context: int = CONTEXT) -> Iterator[tuple[Run, ...]]:
    """The changes, one by one or together where only few equal words lie between; all else is left out."""
    current: list[Run] = []
    for run in runs:
        if run.kind != "equal":
            current.append(run)
            continue
        head, tail = _ends(run, context)
        if tail is None:
            current.append(run)
        elif current:
            yield tuple([*current, head] if head.text else current)
            current = [tail]
        else:
            current = [tail]
    if differ(current):
        yield tuple(current)


def shortened(runs: Sequence[Run], context: int = CONTEXT) -> tuple[Run, ...]:
    """The runs as one, with long equal stretches cut to their ends."""
    return tuple(_shortened(runs, context))


def _shortened(runs: Sequence[Run], context: int) -> Iterator[Run]:
    for number, run in enumerate(runs):
        if run.kind != "equal":
            yield run
            continue
        head, tail = _ends(run, context)
        if tail is None:
            yield run
            continue
        before = head.text if number else ""
        after = tail.text if number + 1 < len(runs) else ""
        yield Run("equal", f"{before}{ELISION}{after}", run.at)


def _ends(run: Run, context: int) -> tuple[Run, Run | None]:
    """The first and the last words of an equal run; all of it, and None, when there is nothing between."""
    words = list(_spans(run.text))
    if len(words) <= 2 * context:
        return run, None
    end, start = words[context - 1][1], words[-context][0]
    return Run("equal", run.text[:end], run.at), Run("equal", run.text[start:], run.at + start)


def _spans(text: str) -> Iterable[tuple[int, int]]:
    return (found.span() for found in _WORD.finditer(text))
