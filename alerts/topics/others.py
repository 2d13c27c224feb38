"""Whose officers are meant: "prison officers" are none of the police, nor are dogs, nor "the officers" after them."""

from collections.abc import Iterable, Mapping, Sequence

from alerts.topics.phrases import Hit, Words

# What stands in the place of other people's officers, for rules and weights to see: a word of the list `services`.
NOT_POLICE = "notpolice"
# What stands for officers to whom something is done, and for people who only pretend to be some.
NOT_BY_POLICE = "notbypolice"
_NEVER = 1 << 30
_SOMEBODY = ("officer", "workers", "somebody")
_NOUNS = frozenset(("officer", "inspector", "staff"))
Cut = tuple[Words, Mapping[str, Sequence[Hit]]]  # a part, and where the lists of `blanks` stand in it


def name_victims(cut: Words, hits: Mapping[str, Sequence[Hit]]) -> None:
    """Put NOT_BY_POLICE for officers who suffer, and for people who pretend to be officers."""
    _put(cut, hits.get("not_doers", ()), NOT_BY_POLICE)


def name_others(cuts: Sequence[Cut]) -> None:
    """Put NOT_POLICE for the officers of others, and for bare officers after them where nobody of the police is named.

    Reads the lists other_officers, own_officers and bare_officers. The title is read after the request: "inspectors"
    there are those of whom the request speaks first. Inspectors are followed by inspectors, not by officers: of these
    they may complain.
    """
    asked = [one for one in cuts if _kind(one) not in ("title", "response", "attachment")]
    titles = [one for one in cuts if _kind(one) == "title"]
    told = [one for one in cuts if _kind(one) in ("response", "attachment")]
    ours = any(one[1].get("own_officers") for one in (*asked, *titles))
    nouns = {noun for one in (*asked, *titles) for noun in _nouns(one)}
    leading = any(_leads(one) for one in asked)
    for one in cuts:
        _name_things(one)
    _name_workers([*titles, *asked])
    for group, begun in ((asked, False), (titles, leading), (told, bool(nouns))):
        for one in group:
            start = _NEVER if ours else 0 if begun else _first(one)
            meant = nouns | _nouns(one)
            bare = [hit for hit in one[1].get("bare_officers", ()) if hit[0] >= start]
            followers = [hit for hit in bare if one[0].low[hit[0]].rstrip("s") in meant]
            _put(one[0], (*one[1].get("other_officers", ()), *followers))


def _name_workers(read: Sequence[Cut]) -> None:
    """Put it for the staff of other workplaces too: those that are named first, in words that name no police."""
    if any(one[1].get("own_officers") or one[1].get("officer") for one in read):
        return
    begun = False
    for cut, hits in read:
        first = -1 if begun else min((hit[0] for hit in hits.get("workplaces", ())), default=_NEVER)
        begun = first < _NEVER
        _put(cut, [hit for hit in hits.get("workers", ()) if hit[0] > first])


def _name_things(one: Cut) -> None:
    """Put it for dogs that are dismissed and cars that are suspended, unless a person is named before."""
    cut, hits = one
    meant = hits.get("things_meant", ())
    first: dict[int, int] = {}
    for at, _ in (hit for name in _SOMEBODY if meant for hit in hits.get(name, ())):
        first[cut.sentence[at]] = min(at, first.get(cut.sentence[at], _NEVER))
    _put(cut, [hit for hit in meant if hit[0] < first.get(cut.sentence[hit[0]], _NEVER)])


def _kind(one: Cut) -> str:
    return one[0].where.partition(" ")[0]


def _nouns(one: Cut) -> set[str]:
    """What the officers of others are called."""
    words = (one[0].raw[at] for hit in one[1].get("other_officers", ()) for at in range(*hit))
    return {word.lower().rstrip("s") for word in words} & _NOUNS


def _first(one: Cut) -> int:
    """Where other people's officers are first named."""
    return min((hit[0] for hit in one[1].get("other_officers", ())), default=_NEVER)


def _leads(one: Cut) -> bool:
    """Whether other people's officers are named before any bare ones."""
    others = one[1].get("other_officers", ())
    bare = (hit[0] for hit in one[1].get("bare_officers", ()) if not any(a <= hit[0] < b for a, b in others))
    return bool(others) and _first(one) < min(bare, default=_NEVER)


def _put(cut: Words, hits: Iterable[Hit], word: str = NOT_POLICE) -> None:
    for start, end in hits:
        if cut.low[start]:
            cut.low[start:end] = [word, *[""] * (end - start - 1)]
