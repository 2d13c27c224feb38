"""The outcomes of the single questions that go with that of the whole: each the likeliest that can stand in it.

A request of which all is disclosed has no question that was refused, and one that is refused none that was answered.
"""

from collections.abc import Collection, Mapping

_LEAST = 0.12  # how likely the outcome must be that the whole wants of one question at the least
_GOES_WITH = {
    "disclosed": ("disclosed", "not_held"),
    "part_disclosed": ("disclosed", "part_disclosed", "refused", "not_held", "ncnd"),
    "refused": ("refused", "not_held", "ncnd"),
    "not_held": ("not_held",),
    "ncnd": ("ncnd", "not_held"),
    "pending": ("pending",),
}
# Of each of these one at the least.
_NEEDS = {
    "disclosed": (("disclosed",),),
    "part_disclosed": (("disclosed", "part_disclosed"), ("part_disclosed", "refused", "ncnd")),
    "refused": (("refused",),),
    "ncnd": (("ncnd",),),
}


def consistent(whole: str, likely: Mapping[str, Mapping[str, float]], least: float) -> dict[str, str]:
    """The outcome of each question. `likely`: how likely each outcome is, by question.

    A question of which no outcome that goes with the whole is likelier than `least` is left out: nothing says what
    became of it.
    """
    goes = _GOES_WITH[whole]
    found = {name: max(goes, key=chances.__getitem__) for name, chances in likely.items()}
    for needed in _NEEDS.get(whole, ()):
        if found and not set(needed) & set(found.values()):
            found |= _nearest(needed, found, likely)
    return {name: one for name, one in found.items() if len(goes) == 1 or likely[name][one] > least}


def _nearest(
    needed: Collection[str], found: Mapping[str, str], likely: Mapping[str, Mapping[str, float]]
) -> dict[str, str]:
    """The question that comes nearest to one of the outcomes that are needed, with that; none when none comes near."""
    lost = {(name, one): likely[name][one] / likely[name][found[name]] for name in found for one in needed}
    name, one = max(lost, key=lost.__getitem__)
    return {name: one} if likely[name][one] > _LEAST else {}
