"""What a document decides: the sections it cites, its outcome, and the small numbers that it keeps back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.reading.facts.suppressed import suppressed
from crawler.reading.fields import Citation, Link
from crawler.reading.law.exemptions import citations, reported
from crawler.reading.law.law import exempts
from crawler.reading.letters import interim
from crawler.reading.letters.parts import Parts
from crawler.reading.outcome.data import files_give, holds_data
from crawler.reading.outcome.outcome import Decision, decide
from crawler.reading.outcome.pointers import only_points
from crawler.reading.outcome.reported import of_others, status, told_by_paper
from crawler.reading.pages.tables import Rows
from crawler.reading.questions.questions import Numbered

_KEPT_BACK = ("refused", "part_disclosed", "ncnd")


@dataclass(frozen=True)
class Seen:
    """What was read of a document: its kind, lines and parts, who answers, questions and answers, tables, files."""

    kind: str
    lines: Sequence[str]
    parts: Parts
    forces: Sequence[str]
    asked: Sequence[Numbered]
    given: Sequence[Numbered]
    tables: Sequence[Rows]
    attached: Sequence[Link]


@dataclass(frozen=True)
class Judged:
    """Citations, outcome, and the markers of small numbers."""

    citations: tuple[Citation, ...]
    decision: Decision
    suppressed: tuple[dict[str, str], ...]


def judge(seen: Seen) -> Judged:
    """Judge a document by its words; a newspaper's are about a reply, and an archive adds a line of status."""
    kept_back = suppressed(seen.tables, seen.parts.letter.response)
    cited = _cited(seen)
    if seen.kind == "news":
        return _of_article(seen, cited, kept_back)
    decision = _decision(seen, cited, bool(kept_back))
    told = status(seen.lines) if seen.kind == "correspondence" else "unknown"
    weak = decision.outcome in ("unknown", "pending") or (told == "pending" and not cited and not seen.given)
    if told != "unknown" and weak:
        decision = replace(decision, outcome=told)
    if seen.kind == "correspondence" and decision.outcome == "pending":
        # What puts the whole off puts each question off.
        numbers = [number for one in seen.asked if (number := one["number"])]
        decision = replace(decision, parts=dict.fromkeys(numbers, "pending"))
    if seen.parts.withdrawn:
        decision = Decision("unknown", {}, ncnd_part=False)
    # A letter that puts off or asks back refuses nothing, whatever it may come to rely on.
    if decision.outcome == "pending":
        cited = tuple(replace(one, relied_on=False) for one in cited)
    return Judged(cited, decision, kept_back)


def _of_article(seen: Seen, cited: tuple[Citation, ...], kept_back: tuple[dict[str, str], ...]) -> Judged:
    told = told_by_paper(seen.parts.letter.response, seen.forces)
    decision = decide(told, cited, has_data=bool(seen.tables), small=bool(kept_back), article=True)
    exempt = any(one.relied_on for one in cited)
    cited = cited if exempt or decision.outcome not in _KEPT_BACK else tuple(map(_relied_on, cited))
    return Judged(cited, decision, kept_back)


def _relied_on(one: Citation) -> Citation:
    """A section that a newspaper names where it tells of a refusal, in whatever words: the force relies on it."""
    return replace(one, relied_on=one.relied_on or (one.place == "response" and exempts(one.section, one.law)))


def _cited(seen: Seen) -> tuple[Citation, ...]:
    letter = seen.parts.letter
    # What a newspaper tells of other forces is no reply of this one.
    response = [one for one in letter.response if seen.kind != "news" or not of_others(one, seen.forces)]
    found = citations(response, seen.parts.overturned, request=letter.request, page=seen.lines, forces=seen.forces)
    return found or reported(response) if seen.kind == "news" else found


def _decision(seen: Seen, cited: Sequence[Citation], small: bool) -> Decision:
    taken_back = frozenset(seen.parts.overturned)
    letter = seen.parts.letter
    return decide(
        [line for line in letter.response if line not in taken_back],
        cited,
        asked=seen.asked,
        given=seen.given,
        has_data=_has_data(seen, cited),
        small=small,
        waits=interim.waits(letter.response),
        page=seen.lines,
    )


def _has_data(seen: Seen, cited: Sequence[Citation]) -> bool:
    # What comes attached in a correspondence is most often the letter itself.
    names = [link.href.replace("_", " ") + " " + link.text for link in seen.attached if seen.kind == "disclosure"]
    if not names:
        return holds_data(seen.tables, cited)
    words = seen.parts.letter.response
    alone = only_points(words) or not any(map(str.strip, words))
    return files_give(names, alone=alone) or holds_data(seen.tables, cited)
