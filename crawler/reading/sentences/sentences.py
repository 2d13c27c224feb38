"""A line cut into its sentences, each a slice of it: nothing lost, nothing added."""

import re
from functools import lru_cache
from itertools import pairwise

_END = re.compile(r"[.!?][\"”’')\]]{0,2}\s+(?=[\"“‘'(\[]?[A-Z0-9£•])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|no|nos|mr|mrs|ms|dr|st|sgt|para|ref|tel|ext|vs|cf|s|ss|e\.g|i\.e|approx|dept|inc)\.$", re.I
)
_NUMBER = re.compile(r"\W{0,3}(?:q(?:uestion)?\s?)?\w{1,3}[.)]", re.I)
_LOOK_BACK = 16  # characters: longer than any abbreviation or number of a list


@lru_cache(maxsize=256)  # several readers cut the same lines
def sentences(line: str) -> tuple[str, ...]:
    """The sentences of a line, which put together are the line; an abbreviation or a list's number ends none."""
    cuts = [0]
    for end in _END.finditer(line):
        stop = end.start() + 1
        before = line[max(cuts[-1], stop - _LOOK_BACK) : stop]
        if not _SHORT.search(before) and not (stop < _LOOK_BACK and _NUMBER.fullmatch(before)):
            cuts.append(end.end())
    if len(cuts) == 1:
        return (line,)  # as most lines
    return tuple([line[start:end] for start, end in pairwise([*cuts, len(line)])])
