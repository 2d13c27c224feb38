"""The outcomes of the single questions that go with that of the whole: each the likeliest that can stand in it.

A request of which all is disclosed has no question that was refused, and one that is refused none that was answered.
"""

from collections.abc import Collection, Mapping
from math import prod

from crawler.reading.questions.groups import group_of

_GOES_WITH = {
    "disclosed": ("disclosed", "not_held"),
    "part_disclosed": ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending"),
    "refused": ("refused", "not_held", "ncnd"),
    "not_held": ("not_held",),
    "ncnd": ("ncnd", "not_held"),
    "pending": ("pending",),
}
_GIVES = ("disclosed", "part_disclosed")
_SURE, _SURELY = 0.5, 0.9  # likelihood


def agreed(odds: Mapping[str, float], likely: Mapping[str, Mapping[str, float]], known: Mapping[str, float]) -> str:
    """The likeliest outcome of the whole, of those that can be.

    None that gives something where no question is given anything; not all disclosed where a small number is kept back
    and nothing says that all is; not nothing held where a table or file of data is given; what waits for an answer is
    but a part where another question has one. `odds`: how likely each is by all that is said; `likely`: those of each
    question; `known`: the signs of the whole.
    """
    none = prod(1 - sum(chances[one] for one in _GIVES) for chances in likely.values())
    out = {*(_GIVES if likely and none > _SURE and "data" not in known else ())}
    out |= {"disclosed"} if "small" in known and not known.get("in full") else set()
    out |= {"not_held"} if "data" in known else set()
    best = max((one for one in odds if one not in out), key=odds.__getitem__)
    given = any(sum(chances[one] for one in _GIVES) > _SURELY for chances in likely.values())
    return "part_disclosed" if best == "pending" and given else best


def consistent(
    whole: str, likely: Mapping[str, Mapping[str, float]], small: Collection[str], least: float
) -> dict[str, str]:
    """The outcome of each question. `likely`: how likely each outcome is, by question.

    Where no outcome that goes with the whole is likelier than `least` the question is left out: nothing says what
    became of it. `small`: the questions whose answer is a small number kept back, which gives them a part.
    """
    goes = _GOES_WITH[whole]
    found: dict[str, str] = {}
    for name, chances in likely.items():
        best = max(goes, key=chances.__getitem__)
        if len(goes) == 1 or chances[best] > least:
            part = name in small and best == "disclosed" and "part_disclosed" in goes
            found[name] = "part_disclosed" if part else best
    return found


def in_groups(parts: Mapping[str, str], named: Collection[str]) -> dict[str, str]:
    """The outcomes, those of a group as one where they are alike, and the reply names it and none of its questions."""
    own = {group_of(name) for name in parts if name in named}
    groups = {group_of(name) for name in parts}.intersection(named) - own
    alike = {one for one in groups if len({parts[name] for name in parts if group_of(name) == one}) == 1}
    found: dict[str, str] = {}
    for name, outcome in parts.items():
        group = group_of(name)
        found.setdefault(group if group in alike else name, outcome)
    return found
