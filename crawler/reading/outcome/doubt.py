"""Whether all the words are worth weighing once more: not where rules judged each question by words of its own.

What the weights put right is a question judged only by what is said of the whole, and a refusal that keeps back less
than it seems to. Elsewhere they change little, and as much for the worse as for the better: found from the replies of
bench/weigh_outcomes.py by weights that had not met them.
"""

from collections.abc import Collection

from crawler.reading.outcome.part_signs import Ruled

_NONE_HELD = frozenset(("not_held", "ncnd"))
_KEPT_BACK = frozenset(("refused", "ncnd"))


def in_doubt(ruled: Ruled, asked: Collection[str], *, relied: bool, data: bool, denied: bool) -> bool:
    """Whether the words may say otherwise than the rules. `asked`: the names of the questions that are weighed.

    `relied`: an exemption is relied on; `data`: a table or file gives something; `denied`: a sentence gives nothing.
    """
    alike = all(part == ruled.whole for part in ruled.parts.values())
    if ruled.whole == "pending":
        return not alike
    if not ruled.own.keys() >= set(asked):
        return True
    if ruled.whole in _NONE_HELD:
        return not alike
    if ruled.whole == "disclosed":
        return relied or denied or not alike or not (data or asked)
    if ruled.whole == "part_disclosed" and asked and relied:
        return not (data or _apart(set(ruled.own.values())))
    return True


def _apart(kinds: Collection[str]) -> bool:
    """Whether of whole questions some are given and others kept back."""
    return "disclosed" in kinds and "part_disclosed" not in kinds and not _KEPT_BACK.isdisjoint(kinds)
