"""Whether two disclosures are one, and why: from their words, figures, references, dates and forces alone.

A wrong yes would make two answers into one. So a doubt is a no: what differs in a figure, a date, a reference or
the force is no duplicate, but for the amended copy of one page under the same reference.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from store.merging.heads import YEAR, common, fits, may_be_same
from store.merging.sides import Side
from store.merging.wording import Wording, alike, figures, shingles, words

# Of the sequences of three words: a page with other words around the answer keeps so many, an amended one fewer.
NEAR, AMENDED, SAME_REQUEST = 0.85, 0.5, 0.7
ENOUGH_WORDS = 25  # fewer are told apart by a single word: these must be the same
_TELLING = 3  # figures of two digits or more that no two answers share by chance


@dataclass(frozen=True)
class Verdict:
    """That a disclosure is the same as `other`: what kind of sameness, why in a sentence, and what was shared."""

    other: int
    kind: str
    reason: str
    evidence: dict[str, Any]


def verdict(ours: Side, theirs: Side) -> Verdict | None:
    """What two disclosures are to each other, or None when they are two."""
    if not may_be_same(ours.head, theirs.head):
        return None
    pair = _Pair(ours, theirs)
    if ours.head.source == theirs.head.source:
        kind, reason = _in_one_log(pair)
    else:
        kind, reason = _in_two_logs(pair)
    return Verdict(theirs.head.id, kind, reason, pair.evidence) if kind else None


def same_page(ours: Side, theirs: Side) -> bool:
    """Whether two pages of one log that say the same, title and files included, are one and not two like answers."""
    if not may_be_same(ours.head, theirs.head):
        return False
    pair = _Pair(ours, theirs)
    return pair.same_days and bool(pair.refs or pair.telling)


class _Pair:
    """Two sides, and what they share."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self.ours, self.theirs = ours, theirs
        self.refs = ours.head.refs & theirs.head.refs
        self.forces = ours.head.forces & theirs.head.forces
        self.received = common(ours.head.received, theirs.head.received)
        self.responded = common(ours.head.responded, theirs.head.responded)
        self.same_words = _same_words(ours, theirs)
        self.score = 1.0 if self.same_words else _score(ours.wording, theirs.wording)
        self.same_days = fits(ours.head.responded, theirs.head.responded)
        ours_said, theirs_said = ours.wording.figures, theirs.wording.figures
        self.same_figures = any(one == other for one, other in zip(ours_said, theirs_said, strict=True))
        self.same_figures &= ours.files == theirs.files or not (ours.lacking or theirs.lacking)

    @property
    def evidence(self) -> dict[str, Any]:
        """Counts, references, forces and days; never words, which may have to be taken back."""
        ours, theirs = self.ours, self.theirs
        told = {"references": sorted(self.refs), "forces": sorted(self.forces)}
        told["files"] = sorted(one[:12] for one in ours.files & theirs.files)
        told["days"] = list(filter(None, (self.received, self.responded)))
        counts = {"score": round(self.score, 3), "words": len(ours.wording.words)}
        counts["figures"] = (ours.wording.figures[0] & theirs.wording.figures[0]).total()
        return counts | {name: found for name, found in told.items() if found}

    @property
    def near(self) -> bool:
        enough = min(len(self.ours.wording.words), len(self.theirs.wording.words)) >= ENOUGH_WORDS
        return enough and self.score >= NEAR and self.same_figures and self.same_days

    @property
    def whole(self) -> bool:
        """Whether the words of one stand whole in the other, around which a page may have furniture of its own."""
        ours, theirs = self.ours.wording, self.theirs.wording
        if min(len(ours.words), len(theirs.words)) < ENOUGH_WORDS or not (self.same_figures and self.same_days):
            return False
        views = ((ours.words, theirs.words), (words(ours.whole), words(theirs.whole)))
        stands = (_stands_in(*sorted(pair, key=len)) for pair in views)
        return self.same_words or (self.score >= NEAR and any(stands))

    @property
    def telling(self) -> bool:
        """Whether they share what two answers seldom share by chance: a file, a day, or several figures."""
        ours, theirs = self.ours, self.theirs
        if (ours.files & theirs.files) - {""}:
            return True
        if 10 in (len(self.received), len(self.responded)):
            return True
        said = (ours.wording.figures[0] & theirs.wording.figures[0]).keys()
        return len([one for one in said if len(re.sub(r"\D", "", one)) > 1 and not YEAR.fullmatch(one)]) >= _TELLING


def _in_one_log(pair: _Pair) -> tuple[str, str]:
    if pair.refs:
        if pair.same_words and pair.same_days:
            return "copy", "the same reference, the same words"
        if pair.near:
            return "copy", "the same reference, figures and days, the same words but for a few"
        if _amended(pair):
            return "amended copy", "the same reference and request; words or figures differ"
        return "", ""
    if pair.whole and pair.telling:
        return "copy", "the same words, figures and days; no reference says otherwise"
    return "", ""


def _in_two_logs(pair: _Pair) -> tuple[str, str]:
    """One reply in two logs. Two forces that refuse in the same words have sent two replies."""
    one_force = _same_forces(pair)
    if not (pair.same_days and (one_force or (pair.same_words and pair.telling))):
        return "", ""
    if any(sum(map(str.isdigit, ref)) >= 4 for ref in pair.refs) and (pair.same_words or pair.near):
        return "same reply", "the same reference, figures and days, the same words"
    if one_force and not pair.refs and pair.whole and pair.telling:
        return "same reply", "the same force, words, figures and days; no reference says otherwise"
    return "", ""


def _amended(pair: _Pair) -> bool:
    ours, theirs = pair.ours.wording, pair.theirs.wording
    if pair.score < AMENDED or min(len(ours.words), len(theirs.words)) < ENOUGH_WORDS:
        return False
    asked = words(ours.asked), words(theirs.asked)
    if not all(asked):
        return pair.score >= NEAR
    return _covered(*asked) >= SAME_REQUEST and figures(ours.asked) == figures(theirs.asked)


def _same_words(ours: Side, theirs: Side) -> bool:
    if ours.wording.digest != theirs.wording.digest or not ours.wording.words:
        return False
    # A file without words is itself what must be the same.
    return ours.files == theirs.files or not (ours.lacking or theirs.lacking)


def _score(ours: Wording, theirs: Wording) -> float:
    return max(alike(one, other) for one, other in zip(ours.views, theirs.views, strict=True))


def _stands_in(ours: list[str], theirs: list[str]) -> bool:
    """Whether each word of ours is in theirs as often, and all sequences but two: more words between break these."""
    return not Counter(ours) - Counter(theirs) and (Counter(shingles(ours)) - Counter(shingles(theirs))).total() <= 2


def _covered(ours: list[str], theirs: list[str]) -> float:
    """The share of the words that both requests have, of those that either has."""
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs))


def _same_forces(pair: _Pair) -> bool:
    """Whether both name a force in common, or one reply names the forces of both logs."""
    ours, theirs = pair.ours.head.forces, pair.theirs.head.forces
    if not ours or not theirs or pair.forces:
        return bool(pair.forces)
    return all(_names(side.wording.whole, ours | theirs) for side in (pair.ours, pair.theirs))


def _names(text: str, forces: Iterable[str]) -> bool:
    folded = text.casefold()
    return all(force.casefold() in folded for force in forces)
