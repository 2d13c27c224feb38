"""What each force answered, in one word, and what each said to each question, side by side."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from store.dossiers.likeness import paired
from store.dossiers.request import Request, Unit
from store.dossiers.shape import ForceAnswer, Member, Question, Reply
from store.dossiers.window import day_of
from store.dossiers.words import meanings
from store.records import Disclosure

ANSWERS = {
    "disclosed": "answered",
    "part_disclosed": "part",
    "refused": "refused",
    "not_held": "not held",
    "ncnd": "NCND",
    "pending": "pending",
    "unknown": "not told",
}
NO_ANSWER = "no answer seen"
# Where several of one force are in a dossier, the one that says most speaks for it.
_SAYS_MOST = ("answered", "part", "refused", "NCND", "not held", "not told", "pending", NO_ANSWER)
_NAMED = re.compile(r"\bq(?:uestion)?\.?\s*(?=\d|[a-z]\b)|[^\w\s]", re.I)
_SAME_NUMBER = 0.25  # questions of the same number need less in common to be the same


def answer_of(kept: Disclosure) -> str:
    """One of the values of ANSWERS, or NO_ANSWER for a thread in which the force has not said a thing."""
    silent = not kept.response_text.strip() and not kept.responded and not kept.attachments
    if kept.kind == "correspondence" and silent and kept.outcome in ("unknown", "pending"):
        return NO_ANSWER
    return ANSWERS.get(kept.outcome, "not told")


def days_to_answer(received: str, responded: str) -> int | None:
    """Calendar days, where both days are known to the day and in order."""
    first, last = day_of(received), day_of(responded)
    return (last - first).days if first and last and last >= first else None


def sections_of(kept: Disclosure) -> tuple[str, ...]:
    """The exemptions relied on, each once, as they are read."""
    relied_on = [c["section"] for c in kept.extra.get("citations") or () if c.get("relied_on")]
    return tuple(dict.fromkeys(kept.extra.get("exemptions") or relied_on))


def by_force(members: Sequence[Member]) -> tuple[ForceAnswer, ...]:
    """One row a force, by name; what is not known to be of any force is under ""."""
    found: dict[str, list[Member]] = {}
    for member in members:
        for force in member.forces or ("",):
            found.setdefault(force, []).append(member)
    return tuple(_force_answer(force, found[force]) for force in sorted(found))


def _force_answer(force: str, own: Sequence[Member]) -> ForceAnswer:
    best = min(own, key=lambda one: (_SAYS_MOST.index(one.answer), one.disclosure))
    days = best.days if best.days is not None else next((one.days for one in own if one.days is not None), None)
    return ForceAnswer(force, best.answer, best.sections, days, best.disclosure, tuple(one.disclosure for one in own))


def side_by_side(core: Disclosure, members: Sequence[Disclosure]) -> tuple[Question, ...]:
    """Each question of the core with what every member says to it; then what others ask besides, once each."""
    units = _questions(core)
    subject = _subject(units)
    replies: list[list[Reply]] = [[] for _ in units]
    for kept in members:
        own = _questions(kept)
        matched = _matched(units, own, subject)
        for place, unit in enumerate(own):
            if place not in matched:
                matched[place] = len(units)
                units.append(unit)
                replies.append([])
            replies[matched[place]].append(_reply(kept, unit))
    return tuple(Question(one.number, one.text, tuple(said)) for one, said in zip(units, replies, strict=True))


def _questions(kept: Disclosure) -> list[Unit]:
    found = []
    for one in kept.extra.get("questions") or ():
        parent = str(one.get("parent") or "")
        number = str(one.get("number") or "")
        # Under "REQUEST 2" the numbers begin again; answers name both.
        full = f"{parent} Q{number}" if parent and not parent.isalnum() and number else number
        found.append(Unit(full, str(one.get("text") or ""), frozenset(meanings(str(one.get("text") or "")))))
    return found


def _subject(units: Sequence[Unit]) -> frozenset[str]:
    """The words of most questions: of one dossier, these tell no question from another."""
    said = Counter(word for unit in units for word in unit.words)
    return frozenset(word for word, times in said.items() if times > 1 and 2 * times > len(units))


def _matched(asked: Sequence[Unit], own: Sequence[Unit], subject: frozenset[str]) -> dict[int, int]:
    """For each own question the place of the asked one that it is: by likeness, helped by the number."""
    asked, own = _without(asked, subject), _without(own, subject)
    left, right = _bare_request(asked), _bare_request(own)
    found = {pair.right: pair.left for pair in paired(left, right)}
    numbers = {unit.number: place for place, unit in enumerate(asked) if unit.number and place not in found.values()}
    for place, unit in enumerate(own):
        at = numbers.get(unit.number)
        if place not in found and at is not None and at not in found.values() and _some(unit, asked[at]):
            found[place] = at
    return found


def _without(units: Sequence[Unit], words: frozenset[str]) -> list[Unit]:
    return [replace(unit, words=unit.words - words or unit.words) for unit in units]


def _bare_request(units: Sequence[Unit]) -> Request:
    none: frozenset[str] = frozenset()
    return Request(none, tuple(units), none, frozenset(), 0, none, none, False)


def _some(one: Unit, other: Unit) -> bool:
    if _bare(one.text) == _bare(other.text):
        return True  # "On what?" has no word that means something by itself
    whole = len(one.words | other.words)
    return whole > 0 and len(one.words & other.words) / whole >= _SAME_NUMBER


def _reply(kept: Disclosure, unit: Unit) -> Reply:
    said = [str(one.get("text") or "") for one in kept.extra.get("answers") or () if _numbered(one, unit.number)]
    outcomes: dict[str, Any] = kept.extra.get("outcome_parts") or {}
    outcome = next((str(value) for number, value in outcomes.items() if _same(number, unit.number)), "")
    return Reply(kept.id, kept.forces, unit.number, unit.text, "\n".join(said), outcome)


def _numbered(answer: dict[str, Any], number: str) -> bool:
    return _same(str(answer.get("number") or ""), number)


def _same(one: str, other: str) -> bool:
    """Whether two numbers are one as written in a letter: "Q1." and "1", "REQUEST 2 Q1" and "request 2 q1"."""
    return bool(other) and _bare(one) == _bare(other)


def _bare(number: str) -> str:
    return " ".join(_NAMED.sub("", number.lower()).split()).strip(". ")


def of_one_answer(member: int, same: Iterable[int], members: Iterable[int]) -> tuple[int, ...]:
    """Those of the dossier's other members that are the same answer."""
    inside = set(members) - {member}
    return tuple(sorted(other for other in same if other in inside))
