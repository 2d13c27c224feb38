"""Whether two disclosures answer the same question: one decision, and its reasons as they are kept."""

from dataclasses import dataclass
from typing import Any

from store.dossiers.likeness import VERBATIM, Likeness, likeness
from store.dossiers.request import Request
from store.dossiers.sides import Side
from store.dossiers.window import days_between, in_one_window
from store.dossiers.words import USUAL, mass, weight

# Found beside the weights: from here on, pairs that these were not found from are right nineteen times in twenty.
LINKED = 0.8
# "How many were arrested?" is in many requests. So much of what is asked, and of all that is said, must be shared.
LEAST_ASKED, LEAST_SAID = 9, 13
SAME_THREAD = 45  # days within which a log's entry and a thread of one force can be of one request
_MOST_TOLD = 8


@dataclass(frozen=True)
class Judged:
    """Two disclosures compared: whether they are linked, and what speaks for it."""

    linked: bool
    score: float
    reasons: tuple[dict[str, Any], ...]


def judge(left: Side, right: Side) -> Judged:
    """Compare two disclosures. Those of one force are linked only if they are the same request once more."""
    if not in_one_window(left.asked, right.asked):
        return Judged(False, 0.0, ())
    if other_time(left.request, right.request):
        return Judged(False, 0.0, ())
    found = likeness(left.request, right.request)
    linked = found.score >= LINKED and _telling(left.request, right.request, found)
    if linked and left.forces & right.forces:
        linked = _once_more(left, right, found)
    return Judged(linked, found.score, _reasons(left, right, found) if linked else ())


def other_time(left: Request, right: Request) -> bool:
    """Whether both say which time they ask about, without a month in common: then the figures asked for are others."""
    return bool(left.months and right.months) and not left.months & right.months


def _telling(left: Request, right: Request, found: Likeness) -> bool:
    shared = left.all & right.all
    if not any(weight(word) >= USUAL for word in shared):
        return False
    return _same_words(left, right, found) or (
        mass(shared) >= LEAST_SAID and mass(left.asked & right.asked) >= LEAST_ASKED
    )


def _same_words(left: Request, right: Request, found: Likeness) -> bool:
    """Whether each question of the one is put in the same words by the other."""
    sizes = {len(left.units), len(right.units), len(found.pairs)}
    return len(sizes) == 1 and all(pair.alike >= VERBATIM for pair in found.pairs)


def _once_more(left: Side, right: Side, found: Likeness) -> bool:
    """The same words sent again, or the force's own entry for a thread of correspondence."""
    if left.request.follows_up or right.request.follows_up:
        return False
    if left.kind != right.kind:
        days = days_between(left.asked, right.asked)
        return days is not None and days <= SAME_THREAD
    return _same_words(left.request, right.request, found)


def _reasons(left: Side, right: Side, found: Likeness) -> tuple[dict[str, Any], ...]:
    """Why, in the words of the right; nothing of the left that the right does not say."""
    mine, theirs = left.request, right.request
    same = [theirs.units[pair.right].text for pair in found.pairs if pair.alike >= VERBATIM]
    numbers = [(mine.units[pair.left].number, theirs.units[pair.right].number) for pair in found.pairs]
    both = mine.all & theirs.all
    told = {
        "same sentences": list(dict.fromkeys(same)),
        "same questions": list(dict.fromkeys(f"{one}={other}" for one, other in numbers if one and other)),
        "same words": sorted((word for word in both if not word.isdigit()), key=lambda w: (-weight(w), w))[:_MOST_TOLD],
        "same figures": sorted(word for word in both if word.isdigit()),
        "same time": _spans(mine.months & theirs.months),
    }
    reasons: list[dict[str, Any]] = [{"reason": name, "shared": shared} for name, shared in told.items() if shared]
    days = days_between(left.asked, right.asked)
    if days is not None:
        reasons.append({"reason": "days between", "days": days})
    signs = {name: round(value, 2) for name, value in found.signs.items()}
    return (*reasons, {"reason": "weighed", "score": found.score, "signs": signs})


def _spans(months: frozenset[int]) -> list[str]:
    """The months as spans: "2021-01 to 2023-12"."""
    spans: list[list[int]] = []
    for month in sorted(months):
        if spans and month == spans[-1][1] + 1:
            spans[-1][1] = month
        else:
            spans.append([month, month])
    return [f"{_month(first)} to {_month(last)}" if first != last else _month(first) for first, last in spans]


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"
