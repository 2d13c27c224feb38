"""Groups around a core: no chain ties strangers together, and no order decides."""

from hypothesis import given
from hypothesis import strategies as st

from store.dossiers.grouping import Group, Node, groups


def drawn(
    links: dict[tuple[int, int], float],
    forces: dict[int, str] | None = None,
    parted: set[tuple[int, int]] | None = None,
) -> set[frozenset[int]]:
    return {group.members for group in found(links, forces or {}, parted or set())}


def found(links: dict[tuple[int, int], float], forces: dict[int, str], parted: set[tuple[int, int]]) -> list[Group]:
    ids = sorted({id for pair in links for id in pair})
    nodes = {id: Node(id, frozenset({forces.get(id, f"force {id}")}), (0, f"{id:03}")) for id in ids}
    both: dict[int, dict[int, float]] = {id: {} for id in ids}
    for (one, other), score in links.items():
        both[one][other] = both[other][one] = score
    return groups(nodes, both, lambda one, other: (one, other) in parted or (other, one) in parted)


def test_what_is_all_linked_is_one_group() -> None:
    assert drawn({(1, 2): 0.9, (2, 3): 0.9, (1, 3): 0.9}) == {frozenset({1, 2, 3})}


def test_one_wrong_link_does_not_join_two_groups() -> None:
    links = {(1, 2): 0.9, (1, 3): 0.9, (2, 3): 0.9, (4, 5): 0.9, (4, 6): 0.9, (5, 6): 0.9, (3, 4): 0.8}
    assert drawn(links) == {frozenset({1, 2, 3}), frozenset({4, 5, 6})}


def test_a_long_chain_falls_into_short_pieces() -> None:
    assert all(len(group) <= 3 for group in drawn({(at, at + 1): 0.9 for at in range(20)}))


def test_what_is_linked_to_half_of_a_group_but_not_to_its_core_is_in_it() -> None:
    links = {(1, 2): 0.99, (1, 3): 0.99, (1, 4): 0.99, (5, 2): 0.8, (5, 3): 0.8}
    assert drawn(links) == {frozenset({1, 2, 3, 4, 5})}


def test_two_of_one_force_are_together_only_if_they_are_linked() -> None:
    links = {(1, 2): 0.99, (1, 3): 0.9}
    assert drawn(links, {2: "Essex Police", 3: "Essex Police"}) == {frozenset({1, 2})}
    assert drawn(links | {(2, 3): 0.9}, {2: "Essex Police", 3: "Essex Police"}) == {frozenset({1, 2, 3})}


def test_one_force_alone_is_no_group() -> None:
    assert drawn({(1, 2): 0.99}, {1: "Essex Police", 2: "Essex Police"}) == set()


def test_what_a_person_set_apart_stays_apart() -> None:
    assert drawn({(1, 2): 0.99, (1, 3): 0.9, (2, 3): 0.9}, parted={(1, 3)}) != {frozenset({1, 2, 3})}


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([0.8, 0.9, 0.95, 1.0]),
        max_size=40,
    ),
    st.dictionaries(st.integers(0, 12), st.sampled_from(["Essex Police", "Kent Police", "Surrey Police"])),
    st.randoms(use_true_random=False),
)
def test_nobody_is_in_two_groups_and_the_order_of_links_is_nothing(links, forces, random) -> None:
    first = found(links, forces, set())
    rows = list(links.items())
    random.shuffle(rows)
    assert [group.members for group in first] == [group.members for group in found(dict(rows), forces, set())]
    inside = [id for group in first for id in group.members]
    assert len(inside) == len(set(inside))
    assert all(group.core in group.members and len(group.members) > 1 for group in first)
