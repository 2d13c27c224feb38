"""Where the answers of a reply begin: the lines that bear the numbers of questions, and which of these answer."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.reading.letters.phrases import is_title
from crawler.reading.pages.tables import split_row
from crawler.reading.questions import decimals
from crawler.reading.questions.answer_labels import LABEL, numbers_and_words
from crawler.reading.questions.answers_in_tables import are_titles, row_names
from crawler.reading.questions.given import VALUE
from crawler.reading.questions.groups import GROUP, answers_group, heads_group, in_group
from crawler.reading.questions.numbering import Series
from crawler.reading.questions.questions import Numbered

_ASKS = re.compile(
    r"(?:please (?!see|find|refer|note)|how|what|when|where|which|who|why|could|can|would|do|does|did|is|are"
    r"|was|were|has|have|provide|give|list|state)\b",
    re.I,
)
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|cannot|can|could|will|would|does|do|attracts|falls)\b(?! (?:\w+ ){0,6}\?)"
)
_SAID = re.compile(r"(?:yes|none|nil|zero|no(?=[.,;]|$)|not held)\b", re.I)
# A sign behind the number, and a name below the letter: `G. Pole, Solicitor`.
_ENDED = re.compile(r"[.:–-]\s*\Z")
_SIGNED = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w'’-]*[a-z](?:,|$)")


@dataclass(frozen=True)
class Start:
    """Where an answer begins: the line, the names of its questions, and the words on the line itself.

    `told`: by a sentence that opens with the number, `As regards question 3, ...`, which may give a reason as well.
    `ends`: by one of which the number is the subject, `Question 3 is refused`: no answer begins there, but one ends.
    """

    at: int
    names: tuple[str, ...]
    words: str
    told: bool = False
    ends: bool = False


def beginnings(lines: Sequence[str], known: Collection[str | None], grouped: bool) -> Iterator[Start]:
    """`grouped`: the questions stand under `REQUEST 1`, `REQUEST 2`, so that a request's number is not a question's."""
    group, series = "", Series()
    pointed = any("." in (one or "") for one in known)
    for at, text in enumerate(lines):
        if name := heads_group(text) or (grouped and answers_group(text)):
            group, series = name, Series()
        elif len(split_row(text)) > 1:
            continue
        elif pointed and (below := decimals.label(text))[0] and all(one in known for one in below[0]):
            if not _VERB.match(below[1]):
                yield Start(at, tuple(below[0]), below[1])
        elif (label := LABEL.match(text)) and not (grouped and GROUP.search(text, 0, label.end())):
            numbers, words = numbers_and_words(label, known)
            names = [name for number in numbers if (name := _known(number, series, known))]
            if names:
                full = tuple(in_group(group, name) for name in names)
                yield Start(at, full, words, bool(label["told"]), _is_sentence(label, words))


def _is_sentence(label: re.Match[str], words: str) -> bool:
    """Whether the number is the subject of a sentence and no label: `Question 2 is for the courts`."""
    if label.group("bare"):
        return (words[:1].islower() and not _SAID.match(words)) or bool(_ASKS.match(words))
    # Behind a sign a verb goes on with no subject: `Q8 – is to be found in our scheme`.
    return bool(label.start("number")) and bool(_VERB.match(words)) and not _ENDED.search(label.group())


def _known(number: str, series: Series, known: Collection[str | None]) -> str:
    full = series.place(number)[0]
    return full if full in known else number if number in known else ""


def answering(starts: list[Start], lines: Sequence[str], asked: Sequence[Numbered]) -> list[Start]:
    """Those that begin answers: sentences only where all answers open so, but those in a table, from the first on."""
    if len(starts) == 1 and _SIGNED.match(lines[starts[0].at]) and not VALUE.match(starts[0].words):
        return []
    if starts and all(start.told for start in starts):
        numbers = [question["number"] for question in asked]
        rows = {name for line in lines for name in row_names(line) if name in numbers}
        if any(numbers[0] in start.names for start in starts) or (numbers[0] in rows and len(rows) > 1):
            return starts
        above = starts[0].at - 1  # where all others open so, the first may not
        if len(numbers) > 2 and above >= 0 and [start.names[0] for start in starts] == numbers[1:]:
            return [Start(above, (numbers[0] or "",), lines[above], told=True), *starts]
    return [start for start in starts if not start.told]


def untitled(starts: list[Start], asked: Sequence[Numbered]) -> list[Start]:
    """The beginnings without words where all of these are titles of the questions: `Question 1 - Costs`."""
    titles = [(name, start.words) for start in starts for name in start.names[:1]]
    texts = {question["number"] or "": question["text"] or "" for question in asked}
    apart = all(later.at > start.at + 1 for start, later in pairwise(starts))
    bare = (
        len(starts) > 1 and apart and all(words and is_title(words) and not VALUE.match(words) for _, words in titles)
    )
    return [replace(start, words="") for start in starts] if bare and are_titles(titles, texts) else starts


def ordered(
    starts: Sequence[tuple[Start, Start | None]], asked: Sequence[Numbered]
) -> list[tuple[Start, Start | None]]:
    """The beginnings, those of the list first that has the first question: one that lacks it gives the reasons."""
    places = {question["number"]: at for at, question in enumerate(asked)}
    lists: list[list[tuple[Start, Start | None]]] = []
    last = 0
    for pair in starts:
        at = places.get(pair[0].names[0], 0)
        if not lists or at <= last:
            lists.append([])
        lists[-1].append(pair)
        last = at
    lists.sort(key=lambda some: places.get(some[0][0].names[0], 0) > 0)
    return [pair for some in lists for pair in some]
