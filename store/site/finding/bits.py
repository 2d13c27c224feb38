"""Sets of the numbers of disclosures as bits of one integer: a hundred thousand are cut and counted in microseconds."""

from collections.abc import Iterable, Iterator
from functools import reduce

import msgspec

_NUMBERS = msgspec.json.Decoder(list[int])
FEW = 100  # are set one by one; more are cheaper spelled out and read


def bits_of(ids: Iterable[int]) -> int:
    """The set of these numbers, which are not negative."""
    found = list(ids)
    if len(found) <= FEW:
        return reduce(lambda bits, id: bits | 1 << id, found, 0)
    top = max(found)
    digits = bytearray(b"0") * (top + 1)
    for id in found:
        digits[id] = 49  # "1"
    digits.reverse()
    return int(bytes(digits), 2)


def listed(text: str | None) -> list[int]:
    """The numbers of a list as SQLite's group_concat writes it: one row is read faster than a thousand."""
    return _NUMBERS.decode(f"[{text}]") if text else []


def members(bits: int) -> Iterator[int]:
    """The numbers of a set, the smallest first."""
    digits = format(bits, "b")[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def flags(bits: int) -> str:
    """The set as a text in which character n is "1" when n is in it; shorter than the greatest number asked, maybe."""
    return format(bits, "b")[::-1]
