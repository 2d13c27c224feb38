"""A section with its brackets in the normal form of the record: `40(2)`, `31(1)(g)`, `40(5B)(a)(i)`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

# Sections whose lettered paragraphs are exemptions side by side; those of s40(2) hold only together.
_SIDE_BY_SIDE = frozenset(("26", "27", "29", "30", "31", "33", "35", "37", "38", "44"))


def chains(number: str, brackets: Sequence[str]) -> Iterator[str]:
    """`40` with 2, 3A, a is `40(2)` and `40(3A)(a)`: a new subsection begins a new section."""
    chain: list[str] = []
    for part in brackets:
        if part[0].isdigit() and chain:
            yield from _written(number, chain)
            chain = []
        chain.append(part)
    yield from _written(number, chain)


def _written(number: str, chain: Sequence[str]) -> Iterator[str]:
    """(1)(a)(b) of s31 names two paragraphs; (1)(a)(i) one and its part."""
    letters = chain[1:]
    if number in _SIDE_BY_SIDE and len(letters) > 1 and _is_row(letters):
        yield from (f"{number}({chain[0]})({letter})" for letter in letters)
    else:
        yield number + "".join(f"({part})" for part in chain)


def _is_row(letters: Sequence[str]) -> bool:
    """Whether they are letters in their order, and not a letter with the Roman numbers below it."""
    rising = all(len(a) == len(b) == 1 and a < b for a, b in pairwise(letters))
    return rising and not (letters[1] in "iv" and letters[0] not in "hu")
