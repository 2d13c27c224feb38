"""From links to dossiers: groups around a core, so that no chain of links ties strangers together.

What comes out depends on the disclosures and their links alone, not on the order in which they were kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import fsum

Links = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True)
class Node:
    """A disclosure as it is grouped. `order` breaks ties: the day of asking, then the address."""

    id: int
    forces: frozenset[str]
    order: tuple[int, str]


@dataclass(frozen=True)
class Group:
    """Disclosures that ask the same, the core among them."""

    core: int
    members: frozenset[int]


def groups(nodes: Mapping[int, Node], links: Links, parted: Callable[[int, int], bool]) -> list[Group]:
    """Divide the disclosures. `links` has each link from both its ends; `parted` are two that a person set apart.

    The one with the most and surest links is a core, with all that are linked to it; then the next of what is left.
    """
    left = set(nodes)
    found: list[Group] = []
    while left:
        core = min(left, key=lambda id: (-fsum(_own(links, id, left).values()), nodes[id].order))
        star = _star(core, left, nodes, links, parted)
        group = star | _beside(star, left - star, nodes, links, parted)
        left -= group
        if len({nodes[id].forces for id in group}) > 1:
            found.append(Group(core, frozenset(group)))
    return found


def _own(links: Links, id: int, among: set[int]) -> dict[int, float]:
    return {other: score for other, score in links.get(id, {}).items() if other in among}


def _star(
    core: int, left: set[int], nodes: Mapping[int, Node], links: Links, parted: Callable[[int, int], bool]
) -> set[int]:
    star, linked = {core}, _own(links, core, left)
    for id in sorted(linked, key=lambda id: (-linked[id], nodes[id].order)):
        if _fits(id, star, nodes, links, parted):
            star.add(id)
    # One wrong link reaches into a group of its own: what has more links there belongs there.
    return {id for id in star if id == core or len(_own(links, id, star)) >= len(_own(links, id, left - star))}


def _beside(
    star: set[int], left: set[int], nodes: Mapping[int, Node], links: Links, parted: Callable[[int, int], bool]
) -> set[int]:
    """Those not linked to the core itself, but to half of its group: the same question in words further off."""
    beside: set[int] = set()
    for id in sorted(left, key=lambda id: nodes[id].order):
        near = len(_own(links, id, star))
        if near >= 2 and 2 * near >= len(star) and _fits(id, star | beside, nodes, links, parted):
            beside.add(id)
    return beside


def _fits(
    id: int, group: Iterable[int], nodes: Mapping[int, Node], links: Links, parted: Callable[[int, int], bool]
) -> bool:
    """Whether nothing in the group forbids it: of one force, a second is in only if it is linked to the first."""
    return not any(
        parted(id, other) or (nodes[id].forces & nodes[other].forces and other not in links.get(id, {}))
        for other in group
    )
