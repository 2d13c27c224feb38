"""From the whole to its questions: what a reply says of the whole holds for each question of which it says no more."""

from collections.abc import Mapping, Sequence

_ONE_FOR_ALL = ("disclosed", "refused", "not_held", "ncnd", "pending")
_KEPT = ("refused", "ncnd")


def spread(
    whole: str,
    parts: Mapping[str, str],
    known: Sequence[str],
    *,
    data: bool,
    goodwill: bool,
    numbered: bool,
    refused: str = "",
) -> dict[str, str]:
    """The outcome of every question of `known`.

    One outcome of the whole is that of each question. In a part-disclosure the questions that are not named are those
    that are given, when a table or file (`data`) gives something and what is kept back is told by name; where data
    are given as goodwill, which is then said by name, they are those that are refused; and so they are (`refused`: with
    that outcome) where every one that is named is given and the refusal names none. `numbered`: whether the questions
    bear numbers; those that do not have no name to be known by when the reply does not number them.
    """
    found = dict(parts)
    rest = [name for name in known if name not in found and name.partition(" Q")[0] not in found]
    if not rest or not numbered:
        return found
    said = set(found.values())
    if whole in _ONE_FOR_ALL:
        found |= dict.fromkeys(rest, whole)
    elif goodwill and said & {"disclosed", "part_disclosed"}:
        found |= dict.fromkeys(rest, "refused")
    elif data and said == {"disclosed"} and refused:
        found |= dict.fromkeys(rest, refused)
    elif data and said & {"refused", "ncnd", "not_held", "part_disclosed"}:
        found |= dict.fromkeys(rest, "disclosed")
    else:
        found |= _of_parents(rest, found)
    return {name: found[name] for name in [*known, *found] if name in found}


def _of_parents(rest: Sequence[str], found: Mapping[str, str]) -> dict[str, str]:
    """2a is refused with 2."""
    above = {name: found.get(name.rstrip("abcdefghijklmnopqrstuvwxyz"), "") for name in rest}
    return {name: outcome for name, outcome in above.items() if outcome in _KEPT}
