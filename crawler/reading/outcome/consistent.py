"""The outcomes of the single questions that go with that of the whole: each the likeliest that can stand in it.

A request of which all is disclosed has no question that was refused, and one that is refused none that was answered.
"""

from collections.abc import Mapping

_GOES_WITH = {
    "disclosed": ("disclosed", "not_held"),
    "part_disclosed": ("disclosed", "part_disclosed", "refused", "not_held", "ncnd"),
    "refused": ("refused", "not_held", "ncnd"),
    "not_held": ("not_held",),
    "ncnd": ("ncnd", "not_held"),
    "pending": ("pending",),
}
_GIVES = ("disclosed", "part_disclosed")
_KEPT = frozenset(("refused", "ncnd", "not_held"))


def agreed(whole: str, likely: Mapping[str, Mapping[str, float]]) -> str:
    """The outcome of the whole: where it gives something, and each question is likeliest kept back, that of these."""
    best = {max(chances, key=chances.__getitem__) for chances in likely.values()}
    if whole not in _GIVES or not best or not best <= _KEPT:
        return whole
    return next(one for one in ("refused", "ncnd", "not_held") if one in best)


def consistent(
    whole: str, likely: Mapping[str, Mapping[str, float]], ruled: Mapping[str, str], least: float
) -> dict[str, str]:
    """The outcome of each question. `likely`: how likely each outcome is, by question; `ruled`: what the rules found.

    Where no outcome that goes with the whole is likelier than `least` that of the rules stands, if it goes with it;
    else the question is left out: nothing says what became of it.
    """
    goes = _GOES_WITH[whole]
    found: dict[str, str] = {}
    for name, chances in likely.items():
        best = max(goes, key=chances.__getitem__)
        told = best if len(goes) == 1 or chances[best] > least else ruled.get(name, "")
        found |= {name: told} if told in goes else {}
    return found
