"""The words of a title and a request that can say what these are about, each by its first letters."""

import re
from itertools import pairwise

from alerts.topics.phrases import Hit, Words

_STEM = 6  # letters: suspended, suspension and suspensions count together
_COMMON = frozenset(re.findall(r"\w+", """
    the a an of and to in for on at by with or is are was were be been has have had asked how many number what
    which who that it its this their them they from as if whether since per any all not no
"""))  # fmt: skip
# With these anything is asked, answered, refused and counted.
_ASKING = frozenset(re.findall(r"\w+", """
    answer ask asking asks betwee breakd broken calend can confir copies copy could counts d deny detail disclo each
    exempt figure financ foi freedo give held hold holds ii iii inform iv like listed lists may me month months ncnd
    neithe number partly please provid public publis q questi refusa replie reply reques respon s sectio seekin sought
    split spread suppli supply table tables tell total totals wants wish withhe withho would year yearly years data
    januar februa march april june july august septem octobe novemb decemb
"""))  # fmt: skip


def stems(cut: Words) -> dict[str, tuple[Words, Hit] | None]:
    """The words that say something, and each with the next of them: "put right" is more than its two words."""
    said = [
        (at, word[:_STEM]) for at, word in enumerate(cut.low) if word and not word.isdigit() and word not in _COMMON
    ]
    found: dict[str, tuple[Words, Hit] | None] = {}
    for at, stem in said:
        if stem not in _ASKING:
            found.setdefault(stem, (cut, (at, at + 1)))
    for (at, one), (to, two) in pairwise(said):
        if one not in _ASKING and two not in _ASKING:
            found.setdefault(f"{one} {two}", (cut, (at, to + 1)))
    return found
