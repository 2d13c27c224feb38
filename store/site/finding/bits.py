"""Sets of the numbers of disclosures: roaring bitmaps, of which a million are cut and counted in microseconds."""

from array import array

import msgspec
from pyroaring import FrozenBitMap

_NUMBERS = msgspec.json.Decoder(list[int])
Bits = FrozenBitMap
NOTHING = Bits()


def listed(text: str | None) -> array:
    """The numbers of a list as SQLite's group_concat writes it: one row is read faster than a thousand."""
    return array("I", _NUMBERS.decode(f"[{text}]") if text else ())


def bits_of(text: str | None) -> Bits:
    """The set of the numbers of such a list."""
    return Bits(listed(text))
